import type { ApplicationCourse } from '../../../src-main/contract/procedure.ts'
import { clauseOf } from '../../../src-main/domain/rule-basis.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { invoke } from '../../api/client.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import type { PaperDialogHandle } from '../../api/use-paper-dialog.tsx'
import { ActDialog, type ActValues } from './act-dialog.tsx'
import type { ApplicationDetail } from './application-words.ts'

export type Act =
  | { readonly kind: 'review' | 'cooperate' | 'deem' | 'not-ours' | 'hand-over' | 'urgent' | 'hand-in' | 'object' | 'confirm' }
  | { readonly kind: 'answer-letter' | 'answer-objection' | 'deliver'; readonly id: string }

export type ActProps = {
  readonly pack: RulePack
  readonly one: ApplicationDetail
  readonly course: ApplicationCourse
  readonly papers: PaperDialogHandle
  readonly onClose: () => void
}

const EXPIRING = 'limit-expiring'

/** The dialog of an act on the application. */
export function CourseDialog({ act, ...given }: ActProps & { readonly act: Act }) {
  const props = { ...given, pack: useOffered(given.pack, given.one.application.aidForms) }
  switch (act.kind) {
    case 'review':
      return <ReviewDialog {...props} />
    case 'cooperate':
      return <CooperateDialog {...props} />
    case 'answer-letter':
      return <AnswerLetterDialog {...props} id={act.id} />
    case 'deem':
      return <DeemDialog {...props} />
    case 'not-ours':
      return <NotOursDialog {...props} />
    case 'hand-over':
      return <HandOverDialog {...props} />
    case 'confirm':
      return <ConfirmDialog {...props} />
    case 'urgent':
      return <UrgentDialog {...props} />
    case 'hand-in':
      return <HandInDialog {...props} />
    case 'object':
      return <ObjectDialog {...props} />
    case 'answer-objection':
      return <AnswerObjectionDialog {...props} id={act.id} />
    case 'deliver':
      return <DeliverDialog {...props} id={act.id} />
  }
}

function ReviewDialog({ pack, one, onClose }: ActProps) {
  const { today } = useSession()
  return (
    <ActDialog
      title={`审查意见　${one.person.name}`}
      action="提出意见"
      done="已提出审查意见，等主任决定"
      onClose={onClose}
      initial={{ reviewedOn: today, aidForms: one.application.aidForms }}
      fields={values => [
        {
          kind: 'choice',
          name: 'proposal',
          label: '建议',
          required: true,
          options: [
            { code: 'grant', label: '建议给予' },
            { code: 'refuse', label: '建议不予' },
          ],
        },
        ...(values.text('proposal') === 'grant'
          ? [{ kind: 'ticks', name: 'aidForms', label: '援助形式', required: true, options: pack.codes.aidForms } as const]
          : []),
        ...(values.text('proposal') === 'refuse'
          ? [{ kind: 'ticks', name: 'reasons', label: '不予理由', required: true, options: pack.codes.refusalReasons } as const]
          : []),
        { kind: 'area', name: 'opinion', label: '审查意见', required: true, longest: 1000 },
        { kind: 'day', name: 'reviewedOn', label: '审查日期', required: true, earliest: one.application.receivedOn },
      ]}
      run={values => {
        const proposal = values.text('proposal') === 'refuse' ? 'refuse' : 'grant'
        return invoke('reviews.give', {
          applicationId: one.id,
          reviewedOn: values.text('reviewedOn'),
          proposal,
          aidForms: proposal === 'grant' ? values.list('aidForms') : [],
          reasons: proposal === 'refuse' ? values.list('reasons') : [],
          opinion: values.text('opinion'),
          version: one.version,
        })
      }}
    />
  )
}

function CooperateDialog({ one, papers, onClose }: ActProps) {
  const { today } = useSession()
  return (
    <ActDialog
      title={`协作函　${one.person.name}`}
      action="发协作函"
      done="已发协作函，期限从次日起停计"
      onClose={onClose}
      initial={{ sentOn: today }}
      fields={[
        { kind: 'line', name: 'toCenter', label: '收函中心', required: true, longest: 60 },
        { kind: 'line', name: 'toContact', label: '联系人', longest: 60, hint: '姓名和电话' },
        { kind: 'area', name: 'facts', label: '有关情况', required: true, longest: 2000 },
        { kind: 'lines', name: 'items', label: '核实事项', required: true, longest: 2000, hint: '一行一项' },
        { kind: 'day', name: 'sentOn', label: '发函日期', required: true, earliest: one.application.receivedOn },
        { kind: 'day', name: 'dueOn', label: '答复期限', later: true, hint: '空着按规则包的日数' },
      ]}
      run={async values => {
        const reply = await invoke('cooperation.send', {
          applicationId: one.id,
          sentOn: values.text('sentOn'),
          toCenter: values.text('toCenter'),
          toContact: values.orNull('toContact'),
          facts: values.text('facts'),
          items: values.list('items'),
          dueOn: values.orNull('dueOn'),
          version: one.version,
        })
        if (reply.ok) void papers.issue('cooperation-letter', { kind: 'cooperation', id: reply.value.id })
        return reply
      }}
    />
  )
}

const LETTER_ANSWERS = [
  { code: 'answered', label: '已书面答复' },
  { code: 'refused', label: '书面说明不能协作' },
  { code: 'recalled', label: '本中心收回' },
] as const

function AnswerLetterDialog({ one, course, onClose, id }: ActProps & { readonly id: string }) {
  const { today } = useSession()
  const letter = course.cooperations.find(each => each.id === id)
  return (
    <ActDialog
      title={`协作答复　${letter?.number ?? ''}`}
      action="记下答复"
      done="已记协作答复"
      onClose={onClose}
      initial={{ answeredOn: today }}
      words={letter && <p className="soft dialog-words">{`${letter.sentOn} 发${letter.toCenter}：${letter.items.join('；')}`}</p>}
      fields={[
        { kind: 'choice', name: 'kind', label: '答复情况', required: true, options: LETTER_ANSWERS },
        { kind: 'area', name: 'answer', label: '答复内容', required: true, longest: 2000 },
        { kind: 'day', name: 'answeredOn', label: '收到日期', required: true, earliest: letter?.sentOn },
      ]}
      run={values =>
        invoke('cooperation.answer', {
          id,
          answeredOn: values.text('answeredOn'),
          kind: LETTER_ANSWERS.find(each => each.code === values.text('kind'))?.code ?? 'answered',
          answer: values.text('answer'),
          version: one.version,
        })
      }
    />
  )
}

function DeemDialog({ one, course, papers, onClose }: ActProps) {
  const { today } = useSession()
  const notice = course.supplement
  return (
    <ActDialog
      title={`视为撤回　${one.person.name}`}
      action="视为撤回申请"
      done={`已记视为撤回 ${one.number}`}
      onClose={onClose}
      initial={{ endedOn: today }}
      words={
        notice && (
          <p className="soft dialog-words">
            {`${notice.number} 要求 ${notice.dueOn} 前补充，还缺：${notice.outstanding.join('、')}。办理后出具通知书，不再审查。`}
          </p>
        )
      }
      fields={[{ kind: 'day', name: 'endedOn', label: '日期', required: true, earliest: notice?.dueOn ?? undefined }]}
      run={async values => {
        const reply = await invoke('endings.deemWithdrawn', { id: one.id, endedOn: values.text('endedOn'), version: one.version })
        if (reply.ok) void papers.show(reply.value.paperId)
        return reply
      }}
    />
  )
}

function NotOursDialog({ pack, one, papers, onClose }: ActProps) {
  const { today } = useSession()
  return (
    <ActDialog
      title={`不属于本中心受理　${one.person.name}`}
      action="告知并结束"
      done="已告知去处"
      onClose={onClose}
      initial={{ endedOn: today }}
      fields={[
        { kind: 'choice', name: 'ground', label: '情形', required: true, options: pack.codes.notOursGrounds },
        { kind: 'area', name: 'reason', label: '理由', required: true, longest: 300 },
        { kind: 'line', name: 'place', label: '去处', required: true, longest: 60, hint: '应向哪里提出' },
        { kind: 'line', name: 'placeAddress', label: '地址', longest: 100 },
        { kind: 'line', name: 'placePhone', label: '电话', longest: 40 },
        { kind: 'day', name: 'endedOn', label: '日期', required: true, earliest: one.application.receivedOn },
      ]}
      run={async values => {
        const reply = await invoke('endings.notOurs', {
          id: one.id,
          endedOn: values.text('endedOn'),
          ground: values.text('ground'),
          reason: values.text('reason'),
          place: values.text('place'),
          placeAddress: values.orNull('placeAddress'),
          placePhone: values.orNull('placePhone'),
          version: one.version,
        })
        if (reply.ok) void papers.show(reply.value.paperId)
        return reply
      }}
    />
  )
}

function HandOverDialog({ pack, one, papers, onClose }: ActProps) {
  const { today } = useSession()
  const grounds = pack.codes.handOverGrounds
  const compares = (values: ActValues) => grounds.find(each => each.code === values.text('ground'))?.comparesReceipt === true
  return (
    <ActDialog
      title={`移送　${one.person.name}`}
      action="移送"
      done="已移送，等对方回执"
      onClose={onClose}
      initial={{ endedOn: today }}
      fields={values => [
        { kind: 'line', name: 'toCenter', label: '接收中心', required: true, longest: 60 },
        { kind: 'choice', name: 'ground', label: '情形', required: true, options: grounds },
        { kind: 'area', name: 'reason', label: '移送理由', required: true, longest: 300 },
        {
          kind: 'line',
          name: 'hereTime',
          label: '本中心收到',
          path: 'receivedHereAt',
          required: true,
          longest: 5,
          hint: `${one.application.receivedOn} 几时几分，如 09:30`,
        },
        {
          kind: 'day',
          name: 'thereDate',
          label: '对方收到',
          path: 'receivedThereAt',
          required: compares(values),
          hint: '两个中心都有权的，先收到的受理',
        },
        { kind: 'line', name: 'thereTime', label: '几时几分', path: 'receivedThereAt', required: compares(values), longest: 5 },
        { kind: 'line', name: 'placeAddress', label: '地址', longest: 100 },
        { kind: 'line', name: 'placePhone', label: '电话', longest: 40 },
        { kind: 'day', name: 'endedOn', label: '移送日期', required: true, earliest: one.application.receivedOn },
      ]}
      run={async values => {
        const there = values.text('thereDate')
        const reply = await invoke('endings.handOver', {
          id: one.id,
          endedOn: values.text('endedOn'),
          ground: values.text('ground'),
          reason: values.text('reason'),
          toCenter: values.text('toCenter'),
          placeAddress: values.orNull('placeAddress'),
          placePhone: values.orNull('placePhone'),
          receivedHereAt: { date: one.application.receivedOn, time: values.text('hereTime') },
          receivedThereAt: there === '' ? null : { date: there, time: values.text('thereTime') },
          version: one.version,
        })
        if (reply.ok) void papers.show(reply.value.paperId)
        return reply
      }}
    />
  )
}

function ConfirmDialog({ one, course, onClose }: ActProps) {
  const { today } = useSession()
  return (
    <ActDialog
      title={`移送回执　${course.ending?.place ?? ''}`}
      action="记下回执"
      done="已记对方接收"
      onClose={onClose}
      initial={{ confirmedOn: today }}
      fields={[
        { kind: 'line', name: 'confirmedBy', label: '接收人', required: true, longest: 30 },
        { kind: 'day', name: 'confirmedOn', label: '接收日期', required: true, earliest: course.ending?.on ?? undefined },
      ]}
      run={values =>
        invoke('endings.confirmHandOver', {
          id: one.id,
          confirmedOn: values.text('confirmedOn'),
          confirmedBy: values.text('confirmedBy'),
          version: one.version,
        })
      }
    />
  )
}

function UrgentDialog({ pack, one, course, papers, onClose }: ActProps) {
  const { today } = useSession()
  const { urgent } = pack.time
  const seal = useAsk('seal.get', {}).data
  const maySeal = seal?.isOn === true && seal.forms.some(each => each.form === 'grant-decision')
  return (
    <ActDialog
      title={`先行提供　${one.person.name}`}
      action="决定先行提供"
      done="已决定先行提供，案件已立"
      onClose={onClose}
      initial={{
        decidedOn: today,
        aidForms: one.application.aidForms,
        owed: course.supplement?.outstanding.join('\n') ?? '',
      }}
      words={
        <p className="soft dialog-words">{`${clauseOf(urgent.basis)}：不足 ${urgent.daysBelow} 日届满等情形，可以先行提供，手续和材料之后补办。`}</p>
      }
      fields={values => [
        { kind: 'choice', name: 'ground', label: '情形', required: true, options: pack.codes.urgentGrounds },
        ...(values.text('ground') === EXPIRING
          ? [{ kind: 'day', name: 'limitEndsOn', label: '届满日期', required: true, later: true } as const]
          : []),
        { kind: 'ticks', name: 'aidForms', label: '援助形式', required: true, options: pack.codes.aidForms },
        { kind: 'area', name: 'opinion', label: '审批意见', required: true, longest: 1000 },
        { kind: 'lines', name: 'owed', label: '要补办的', required: true, longest: 1000, hint: '一行一项' },
        { kind: 'day', name: 'dueOn', label: '补办期限', later: true, hint: '空着按规则包的日数' },
        { kind: 'day', name: 'decidedOn', label: '决定日期', required: true, earliest: one.application.receivedOn },
        ...(maySeal
          ? [{ kind: 'ticks', name: 'seal', label: '印章图', options: [{ code: 'seal', label: '决定书套印印章图' }] } as const]
          : []),
      ]}
      run={async values => {
        const reply = await invoke('urgentAid.provide', {
          applicationId: one.id,
          decidedOn: values.text('decidedOn'),
          ground: values.text('ground'),
          limitEndsOn: values.text('ground') === EXPIRING ? values.orNull('limitEndsOn') : null,
          aidForms: values.list('aidForms'),
          opinion: values.text('opinion'),
          owed: values.list('owed'),
          dueOn: values.orNull('dueOn'),
          withSeal: maySeal && values.list('seal').length > 0,
          version: one.version,
        })
        if (reply.ok) void papers.show(reply.value.paperId)
        return reply
      }}
    />
  )
}

function HandInDialog({ one, course, onClose }: ActProps) {
  const { today } = useSession()
  const owed = course.urgent?.papers.filter(paper => paper.handedInOn === null) ?? []
  return (
    <ActDialog
      title={`补办手续　${one.person.name}`}
      action="收到补办"
      done="已记补办"
      onClose={onClose}
      initial={{ handedInOn: today }}
      fields={[
        {
          kind: 'ticks',
          name: 'papers',
          label: '收到什么',
          required: true,
          options: owed.map(paper => ({ code: paper.name, label: paper.name })),
        },
        { kind: 'day', name: 'handedInOn', label: '收到日期', required: true },
      ]}
      run={values =>
        invoke('urgentAid.handIn', {
          applicationId: one.id,
          handedInOn: values.text('handedInOn'),
          papers: values.list('papers'),
          version: one.version,
        })
      }
    />
  )
}

function ObjectDialog({ one, course, papers, onClose }: ActProps) {
  const { today } = useSession()
  const lastDay = course.objectionLastDay
  const standing = course.decisions.find(decision => decision.setAsideOn === null)
  return (
    <ActDialog
      title={`异议　${one.person.name}`}
      action="登记异议"
      done="已登记异议，等司法局审查"
      onClose={onClose}
      initial={{ filedOn: today, bureauReceivedOn: today }}
      words={
        <p className="soft dialog-words">
          {`对 ${standing?.number ?? ''} 提出。${lastDay === null ? '没有规定提出期限。' : `提出期限到 ${lastDay}。`}`}
        </p>
      }
      fields={values => [
        { kind: 'day', name: 'filedOn', label: '提出日期', required: true, earliest: standing?.decidedOn },
        { kind: 'area', name: 'reasons', label: '异议理由', required: true, longest: 2000 },
        ...(lastDay !== null && values.text('filedOn') > lastDay
          ? [{ kind: 'area', name: 'lateReason', label: '逾期情况', required: true, longest: 300 } as const]
          : []),
        {
          kind: 'day',
          name: 'bureauReceivedOn',
          label: '司法局收到',
          required: true,
          earliest: standing?.decidedOn,
          hint: '审查期限从这一天起算',
        },
      ]}
      run={async values => {
        const reply = await invoke('objections.file', {
          applicationId: one.id,
          filedOn: values.text('filedOn'),
          bureauReceivedOn: values.text('bureauReceivedOn'),
          reasons: values.text('reasons'),
          lateReason: values.orNull('lateReason'),
          version: one.version,
        })
        if (reply.ok) void papers.issue('objection-receipt', { kind: 'objection', id: reply.value.id })
        return reply
      }}
    />
  )
}

function AnswerObjectionDialog({ one, course, onClose, id }: ActProps & { readonly id: string }) {
  const { today } = useSession()
  const objection = course.objections.find(each => each.id === id)
  return (
    <ActDialog
      title={`司法局审查决定　${objection?.number ?? ''}`}
      action="记下决定"
      done="已记司法局决定"
      onClose={onClose}
      initial={{ answeredOn: today }}
      fields={[
        {
          kind: 'choice',
          name: 'result',
          label: '审查结果',
          required: true,
          options: [
            { code: 'upheld', label: '维持' },
            { code: 'corrected', label: '责令改正' },
          ],
          hint: '责令改正的，重新决定，原决定保留',
        },
        { kind: 'line', name: 'answerNumber', label: '文号', required: true, longest: 60, hint: '异议审查决定书' },
        { kind: 'area', name: 'note', label: '决定要点', longest: 1000 },
        { kind: 'day', name: 'answeredOn', label: '决定日期', required: true, earliest: objection?.bureauReceivedOn },
      ]}
      run={values =>
        invoke('objections.answer', {
          id,
          answeredOn: values.text('answeredOn'),
          result: values.text('result') === 'corrected' ? 'corrected' : 'upheld',
          answerNumber: values.text('answerNumber'),
          note: values.orNull('note'),
          version: one.version,
        })
      }
    />
  )
}

/** 送达: how one issued paper reached its addressee; the 送达回证 follows. */
export function DeliverDialog({ pack: all, one, papers, onClose, id }: Omit<ActProps, 'course'> & { readonly id: string }) {
  const { today } = useSession()
  const pack = useOffered(all)
  const issued = useAsk('papers.list', { subject: { kind: 'application', id: one.id } })
  const paper = issued.data?.find(each => each.id === id)
  const needs = (values: ActValues) => pack.codes.deliveryWays.find(way => way.code === values.text('way'))?.needs
  return (
    <ActDialog
      title={`送达　${paper?.title ?? ''}${paper?.number ?? ''}`}
      action="记下送达"
      done="已记送达"
      onClose={onClose}
      initial={{ addressee: one.person.name, place: one.person.address ?? '', deliveredOn: today }}
      fields={values => [
        { kind: 'choice', name: 'way', label: '送达方式', required: true, options: pack.codes.deliveryWays },
        { kind: 'line', name: 'addressee', label: '受送达人', required: true, longest: 60 },
        { kind: 'line', name: 'place', label: '送达地点', required: true, longest: 120 },
        { kind: 'day', name: 'deliveredOn', label: '送达日期', required: true },
        { kind: 'line', name: 'signedBy', label: '签收人', required: needs(values) === 'signature', longest: 30 },
        { kind: 'line', name: 'relation', label: '代收关系', longest: 30, hint: '他人代收的，写明与受送达人的关系' },
        ...(needs(values) === 'tracking'
          ? [{ kind: 'line', name: 'trackingNumber', label: '邮件号码', required: true, longest: 40 } as const]
          : []),
        ...(needs(values) === 'witness'
          ? [{ kind: 'line', name: 'witness', label: '见证人', required: true, longest: 60 } as const]
          : []),
        { kind: 'area', name: 'remark', label: '备注', required: needs(values) === 'witness', longest: 300 },
      ]}
      run={async values => {
        const reply = await invoke('deliveries.record', {
          paperId: id,
          addressee: values.text('addressee'),
          way: values.text('way'),
          place: values.text('place'),
          deliveredOn: values.text('deliveredOn'),
          signedBy: values.orNull('signedBy'),
          relation: values.orNull('relation'),
          trackingNumber: values.orNull('trackingNumber'),
          witness: values.orNull('witness'),
          remark: values.orNull('remark'),
        })
        if (reply.ok) void papers.issue('delivery-receipt', { kind: 'delivery', id: reply.value.id })
        return reply
      }}
    />
  )
}

import { ActDialog, type ActValues } from '../../api/act-dialog.tsx'
import { invoke } from '../../api/client.ts'
import type { ActProps } from './course-dialogs.tsx'

/** 撤回申请: the applicant takes it back. */
export function WithdrawDialog({ one, onClose }: ActProps) {
  return (
    <ActDialog
      title={`撤回申请　${one.person.name}`}
      action="记为撤回"
      done={`已记撤回 ${one.number}`}
      onClose={onClose}
      words="申请人自己撤回的，记在这里；逾期不补正的，用“视为撤回”。"
      fields={[
        { kind: 'area', name: 'reason', label: '原因', required: true, longest: 200 },
        { kind: 'day', name: 'withdrawnOn', label: '撤回日期', required: true, earliest: one.application.receivedOn },
      ]}
      run={values =>
        invoke('applications.withdraw', {
          id: one.id,
          withdrawnOn: values.text('withdrawnOn'),
          reason: values.text('reason'),
          version: one.version,
        })
      }
    />
  )
}

/** 视为撤回: what was missing did not come in time. */
export function DeemDialog({ one, course, papers, onClose }: ActProps) {
  const notice = course.supplement
  return (
    <ActDialog
      title={`视为撤回　${one.person.name}`}
      action="视为撤回申请"
      done={`已记视为撤回 ${one.number}`}
      onClose={onClose}
      words={
        notice &&
        `${notice.number} 要求 ${notice.dueOn} 前补充，还缺：${notice.outstanding.join('、')}。办理后出具通知书，不再审查。`
      }
      fields={[{ kind: 'day', name: 'endedOn', label: '日期', required: true, earliest: notice?.dueOn ?? undefined }]}
      run={values => invoke('endings.deemWithdrawn', { id: one.id, endedOn: values.text('endedOn'), version: one.version })}
      onDone={value => papers.show(value.paperId)}
    />
  )
}

/** 不属于本中心受理: why, and where to go. */
export function NotOursDialog({ pack, one, papers, onClose }: ActProps) {
  return (
    <ActDialog
      title={`不属于本中心受理　${one.person.name}`}
      action="告知并结束"
      done="已告知去处"
      onClose={onClose}
      fields={[
        { kind: 'choice', name: 'ground', label: '情形', required: true, options: pack.codes.notOursGrounds },
        { kind: 'area', name: 'reason', label: '理由', required: true, longest: 300 },
        { kind: 'line', name: 'place', label: '去处', required: true, longest: 60, hint: '应向哪里提出' },
        { kind: 'line', name: 'placeAddress', label: '地址', longest: 100 },
        { kind: 'line', name: 'placePhone', label: '电话', longest: 40 },
        { kind: 'day', name: 'endedOn', label: '日期', required: true, earliest: one.application.receivedOn },
      ]}
      run={values =>
        invoke('endings.notOurs', {
          id: one.id,
          endedOn: values.text('endedOn'),
          ground: values.text('ground'),
          reason: values.text('reason'),
          place: values.text('place'),
          placeAddress: values.orNull('placeAddress'),
          placePhone: values.orNull('placePhone'),
          version: one.version,
        })
      }
      onDone={value => papers.show(value.paperId)}
    />
  )
}

/** 移送: to another center; of two, the first to receive accepts. */
export function HandOverDialog({ pack, one, papers, onClose }: ActProps) {
  const grounds = pack.codes.handOverGrounds
  const compares = (values: ActValues) => grounds.find(each => each.code === values.text('ground'))?.comparesReceipt === true
  return (
    <ActDialog
      title={`移送　${one.person.name}`}
      action="移送"
      done="已移送，等对方回执"
      onClose={onClose}
      fields={values => [
        { kind: 'line', name: 'toCenter', label: '接收中心', required: true, longest: 60 },
        {
          kind: 'choice',
          name: 'ground',
          label: '情形',
          required: true,
          options: grounds,
          hint: '写进移送函，“你中心”是接收中心',
        },
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
          empty: true,
          required: compares(values),
          hint: '两个中心都有权的，先收到的受理',
        },
        { kind: 'line', name: 'thereTime', label: '对方时间', path: 'receivedThereAt', required: compares(values), longest: 5 },
        { kind: 'line', name: 'placeAddress', label: '地址', longest: 100 },
        { kind: 'line', name: 'placePhone', label: '电话', longest: 40 },
        { kind: 'day', name: 'endedOn', label: '移送日期', required: true, earliest: one.application.receivedOn },
      ]}
      run={values => {
        const there = values.text('thereDate')
        return invoke('endings.handOver', {
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
      }}
      onDone={value => papers.show(value.paperId)}
    />
  )
}

/** 移送回执: the other center has it. */
export function ConfirmDialog({ one, course, onClose }: ActProps) {
  return (
    <ActDialog
      title={`移送回执　${course.ending?.place ?? ''}`}
      action="记下回执"
      done="已记对方接收"
      onClose={onClose}
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

import { clauseOf } from '../../../src-main/domain/rule-basis.ts'
import { ActDialog } from '../../api/act-dialog.tsx'
import { invoke } from '../../api/client.ts'
import { useAsk } from '../../api/use-ask.ts'
import type { ActProps } from './course-dialogs.tsx'

/** The ground of 法律援助法 44(1): a limitation or a time limit is about to end. */
const EXPIRING = 'limit-expiring'

/** 先行提供: aid first, the papers owed later. */
export function UrgentDialog({ pack, one, course, papers, onClose }: ActProps) {
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
        aidForms: one.application.aidForms,
        owed: course.supplement?.outstanding.join('\n') ?? '',
      }}
      words={`${clauseOf(urgent.basis)}：不足 ${urgent.daysBelow} 日届满等情形，可以先行提供，手续和材料之后补办。`}
      fields={values => [
        { kind: 'choice', name: 'ground', label: '情形', required: true, options: pack.codes.urgentGrounds },
        ...(values.text('ground') === EXPIRING
          ? [{ kind: 'day', name: 'limitEndsOn', label: '届满日期', required: true, later: true, empty: true } as const]
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
      run={values =>
        invoke('urgentAid.provide', {
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
      }
      onDone={value => papers.show(value.paperId)}
    />
  )
}

/** 补办手续: what was owed after prior aid came in. */
export function HandInDialog({ one, course, onClose }: ActProps) {
  const owed = course.urgent?.papers.filter(paper => paper.handedInOn === null) ?? []
  return (
    <ActDialog
      title={`补办手续　${one.person.name}`}
      action="收到补办"
      done="已记补办"
      onClose={onClose}
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

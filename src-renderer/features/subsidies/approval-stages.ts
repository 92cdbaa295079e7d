import type { Stage } from '../../ui/stages.tsx'
import type { SubsidyDetail } from './subsidy-words.ts'

type ActName = SubsidyDetail['history'][number]['act']

const ACT_WORDS: Readonly<Record<ActName, string>> = {
  prepared: '制表',
  revised: '重新编制',
  returned: '退回',
  approved: '审批',
  listed: '列入支付清单',
  paid: '支付',
}

/** What comes after the last act, in order, with what each waits for. */
function ahead({
  status,
  totalFen,
}: Pick<SubsidyDetail, 'status' | 'totalFen'>): readonly { readonly name: string; readonly note: string }[] {
  const approve = { name: '审批', note: '等待主任决定' }
  const list = { name: '列入支付清单', note: '批准后编入' }
  const pay = { name: '支付', note: '财务回单登记后完成' }
  // Nothing due is nothing to list and to pay.
  const after = totalFen === 0 ? [] : [list, pay]
  switch (status) {
    case 'awaiting-approval':
      return [approve, ...after]
    case 'returned':
      return [{ name: '重新编制', note: '等待制表人' }, approve, ...after]
    case 'approved':
      return after
    case 'listed':
      return [pay]
    case 'paid':
      return []
    default:
      return status satisfies never
  }
}

/** The approval chain (审批流程): every act with its person, time and opinion, then what is still to come. `when` words an instant. */
export function approvalStages(
  one: Pick<SubsidyDetail, 'history' | 'status' | 'totalFen' | 'paymentListNumber'>,
  when: (instant: string) => string,
): readonly Stage[] {
  const done = one.history.map((act, index): Stage => {
    const times = one.history.slice(0, index + 1).filter(other => other.act === act.act).length
    return {
      name: `${ACT_WORDS[act.act]}${times > 1 ? `（第 ${times} 次）` : ''}　${act.by}`,
      state: 'done',
      note: act.opinion || (act.act === 'listed' ? (one.paymentListNumber ?? '') : ''),
      aside: when(act.at),
    }
  })
  const coming = ahead(one).map((step, index): Stage => ({ ...step, state: index === 0 ? 'current' : 'ahead' }))
  return [...done, ...coming]
}

import { Banner } from '../ui/banner.tsx'
import { formatYuan } from '../ui/money-text.ts'
import { useAsk } from './use-ask.ts'
import { usePaperDialog } from './use-paper-dialog.tsx'

/** The red line of a false declaration (申报不实) on the page of its application or case; nothing where none was found. */
export function FalseDeclarationBanner({ kind, id }: { readonly kind: 'application' | 'case'; readonly id: string }) {
  const ask = useAsk('rechecks.finding', { kind, id })
  const papers = usePaperDialog()
  const found = ask.data
  if (!found) return null
  const unpaid = found.unpaidFen === 0 ? '' : `；另有已批未付 ${formatYuan(found.unpaidFen)} 元，应当停付`
  const recover =
    found.recoverFen === 0 ? '本案还没有支付补贴' : `应追回已支付补贴 ${formatYuan(found.recoverFen)} 元（${found.costClause}）`
  const decideBy = found.decideBy === null ? '' : `，${found.decideBy} 前决定`
  return (
    <>
      <Banner
        tone="error"
        title="抽查核实：经济困难状况申报不实"
        actions={
          <button
            type="button"
            className="text-link"
            onClick={() => void papers.issue('recheck-notice', { kind: 'application', id: found.applicationId })}
          >
            打印告知书
          </button>
        }
      >
        {`${found.checkedOn} ${found.checkedBy} 核实：${found.finding}。应由主任决定终止援助（${found.terminationClause}）${decideBy}；` +
          `${recover}${unpaid}。`}
      </Banner>
      {papers.dialog}
    </>
  )
}

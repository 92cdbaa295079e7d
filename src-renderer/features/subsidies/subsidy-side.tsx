import { IconCircleCheck, IconCircleX, IconPaperclip } from '@tabler/icons-react'
import { useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { sourceOfClause, usePack } from '../../api/use-pack.ts'
import { Clause } from '../../ui/clause.tsx'
import { shortInstant } from '../../ui/day-text.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { formatYuan } from '../../ui/money-text.ts'
import { Section, SectionHead, SidePane } from '../../ui/page.tsx'
import { StageList } from '../../ui/stages.tsx'
import { approvalStages } from './approval-stages.ts'
import type { SubsidyDetail } from './subsidy-words.ts'

/** The side pane of a sheet: why the chosen line is what it is, what payment rests on, and who has done what. */
export function SubsidySide({ one, row }: { readonly one: SubsidyDetail; readonly row: number }) {
  const { today } = useSession()
  return (
    <SidePane label="依据和流程" width={365}>
      <LineReasons one={one} row={row} />
      <PaymentConditions one={one} />
      <Section label="审批流程">
        <SectionHead title="审批流程" note="制表、审批须为不同的人" />
        <StageList label="审批流程" stages={approvalStages(one, at => shortInstant(at, today))} />
      </Section>
    </SidePane>
  )
}

function LineReasons({ one, row }: { readonly one: SubsidyDetail; readonly row: number }) {
  const { computation } = one
  const line = computation.lines[row]
  // The steps tell the whole way to the total; a line's own is the one that carries its name.
  const steps = line ? computation.steps.filter(step => step.label === line.label).slice(0, 1) : computation.steps
  const others = line?.group === 'labour' ? computation.notUsed : []
  return (
    <Section label="这一行的依据">
      <SectionHead
        title={line ? `第 ${row + 1} 行为什么是 ${formatYuan(line.amountFen)}` : '核算步骤'}
        aside={<span className="note muted">规则包 {computation.packVersion}</span>}
      />
      <DescriptionList
        items={[
          ...steps.map((step, index) => ({
            key: `step-${index}`,
            term: line ? '情形' : step.label,
            value: <Step step={step} />,
          })),
          ...(line
            ? [{ term: '计算', value: line.rate === '实报' ? '据实报销' : `${line.rate} ＝ ${formatYuan(line.amountFen)}` }]
            : []),
          ...(line ? [{ term: '适用标准', value: `${computation.tableName}，按结案日选用` }] : []),
          ...others.map(other => ({
            key: `not-${other.label}`,
            term: '未选用',
            value: (
              <span className="soft">
                {other.label}：{other.why}
              </span>
            ),
          })),
        ]}
      />
    </Section>
  )
}

function Step({ step }: { readonly step: SubsidyDetail['computation']['steps'][number] }) {
  const pack = usePack()
  return (
    <>
      {step.detail}
      {step.clause && (
        <>
          {'　'}
          <Clause text={step.clause} source={sourceOfClause(pack, step.clause)?.fullName} confidence={step.confidence} />
        </>
      )}
    </>
  )
}

function PaymentConditions({ one }: { readonly one: SubsidyDetail }) {
  const kase = useAsk('cases.get', { id: one.caseId })
  const vouchers = one.subsidy.directCosts.reduce((sum, cost) => sum + cost.vouchers, 0)
  const costs = one.subsidy.directCosts.reduce((sum, cost) => sum + cost.amountFen, 0)
  const reviewed = kase.data?.papersReviewedOn ?? null
  return (
    <Section label="支付条件">
      <SectionHead title="支付条件" />
      <ul className="pay-checks">
        <li>
          {reviewed ? (
            <IconCircleCheck size={16} className="green" aria-hidden />
          ) : (
            <IconCircleX size={16} className="red" aria-hidden />
          )}
          {reviewed ? '结案材料审核通过' : '结案材料尚未审核通过'}
          {reviewed && <span className="push">{reviewed}</span>}
        </li>
        <li>
          <IconCircleCheck size={16} className="green" aria-hidden />
          一案一表，未重复申报
        </li>
        <li>
          {one.computation.isPayable ? (
            <>
              <IconCircleCheck size={16} className="green" aria-hidden />
              承办人可领取办案补贴
            </>
          ) : (
            <>
              <IconCircleX size={16} className="red" aria-hidden />
              {one.computation.notPayableReason ?? '承办人不领取办案补贴'}
            </>
          )}
        </li>
        <li>
          <IconPaperclip size={16} className="muted" aria-hidden />
          {costs === 0 ? '没有直接费用' : `票据 ${vouchers} 张　合计 ${formatYuan(costs)}`}
        </li>
      </ul>
    </Section>
  )
}

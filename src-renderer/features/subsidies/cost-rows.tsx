import { ActionIcon, Button, NumberInput, Select, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { DirectCostRule } from '../../../src-main/domain/rule-pack/subsidy.ts'
import { MoneyInput } from '../../ui/money-input.tsx'
import { SectionHead } from '../../ui/page.tsx'
import { type CostProblems, type CostRow, newCost } from './prepare-form.ts'

type CostRowsProps = {
  readonly costs: readonly CostRow[]
  /** The pack's direct costs in force on the closing day. */
  readonly rules: readonly DirectCostRule[]
  /** By row; empty until the person tried to save. */
  readonly problems: readonly CostProblems[]
  readonly onChange: (costs: readonly CostRow[]) => void
}

/** 直接费用: what was spent, with the number of vouchers; each row says what is missing under itself. */
export function CostRows({ costs, rules, problems, onChange }: CostRowsProps) {
  const change = (index: number, part: Partial<CostRow>) =>
    onChange(costs.map((cost, at) => (at === index ? { ...cost, ...part } : cost)))
  const add = () => onChange([...costs, newCost(costs)])
  return (
    <section aria-label="直接费用">
      <SectionHead
        title="直接费用"
        count={costs.length}
        note="实报实销，按票据填写"
        aside={
          <Button size="compact-sm" variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={add}>
            加一笔
          </Button>
        }
      />
      {costs.length > 0 && (
        <table className="cost-rows">
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">说明</th>
              <th scope="col">金额</th>
              <th scope="col">票据</th>
              <th scope="col">
                <span className="muted">删除</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {costs.map((cost, index) => {
              const problem = problems[index] ?? {}
              const rule = rules.find(one => one.id === cost.kind)
              const line = Object.values(problem).join('；') || (rule?.requiresApproval ? '须经主任批准' : '')
              const isWrong = Object.keys(problem).length > 0
              return (
                <tr key={cost.key} className="field">
                  <td style={{ width: 150 }}>
                    <Select
                      aria-label={`第 ${index + 1} 笔费用项目`}
                      value={cost.kind}
                      error={Boolean(problem.kind)}
                      onChange={kind => change(index, { kind })}
                      data={rules.map(one => ({ value: one.id, label: one.label }))}
                    />
                  </td>
                  <td>
                    <TextInput
                      aria-label={`第 ${index + 1} 笔说明`}
                      value={cost.description}
                      maxLength={60}
                      error={Boolean(problem.description)}
                      onChange={event => change(index, { description: event.currentTarget.value })}
                    />
                    <div className="field-line" data-kind={isWrong ? 'error' : 'hint'} role={isWrong ? 'alert' : undefined}>
                      {line}
                    </div>
                  </td>
                  <td style={{ width: 130 }}>
                    <MoneyInput
                      aria-label={`第 ${index + 1} 笔金额`}
                      value={cost.amountFen}
                      error={Boolean(problem.amountFen)}
                      onChange={amountFen => change(index, { amountFen })}
                    />
                  </td>
                  <td style={{ width: 84 }}>
                    <NumberInput
                      aria-label={`第 ${index + 1} 笔票据张数`}
                      value={cost.vouchers}
                      min={0}
                      max={999}
                      allowDecimal={false}
                      suffix=" 张"
                      error={Boolean(problem.vouchers)}
                      onChange={vouchers => change(index, { vouchers })}
                    />
                  </td>
                  <td style={{ width: 44 }}>
                    <Tooltip label="删除这一笔">
                      <ActionIcon
                        variant="subtle"
                        size={32}
                        aria-label={`删除第 ${index + 1} 笔`}
                        onClick={() => onChange(costs.filter((_, at) => at !== index))}
                      >
                        <IconTrash size={16} aria-hidden />
                      </ActionIcon>
                    </Tooltip>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {costs.length === 0 && <p className="second muted">没有直接费用就不用填。</p>}
    </section>
  )
}

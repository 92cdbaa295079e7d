import { Button, Select } from '@mantine/core'
import { useAsk } from '../../api/use-ask.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { Field } from '../../ui/field.tsx'
import { Section, SectionHead } from '../../ui/page.tsx'
import { StatusWord } from '../../ui/status-word.tsx'
import { type Plan, type TriedRow, withPerson } from './import-values.ts'

const BY_RULE = 'rule'
const NEW = 'new'

export type RowPaneProps = {
  readonly row: TriedRow
  readonly plan: Plan
  readonly onPlan: (plan: Plan) => void
  readonly onExclude: () => void
}

/** One row of the dry run: every fault in words, who the person is and who they might be, and leaving the row out. */
export function RowPane({ row, plan, onPlan, onExclude }: RowPaneProps) {
  return (
    <>
      <Section>
        <SectionHead
          title={`第 ${row.row} 行`}
          aside={
            <Button size="xs" variant="default" onClick={onExclude}>
              {row.excludedReason === null ? '排除这一行' : '恢复这一行'}
            </Button>
          }
        />
        <DescriptionList
          termWidth={72}
          items={[
            { term: '编号', value: row.number ?? '导入时补编' },
            { term: '日期', value: row.day ?? '' },
            { term: '姓名', value: row.name },
            { term: '证件', value: row.certificateMasked ?? '' },
            { term: '电话', value: row.phoneMasked ?? '' },
          ]}
        />
        {row.faults.map(fault => (
          <div key={`${fault.column} ${fault.message}`}>
            <StatusWord kind={fault.severity === 'error' ? 'not-met' : 'attention'}>
              {`${fault.column === null ? '' : `${fault.column} 列 `}${fault.label === null ? '' : `${fault.label}：`}${fault.message}`}
            </StatusWord>
          </div>
        ))}
      </Section>
      {row.excludedReason === null && row.name !== '' && <PersonChoice row={row} plan={plan} onPlan={onPlan} />}
    </>
  )
}

/** 认人: by the rules, a new person, or one of those of this name who are registered. */
function PersonChoice({ row, plan, onPlan }: Omit<RowPaneProps, 'onExclude'>) {
  const candidates = useAsk('people.match', { name: row.name, certificateNumber: '', phone: '' })
  const chosen = plan.people.find(one => one.row === row.row)
  const options = [
    { value: BY_RULE, label: chosen === undefined ? `按规则：${row.person?.why ?? ''}` : '按规则' },
    { value: NEW, label: '新登记一个人' },
    ...(candidates.data ?? []).map(one => ({
      value: one.id,
      label: [one.name, one.birthDate, one.certificateMasked, one.phoneMasked].filter(part => part !== null).join('　'),
    })),
  ]
  return (
    <Section>
      <SectionHead title="认人" note="证件号码，其次姓名加电话" />
      <Field label="这个人是" stacked>
        <Select
          size="xs"
          allowDeselect={false}
          data={options}
          value={chosen === undefined ? BY_RULE : (chosen.personId ?? NEW)}
          onChange={value =>
            value !== null && onPlan(withPerson(plan, row.row, value === BY_RULE ? undefined : value === NEW ? null : value))
          }
        />
      </Field>
    </Section>
  )
}

import { ActionIcon, Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { RulePack } from '../../../src-main/domain/rule-pack.ts'
import { optionsOf } from '../../api/use-pack.ts'
import { MoneyInput } from '../../ui/money-input.tsx'
import type { FormValues } from '../../ui/use-form-values.ts'
import { type ApplicationValues, type MemberDraft, SELF } from './application-values.ts'

const COUNTING = [
  { value: 'yes', label: '计入' },
  { value: 'no', label: '不计' },
]

/** A row for another member of the household; whether the income counts has no default. */
const NEW_MEMBER: MemberDraft = { name: '', relation: '', monthlyIncomeFen: null, incomeSource: '', isCounted: null }

/** 家庭成员收入: who lives together, what each earns a month, and whether it counts. The applicant stands first. */
export function HouseholdTable({ form, pack }: { readonly form: FormValues<ApplicationValues>; readonly pack: RulePack }) {
  const { values, set, problemOf, touch, note } = form
  const { members } = values
  const change = (index: number, patch: Partial<MemberDraft>) =>
    set({ members: members.map((member, at) => (at === index ? { ...member, ...patch } : member)) })
  const relations = optionsOf(pack.codes.kinshipRelations)
  return (
    <>
      <table className="plain-table form-table">
        <thead>
          <tr>
            <th scope="col" style={{ width: 130 }}>
              姓名
            </th>
            <th scope="col" style={{ width: 150 }}>
              与申请人关系
            </th>
            <th scope="col" style={{ width: 140 }}>
              月收入（元）
            </th>
            <th scope="col">收入来源</th>
            <th scope="col" style={{ width: 132 }}>
              是否计入
            </th>
            <th scope="col" style={{ width: 44 }}>
              <span className="sr-only">删去</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member, index) => {
            const isSelf = member.relation === SELF && index === 0
            const who = isSelf ? '申请人' : member.name || `第 ${index + 1} 人`
            const faults = ['name', 'relation', 'monthlyIncomeFen', 'incomeSource', 'isCounted'].flatMap(
              field => problemOf(`members.${index}.${field}`) ?? [],
            )
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: members have no identity but their place, and never change places
              <tr key={index}>
                <td>
                  <TextInput
                    aria-label={`${who} 姓名`}
                    value={member.name}
                    maxLength={60}
                    autoComplete="off"
                    onChange={event => change(index, { name: event.currentTarget.value })}
                    onBlur={() => touch(`members.${index}.name`)}
                    error={Boolean(problemOf(`members.${index}.name`))}
                  />
                  {faults[0] !== undefined && (
                    <div className="note red" role="alert">
                      {faults[0]}
                    </div>
                  )}
                </td>
                <td>
                  <Select
                    aria-label={`${who} 与申请人关系`}
                    data={isSelf ? relations : relations.filter(relation => relation.value !== SELF)}
                    value={member.relation === '' ? null : member.relation}
                    disabled={isSelf}
                    allowDeselect={false}
                    onChange={relation => change(index, { relation: relation ?? '' })}
                    onBlur={() => touch(`members.${index}.relation`)}
                    error={Boolean(problemOf(`members.${index}.relation`))}
                  />
                </td>
                <td>
                  <MoneyInput
                    aria-label={`${who} 月收入`}
                    value={member.monthlyIncomeFen}
                    onChange={monthlyIncomeFen => change(index, { monthlyIncomeFen })}
                    onProblem={problem => note(`members.${index}.monthlyIncomeFen`, problem)}
                    onBlur={() => touch(`members.${index}.monthlyIncomeFen`)}
                    error={Boolean(problemOf(`members.${index}.monthlyIncomeFen`))}
                  />
                </td>
                <td>
                  <TextInput
                    aria-label={`${who} 收入来源`}
                    value={member.incomeSource}
                    maxLength={60}
                    autoComplete="off"
                    placeholder="务工、种养、养老金等"
                    onChange={event => change(index, { incomeSource: event.currentTarget.value })}
                  />
                </td>
                <td>
                  <SegmentedControl
                    aria-label={`${who} 收入是否计入`}
                    data={COUNTING}
                    value={member.isCounted === null ? '' : member.isCounted ? 'yes' : 'no'}
                    disabled={isSelf}
                    onChange={value => change(index, { isCounted: value === 'yes' })}
                  />
                </td>
                <td>
                  {!isSelf && (
                    <ActionIcon
                      variant="subtle"
                      size={28}
                      aria-label={`删去 ${who}`}
                      onClick={() => {
                        for (const [at] of members.entries()) note(`members.${at}.monthlyIncomeFen`, null)
                        set({ members: members.filter((_, at) => at !== index) })
                      }}
                    >
                      <IconX size={16} aria-hidden />
                    </ActionIcon>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => set({ members: [...members, NEW_MEMBER] })}
      >
        加一名家庭成员
      </Button>
    </>
  )
}

import { ActionIcon, Checkbox, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { optionsOf } from '../../api/use-pack.ts'
import { MoneyInput } from '../../ui/money-input.tsx'
import { PinyinSelect } from '../../ui/pinyin-select.tsx'
import type { FormValues } from '../../ui/use-form-values.ts'
import type { ApplicationValues } from './application-values.ts'
import { type IncomeDraft, type MemberDraft, newIncome } from './hardship-values.ts'
import { periodOptions } from './hardship-words.ts'

/** The incomes of one member by source: a month's sum, or a total over months that the check averages. */
export function IncomeRows({
  form,
  pack,
  index,
  who,
  change,
}: {
  readonly form: FormValues<ApplicationValues>
  readonly pack: RulePack
  readonly index: number
  readonly who: string
  readonly change: (patch: Partial<MemberDraft>) => void
}) {
  const { values, note, problemOf, touch } = form
  const member = values.members[index]
  if (!member) return null
  const set = (at: number, patch: Partial<IncomeDraft>) =>
    change({ incomes: member.incomes.map((income, place) => (place === at ? { ...income, ...patch } : income)) })
  const sources = [
    { group: '计入', items: optionsOf(pack.hardship.incomeSources ?? []) },
    { group: '不计入，只作登记', items: optionsOf(pack.hardship.incomeExclusions) },
  ]
  const all = sources.flatMap(({ items }) => items)
  return (
    <>
      {!member.hasNoIncome &&
        member.incomes.map((income, at) => {
          const path = `members.${index}.incomes.${at}.amountFen`
          const name = at === 0 ? who : `${who} 第 ${at + 1} 项`
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: incomes have no identity but their place
            <div className="member-line income-line" key={at}>
              <PinyinSelect
                w={196}
                aria-label={`${name} 收入种类`}
                placeholder="收入种类"
                options={all}
                value={income.source}
                clearable
                onChange={source => set(at, { source })}
              />
              <MoneyInput
                w={128}
                aria-label={`${name} 月收入`}
                value={income.amountFen}
                onChange={amountFen => set(at, { amountFen })}
                onProblem={problem => note(path, problem)}
                onBlur={() => touch(path)}
                error={Boolean(problemOf(path))}
              />
              <Select
                w={138}
                aria-label={`${name} 按什么填`}
                data={periodOptions(pack, values.receivedOn)}
                value={String(income.months)}
                allowDeselect={false}
                onChange={months => set(at, { months: Number(months ?? 1) })}
              />
              <TextInput
                className="grow"
                aria-label={`${name} 收入来源`}
                placeholder="说明：单位、地块、领取的项目等"
                value={income.note}
                maxLength={60}
                autoComplete="off"
                onChange={event => set(at, { note: event.currentTarget.value })}
              />
              {member.incomes.length > 1 && (
                <ActionIcon
                  variant="subtle"
                  size={28}
                  aria-label={`删去 ${name} 这项收入`}
                  onClick={() => {
                    for (const place of member.incomes.keys()) note(`members.${index}.incomes.${place}.amountFen`, null)
                    change({ incomes: member.incomes.filter((_, place) => place !== at) })
                  }}
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              )}
              {problemOf(path) && (
                <div className="note red income-fault" role="alert">
                  {problemOf(path)}
                </div>
              )}
            </div>
          )
        })}
      <div className="member-line">
        <Checkbox
          label="无收入"
          aria-label={`${who} 无收入`}
          checked={member.hasNoIncome}
          onChange={event => {
            for (const place of member.incomes.keys()) note(`members.${index}.incomes.${place}.amountFen`, null)
            change({ hasNoIncome: event.currentTarget.checked })
          }}
        />
        {!member.hasNoIncome && (
          <button type="button" className="text-link note" onClick={() => change({ incomes: [...member.incomes, newIncome()] })}>
            加一项收入
          </button>
        )}
      </div>
    </>
  )
}

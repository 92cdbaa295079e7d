import { Button, Select } from '@mantine/core'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { optionsOf } from '../../api/use-pack.ts'
import { DateField } from '../../ui/date-field.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import type { ListFilter } from '../../ui/use-list-filter.ts'
import { type Filter, isSameRange, QUICK_RANGES } from './register-filter.ts'

/** The line over the register: from which day to which, one choice of each kind, and words. */
export function RegisterFilterBar({
  list,
  pack,
  staff,
  today,
}: {
  readonly list: ListFilter<Filter>
  readonly pack: RulePack | null
  readonly staff: readonly { readonly id: string; readonly name: string }[]
  readonly today: string
}) {
  const { filter, change } = list
  const { from, to } = filter
  return (
    <search className="register-filter" aria-label="筛选">
      <DateField
        aria-label="从哪天"
        placeholder="从"
        w={126}
        value={from}
        onChange={day => change({ from: day })}
        latest={today}
        today={today}
      />
      <span className="muted">至</span>
      <DateField
        aria-label="到哪天"
        placeholder="到"
        w={126}
        value={to}
        onChange={day => change({ to: day })}
        earliest={from ?? undefined}
        today={today}
      />
      <span className="quick-days">
        {QUICK_RANGES.map(({ key, label, range }) => (
          <Button
            key={key}
            variant={isSameRange(filter, range(today)) ? 'light' : 'subtle'}
            size="xs"
            aria-pressed={isSameRange(filter, range(today))}
            onClick={() => change(range(today))}
          >
            {label}
          </Button>
        ))}
      </span>
      <FilterSelect
        label="方式"
        width={104}
        value={filter.channel}
        options={optionsOf(pack?.codes.channels ?? [])}
        onChange={channel => change({ channel })}
      />
      <FilterSelect
        label="事项"
        width={104}
        value={filter.matterType}
        options={optionsOf(pack?.codes.matterTypes ?? [])}
        onChange={matterType => change({ matterType })}
      />
      <FilterSelect
        label="结果"
        width={112}
        value={filter.outcome}
        options={optionsOf(pack?.codes.consultationOutcomes ?? [])}
        onChange={outcome => change({ outcome })}
      />
      <FilterSelect
        label="接待人"
        width={96}
        value={filter.consultantId}
        options={staff.map(one => ({ value: one.id, label: one.name }))}
        onChange={consultantId => change({ consultantId })}
      />
      <FilterSelect
        label="告知"
        width={90}
        value={filter.toldOfRight === null ? null : String(filter.toldOfRight)}
        options={[
          { value: 'true', label: '已告知' },
          { value: 'false', label: '未告知' },
        ]}
        onChange={told => change({ toldOfRight: told === null ? null : told === 'true' })}
      />
      <SearchBox list={list} label="姓名、编号、案由、内容" placeholder="姓名、编号、案由" style={{ flex: 1, minWidth: 110 }} />
    </search>
  )
}

function FilterSelect({
  label,
  width,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly width: number
  readonly value: string | null
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string | null) => void
}) {
  return (
    <Select
      aria-label={label}
      placeholder={label}
      clearable
      w={width}
      value={value}
      onChange={onChange}
      data={[...options]}
      comboboxProps={{ width: 150, position: 'bottom-start' }}
    />
  )
}

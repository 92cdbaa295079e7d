import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import { dayOutside, parseDay, todayByMachine, weekday } from './day-text.ts'
import { useFieldProblem } from './field.tsx'

export type DateFieldProps = {
  /** `YYYY-MM-DD`, or null when nothing is written. */
  readonly value: string | null
  readonly onChange: (day: string | null) => void
  /** Tells the form whether what stands in the field is not a date (the sentence) or is fine (null). */
  readonly onProblem?: (problem: string | null) => void
  /** Inclusive limits, `YYYY-MM-DD`. */
  readonly earliest?: string
  readonly latest?: string
  /** The day the core calls today; gives the year to `11-20`. Default: this machine's day. */
  readonly today?: string
  readonly disabled?: boolean
  readonly placeholder?: string
  readonly error?: ReactNode
  readonly id?: string
  readonly w?: number
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string
  readonly 'aria-required'?: boolean
  readonly onBlur?: () => void
}

/** A typed date `YYYY-MM-DD`; 20261120, 2026.11.20 and 11-20 are understood. The calendar (Alt+↓) is a helper. */
export function DateField(props: DateFieldProps) {
  const {
    value,
    onChange,
    onProblem,
    earliest,
    latest,
    today = todayByMachine(),
    error,
    w = 142,
    onBlur,
    disabled,
    placeholder = '年-月-日',
    ...rest
  } = props
  const [text, setText] = useState(value ?? '')
  const [lastValue, setLastValue] = useState(value)
  const [isChecked, setChecked] = useState(true)
  const [isOpen, setOpen] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const parsed = parseDay(text, today)
  const fault = parsed.ok ? (parsed.day ? dayOutside(parsed.day, { earliest, latest }) : null) : parsed.message
  // Half a date is not a fault while it is still being typed.
  const problem = isChecked ? fault : null
  useFieldProblem(problem)
  // A value set from outside (a draft, a stale merge) replaces the text unless it says the same.
  if (value !== lastValue) {
    setLastValue(value)
    if (!parsed.ok || parsed.day !== value) setText(value ?? '')
  }
  const take = (next: string) => {
    setText(next)
    const now = parseDay(next, today)
    const wrong = now.ok ? (now.day ? dayOutside(now.day, { earliest, latest }) : null) : now.message
    onProblem?.(wrong)
    if (now.ok && wrong === null && (now.day === null || next.trim().length >= 8)) onChange(now.day)
  }
  const leave = () => {
    setChecked(true)
    if (parsed.ok && parsed.day !== null && fault === null) {
      setText(parsed.day)
      onChange(parsed.day)
    }
    onBlur?.()
  }
  const pick = (day: string | null) => {
    setOpen(false)
    setChecked(true)
    take(day ?? '')
    input.current?.focus()
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <TextInput
          {...rest}
          ref={input}
          w={w}
          disabled={disabled}
          placeholder={placeholder}
          value={text}
          inputMode="numeric"
          autoComplete="off"
          error={Boolean(error) || problem !== null}
          onChange={event => {
            setChecked(false)
            take(event.currentTarget.value)
          }}
          onBlur={leave}
          onKeyDown={event => {
            if (!event.altKey || event.key !== 'ArrowDown') return
            event.preventDefault()
            setOpen(true)
          }}
          rightSection={
            <ActionIcon
              variant="subtle"
              size={24}
              tabIndex={-1}
              disabled={disabled}
              aria-label="打开日历"
              onClick={() => setOpen(open => !open)}
            >
              <IconCalendar size={16} aria-hidden />
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label="日历">
        <DatePicker
          value={parsed.ok ? parsed.day : value}
          defaultDate={(parsed.ok ? parsed.day : null) ?? today}
          minDate={earliest}
          maxDate={latest}
          onChange={pick}
          size="xs"
          firstDayOfWeek={1}
          monthLabelFormat="YYYY年M月"
          yearLabelFormat="YYYY年"
          getDayProps={day => ({ 'aria-label': `${day} ${weekday(day)}` })}
          ariaLabels={{
            nextMonth: '下个月',
            previousMonth: '上个月',
            monthLevelControl: '选择月份',
            yearLevelControl: '选择年份',
            nextYear: '下一年',
            previousYear: '上一年',
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

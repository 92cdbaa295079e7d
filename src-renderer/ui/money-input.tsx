import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useFieldProblem } from './field.tsx'
import { formatYuan, parseYuan } from './money-text.ts'

export type MoneyInputProps = {
  /** Integer fen (分), or null when nothing is written. */
  readonly value: number | null
  /** Gets the fen while typing; null for an empty field. Not called for text that is not an amount. */
  readonly onChange: (fen: number | null) => void
  /** Tells the form whether what stands in the field is not an amount (the sentence) or is fine (null). */
  readonly onProblem?: (problem: string | null) => void
  readonly disabled?: boolean
  readonly readOnly?: boolean
  readonly placeholder?: string
  readonly error?: ReactNode
  readonly id?: string
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string
  readonly 'aria-required'?: boolean
  readonly w?: number
  readonly onFocus?: () => void
  readonly onBlur?: () => void
}

/** Yuan typed with two decimals, kept as integer fen. A third decimal is refused with a sentence, never rounded. */
export function MoneyInput({ value, onChange, onProblem, error, onBlur, ...rest }: MoneyInputProps) {
  const [text, setText] = useState(value === null ? '' : formatYuan(value))
  const [lastValue, setLastValue] = useState(value)
  const parsed = parseYuan(text)
  const problem = parsed.ok ? null : parsed.message
  const typedFen = parsed.ok ? parsed.fen : undefined
  useFieldProblem(problem)
  // A value set from outside (a draft, a stale merge) replaces the text unless it says the same.
  if (value !== lastValue) {
    setLastValue(value)
    if (typedFen !== value) setText(value === null ? '' : formatYuan(value))
  }
  const type = (next: string) => {
    setText(next)
    const now = parseYuan(next)
    onProblem?.(now.ok ? null : now.message)
    if (now.ok) onChange(now.fen)
  }
  return (
    <TextInput
      {...rest}
      value={text}
      inputMode="decimal"
      autoComplete="off"
      error={Boolean(error) || problem !== null}
      styles={{ input: { textAlign: 'right' } }}
      rightSection={
        <span className="note muted" aria-hidden>
          元
        </span>
      }
      rightSectionWidth={28}
      rightSectionPointerEvents="none"
      onChange={event => type(event.currentTarget.value)}
      onBlur={() => {
        if (parsed.ok) setText(parsed.fen === null ? '' : formatYuan(parsed.fen))
        onBlur?.()
      }}
    />
  )
}

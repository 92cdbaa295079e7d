import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'

/** Forms of aid (法律援助形式) as ticks, in the pack's order. */
export function AidFormChecks({
  pack,
  codes,
  value,
  onChange,
  more,
}: {
  readonly pack: RulePack
  readonly codes: readonly string[]
  readonly value: readonly string[]
  readonly onChange: (codes: readonly string[]) => void
  /** Stands after the last tick. */
  readonly more?: ReactNode
}) {
  const shown = pack.codes.aidForms.filter(entry => codes.includes(entry.code))
  return (
    <div className="check-row aid-forms">
      {shown.map(entry => (
        <Checkbox
          key={entry.code}
          label={entry.label}
          checked={value.includes(entry.code)}
          onChange={event =>
            onChange(
              event.currentTarget.checked
                ? pack.codes.aidForms.map(other => other.code).filter(code => code === entry.code || value.includes(code))
                : value.filter(code => code !== entry.code),
            )
          }
        />
      ))}
      {more}
    </div>
  )
}

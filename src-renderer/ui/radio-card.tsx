import { Kbd, Radio } from '@mantine/core'
import { type ReactNode, useId } from 'react'

export type RadioCardProps = {
  readonly label: string
  /** A second line that says what the choice means. */
  readonly note?: ReactNode
  readonly checked: boolean
  readonly onChoose: () => void
  /** The key that chooses it, shown at the right end; bind it with `useKeys`. */
  readonly keys?: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  /** Radios of one question share a name, so that the arrow keys move between them. */
  readonly name?: string
}

/** One choice of a grave question as a card (给予 / 不予). Put them into an element with role `radiogroup`. */
export function RadioCard({ label, note, checked, onChoose, keys, disabled = false, autoFocus = false, name }: RadioCardProps) {
  const id = useId()
  return (
    <label className="radio-card" data-checked={checked || undefined} htmlFor={id}>
      <Radio
        id={id}
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={onChoose}
        autoFocus={autoFocus}
        aria-describedby={note ? `${id}-note` : undefined}
      />
      <span>
        {label}
        {note && (
          <span className="radio-note" id={`${id}-note`}>
            {note}
          </span>
        )}
      </span>
      {keys && <Kbd aria-hidden>{keys}</Kbd>}
    </label>
  )
}

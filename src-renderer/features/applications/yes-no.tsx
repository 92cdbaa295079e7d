import { SegmentedControl } from '@mantine/core'
import { answerOf } from './yes-no-words.ts'

/** A question of yes or no without a default: nothing is chosen until somebody answers. */
export function YesNo({
  label,
  value,
  onChange,
  words = ['是', '否'],
}: {
  readonly label: string
  readonly value: boolean | null
  readonly onChange: (value: boolean) => void
  readonly words?: readonly [string, string]
}) {
  return (
    <SegmentedControl
      aria-label={label}
      size="xs"
      data={[
        { value: 'yes', label: words[0] },
        { value: 'no', label: words[1] },
      ]}
      value={answerOf(value)}
      onChange={next => onChange(next === 'yes')}
    />
  )
}

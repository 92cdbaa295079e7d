import { IconAlertTriangle } from '@tabler/icons-react'
import { focusFirstError } from './field.tsx'
import { type Problems, problemLine } from './form-problems.ts'

/** Counts the fields that are wrong, beside the buttons of a form; pressing it goes to the first. Nothing when all is right. */
export function ProblemButton({
  problems,
  labelOf,
  onPress,
}: {
  readonly problems: Problems
  readonly labelOf: (name: string) => string
  /** Brings the field into view first, where it may stand behind a tab. */
  readonly onPress?: () => void
}) {
  if (Object.keys(problems).length === 0) return null
  const press = () => {
    onPress?.()
    requestAnimationFrame(() => focusFirstError())
  }
  return (
    <button type="button" className="bare" onClick={press} aria-live="polite">
      <span className="blocked">
        <IconAlertTriangle size={16} aria-hidden />
        {problemLine(problems, labelOf)}
      </span>
    </button>
  )
}

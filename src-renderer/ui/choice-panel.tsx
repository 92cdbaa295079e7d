import { Button } from '@mantine/core'
import type { ReactNode } from 'react'

export type NextStep = {
  readonly icon?: ReactNode
  readonly title: string
  readonly text: ReactNode
  readonly action: string
  readonly onAction: () => void
  /** At most one step is primary. */
  readonly primary?: boolean
  readonly disabled?: boolean
}

function ChoicePanel({
  title,
  text,
  steps,
  alert,
}: {
  readonly title: string
  readonly text?: ReactNode
  readonly steps: readonly NextStep[]
  readonly alert: boolean
}) {
  return (
    <div className="choice-panel" role={alert ? 'alert' : undefined}>
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {steps.length > 0 && (
        <ul>
          {steps.map(step => (
            <li key={step.title}>
              {step.icon}
              <div>
                <b>{step.title}</b>
                <span>{step.text}</span>
              </div>
              <Button variant={step.primary ? 'filled' : 'default'} disabled={step.disabled} onClick={step.onAction}>
                {step.action}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

export type EmptyStateProps = {
  /** A sentence that says what will be here. */
  readonly title: string
  readonly text?: ReactNode
  /** Two or three next steps; icons are 22 px. */
  readonly steps?: readonly NextStep[]
}

/** What stands under a table's head while it has no rows: what will be here, and what to do next. No pictures. */
export function EmptyState({ title, text, steps = [] }: EmptyStateProps) {
  return <ChoicePanel title={title} text={text} steps={steps} alert={false} />
}

export type ErrorPanelProps = {
  /** What happened, in plain words without a code. */
  readonly title: string
  /** What is safe, and what it means. */
  readonly text?: ReactNode
  /** At most three choices. */
  readonly steps?: readonly NextStep[]
}

/** A pane or a page that could not be shown: what happened, what is safe, at most three choices. */
export function ErrorPanel({ title, text, steps = [] }: ErrorPanelProps) {
  return <ChoicePanel title={title} text={text} steps={steps.slice(0, 3)} alert />
}

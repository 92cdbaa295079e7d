import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { BusyButton } from '../../ui/busy-button.tsx'
import { useKeys } from '../../ui/keys.ts'

export type WizardStepProps = {
  readonly title: string
  readonly text: ReactNode
  readonly onBack?: () => void
  /** What the button leads to, e.g. 下一步：主任账户. */
  readonly next: string
  readonly onNext: () => unknown
  /** Why it cannot go on yet; stands beside the shut button. */
  readonly blocked?: string | null
  readonly busy?: boolean
  /** Stands in the foot in place of the reason, e.g. a progress line. */
  readonly foot?: ReactNode
  readonly children: ReactNode
}

/** One step of the first-run wizard: words, fields, and a foot with back and next. Ctrl+Enter goes on. */
export function WizardStep({ title, text, onBack, next, onNext, blocked = null, busy = false, foot, children }: WizardStepProps) {
  useKeys([{ keys: 'Ctrl+Enter', label: next, run: () => void onNext(), when: blocked === null && !busy }])
  return (
    <main className="wizard-right">
      <div className="wizard-body">
        <h1>{title}</h1>
        <p>{text}</p>
        <div className="wizard-form">{children}</div>
      </div>
      <footer className="wizard-foot">
        {onBack && (
          <Button variant="default" onClick={onBack} disabled={busy}>
            上一步
          </Button>
        )}
        <span className="push">
          {foot ?? (blocked && <span className="note muted">{blocked}</span>)}
          <BusyButton
            onClick={onNext}
            disabled={blocked !== null}
            busy={busy}
            rightSection={<IconArrowRight size={16} aria-hidden />}
          >
            {next}
          </BusyButton>
        </span>
      </footer>
    </main>
  )
}

import { Button, Modal, Textarea } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { BusyButton } from './busy-button.tsx'
import { Field } from './field.tsx'
import { useKeys } from './keys.ts'

export type Question = {
  readonly title: string
  readonly text?: ReactNode
  /** Repeats what will be done, e.g. 作废　蚌援民〔2026〕121号. */
  readonly action: string
  /** Cannot be undone (签发、封卷、支付): needs Ctrl+Enter or a click, never a bare Enter. */
  readonly irreversible?: boolean
  /** Destroys something: the only red button there is. */
  readonly destroys?: boolean
  /** Asks for a reason in words; `required` keeps the button shut until there is one. */
  readonly reason?: { readonly label: string; readonly required: boolean; readonly placeholder?: string }
}

export type Answer = { readonly reason: string }

type Pending = { readonly question: Question; readonly settle: (answer: Answer | null) => void; readonly number: number }

let pending: Pending | null = null
let asked = 0
const listeners = new Set<() => void>()

function set(next: Pending | null): void {
  pending = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Asks before a step that stops work. Resolves to the answer (with the reason, trimmed), or to null when the person steps back. */
export function askConfirm(question: Question): Promise<Answer | null> {
  pending?.settle(null)
  return new Promise(resolve => {
    asked += 1
    set({
      question,
      number: asked,
      settle: answer => {
        set(null)
        resolve(answer)
      },
    })
  })
}

/** Where questions are asked. Once, in the frame. */
export function ConfirmDialog() {
  const now = useSyncExternalStore(subscribe, () => pending)
  return now && <QuestionDialog key={now.number} question={now.question} onAnswer={now.settle} />
}

function QuestionDialog({
  question,
  onAnswer,
}: {
  readonly question: Question
  readonly onAnswer: (answer: Answer | null) => void
}) {
  const [reason, setReason] = useState('')
  const { title, text, action, irreversible = false, destroys = false } = question
  const isShut = question.reason?.required === true && reason.trim() === ''
  const agree = () => {
    if (!isShut) onAnswer({ reason: reason.trim() })
  }
  useKeys([{ keys: 'Ctrl+Enter', label: action, run: agree, inDialog: true }])
  return (
    <Modal
      opened
      onClose={() => onAnswer(null)}
      withCloseButton={false}
      size={520}
      padding={0}
      attributes={{ content: { 'aria-label': title } }}
    >
      <div className="dialog-head">
        <IconAlertTriangle size={24} className={destroys ? 'red' : 'amber'} aria-hidden />
        <div>
          <h2>{title}</h2>
          {text && <p>{text}</p>}
        </div>
      </div>
      {question.reason && (
        <div className="dialog-body">
          <Field
            label={question.reason.label}
            required={question.reason.required}
            hint={isShut ? `写明${question.reason.label}后可以继续` : ''}
          >
            <Textarea
              value={reason}
              autosize
              minRows={2}
              maxRows={6}
              maxLength={500}
              placeholder={question.reason.placeholder}
              onChange={event => setReason(event.currentTarget.value)}
              data-autofocus
            />
          </Field>
        </div>
      )}
      <div className="dialog-foot">
        <span className="note muted">{irreversible && '此步不能撤销，请用 Ctrl+Enter 或点按钮'}</span>
        <span className="push">
          <Button
            variant="default"
            onClick={() => onAnswer(null)}
            data-autofocus={!question.reason && (irreversible || destroys) ? true : undefined}
          >
            取消
          </Button>
          <BusyButton
            keys="Ctrl+Enter"
            disabled={isShut}
            color={destroys ? 'zhu.7' : undefined}
            refusesEnter={irreversible}
            onClick={agree}
            data-autofocus={!question.reason && !irreversible && !destroys ? true : undefined}
          >
            {action}
          </BusyButton>
        </span>
      </div>
    </Modal>
  )
}

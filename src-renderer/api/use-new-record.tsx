import { type ReactNode, useState } from 'react'
import type { AppError } from '../../src-main/contract/envelope.ts'
import { timeOfInstant } from '../ui/day-text.ts'
import { DraftLine } from '../ui/draft-line.tsx'
import { draftOf } from '../ui/draft-shape.ts'
import { focusFirstProblem } from '../ui/field.tsx'
import { type Problems, renamedProblems } from '../ui/form-problems.ts'
import { type FormValues, useFormValues } from '../ui/use-form-values.ts'
import { fieldErrors } from './error-text.ts'
import { discardDraft, loadDraft, useServerDraft } from './use-server-draft.ts'

/** The form of a record that is not registered yet: untouched, and as a draft from before a crash, a lock or a change of page left it. */
export type NewStart<Values> = {
  readonly draftName: string
  readonly ground: Values
  readonly values: Values
  readonly restoredAt: string | null
}

/** Begins the form of a new record on `ground`, with the draft of that name brought back over it. */
export async function startNew<Values extends object>(draftName: string, ground: Values): Promise<NewStart<Values>> {
  const draft = await loadDraft(draftName, content => draftOf(ground, content))
  return { draftName, ground, values: draft?.values ?? ground, restoredAt: draft?.savedAt ?? null }
}

export type NewRecord<Values> = {
  readonly form: FormValues<Values>
  /** The content, with `next` on top, as the contract takes it; null when something is missing or wrong, which then has the focus. */
  readonly ready: <Input>(inputOf: (values: Values) => Input | null, next?: Partial<Values>) => Input | null
  /** Shows at its fields what the core refused, and goes to the first. */
  readonly refuse: (error: AppError) => void
  /** The record is registered: its draft goes, and what is still answered late begins no new one. */
  readonly settle: () => Promise<void>
  readonly isSaved: boolean
  /** For the page's head: whether a draft came back, with the way to an empty form, and whether what is typed is kept. */
  readonly draftLine: ReactNode
}

/**
 * The life of a form for a new record: typed with a draft kept, refused with the focus on the first problem, saved once. `fieldOf` turns
 * a path of the contract's input into the form's field; `show` brings the first of some fields into view where it may stand behind a tab.
 */
export function useNewRecord<Values extends object>(options: {
  readonly start: NewStart<Values>
  readonly problemsOf: (values: Values) => Problems
  readonly fieldOf: (path: string) => string
  readonly show?: (names: readonly string[]) => void
}): NewRecord<Values> {
  const { start, problemsOf, fieldOf, show = focusFirstProblem } = options
  const form = useFormValues(start.values, problemsOf)
  const [isSaved, setSaved] = useState(false)
  const [restoredAt, setRestoredAt] = useState(start.restoredAt)
  const draft = useServerDraft(start.draftName, form.values, start.ground, !isSaved)
  const forget = async () => {
    draft.drop()
    await discardDraft(start.draftName)
  }
  const startAgain = async () => {
    await forget()
    form.replace(start.ground)
    setRestoredAt(null)
  }
  return {
    form,
    ready: (inputOf, next = {}) => {
      const values = { ...form.values, ...next }
      const input = form.tryAll(next) ? inputOf(values) : null
      if (input === null) show(Object.keys(problemsOf(values)))
      return input
    },
    refuse: error => {
      const refused = renamedProblems(fieldErrors(error), fieldOf)
      form.refuse(refused)
      show(Object.keys(refused))
    },
    settle: async () => {
      setSaved(true)
      await forget()
    },
    isSaved,
    draftLine: (
      <>
        {restoredAt !== null && (
          <span className="second soft">
            {`已恢复 ${timeOfInstant(restoredAt)} 的草稿　`}
            <button type="button" className="text-link" onClick={() => void startAgain()}>
              重新填
            </button>
          </span>
        )}
        <DraftLine state={draft.state} />
      </>
    ),
  }
}

import { type ReactNode, useEffect, useState } from 'react'
import type { Reply } from '../../src-main/contract/envelope.ts'
import { announceDone } from '../ui/done-line.tsx'
import { DraftLine } from '../ui/draft-line.tsx'
import { type EditStart, editDraftOf, editStart } from '../ui/draft-shape.ts'
import { focusFirstProblem } from '../ui/field.tsx'
import { type Problems, renamedProblems } from '../ui/form-problems.ts'
import { StaleDialog } from '../ui/stale-dialog.tsx'
import type { StaleField } from '../ui/stale-merge.ts'
import { type FormValues, useFormValues } from '../ui/use-form-values.ts'
import { type Opened, useStaleSave } from '../ui/use-stale-save.ts'
import { fieldErrors, staleBy } from './error-text.ts'
import { discardDraft, loadDraft, useServerDraft } from './use-server-draft.ts'

/** A record opened to be changed, under the name of its draft. */
export type RecordStart<Values> = EditStart<Values> & { readonly draftName: string }

/** Begins a change of `stored`; a draft keeps what it was written upon, so that a late save is still seen as late. */
export async function startEdit<Values extends object>(draftName: string, stored: Opened<Values>): Promise<RecordStart<Values>> {
  const ground = editStart(stored.values, stored.version)
  const draft = await loadDraft(draftName, content => editDraftOf(ground, content))
  return { ...(draft?.values ?? ground), draftName }
}

export type EditOptions<Values extends object, Input> = {
  readonly start: RecordStart<Values>
  /** What is stored now. While nothing is typed the form follows it. */
  readonly stored: Opened<Values>
  /** Off for who may only read. Default true. */
  readonly mayEdit?: boolean
  readonly problemsOf: (values: Values) => Problems
  readonly inputOf: (values: Values) => Input | null
  /** The form's field of a path of the contract's input. */
  readonly fieldOf: (path: string) => string
  readonly update: {
    readonly run: (input: Input, version: number) => Promise<Reply<{ readonly version: number }>>
    /** Puts the failure of the last run away. */
    readonly clear: () => void
  }
  /** Reads the record again after a late save; null when it cannot be read. */
  readonly readAgain: () => Promise<Opened<Values> | null>
  /** What the dialog of a late save calls the record and its fields. */
  readonly stale: {
    readonly what: string
    readonly fields: readonly StaleField<Values>[]
    readonly note?: string
  }
  readonly doneLine: (values: Values) => string
  /** Leaves the form after a save or when the change is given up; without it the form stays open. */
  readonly onLeave?: () => void
  /** Brings the first of some fields into view where it may stand behind a tab. */
  readonly show?: (names: readonly string[]) => void
}

export type EditRecord<Values> = {
  readonly form: FormValues<Values>
  /** The record as the form was opened upon it. */
  readonly opened: Opened<Values>
  readonly isChanged: boolean
  /** Saves what is changed; true when it is stored, also when there was nothing to save. */
  readonly save: () => Promise<boolean>
  /** Throws what was typed away, and its draft; leaves a form that is left after a save. */
  readonly giveUp: () => Promise<void>
  /** For the page's head: whether what is typed is kept. */
  readonly draftLine: ReactNode
  /** The dialog of a late save, while it waits for a choice. */
  readonly dialog: ReactNode
}

/**
 * The life of a form over a stored record: a draft is kept while it differs, a refused save goes to the first problem, a late one shows
 * what stood, theirs and mine side by side, and a good one is told. A form opened and saved untouched writes nothing.
 */
export function useEditRecord<Values extends object, Input>(options: EditOptions<Values, Input>): EditRecord<Values> {
  const { start, stored, mayEdit = true, problemsOf, update, stale, onLeave, show = focusFirstProblem } = options
  const form = useFormValues(start.values, problemsOf)
  const { values } = form
  const [opened, setOpened] = useState(start.opened)
  const isChanged = JSON.stringify(values) !== JSON.stringify(opened.values)
  const draft = useServerDraft(start.draftName, { opened, values }, { opened, values: opened.values }, mayEdit)
  const late = useStaleSave(stale.fields)
  const [changed, setChanged] = useState<ReturnType<typeof staleBy>>({})

  const isNewer = stored.version > opened.version
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the stored record, not what is typed
  useEffect(() => {
    if (!isNewer || isChanged) return
    setOpened(stored)
    form.replace(stored.values)
  }, [isNewer])

  const forget = async () => {
    draft.drop()
    await discardDraft(start.draftName)
  }
  /** The form stands on `to` from now on, or is left. */
  const settle = async (to: Opened<Values>) => {
    if (!onLeave) {
      setOpened(to)
      form.replace(to.values)
    }
    await forget()
    onLeave?.()
  }
  const write = async (mine: Values, version: number): Promise<boolean> => {
    const input = form.tryAll(mine) ? options.inputOf(mine) : null
    if (input === null) {
      show(Object.keys(problemsOf(mine)))
      return false
    }
    const reply = await update.run(input, version)
    if (reply.ok) {
      announceDone(options.doneLine(mine))
      await settle({ values: mine, version: reply.value.version })
      return true
    }
    if (reply.error.code === 'STALE') {
      const theirs = await options.readAgain()
      if (theirs === null) return false
      update.clear()
      setChanged(staleBy(reply.error))
      late.hold(opened.values, mine, theirs)
      return false
    }
    const refused = renamedProblems(fieldErrors(reply.error), options.fieldOf)
    form.refuse(refused)
    if (Object.keys(refused).length > 0) show(Object.keys(refused))
    return false
  }
  return {
    form,
    opened,
    isChanged,
    save: async () => (isChanged ? await write(values, opened.version) : true),
    giveUp: () => settle(opened),
    draftLine: isChanged && <DraftLine state={draft.state} />,
    dialog: late.rows !== null && (
      <StaleDialog
        what={stale.what}
        {...changed}
        note={stale.note}
        rows={late.rows}
        onClose={late.close}
        onDiscard={() => {
          if (late.theirs) void settle(late.theirs)
          late.close()
        }}
        onSave={async choice => {
          const merged = late.merged(choice)
          if (merged === null) return
          form.replace(merged.values)
          late.close()
          await write(merged.values, merged.version)
        }}
      />
    ),
  }
}

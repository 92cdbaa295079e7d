import { useCallback } from 'react'
import { type Draft, useDraft } from '../ui/use-draft.ts'
import { invoke } from './client.ts'
import { errorLine } from './error-text.ts'

/**
 * Keeps what is typed into a form in the core's draft store, under a name such as `consultations.new` or `applications.edit.<id>`.
 * `values` and `ground` (the untouched form) are plain data.
 */
export function useServerDraft<Values>(form: string, values: Values, ground: Values, enabled = true): Draft {
  const save = useCallback(
    async (content: string) => {
      const reply = await invoke('drafts.save', { form, content })
      return reply.ok
        ? ({ ok: true, savedAt: reply.value.savedAt } as const)
        : ({ ok: false, message: `草稿没有存上。${errorLine(reply.error)}` } as const)
    },
    [form],
  )
  return useDraft({ values, ground, save, enabled })
}

/** The draft of a form from before a crash, a lock or a change of page; null when there is none or it is not of this shape. */
export async function loadDraft<Values>(
  form: string,
  read: (content: unknown) => Values | null,
): Promise<{ readonly values: Values; readonly savedAt: string } | null> {
  const reply = await invoke('drafts.get', { form })
  if (!reply.ok || reply.value === null) return null
  try {
    const values = read(JSON.parse(reply.value.content))
    return values === null ? null : { values, savedAt: reply.value.savedAt }
  } catch {
    return null
  }
}

/** Throws a draft away, after its form was saved or given up. */
export async function discardDraft(form: string): Promise<void> {
  await invoke('drafts.discard', { form })
}

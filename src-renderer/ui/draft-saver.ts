export type DraftState =
  | { readonly kind: 'none' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed'; readonly message: string }

/** How a draft is stored: resolves to the instant it was saved at (UTC ISO) or to a sentence that says why not. */
export type SaveDraft = (
  content: string,
) => Promise<{ readonly ok: true; readonly savedAt: string } | { readonly ok: false; readonly message: string }>

export type DraftSaver = {
  /** Notes the newest content; it is saved once typing pauses, and at the latest after `longestMs`. */
  change(content: string): void
  /** Saves what is noted now and waits for it. */
  flush(): Promise<void>
  /** Forgets what is noted without saving it. */
  drop(): void
}

export type DraftTimes = {
  /** Pause in typing after which the draft is saved, in milliseconds. */
  readonly pauseMs: number
  /** Longest time typed text stays unsaved while typing goes on, in milliseconds. */
  readonly longestMs: number
}

export const DRAFT_TIMES: DraftTimes = { pauseMs: 500, longestMs: 3000 }

/**
 * Saves what is typed: after a pause, at the latest after `longestMs`, one save at a time, never the same content twice.
 * A failed save is told and tried again with the next change. Content equal to `ground` (the untouched form) is not saved.
 */
export function createDraftSaver(
  save: SaveDraft,
  onState: (state: DraftState) => void,
  ground: string,
  times: DraftTimes = DRAFT_TIMES,
): DraftSaver {
  let noted: string | null = null
  let saved = ground
  let pause: ReturnType<typeof setTimeout> | undefined
  let longest: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null

  function clearTimers(): void {
    clearTimeout(pause)
    clearTimeout(longest)
    pause = undefined
    longest = undefined
  }

  async function saveNoted(): Promise<void> {
    while (noted !== null && noted !== saved) {
      const content = noted
      onState({ kind: 'saving' })
      const reply = await save(content).catch(() => ({ ok: false, message: '草稿没有存上，请先不要关闭窗口' }) as const)
      if (!reply.ok) {
        onState({ kind: 'failed', message: reply.message })
        return
      }
      saved = content
      if (noted === content) onState({ kind: 'saved', at: reply.savedAt })
    }
  }

  function run(): Promise<void> {
    clearTimers()
    running ??= saveNoted().finally(() => {
      running = null
    })
    return running
  }

  return {
    change(content) {
      if (content === noted || (noted === null && content === saved)) return
      noted = content
      if (content === saved) {
        clearTimers()
        return
      }
      onState({ kind: 'pending' })
      clearTimeout(pause)
      pause = setTimeout(run, times.pauseMs)
      longest ??= setTimeout(run, times.longestMs)
    },
    async flush() {
      await run()
      // A change during the running save may have come after its last look.
      if (noted !== null && noted !== saved && pause !== undefined) await run()
    },
    drop() {
      clearTimers()
      noted = null
    },
  }
}

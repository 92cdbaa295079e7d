import { useEffect, useMemo, useRef, useState } from 'react'
import { createDraftSaver, type DraftState, type SaveDraft } from './draft-saver.ts'

const flushers = new Set<() => Promise<void>>()

/** Saves every draft on the screen now; before a lock, a log-out or the end of the window. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...flushers].map(flush => flush()))
}

/** How many forms on the screen hold a draft right now. */
export function draftCount(): number {
  return flushers.size
}

export type DraftOptions<Values> = {
  /** What is on the screen now; must be plain data. */
  readonly values: Values
  /** The untouched form: equal content is not a draft. */
  readonly ground: Values
  /** Stores the draft's JSON text. */
  readonly save: SaveDraft
  /** Off while the form is read only or already saved. Default true. */
  readonly enabled?: boolean
}

export type Draft = {
  readonly state: DraftState
  /** Saves now. */
  readonly flush: () => Promise<void>
  /** Forgets what is not saved yet, after the form itself was saved. */
  readonly drop: () => void
}

/** Saves a form while it is being typed, so that a power cut, a lock or a crash loses nothing. */
export function useDraft<Values>({ values, ground, save, enabled = true }: DraftOptions<Values>): Draft {
  const [state, setState] = useState<DraftState>({ kind: 'none' })
  const latestSave = useRef(save)
  useEffect(() => {
    latestSave.current = save
  })
  const groundText = JSON.stringify(ground)
  const saver = useMemo(() => createDraftSaver(content => latestSave.current(content), setState, groundText), [groundText])
  const content = JSON.stringify(values)
  useEffect(() => {
    if (enabled) saver.change(content)
  }, [saver, content, enabled])
  useEffect(() => {
    if (!enabled) return
    const flush = () => saver.flush()
    const flushSoon = () => void saver.flush()
    flushers.add(flush)
    window.addEventListener('pagehide', flushSoon)
    window.addEventListener('blur', flushSoon)
    return () => {
      flushers.delete(flush)
      window.removeEventListener('pagehide', flushSoon)
      window.removeEventListener('blur', flushSoon)
      void saver.flush()
    }
  }, [saver, enabled])
  return useMemo(() => ({ state, flush: () => saver.flush(), drop: () => saver.drop() }), [state, saver])
}

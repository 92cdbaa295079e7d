import { useEffect, useSyncExternalStore } from 'react'

/** How long the line stands, in milliseconds. */
const STANDS_MS = 4000

type Done = { readonly text: string; readonly onUndo?: () => void }

let current: Done | null = null
const listeners = new Set<() => void>()

function set(next: Done | null): void {
  current = next
  for (const listener of listeners) listener()
}

/** Says in a quiet line at the bottom, for 4 seconds, that something was done; with 撤销 where an undo exists. */
export function announceDone(text: string, onUndo?: () => void): void {
  set({ text, onUndo })
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where the quiet lines stand. Once, in the frame. */
export function DoneLine() {
  const done = useSyncExternalStore(subscribe, () => current)
  useEffect(() => {
    if (!done) return
    const timer = setTimeout(() => set(null), STANDS_MS)
    return () => clearTimeout(timer)
  }, [done])
  return (
    <div role="status" aria-live="polite">
      {done && (
        <div className="done-line">
          <span>{done.text}</span>
          {done.onUndo && (
            <button
              type="button"
              className="text-link"
              onClick={() => {
                done.onUndo?.()
                set(null)
              }}
            >
              撤销
            </button>
          )}
        </div>
      )}
    </div>
  )
}

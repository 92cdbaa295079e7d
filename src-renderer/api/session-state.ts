import { useSyncExternalStore } from 'react'
import type { StaffCard } from './staff-card.ts'

/** What the window shows: the log-in page, the work, or the work behind the lock. */
export type SessionState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'out' }
  | { readonly kind: 'in'; readonly user: StaffCard }
  | { readonly kind: 'locked'; readonly user: StaffCard; readonly since: string; readonly because: 'idle' | 'asked' }

let state: SessionState = { kind: 'unknown' }
const listeners = new Set<() => void>()

/** The state now, outside React. */
export function sessionState(): SessionState {
  return state
}

/** Moves the window to another state. */
export function setSessionState(next: SessionState): void {
  state = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The state now; the component is drawn again when it changes. */
export function useSessionState(): SessionState {
  return useSyncExternalStore(subscribe, () => state)
}

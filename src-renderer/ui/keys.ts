import { useEffect, useRef, useSyncExternalStore } from 'react'
import { isPlainKey, matchesKey } from './key-binding.ts'

export type KeyBinding = {
  /** `Ctrl+S`, `Alt+1`, `J`, `F6`, `?` … see `matchesKey`. */
  readonly keys: string
  /** What it does, for the list behind `?`. */
  readonly label: string
  readonly run: () => void
  /** Off, and not listed, while false. Default true. */
  readonly when?: boolean
  /** `true`: only inside an open dialog; `both`: with and without one. Default false: a dialog silences it. */
  readonly inDialog?: boolean | 'both'
}

type Registration = { readonly bindings: { readonly current: readonly KeyBinding[] } }

let registrations: readonly Registration[] = []
let suspended = false
const listeners = new Set<() => void>()

/** Turns every key binding off (while the screen is locked) or on again. */
export function suspendKeys(value: boolean): void {
  suspended = value
}

const FIELD_TYPES_WITHOUT_TEXT = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file'])

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !FIELD_TYPES_WITHOUT_TEXT.has(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
}

/** What stood over the page when the key went down: a dialog or a list closes itself on Esc before the binding is looked for. */
let atPress = { inDialog: false, inPopup: false }

function notePress(): void {
  atPress = {
    // A drawer that is kept but not shown silences nothing.
    inDialog: [...document.querySelectorAll('[aria-modal="true"]')].some(dialog => dialog.checkVisibility()),
    inPopup: document.querySelector('[aria-haspopup][aria-expanded="true"]') !== null,
  }
}

function onKeyDown(event: KeyboardEvent): void {
  if (suspended || event.defaultPrevented || event.isComposing) return
  const { inDialog, inPopup } = atPress
  if (event.key === 'Escape' && inPopup) return
  // The newest registration wins: a dialog or a pane over the page it stands on.
  for (const registration of registrations.toReversed()) {
    for (const binding of registration.bindings.current) {
      const where = binding.inDialog ?? false
      if (binding.when === false || (where !== 'both' && where !== inDialog)) continue
      if (!matchesKey(binding.keys, event) || (isPlainKey(binding.keys) && isTyping(event.target))) continue
      event.preventDefault()
      event.stopPropagation()
      binding.run()
      return
    }
  }
}

/** Binds keys for as long as the calling component is up. Newer bindings go before older ones; a dialog silences those under it. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const latest = useRef(bindings)
  useEffect(() => {
    latest.current = bindings
  })
  useEffect(() => {
    const registration: Registration = { bindings: latest }
    if (registrations.length === 0) {
      window.addEventListener('keydown', notePress, true)
      window.addEventListener('keydown', onKeyDown)
    }
    registrations = [...registrations, registration]
    for (const listener of listeners) listener()
    return () => {
      registrations = registrations.filter(other => other !== registration)
      if (registrations.length === 0) {
        window.removeEventListener('keydown', notePress, true)
        window.removeEventListener('keydown', onKeyDown)
      }
      for (const listener of listeners) listener()
    }
  }, [])
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Every binding that works on the screen now, newest first, for the overlay behind `?`. */
export function useBoundKeys(): readonly KeyBinding[] {
  const now = useSyncExternalStore(subscribe, () => registrations)
  return now
    .toReversed()
    .flatMap(registration => registration.bindings.current.filter(binding => binding.when !== false && binding.inDialog !== true))
}

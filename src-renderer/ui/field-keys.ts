import type { KeyboardEvent } from 'react'

const CHOICE = 'input[type="radio"]:not(:disabled)'
const STOPS = 'input:not(:disabled):not([type="hidden"]), textarea:not(:disabled)'

/** The radio that a digit means inside its group, or null: 1 is the first. */
function choiceOfDigit(target: HTMLElement, key: string): HTMLInputElement | null {
  if (!/^[1-9]$/.test(key) || !(target instanceof HTMLInputElement) || target.type !== 'radio') return null
  const group = target.closest('[role="radiogroup"]')
  return group?.querySelectorAll<HTMLInputElement>(CHOICE)[Number(key) - 1] ?? null
}

/** Puts the focus on a field of a form by its name: on its ticked choice, or its first control. False when it is not on the screen. */
export function focusField(name: string): boolean {
  const field = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`)
  const stop =
    field?.querySelector<HTMLElement>(`${CHOICE}:checked`) ??
    // A list to choose from that takes no typing, such as the kind of a certificate before its number, is passed over.
    [...(field?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(STOPS) ?? [])].find(one => !one.readOnly)
  if (!stop) return false
  stop.focus()
  return true
}

/**
 * The keys of a form that is filled in at speed, for its `onKeyDown`. In a group of choices a digit chooses and goes on, as Enter does, to the next
 * field of `path` that `isOpen`; Tab still goes through every control. What a control has used itself (a list that is open) is left alone.
 */
export function fieldKeys(event: KeyboardEvent<HTMLElement>, path: readonly string[], isOpen: (name: string) => boolean): void {
  const { target } = event
  if (event.defaultPrevented || event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
  if (!(target instanceof HTMLElement)) return
  const choice = choiceOfDigit(target, event.key)
  if (choice) {
    event.preventDefault()
    choice.focus()
    choice.click()
    goOn(target, path, isOpen)
    return
  }
  if (event.key !== 'Enter' || event.shiftKey || !(target instanceof HTMLInputElement) || target.type === 'checkbox') return
  if (goOn(target, path, isOpen)) event.preventDefault()
}

/** Goes on from a control to the next field of the path that is open and on the screen. False when there is none. */
function goOn(target: HTMLElement, path: readonly string[], isOpen: (name: string) => boolean): boolean {
  const name = target.closest<HTMLElement>('[data-field]')?.dataset.field
  const here = name === undefined ? -1 : path.indexOf(name)
  if (here < 0) return false
  const next = path.slice(here + 1).find(field => isOpen(field) && document.querySelector(`[data-field="${CSS.escape(field)}"]`))
  return next !== undefined && focusField(next)
}

/** Moves the focus to the next pane of the screen (F6), to its first control or to the pane itself. */
export function focusNextPane(): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')]
  if (panes.length === 0) return
  const at = panes.findIndex(pane => pane.contains(document.activeElement))
  const next = panes[(at + 1) % panes.length]
  const inside = next?.querySelector<HTMLElement>(
    'tr[tabindex="0"], input:not([type="hidden"]):not(:disabled), textarea, select, button:not(:disabled), a[href]',
  )
  const target = inside ?? next
  target?.focus()
}

type Veiled = { readonly element: HTMLElement; readonly wasInert: boolean; readonly visibility: string }

type Place = { readonly element: HTMLElement; readonly start: number | null; readonly end: number | null }

/** The element that has the focus now, with the cursor's place in it where it has one. */
function focusPlace(): Place | null {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return null
  const isText =
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && /^(text|search|tel|url|password)$/.test(element.type))
  return { element, start: isText ? element.selectionStart : null, end: isText ? element.selectionEnd : null }
}

function restore(place: Place | null): void {
  if (!place?.element.isConnected) return
  place.element.focus({ preventScroll: true })
  const { element, start, end } = place
  if ((element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) && start !== null)
    element.setSelectionRange(start, end)
}

/**
 * Hides everything in the document but `shown`, without unmounting it: what was typed stays, and nobody can read or reach it.
 * The returned function brings it back, with the focus and the cursor where they were.
 */
export function drawVeil(shown: HTMLElement): () => void {
  const place = focusPlace()
  const veiled: readonly Veiled[] = [...document.body.children].flatMap(element => {
    if (!(element instanceof HTMLElement) || element === shown || element.tagName === 'SCRIPT') return []
    const before = { element, wasInert: element.inert, visibility: element.style.visibility }
    element.inert = true
    element.style.visibility = 'hidden'
    return [before]
  })
  return () => {
    for (const { element, wasInert, visibility } of veiled) {
      element.inert = wasInert
      element.style.visibility = visibility
    }
    restore(place)
  }
}

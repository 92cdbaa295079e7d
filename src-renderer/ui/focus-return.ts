import { useEffect } from 'react'

const DIALOG = '[aria-modal="true"]'

/**
 * Gives the focus back to where it was before a dialog came up, once the last dialog has gone and nothing else took the focus. Once, in
 * the frame: a dialog that is taken out of the page while it is open cannot do this itself.
 */
export function useFocusReturn(): void {
  useEffect(() => {
    let last: HTMLElement | null = null
    let hadDialog = false
    const note = (event: FocusEvent) => {
      if (event.target instanceof HTMLElement && !event.target.closest(DIALOG)) last = event.target
    }
    const watch = () => {
      const hasDialog = document.querySelector(DIALOG) !== null
      const isGone = hadDialog && !hasDialog
      hadDialog = hasDialog
      if (isGone && document.activeElement === document.body && last?.isConnected) last.focus({ preventScroll: true })
    }
    // Dialogs stand beside the page in the document's body; what changes inside the page is of no interest.
    const page = document.getElementById('root')
    const observer = new MutationObserver(records => {
      if (records.some(record => !page?.contains(record.target))) watch()
    })
    document.addEventListener('focusin', note)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', note)
      observer.disconnect()
    }
  }, [])
}

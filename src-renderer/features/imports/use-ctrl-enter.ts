import { useEffect, useRef } from 'react'

/** Ctrl+Enter while a list to choose from has the focus: the list would take the Enter and open, so the step is taken before it hears of it. */
export function useCtrlEnterOverLists(run: () => void, when: boolean): void {
  const latest = useRef({ run, when })
  latest.current = { run, when }
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isStep = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
      const isList = event.target instanceof Element && event.target.getAttribute('aria-haspopup') === 'listbox'
      if (!isStep || !isList || !latest.current.when) return
      event.preventDefault()
      event.stopPropagation()
      latest.current.run()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [])
}

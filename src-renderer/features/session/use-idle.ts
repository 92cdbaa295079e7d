import { useEffect } from 'react'

const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
const CHECK_MS = 5000

/** Calls `onIdle` once nobody has touched keyboard or mouse for `minutes`. Wakes from sleep count as time passed. */
export function useIdle(minutes: number, isWatching: boolean, onIdle: () => void): void {
  useEffect(() => {
    if (!isWatching) return
    let last = Date.now()
    const note = () => {
      last = Date.now()
    }
    const timer = setInterval(() => {
      if (Date.now() - last >= minutes * 60_000) onIdle()
    }, CHECK_MS)
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, note, { passive: true, capture: true })
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, note, { capture: true })
    }
  }, [minutes, isWatching, onIdle])
}

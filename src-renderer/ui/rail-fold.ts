import { useEffect, useSyncExternalStore } from 'react'

let folds = 0
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Folds the rail to icons for as long as the calling screen is up. */
export function useFoldedRail(folded: boolean): void {
  useEffect(() => {
    if (!folded) return
    folds += 1
    tell()
    return () => {
      folds -= 1
      tell()
    }
  }, [folded])
}

/** Whether a screen that is up wants the rail folded. */
export function useIsRailFolded(): boolean {
  return useSyncExternalStore(subscribe, () => folds > 0)
}

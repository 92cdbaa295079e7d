import { useEffect, useState } from 'react'

/**
 * What a form begins with, gathered once for each `key`; null until it is there. What changes later must not empty a form that is
 * being filled in, so `begin` is not asked again.
 */
export function useStart<Start>(key: string, begin: () => Promise<Start>): Start | null {
  const [found, setFound] = useState<{ readonly key: string; readonly start: Start } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form begins once for its key
  useEffect(() => {
    let isCurrent = true
    void begin().then(start => isCurrent && setFound({ key, start }))
    return () => {
      isCurrent = false
    }
  }, [key])
  return found?.key === key ? found.start : null
}

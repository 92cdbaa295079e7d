import { useEffect, useState } from 'react'
import { type Initials, loadInitials } from './pinyin-match.ts'

/** Pinyin initials (拼音首字母) once their dictionary is there; null before. */
export function useInitials(): Initials | null {
  const [initials, setInitials] = useState<Initials | null>(null)
  useEffect(() => {
    let isUp = true
    void loadInitials().then(loaded => isUp && setInitials(() => loaded))
    return () => {
      isUp = false
    }
  }, [])
  return initials
}

import { useState } from 'react'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { invoke } from '../../api/client.ts'

/** A pack file that was picked, read and checked. `readAt` counts the readings, so that each one is a new form. */
export type PickedPack = {
  readonly handle: string
  readonly name: string
  readonly text: string
  readonly check: OutputOf<'packs.check'>
  readonly readAt: number
}

let readings = 0

/** Lets the person pick a rule pack file (规则包) and reads it through the core's check. Null when they back out or it cannot be read. */
export function usePackFile() {
  const [error, setError] = useState<AppError | null>(null)
  const read = async (handle: string): Promise<PickedPack | null> => {
    setError(null)
    const file = await invoke('packs.read', { handle })
    if (!file.ok) {
      setError(file.error)
      return null
    }
    const check = await invoke('packs.check', { text: file.value.text })
    if (!check.ok) {
      setError(check.error)
      return null
    }
    readings += 1
    return { handle, name: file.value.name, text: file.value.text, check: check.value, readAt: readings }
  }
  const pick = async (): Promise<PickedPack | null> => {
    const picked = await invoke('shell.pickFiles', { purpose: 'pack' })
    if (!picked.ok) {
      setError(picked.error)
      return null
    }
    const [file] = picked.value.files
    return file ? read(file.handle) : null
  }
  return { error, pick, read }
}

import { useRef, useState } from 'react'
import type { AppError, Reply } from '../../../src-main/contract/envelope.ts'
import type { InputOf } from '../../../src-main/contract/index.ts'
import { invoke } from '../../api/client.ts'
import type { PackPath } from './place-props.ts'

type Json = InputOf<'packs.editDraft'>['value']

/**
 * Saves what is changed in a draft, one change after another, each on the version that the one before it made. A refusal stops the line;
 * the screen then shows the draft as it stands.
 */
export function useDraftEdits(id: string, version: number) {
  const [error, setError] = useState<AppError | null>(null)
  const [waiting, setWaiting] = useState(0)
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const newest = useRef(version)
  // Another person's change, or an undo, comes with the answer.
  if (version > newest.current) newest.current = version
  const queue = (act: (version: number) => Promise<Reply<{ readonly version: number }>>) => {
    setWaiting(count => count + 1)
    line.current = line.current.then(async () => {
      const reply = await act(newest.current)
      if (reply.ok) newest.current = reply.value.version
      setError(reply.ok ? null : reply.error)
      setWaiting(count => count - 1)
    })
    return line.current
  }
  return {
    error,
    isSaving: waiting > 0,
    set: (path: PackPath, value: unknown) =>
      queue(at =>
        invoke('packs.editDraft', {
          id,
          version: at,
          path: [...path],
          ...(value === undefined ? {} : { value: value as Json }),
        }),
      ),
    write: (text: string) => queue(at => invoke('packs.writeDraft', { id, version: at, text })),
    undo: () => queue(at => invoke('packs.undoDraft', { id, version: at })),
    /** Resolves when every change so far is saved or refused. */
    settled: () => line.current,
    /** The version that the last saved change made. */
    version: () => newest.current,
  }
}

import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError, Reply } from '../../src-main/contract/envelope.ts'
import { type AnyInput, type AnyOutput, type CommandName, invoke, newRequestName } from './client.ts'

export type Progress = { readonly done: number; readonly total: number; readonly label: string }

export type Do<Name extends CommandName> = {
  /** Runs it; a second call while the first runs is a second operation, so keep the button busy. */
  readonly run: (input: AnyInput<Name>) => Promise<Reply<AnyOutput<Name>>>
  readonly isBusy: boolean
  /** The failure of the last run; null while it runs and after a success. */
  readonly error: AppError | null
  /** How far a job has come. */
  readonly progress: Progress | null
  /** Stops the running job; it then replies CANCELLED. */
  readonly cancel: () => void
  /** Puts the failure away. */
  readonly clear: () => void
}

/** One command, job or shell operation for a screen: runs it, and tells whether it is busy, how far it is and why it failed. */
export function useDo<Name extends CommandName>(name: Name): Do<Name> {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const request = useRef<string | null>(null)
  useEffect(
    () =>
      window.yuanjuan.onChanged(event => {
        if (event.kind === 'progress' && event.request === request.current) setProgress(event.progress)
      }),
    [],
  )
  const run = useCallback(
    async (input: AnyInput<Name>) => {
      const own = newRequestName()
      request.current = own
      setBusy(true)
      setError(null)
      setProgress(null)
      const reply = await invoke(name, input, own)
      if (request.current === own) {
        request.current = null
        setBusy(false)
        setProgress(null)
        setError(reply.ok ? null : reply.error)
      }
      return reply
    },
    [name],
  )
  const cancel = useCallback(() => {
    if (request.current !== null) void invoke('shell.cancel', { request: request.current })
  }, [])
  const clear = useCallback(() => setError(null), [])
  return { run, isBusy, error, progress, cancel, clear }
}

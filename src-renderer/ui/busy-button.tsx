import { Button, type ButtonProps } from '@mantine/core'
import { type ComponentPropsWithoutRef, useEffect, useRef, useState } from 'react'
import { KeyCaps } from './key-bar.tsx'

/** Work shorter than this shows nothing, in milliseconds. */
const QUIET_MS = 200

export type BusyButtonProps = Omit<ButtonProps, 'loading'> &
  Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps | 'onClick'> & {
    /** May be async: the button is busy until it settles, and a second click does nothing. */
    readonly onClick?: () => unknown
    /** Busy for a reason outside the button. */
    readonly busy?: boolean
    /** The key that does the same, shown inside, e.g. Ctrl+Enter. Bind it with `useKeys`. */
    readonly keys?: string
    /** Irreversible actions: a bare Enter on the button does nothing, Ctrl+Enter or a click does. */
    readonly refusesEnter?: boolean
  }

/** A button that shows a loader after 200 ms and keeps its width; it cannot be pressed twice. */
export function BusyButton({ onClick, busy = false, keys, refusesEnter = false, children, disabled, ...rest }: BusyButtonProps) {
  const [isRunning, setRunning] = useState(false)
  const [isSlow, setSlow] = useState(false)
  const mounted = useRef(true)
  const isBusy = busy || isRunning
  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])
  useEffect(() => {
    if (!isBusy) {
      setSlow(false)
      return
    }
    const timer = setTimeout(() => setSlow(true), QUIET_MS)
    return () => clearTimeout(timer)
  }, [isBusy])
  const press = async () => {
    if (isBusy) return
    const result = onClick?.()
    if (!(result instanceof Promise)) return
    setRunning(true)
    try {
      await result
    } finally {
      if (mounted.current) setRunning(false)
    }
  }
  return (
    <Button
      {...rest}
      disabled={disabled}
      loading={isSlow}
      aria-busy={isBusy || undefined}
      rightSection={keys ? <KeyCaps keys={keys} /> : rest.rightSection}
      onClick={press}
      onKeyDown={event => {
        if (refusesEnter && event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault()
      }}
    >
      {children}
    </Button>
  )
}

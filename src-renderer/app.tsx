import { MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { Router } from 'wouter'
import { CLOSING_REQUEST } from '../src-main/contract/bridge.ts'
import { AskFailure } from './api/ask-state.tsx'
import { invoke, onRefused } from './api/client.ts'
import { useHashLocation, useHashSearch } from './api/hash-location.ts'
import { sessionState, setSessionState, useSessionState } from './api/session-state.ts'
import type { StaffCard } from './api/staff-card.ts'
import { useAsk } from './api/use-ask.ts'
import { withSchemas } from './api/with-schemas.ts'
import { LoginPage } from './features/session/login-page.tsx'
import { type Trouble, TroublePage, troubleOf } from './features/session/trouble-page.tsx'
import { theme } from './theme.ts'
import { forgetLists } from './ui/list-memory.ts'

// What a start nearly always shows is the log-in page. All else waits until that stands, and is fetched while the password is typed.
const loadWork = () => withSchemas(() => import('./work.tsx'))
const Work = lazy(async () => ({ default: (await loadWork()).Work }))
const SetupPage = lazy(async () => ({
  default: (await withSchemas(() => import('./features/setup/setup-page.tsx'))).SetupPage,
}))

export type AppProps = { readonly client: QueryClient; readonly version: string }

/** The whole window: providers, and the gate that decides which page stands. */
export function App({ client, version }: AppProps) {
  return (
    <MantineProvider theme={theme} forceColorScheme="light">
      <QueryClientProvider client={client}>
        <Router hook={useHashLocation} searchHook={useHashSearch}>
          <Gate version={version} />
          <ClosingLine />
        </Router>
      </QueryClientProvider>
    </MantineProvider>
  )
}

/** Trouble, first run, log-in, or the work. A session that survived a reload of the window is taken up again. */
function Gate({ version }: { readonly version: string }) {
  const status = useAsk('center.status', {})
  const session = useSessionState()
  const client = useQueryClient()
  // The wizard stays up after the center was made, until the person goes on from its last page.
  const [isSettingUp, setSettingUp] = useState(false)
  // What a log-in ran into: the folder looked sound until the database was opened.
  const [met, setMet] = useState<Trouble | null>(null)
  const state = status.data?.state
  useEffect(() => {
    if (state === 'empty') setSettingUp(true)
    if (state !== 'ready' || sessionState().kind !== 'unknown') return
    void invoke('session.current', {}).then(reply => {
      if (sessionState().kind !== 'unknown') return
      setSessionState(reply.ok ? { kind: 'in', user: reply.value.user } : { kind: 'out' })
    })
  }, [state])
  useEffect(
    () =>
      onRefused(error => {
        const now = sessionState()
        if (error.reason === 'not-logged-in' && now.kind !== 'unknown') setSessionState({ kind: 'out' })
        if (error.reason === 'locked' && now.kind === 'in')
          setSessionState({ kind: 'locked', user: now.user, since: new Date().toISOString(), because: 'asked' })
      }),
    [],
  )
  const isLoggingIn = state === 'ready' && session.kind === 'out'
  useEffect(() => {
    if (!isLoggingIn) return
    const idle = requestIdleCallback(() => void loadWork())
    return () => cancelIdleCallback(idle)
  }, [isLoggingIn])
  const enter = useCallback(
    (user: StaffCard) => {
      client.clear()
      forgetLists()
      setSettingUp(false)
      setSessionState({ kind: 'in', user })
    },
    [client],
  )
  const isWorking = session.kind === 'in' || session.kind === 'locked'
  const trouble = isWorking || isSettingUp ? null : (troubleOf(status.error) ?? status.data?.trouble ?? met)
  if (trouble) {
    const retry = () => {
      setMet(null)
      status.refetch()
    }
    return <TroublePage trouble={trouble} onRetry={retry} />
  }
  if (status.data === undefined) return status.error ? <AskFailure error={status.error} onRetry={status.refetch} /> : null
  if (isSettingUp)
    return (
      <Suspense>
        <SetupPage onEnter={enter} onCreated={status.refetch} />
      </Suspense>
    )
  switch (session.kind) {
    case 'unknown':
      return null
    case 'out':
      return <LoginPage status={status.data} version={version} onLoggedIn={enter} onTrouble={setMet} />
    case 'in':
    case 'locked':
      return (
        <Suspense>
          <Work version={version} centerName={status.data.centerName ?? ''} packVersion={status.data.packVersion} />
        </Suspense>
      )
    default:
      return session satisfies never
  }
}

/** While the app makes its exit backup and closes, one line says so. */
function ClosingLine() {
  const [label, setLabel] = useState<string | null>(null)
  useEffect(
    () =>
      window.yuanjuan.onChanged(event => {
        if (event.kind === 'progress' && event.request === CLOSING_REQUEST) setLabel(event.progress.label)
      }),
    [],
  )
  return (
    label && (
      <div className="done-line" role="status">
        {label}
      </div>
    )
  )
}

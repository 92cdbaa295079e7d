import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { type QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { Router } from 'wouter'
import { CLOSING_REQUEST } from '../src-main/contract/bridge.ts'
import { AskFailure } from './api/ask-state.tsx'
import { invoke, onRefused } from './api/client.ts'
import { navigate, useHashLocation, useHashSearch } from './api/hash-location.ts'
import { sessionState, setSessionState, useSessionState } from './api/session-state.ts'
import type { StaffCard } from './api/staff-card.ts'
import { useAsk } from './api/use-ask.ts'
import { AppFrame } from './features/frame/app-frame.tsx'
import { SearchDialog } from './features/search/search-dialog.tsx'
import { ChangePasswordDialog } from './features/session/change-password-dialog.tsx'
import { LockPage } from './features/session/lock-page.tsx'
import { cornerWords, LoginPage } from './features/session/login-page.tsx'
import { type Trouble, TroublePage, troubleOf } from './features/session/trouble-page.tsx'
import { useIdle } from './features/session/use-idle.ts'
import { SetupPage } from './features/setup/setup-page.tsx'
import { navEntries, pages } from './routes.tsx'
import { theme } from './theme.ts'
import { forgetLists } from './ui/list-memory.ts'
import { flushDrafts } from './ui/use-draft.ts'

export type AppProps = { readonly client: QueryClient; readonly version: string }

/** The whole window: providers, and the gate that decides which page stands. */
export function App({ client, version }: AppProps) {
  return (
    <MantineProvider theme={theme} forceColorScheme="light">
      <DatesProvider settings={{ locale: 'zh-cn', firstDayOfWeek: 1, weekendDays: [0, 6] }}>
        <QueryClientProvider client={client}>
          <Router hook={useHashLocation} searchHook={useHashSearch}>
            <Gate version={version} />
            <ClosingLine />
          </Router>
        </QueryClientProvider>
      </DatesProvider>
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
  if (isSettingUp) return <SetupPage onEnter={enter} onCreated={status.refetch} />
  switch (session.kind) {
    case 'unknown':
      return null
    case 'out':
      return <LoginPage status={status.data} version={version} onLoggedIn={enter} onTrouble={setMet} />
    case 'in':
    case 'locked':
      return <Work version={version} centerName={status.data.centerName ?? ''} packVersion={status.data.packVersion} />
    default:
      return session satisfies never
  }
}

/** The frame, and over it the lock. The frame stays mounted behind the lock, so that nothing typed is lost. */
function Work({
  version,
  centerName,
  packVersion,
}: {
  readonly version: string
  readonly centerName: string
  readonly packVersion: string | null
}) {
  const session = useSessionState()
  const client = useQueryClient()
  const current = useAsk('session.current', {})
  const [isChanging, setChanging] = useState(false)
  const idleMinutes = current.data?.idleMinutes
  const lock = useCallback(async (because: 'idle' | 'asked') => {
    const now = sessionState()
    if (now.kind !== 'in') return
    // The page is hidden first; what was typed is stored right after, which the core takes from a locked session too.
    setSessionState({ kind: 'locked', user: now.user, since: new Date().toISOString(), because })
    await invoke('session.lock', {})
    await flushDrafts()
  }, [])
  const lockIdle = useCallback(() => void lock('idle'), [lock])
  useIdle(idleMinutes ?? 10, session.kind === 'in' && idleMinutes !== undefined, lockIdle)
  const logOut = useCallback(async () => {
    await flushDrafts()
    await invoke('session.logout', {})
    setSessionState({ kind: 'out' })
    client.clear()
    forgetLists()
    navigate('/', { replace: true })
  }, [client])
  if (session.kind !== 'in' && session.kind !== 'locked') return null
  const unlocked = () => {
    setSessionState({ kind: 'in', user: session.user })
    void client.invalidateQueries()
  }
  return (
    <>
      <AppFrame
        onLock={() => void lock('asked')}
        onLogOut={() => void logOut()}
        onChangePassword={() => setChanging(true)}
        Search={SearchDialog}
        pages={pages}
        navEntries={navEntries}
      />
      {isChanging && <ChangePasswordDialog onClose={() => setChanging(false)} />}
      {session.kind === 'locked' && (
        <LockPage
          user={session.user}
          since={session.since}
          because={session.because}
          idleMinutes={idleMinutes ?? 10}
          centerName={centerName}
          corner={cornerWords(version, packVersion)}
          onUnlocked={unlocked}
          onLogOut={() => void logOut()}
        />
      )}
    </>
  )
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

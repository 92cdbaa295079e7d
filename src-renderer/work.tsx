import { DatesProvider } from '@mantine/dates'
import 'dayjs/locale/zh-cn'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { invoke } from './api/client.ts'
import { navigate } from './api/hash-location.ts'
import { sessionState, setSessionState, useSessionState } from './api/session-state.ts'
import { useAsk } from './api/use-ask.ts'
import { AppFrame } from './features/frame/app-frame.tsx'
import { SearchDialog } from './features/search/search-dialog.tsx'
import { ChangePasswordDialog } from './features/session/change-password-dialog.tsx'
import { LockPage } from './features/session/lock-page.tsx'
import { cornerWords } from './features/session/login-page.tsx'
import { useIdle } from './features/session/use-idle.ts'
import { navEntries, pages } from './routes.tsx'
import { forgetLists } from './ui/list-memory.ts'
import { flushDrafts } from './ui/use-draft.ts'

/** The frame, and over it the lock. The frame stays mounted behind the lock, so that nothing typed is lost. */
export function Work({
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
    <DatesProvider settings={{ locale: 'zh-cn', firstDayOfWeek: 1, weekendDays: [0, 6] }}>
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
    </DatesProvider>
  )
}

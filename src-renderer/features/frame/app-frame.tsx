import { useMediaQuery } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { type ComponentType, Suspense, useEffect, useMemo, useState } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { AskFailure } from '../../api/ask-state.tsx'
import { ClockDialog } from '../../api/clock-dialog.tsx'
import { type Session, SessionContext } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { ErrorPanel } from '../../ui/choice-panel.tsx'
import { ConfirmDialog } from '../../ui/confirm.tsx'
import { DoneLine } from '../../ui/done-line.tsx'
import type { NavEntry, Page } from '../../ui/feature-route.ts'
import { useFocusReturn } from '../../ui/focus-return.ts'
import { KeyOverlay } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Sheet } from '../../ui/page.tsx'
import { useIsRailFolded } from '../../ui/rail-fold.ts'
import { PageErrorBoundary } from './page-error-boundary.tsx'
import { focusNextPane } from './panes.ts'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'

/** Under this width in CSS px the rail shows icons only. */
const FOLD_BELOW = '(max-width: 1299px)'
/** The core's calendar day is asked for again this often, so that clocks move on at midnight. In milliseconds. */
const DAY_CHECK_MS = 60_000

export type AppFrameProps = {
  readonly onLock: () => void
  readonly onLogOut: () => void
  readonly onChangePassword: () => void
  /** Every page of every feature, in matching order. */
  readonly pages: readonly Page[]
  /** The rail's entries, from top to bottom. */
  readonly navEntries: readonly NavEntry[]
  /** The search box (Ctrl+K), which belongs to the search feature. */
  readonly Search: ComponentType<{ readonly onClose: () => void }>
}

/** The desk: header, rail and the sheet of the page that is open. */
export function AppFrame(props: AppFrameProps) {
  const current = useAsk('session.current', {})
  const status = useAsk('center.status', {})
  const client = useQueryClient()
  useEffect(() => {
    const timer = setInterval(() => status.refetch(), DAY_CHECK_MS)
    return () => clearInterval(timer)
  }, [status.refetch])
  const today = status.data?.today
  useEffect(() => {
    if (today) void client.invalidateQueries({ predicate: query => query.queryKey[0] !== 'center' })
  }, [client, today])
  const session = useMemo<Session | null>(
    () => (current.data && today ? { ...current.data, today } : null),
    [current.data, today],
  )
  if (!session) {
    const failed = current.data ? status : current
    return failed.error ? <AskFailure error={failed.error} onRetry={failed.refetch} /> : <div className="grow" aria-busy />
  }
  return (
    <SessionContext value={session}>
      <Desk {...props} />
    </SessionContext>
  )
}

function Desk({ onLock, onLogOut, onChangePassword, Search, pages, navEntries }: AppFrameProps) {
  useFocusReturn()
  const [isSearching, setSearching] = useState(false)
  const isNarrow = useMediaQuery(FOLD_BELOW) ?? false
  const isFolded = useIsRailFolded() || isNarrow
  useKeys([
    { keys: 'Ctrl+K', label: '搜索', run: () => setSearching(true) },
    { keys: 'F6', label: '下一栏', run: focusNextPane },
    { keys: 'Ctrl+L', label: '锁定', run: onLock, inDialog: 'both' },
  ])
  const first = navEntries[0]?.path ?? '/settings'
  return (
    <div className="app-frame" data-folded={isFolded || undefined}>
      <TopBar onSearch={() => setSearching(true)} onLock={onLock} onLogOut={onLogOut} onChangePassword={onChangePassword} />
      <Rail isFolded={isFolded} entries={navEntries} />
      <div className="sheet-slot">
        <PageErrorBoundary>
          <Suspense fallback={<main className="sheet" aria-busy />}>
            <Switch>
              {pages.map(page => (
                <Route key={page.path} path={page.path} component={page.Page} />
              ))}
              <Route path="/">
                <Redirect to={first} replace />
              </Route>
              <Route>
                <Sheet>
                  <ErrorPanel title="没有这一页" text="可能是旧的链接。请从左侧选择，或按 Ctrl+K 搜索。" />
                </Sheet>
              </Route>
            </Switch>
          </Suspense>
        </PageErrorBoundary>
      </div>
      {isSearching && <Search onClose={() => setSearching(false)} />}
      <ClockDialog />
      <ConfirmDialog />
      <KeyOverlay />
      <DoneLine />
    </div>
  )
}

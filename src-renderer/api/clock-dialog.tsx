import { Button, Modal } from '@mantine/core'
import { type ReactNode, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import type { ClockSubject, ClockSummary, ClockView } from '../../src-main/contract/common.ts'
import type { OutputOf } from '../../src-main/contract/index.ts'
import { Banner } from '../ui/banner.tsx'
import { ClockHeadline } from '../ui/clock.tsx'
import { clockStartWord, clockVerb } from '../ui/clock-limits.ts'
import { ClockSteps } from '../ui/clock-steps.tsx'
import { askConfirm } from '../ui/confirm.tsx'
import { DayStrip } from '../ui/day-strip.tsx'
import { shortInstant } from '../ui/day-text.ts'
import { announceDone } from '../ui/done-line.tsx'
import { KeyCaps } from '../ui/key-bar.tsx'
import { useKeys } from '../ui/keys.ts'
import { AskState, ErrorBanner } from './ask-state.tsx'
import { hasRole, useSession } from './session.ts'
import { useAsk } from './use-ask.ts'
import { useDo } from './use-do.ts'
import { sourceOfClause, usePack } from './use-pack.ts'

type ClockKey = { readonly subject: ClockSubject; readonly limit: string }

let opened: ClockKey | null = null
const listeners = new Set<() => void>()

function set(next: ClockKey | null): void {
  opened = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Opens a clock (期限) with its rule, start, pauses and last day. One that runs on nothing that can be opened stays shut. */
export function openClock(clock: Pick<ClockSummary, 'subject' | 'limit'> | null): void {
  if (clock?.subject) set({ subject: clock.subject, limit: clock.limit })
}

/** Words of a clock that open it. */
export function ClockLink({ clock, children }: { readonly clock: ClockSummary; readonly children: ReactNode }) {
  if (clock.subject === null) return children
  return (
    <button type="button" className="bare clock-link" title="看期限怎样算" onClick={() => openClock(clock)}>
      {children}
    </button>
  )
}

/** Where clocks are opened. Once, in the frame. */
export function ClockDialog() {
  const key = useSyncExternalStore(subscribe, () => opened)
  return key && <OpenedClock key={`${key.subject.id} ${key.limit}`} clockKey={key} />
}

function OpenedClock({ clockKey }: { readonly clockKey: ClockKey }) {
  const ask = useAsk('clocks.get', clockKey)
  const close = () => set(null)
  useKeys([{ keys: 'Space', label: '关闭', run: close, inDialog: true }])
  return (
    <Modal
      opened
      onClose={close}
      size={680}
      title={ask.data ? `期限　${ask.data.clock.label}` : '期限'}
      closeButtonProps={{ 'aria-label': '关闭' }}
    >
      <AskState ask={ask}>{found => <ClockBody found={found} clockKey={clockKey} onClose={close} />}</AskState>
    </Modal>
  )
}

type Found = OutputOf<'clocks.get'>

function ClockBody({
  found,
  clockKey,
  onClose,
}: {
  readonly found: Found
  readonly clockKey: ClockKey
  readonly onClose: () => void
}) {
  const { clock, acts } = found
  const pack = usePack()
  const { user, today } = useSession()
  const cancel = useDo('clocks.cancel')
  const restore = useDo('clocks.restore')
  const isCancelled = clock.state === 'cancelled'
  const mayChange = hasRole(user, ['clerk', 'director']) && clock.doneOn === null
  const change = async () => {
    const answer = await askConfirm({
      title: isCancelled ? `恢复“${clock.label}”的期限？` : `撤销“${clock.label}”的期限？`,
      text: isCancelled
        ? '恢复后照原来的起算日继续计，已经超期的仍是超期。'
        : '期限不会删除：划线留在这里，写明谁、何时、为什么，可以恢复。要办的事仍在工作台上。',
      action: isCancelled ? '恢复期限' : '撤销期限',
      reason: { label: isCancelled ? '恢复理由' : '撤销理由', required: true },
    })
    if (!answer) return
    const input = { ...clockKey, reason: answer.reason }
    const reply = isCancelled ? await restore.run(input) : await cancel.run(input)
    if (reply.ok) announceDone(isCancelled ? `已恢复“${clock.label}”的期限` : `已撤销“${clock.label}”的期限`)
  }
  return (
    <div className="opened-clock">
      <ErrorBanner error={cancel.error ?? restore.error} />
      <div className="second soft">{found.subjectWords}</div>
      {clock.cancelled && (
        <Banner tone="warn" title={`${clock.cancelled.by} ${shortInstant(clock.cancelled.at, today)} 撤销了这个期限`}>
          {clock.cancelled.reason}
        </Banner>
      )}
      <ClockHeadline clock={clock} verb={clockVerb(clock.limit)} />
      <HeldBy clock={clock} />
      <DayStrip clock={clock} startWord={clockStartWord(clock.limit)} most={15} />
      <ClockSteps clock={clock} sourceOf={clause => sourceOfClause(pack, clause)?.fullName} />
      {acts.length > 0 && (
        <ol className="plain second clock-acts" aria-label="撤销和恢复">
          {acts.map(act => (
            <li key={`${act.act}${act.at}`}>
              <time dateTime={act.at}>{shortInstant(act.at, today)}</time>　{act.by}　{act.act === 'cancelled' ? '撤销' : '恢复'}
              ：{act.reason}
            </li>
          ))}
        </ol>
      )}
      <div className="row">
        {mayChange && (
          <Button variant="default" onClick={() => void change()} loading={cancel.isBusy || restore.isBusy}>
            {isCancelled ? '恢复期限…' : '撤销期限…'}
          </Button>
        )}
        <span className="push row">
          <Button variant="default" component={Link} href={found.openPath} onClick={onClose}>
            打开这一件
          </Button>
          <Button onClick={onClose} data-autofocus rightSection={<KeyCaps keys="Space" />}>
            关闭
          </Button>
        </span>
      </div>
    </div>
  )
}

/** Who has the thing in hand, or who let the clock lapse (超期责任). */
function HeldBy({ clock }: { readonly clock: ClockView }) {
  const { heldBy } = clock
  if (!heldBy) return null
  const who = [heldBy.step, heldBy.name].filter(Boolean).join('　')
  if (heldBy.letLapse) return <div className="second red">到期当日在手　{who}</div>
  return (
    <div className="second soft">
      {clock.doneOn === null ? '现在在手' : '经办'}　{who}
    </div>
  )
}

import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import type { QueueTicketView } from '../../../src-main/contract/queue.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { useAsk } from '../../api/use-ask.ts'
import { usePack } from '../../api/use-pack.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { Field } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Section, SectionHead, SidePane } from '../../ui/page.tsx'
import { PaperDialog } from '../../ui/paper.tsx'
import { wordOf } from '../../ui/person-words.ts'
import { Tag } from '../../ui/tag.tsx'

type Queue = OutputOf<'queue.today'>
type Slip = OutputOf<'queue.slip'>

/** Tickets that are over are told by their number only. */
const MOST_DONE = 5

/** The waiting queue (排队叫号) beside the register: who is called, who waits and how long, and what can be done about each. */
export function QueuePane({ queue, mayHandle }: { readonly queue: Queue; readonly mayHandle: boolean }) {
  const [, go] = useLocation()
  const pack = usePack()
  const again = useAsk('queue.today', {})
  const [isTaking, setTaking] = useState(false)
  const [slip, setSlip] = useState<Slip | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const grounds = pack?.frontDesk.queue?.grounds ?? []
  const settle = <Value,>(reply: { ok: true; value: Value } | { ok: false; error: AppError }): Value | null => {
    setFailure(reply.ok ? null : reply.error)
    void again.refetch()
    return reply.ok ? reply.value : null
  }
  const callNext = async () => {
    const called = settle(await invoke('queue.callNext', {}))
    if (called) announceDone(`请 ${called.label} 号${called.name === null ? '' : `　${called.name}`}`)
  }
  const callAgain = async ({ id, version }: QueueTicketView) => {
    const called = settle(await invoke('queue.callAgain', { id, version }))
    if (called) announceDone(`再叫 ${called.label} 号`)
  }
  const leave = async ({ id, version, label }: QueueTicketView) => {
    if (settle(await invoke('queue.leave', { id, version }))) announceDone(`${label} 号已离开，来了可以再叫`)
  }
  const begin = async ({ id, version }: QueueTicketView) => {
    if (settle(await invoke('queue.begin', { id, version }))) go(`/consultations/new?ticket=${id}`)
  }
  const printSlip = async (id: string) => setSlip(settle(await invoke('queue.slip', { id })))
  const open = queue.tickets.filter(ticket => ticket.status !== 'done' && ticket.status !== 'left')
  const over = queue.tickets.filter(ticket => ticket.status === 'done' || ticket.status === 'left').slice(0, MOST_DONE)
  const called = open.find(ticket => ticket.status === 'called' || ticket.status === 'serving')
  useKeys([
    { keys: 'T', label: '取号', run: () => setTaking(true), when: mayHandle && !isTaking },
    { keys: 'C', label: '叫下一个', run: () => void callNext(), when: mayHandle && queue.waiting > 0 },
    { keys: 'R', label: '再叫', run: () => called && void callAgain(called), when: mayHandle && called?.status === 'called' },
    { keys: 'B', label: '接待叫到的人', run: () => called && void begin(called), when: mayHandle && called !== undefined },
  ])
  return (
    <SidePane
      label="排队叫号"
      width={300}
      foot={
        mayHandle ? (
          <div className="row">
            <BusyButton variant="default" className="grow" keys="T" onClick={async () => setTaking(true)}>
              取号
            </BusyButton>
            <BusyButton className="grow" keys="C" disabled={queue.waiting === 0} onClick={callNext}>
              叫下一个
            </BusyButton>
          </div>
        ) : (
          <span className="note muted">由接待员、主任取号和叫号</span>
        )
      }
    >
      <Section>
        <SectionHead title="排队叫号" count={queue.waiting} note="人在等" />
        <ErrorBanner error={failure} />
        {open.length === 0 ? (
          <p className="second soft">现在没有人在等。来了人，按 T 取号。</p>
        ) : (
          <ol className="queue-list" aria-label="等候的号">
            {open.map(ticket => (
              <li key={ticket.id} data-status={ticket.status}>
                <div className="queue-line">
                  <span className="queue-label">{ticket.label}</span>
                  {ticket.ground !== null && <Tag tone="amber">{wordOf(grounds, ticket.ground)}</Tag>}
                  {ticket.reason === 'in-between' && <Tag outlined>间隔叫号</Tag>}
                  <span className="second clip">{ticket.name}</span>
                  <span className="push second nowrap">
                    {ticket.status === 'waiting'
                      ? `等 ${ticket.waitingMinutes} 分钟`
                      : `${ticket.calledBy ?? ''}　${STATUS_WORDS[ticket.status]}`}
                  </span>
                </div>
                {ticket.note !== null && <div className="note muted clip">{ticket.note}</div>}
                {mayHandle && (
                  <div className="queue-acts second">
                    <TextAction
                      label={ticket.status === 'serving' ? '继续登记' : '接待'}
                      of={ticket}
                      onRun={() => begin(ticket)}
                    />
                    {ticket.status === 'called' && (
                      <TextAction label={`再叫（已叫 ${ticket.timesCalled} 次）`} of={ticket} onRun={() => callAgain(ticket)} />
                    )}
                    <TextAction label="离开" of={ticket} onRun={() => leave(ticket)} />
                    <TextAction label="号票" of={ticket} onRun={() => printSlip(ticket.id)} />
                  </div>
                )}
              </li>
            ))}
          </ol>
        )}
      </Section>
      {over.length > 0 && (
        <Section>
          <SectionHead title="今天办完的" note={`登记 ${queue.done}　离开 ${queue.left}`} />
          {over.map(ticket => (
            <div key={ticket.id} className="queue-line second">
              <span className="nowrap">{ticket.label}</span>
              <span className="clip">{ticket.name}</span>
              <span className="push nowrap">
                {ticket.consultationId !== null ? (
                  <Link href={`/consultations/${ticket.consultationId}`} className="text-link">
                    打开登记
                  </Link>
                ) : mayHandle ? (
                  <TextAction label="来了，再叫" of={ticket} onRun={() => callAgain(ticket)} />
                ) : (
                  '离开'
                )}
              </span>
            </div>
          ))}
        </Section>
      )}
      {queue.rule !== null && (
        <Section>
          <p className="note muted">
            {queue.rule}
            {queue.clause !== null && `（${queue.clause}）`}
          </p>
        </Section>
      )}
      {isTaking && (
        <TakeDialog
          grounds={grounds}
          onClose={() => setTaking(false)}
          onTaken={(id, wantsSlip) => {
            setTaking(false)
            void again.refetch()
            if (wantsSlip) void printSlip(id)
          }}
        />
      )}
      {slip !== null && (
        <PaperDialog
          opened
          title={slip.title}
          html={slip.html}
          landscape={slip.landscape}
          onClose={() => setSlip(null)}
          onPrint={async () => {
            const reply = await invoke('shell.printPaper', { html: slip.html, landscape: slip.landscape })
            setFailure(reply.ok ? null : reply.error)
            if (reply.ok && reply.value.printed) setSlip(null)
          }}
        />
      )}
    </SidePane>
  )
}

const STATUS_WORDS: Readonly<Record<QueueTicketView['status'], string>> = {
  waiting: '在等',
  called: '已叫',
  serving: '接待中',
  done: '已登记',
  left: '离开',
}

function TextAction({
  label,
  of,
  onRun,
}: {
  readonly label: string
  readonly of: QueueTicketView
  readonly onRun: () => Promise<void>
}) {
  return (
    <button type="button" className="text-link" aria-label={`${label} ${of.label}`} onClick={() => void onRun()}>
      {label}
    </button>
  )
}

const NO_GROUND = 'none'

function TakeDialog({
  grounds,
  onClose,
  onTaken,
}: {
  readonly grounds: readonly { readonly code: string; readonly label: string }[]
  readonly onClose: () => void
  readonly onTaken: (id: string, wantsSlip: boolean) => void
}) {
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  const [ground, setGround] = useState(NO_GROUND)
  const [failure, setFailure] = useState<AppError | null>(null)
  const take = async (wantsSlip: boolean) => {
    const reply = await invoke('queue.take', { name, note, ground: ground === NO_GROUND ? null : ground })
    if (!reply.ok) return setFailure(reply.error)
    announceDone(`${reply.value.label} 号，前面还有 ${reply.value.place - 1} 人`)
    onTaken(reply.value.id, wantsSlip)
  }
  useKeys([
    { keys: 'Ctrl+Enter', label: '取号', run: () => void take(false), inDialog: true },
    { keys: 'Ctrl+P', label: '取号并打印', run: () => void take(true), inDialog: true },
  ])
  return (
    <Modal opened onClose={onClose} title="取号" size={620}>
      <div className="section">
        <ErrorBanner error={failure} />
        <Field group label="优先理由" hint="没有理由的按顺序；号票上不印理由和姓名" name="ground">
          <SegmentedControl
            fullWidth
            aria-label="优先理由"
            data={[{ value: NO_GROUND, label: '按顺序' }, ...grounds.map(one => ({ value: one.code, label: one.label }))]}
            value={ground}
            onChange={setGround}
          />
        </Field>
        <Field label="姓名" hint="可不填；填了登记时带过去" name="name">
          <TextInput
            data-autofocus
            value={name}
            maxLength={60}
            autoComplete="off"
            onChange={event => setName(event.currentTarget.value)}
          />
        </Field>
        <Field label="事由" hint="可不填" name="note">
          <TextInput value={note} maxLength={100} autoComplete="off" onChange={event => setNote(event.currentTarget.value)} />
        </Field>
      </div>
      <div className="dialog-foot">
        <Button variant="default" onClick={onClose}>
          取消
        </Button>
        <span className="push">
          <BusyButton variant="default" keys="Ctrl+P" onClick={() => take(true)}>
            取号并打印
          </BusyButton>
          <BusyButton keys="Ctrl+Enter" onClick={() => take(false)}>
            取号
          </BusyButton>
        </span>
      </div>
    </Modal>
  )
}

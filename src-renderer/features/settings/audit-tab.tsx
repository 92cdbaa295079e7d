import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { usePack } from '../../api/use-pack.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { dayOfInstant, timeOfInstant } from '../../ui/day-text.ts'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ActionBar, Pane, Panes, Section, SectionHead, SidePane } from '../../ui/page.tsx'
import { fieldChanges } from './audit-fields.ts'
import { auditSubjectWords } from './audit-words.ts'
import { Forbidden } from './forbidden.tsx'

type Entry = OutputOf<'audit.list'>[number]
type Verdict = OutputOf<'audit.verify'>

/** Over the number from which a DataTable is virtual: it then asks for the next page only when its end comes into view. */
const PAGE = 300

/** 操作日志: who did what, when, before and after; and whether the chain is whole. */
export function AuditTab() {
  const { user } = useSession()
  if (!hasRole(user, ['director', 'administrator', 'archivist']))
    return <Forbidden what="操作日志" who="由主任、管理员、档案员查看。每一步操作都会记下，包括查看完整证件号码。" />
  return <Trail />
}

function Trail() {
  const newest = useAsk('audit.list', { limit: PAGE })
  const [older, setOlder] = useState<readonly Entry[]>([])
  const [isReading, setReading] = useState(false)
  const [selected, setSelected] = useState<string | null>(null)
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const rows = joined(newest.data ?? [], older)
  const chosen = rows.find(entry => rowKey(entry) === selected) ?? rows[0] ?? null
  const total = rows[0]?.seq ?? 0

  // Numbers of entries have no holes: the oldest one shown tells what comes next. All that was read is kept, since the newest page moves on.
  const readOlder = async () => {
    const last = rows.at(-1)
    if (isReading || !last || last.seq <= 1) return
    setReading(true)
    const reply = await invoke('audit.list', { limit: PAGE, before: last.seq })
    setReading(false)
    setFailure(reply.ok ? null : reply.error)
    if (reply.ok) setOlder([...rows, ...reply.value])
  }
  const verify = async () => {
    const reply = await invoke('audit.verify', {})
    setFailure(reply.ok ? null : reply.error)
    setVerdict(reply.ok ? reply.value : null)
  }
  useKeys([{ keys: 'Ctrl+Enter', label: '校验操作日志', run: () => void verify() }])
  return (
    <>
      <ErrorBanner error={failure} />
      {verdict && <VerdictLine verdict={verdict} />}
      <Panes>
        <Pane label="操作日志" fill>
          <AskState ask={newest}>
            {() => (
              <DataTable
                label="操作日志"
                columns={columns}
                rows={rows}
                rowKey={rowKey}
                selectedKey={chosen ? rowKey(chosen) : null}
                onSelect={entry => setSelected(rowKey(entry))}
                onReachEnd={() => void readOlder()}
                autoFocus
              />
            )}
          </AskState>
        </Pane>
        <EntryPane entry={chosen} />
      </Panes>
      <ActionBar>
        <KeyHints
          hints={[
            { keys: ['ArrowUp', 'ArrowDown'], label: '看改前改后', keep: true },
            { keys: ['End'], label: '更早的' },
            { keys: ['Ctrl+Enter'], label: '校验', keep: true },
          ]}
        />
        <span className="push row">
          <span className="second muted nowrap">
            共 {total} 条，已列 {rows.length} 条
          </span>
          <BusyButton keys="Ctrl+Enter" leftSection={<IconShieldCheck size={16} aria-hidden />} onClick={verify}>
            校验
          </BusyButton>
        </span>
      </ActionBar>
    </>
  )
}

function VerdictLine({ verdict }: { readonly verdict: Verdict }) {
  if (!verdict.isWhole) {
    return (
      <Banner tone="error" title={`第 ${verdict.brokenAt} 条起对不上`}>
        前 {verdict.entries} 条完整。这一条或者它的上一条在程序之外被改动、删除过，请保留现状，用更早的备份核对。
      </Banner>
    )
  }
  return (
    <Banner tone="ok" title={`${verdict.entries} 条完整，没有改动`}>
      末条校验值 {verdict.headHash.slice(0, 16)}…，抄下来可以在以后证明这之前的没有动过
    </Banner>
  )
}

/** The newest page, then the older ones, as far as they follow on it without a hole; the rest is read again when it comes into view. */
function joined(newest: readonly Entry[], older: readonly Entry[]): readonly Entry[] {
  const last = newest.at(-1)?.seq ?? 0
  const rest = older.filter(entry => entry.seq < last)
  return rest[0]?.seq === last - 1 ? [...newest, ...rest] : newest
}

function rowKey(entry: Entry): string {
  return String(entry.seq)
}

const columns: readonly Column<Entry>[] = [
  { key: 'seq', head: '序号', width: 78, align: 'right', cell: entry => <span className="muted">{entry.seq}</span> },
  {
    key: 'at',
    head: '时间',
    width: 166,
    cell: entry => (
      <time dateTime={entry.at}>
        {dayOfInstant(entry.at)} {timeOfInstant(entry.at, true)}
      </time>
    ),
  },
  { key: 'actor', head: '经办人', width: 90, clip: true, cell: entry => entry.actor },
  { key: 'subject', head: '对象', width: 90, clip: true, cell: entry => auditSubjectWords(entry.subjectKind) },
  { key: 'summary', head: '内容', clip: true, cell: entry => entry.summary },
]

function EntryPane({ entry }: { readonly entry: Entry | null }) {
  const pack = usePack()
  const changes = entry ? fieldChanges(entry.before, entry.after, pack) : []
  return (
    <SidePane label="改前改后" width={440}>
      {entry && (
        <>
          <Section>
            <SectionHead
              title={`第 ${entry.seq} 条`}
              note={`${dayOfInstant(entry.at)} ${timeOfInstant(entry.at, true)}　${entry.actor}`}
            />
            <p className="keep-lines">{entry.summary}</p>
          </Section>
          {changes.length === 0 ? (
            <p className="section second muted">
              {entry.before === null && entry.after === null ? '这一步没有改动登记的内容。' : '登记的内容前后一样。'}
            </p>
          ) : (
            <table className="plain-table audit-fields">
              <thead>
                <tr>
                  <th scope="col">项目</th>
                  {entry.before !== null && <th scope="col">改前</th>}
                  {entry.after !== null && <th scope="col">{entry.before === null ? '内容' : '改后'}</th>}
                </tr>
              </thead>
              <tbody>
                {changes.map(change => (
                  <tr key={change.key}>
                    <th scope="row">{change.label}</th>
                    {entry.before !== null && <td className="muted">{change.before ?? '（没有）'}</td>}
                    {entry.after !== null && <td>{change.after ?? '（没有）'}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
    </SidePane>
  )
}

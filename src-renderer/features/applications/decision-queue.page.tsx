import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { AskState } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { errorText } from '../../api/error-text.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { Clock } from '../../ui/clock.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { Field } from '../../ui/field.tsx'
import { KeyBar } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ActionBar, PageHead, Sheet } from '../../ui/page.tsx'
import { StatusWord } from '../../ui/status-word.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import './applications.css'

type Row = OutputOf<'reviews.queue'>[number]
type Result = { readonly isDone: boolean; readonly words: string }

/** 批量审批: the director's queue. Rows are ticked and granted with one opinion; each is a decision of its own, and one failing stops no other. */
export function DecisionQueuePage() {
  const queue = useAsk('reviews.queue', {})
  return (
    <Sheet>
      <PageHead
        crumb={
          <>
            <Link href="/applications">申请</Link> / 批量审批
          </>
        }
        title="批量审批"
        sub="每件各自决定、各自取号；一件不成，不影响其他"
      />
      <AskState ask={queue}>{rows => <Queue rows={rows} />}</AskState>
    </Sheet>
  )
}

function Queue({ rows }: { readonly rows: OutputOf<'reviews.queue'> }) {
  const [, go] = useLocation()
  const { user, today } = useSession()
  const isDirector = hasRole(user, ['director'])
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [opinion, setOpinion] = useState('')
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map())
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const chosen = rows.filter(row => ticked.has(row.id) && row.blockedBecause === null)
  const grant = async () => {
    setTried(true)
    if (opinion.trim() === '' || chosen.length === 0) return
    setBusy(true)
    const found = new Map(results)
    for (const row of chosen) {
      const reply = await invoke('decisions.decide', {
        outcome: 'granted',
        applicationId: row.id,
        decidedOn: today,
        aidForms: row.review?.proposal === 'grant' ? row.review.aidForms : row.aidForms,
        opinion,
        version: row.version,
      })
      found.set(
        row.id,
        reply.ok
          ? { isDone: true, words: `${row.personName}　${reply.value.decisionNumber}　${reply.value.caseNumber ?? ''}` }
          : { isDone: false, words: `${row.personName}　${errorText(reply.error).text}` },
      )
      setResults(new Map(found))
    }
    setTicked(new Set())
    setBusy(false)
  }
  const mayGrant = isDirector && chosen.length > 0 && !isBusy
  useKeys([
    { keys: 'Ctrl+Enter', label: '给予勾选的', run: () => void grant(), when: mayGrant },
    { keys: 'Escape', label: '返回申请列表', run: () => go('/applications') },
  ])
  const columns: readonly Column<Row>[] = [
    {
      key: 'person',
      head: '申请人',
      width: 210,
      clip: true,
      cell: row => <TwoLines first={row.personName} second={row.number} />,
    },
    { key: 'cause', head: '案由', width: 200, clip: true, cell: row => row.cause },
    {
      key: 'hardship',
      head: '经济困难',
      width: 110,
      cell: row => <StatusWord kind={row.hardship.outcome}>{HARDSHIP[row.hardship.outcome]}</StatusWord>,
    },
    {
      key: 'review',
      head: '审查意见',
      clip: true,
      cell: row =>
        row.blockedBecause ??
        (row.review === null
          ? '没有审查意见'
          : `${row.review.proposal === 'grant' ? '建议给予' : '建议不予'}：${row.review.opinion}`),
    },
    { key: 'clock', head: '期限', width: 210, clip: true, cell: row => row.clock && <Clock clock={row.clock} /> },
  ]
  return (
    <>
      <DataTable
        label="待决定的申请"
        columns={columns}
        rows={rows}
        rowKey={row => row.id}
        rowHeight={50}
        tickedKeys={ticked}
        onTickedChange={setTicked}
        onOpen={row => go(`/applications/${row.id}`)}
        rowTone={row => (row.blockedBecause === null ? undefined : 'quiet')}
        empty={<EmptyState title="没有等决定的申请" text="收到并受理的申请排在这里，可以逐件看过再一起给予。" />}
        autoFocus
      />
      {results.size > 0 && (
        <ul className="plain queue-results" aria-label="结果" aria-live="polite">
          {[...results].map(([id, result]) => (
            <li key={id}>
              <StatusWord kind={result.isDone ? 'done' : 'missing'}>{result.isDone ? '已签发' : '没有签发'}</StatusWord>{' '}
              {result.words}
            </li>
          ))}
        </ul>
      )}
      {isDirector && (
        <ActionBar>
          <div className="grow queue-opinion">
            <Field
              required
              label="审批意见"
              error={isTried && opinion.trim() === '' ? '请填写审批意见' : undefined}
              name="opinion"
            >
              <Textarea value={opinion} rows={1} maxLength={1000} onChange={event => setOpinion(event.currentTarget.value)} />
            </Field>
          </div>
          <span className="push row">
            <span className="note muted">{`勾选 ${chosen.length} 件`}</span>
            <BusyButton keys="Ctrl+Enter" refusesEnter busy={isBusy} disabled={!mayGrant} onClick={grant}>
              给予勾选的
            </BusyButton>
          </span>
        </ActionBar>
      )}
      <KeyBar
        hints={[
          { keys: ['ArrowUp', 'ArrowDown'], label: '选择' },
          { keys: ['Space'], label: '勾选' },
          { keys: ['Enter'], label: '打开' },
          { keys: ['?'], label: '全部按键' },
        ]}
        aside="签发后不能修改，只能以新决定变更"
      />
    </>
  )
}

const HARDSHIP = {
  met: '符合',
  'not-met': '不符合',
  waived: '免予核查',
  'not-applicable': '不适用',
  'needs-person': '须人工核查',
} as const

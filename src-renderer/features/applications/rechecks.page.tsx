import { Button } from '@mantine/core'
import { IconArrowsShuffle, IconClipboardCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { ActDialog } from '../../api/act-dialog.tsx'
import { AskState } from '../../api/ask-state.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { KeyBar } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { formatYuan } from '../../ui/money-text.ts'
import { PageHead, Pane, Panes, Section, SectionHead, Sheet, SidePane } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import './applications.css'

type Listed = OutputOf<'rechecks.list'>
type Row = Listed['rows'][number]

const STATUS = {
  open: { label: '待核实', tone: 'amber' },
  true: { label: '属实', tone: 'green' },
  false: { label: '不实', tone: 'red' },
} as const

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'person',
    head: '申请人',
    width: 176,
    clip: true,
    cell: row => <TwoLines first={row.personName} second={row.applicationNumber} />,
  },
  { key: 'cause', head: '案由', clip: true, cell: row => <TwoLines plain first={row.cause} second={`收到 ${row.receivedOn}`} /> },
  { key: 'reason', head: '来由', width: 140, clip: true, cell: row => row.reason },
  { key: 'status', head: '结果', width: 84, cell: row => <Tag tone={STATUS[row.status].tone}>{STATUS[row.status].label}</Tag> },
  {
    key: 'found',
    head: '核实情况',
    clip: true,
    cell: row =>
      row.checkedOn === null ? (
        ''
      ) : (
        <TwoLines plain first={row.finding ?? ''} second={`${row.checkedOn}　${row.checkedBy ?? ''}`} />
      ),
  },
  {
    key: 'recover',
    head: '应追回（元）',
    width: 112,
    align: 'right',
    cell: row => (row.status === 'false' && row.recoverFen !== null ? formatYuan(row.recoverFen) : ''),
  },
]

/** 抽查核实: what waits to be re-checked, what was found, and every draw with the seed that repeats it. */
export function RechecksPage() {
  const list = useAsk('rechecks.list', {})
  return (
    <Sheet>
      <AskState ask={list}>{listed => <Opened listed={listed} />}</AskState>
    </Sheet>
  )
}

function Opened({ listed }: { readonly listed: Listed }) {
  const [, go] = useLocation()
  const { user, today } = useSession()
  const isDirector = hasRole(user, ['director'])
  const mayRecord = hasRole(user, ['clerk', 'director'])
  const [isDrawing, setDrawing] = useState(false)
  const [recording, setRecording] = useState<Row | null>(null)
  useKeys([
    { keys: 'C', label: '抽取', run: () => setDrawing(true), when: isDirector },
    { keys: 'Escape', label: '返回申请列表', run: () => go('/applications') },
  ])
  const open = listed.rows.filter(row => row.status === 'open').length
  return (
    <>
      <PageHead
        crumb={<Link href="/applications">申请</Link>}
        title="抽查核实"
        sub={`待核实 ${open} 件　${listed.rule}`}
        actions={
          isDirector && (
            <Button leftSection={<IconArrowsShuffle size={16} aria-hidden />} onClick={() => setDrawing(true)}>
              抽取
            </Button>
          )
        }
      />
      <Panes>
        <Pane label="核实的申请" share={900} fill>
          <DataTable
            label="核实的申请"
            columns={COLUMNS}
            rows={listed.rows}
            rowKey={row => row.id}
            rowHeight={50}
            onOpen={row => (row.status === 'open' && mayRecord ? setRecording(row) : go(`/applications/${row.applicationId}`))}
            autoFocus
            empty={
              <EmptyState
                title="还没有抽查核实"
                text="凭个人诚信承诺给予援助的申请，由主任按规则抽取核实；有反映的可以在申请页列入核实。"
                steps={
                  isDirector
                    ? [
                        {
                          icon: <IconClipboardCheck size={20} aria-hidden />,
                          title: '抽取',
                          text: listed.rule,
                          action: '抽取',
                          onAction: () => setDrawing(true),
                          primary: true,
                        },
                      ]
                    : []
                }
              />
            }
          />
        </Pane>
        <SidePane label="历次抽取" width={330}>
          <Section>
            <SectionHead title="历次抽取" note="同样的种子、同样的申请，抽出的是同样的件" />
          </Section>
          {listed.draws.length === 0 && (
            <Section>
              <p className="second muted">还没有抽取过。</p>
            </Section>
          )}
          {listed.draws.map(one => (
            <Section key={one.id}>
              <p className="strong">{`${one.drawnOn}　${one.drawnBy}`}</p>
              <p className="second">{`${one.from} 至 ${one.to} 收到的 ${one.population.length} 件中抽 ${one.size} 件`}</p>
              <p className="note muted">{one.rule}</p>
              <p className="note muted">{`种子 ${one.seed}（按种子和申请编号的 SHA-256 排序，取前 ${one.size} 件）`}</p>
            </Section>
          ))}
        </SidePane>
      </Panes>
      <KeyBar
        hints={[
          { keys: ['ArrowUp', 'ArrowDown'], label: '选择' },
          { keys: ['Enter'], label: '登记结果、打开申请' },
          ...(isDirector ? [{ keys: ['C'], label: '抽取' }] : []),
        ]}
      />
      {isDrawing && <DrawDialog today={today} rule={listed.rule} onClose={() => setDrawing(false)} />}
      {recording && <RecordDialog row={recording} today={today} onClose={() => setRecording(null)} />}
    </>
  )
}

function DrawDialog({ today, rule, onClose }: { readonly today: string; readonly rule: string; readonly onClose: () => void }) {
  const draw = useDo('rechecks.draw')
  return (
    <ActDialog
      title="抽取核实"
      action="抽取"
      done={({ population, size }: OutputOf<'rechecks.draw'>) => `${population} 件中抽出 ${size} 件`}
      words={
        <p className="second dialog-words">{`从凭个人诚信承诺给予援助、还没有核实过的申请中${rule}；按收到申请的日期划定范围。`}</p>
      }
      fields={[
        { kind: 'day', name: 'from', label: '收到日期起', required: true },
        { kind: 'day', name: 'to', label: '收到日期止', required: true },
        {
          kind: 'line',
          name: 'seed',
          label: '种子',
          longest: 60,
          hint: '可以当众定，如公证号；不填由软件给一个，都会记下，凭它可以照样再抽一次',
        },
      ]}
      initial={{ from: `${today.slice(0, 4)}-01-01`, to: today }}
      run={({ text }) => draw.run({ from: text('from'), to: text('to'), seed: text('seed') })}
      onClose={onClose}
    />
  )
}

function RecordDialog({ row, today, onClose }: { readonly row: Row; readonly today: string; readonly onClose: () => void }) {
  const record = useDo('rechecks.record')
  return (
    <ActDialog
      title={`登记核实结果　${row.personName}　${row.applicationNumber}`}
      action="登记"
      done={({ outcome, recoverFen }: { readonly outcome: string; readonly recoverFen: number }) =>
        outcome === 'true' ? '已登记：申报属实' : `已登记：申报不实，应追回 ${formatYuan(recoverFen)} 元，待主任决定终止援助`
      }
      words={
        <p className="second dialog-words">
          {`${row.cause}，${row.receivedOn} 收到，${row.reason}。`}
          <Link href={`/applications/${row.applicationId}`} className="text-link">
            看申请和当时的申报
          </Link>
        </p>
      }
      fields={[
        { kind: 'line', name: 'way', label: '核实方式', longest: 200, required: true, hint: '向谁查询、走访了谁' },
        { kind: 'area', name: 'finding', label: '核实情况', longest: 1000, required: true, hint: '申报不实的，会写进告知书' },
        { kind: 'choice', name: 'outcome', label: '结果', options: OUTCOMES, required: true },
        { kind: 'day', name: 'checkedOn', label: '核实日期', earliest: row.receivedOn, required: true },
      ]}
      initial={{ checkedOn: today }}
      run={async ({ text }) => {
        const outcome = text('outcome') === 'true' ? 'true' : 'false'
        const reply = await record.run({
          id: row.id,
          outcome,
          checkedOn: text('checkedOn'),
          way: text('way'),
          finding: text('finding'),
          version: row.version,
        })
        return reply.ok ? { ...reply, value: { ...reply.value, outcome } } : reply
      }}
      onClose={onClose}
    />
  )
}

const OUTCOMES = [
  { code: 'true', label: '申报属实' },
  { code: 'false', label: '申报不实（由主任决定终止援助、追回费用）' },
]

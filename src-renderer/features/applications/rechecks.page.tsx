import { Button, Modal, Radio, Textarea, TextInput } from '@mantine/core'
import { IconArrowsShuffle, IconClipboardCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { Field } from '../../ui/field.tsx'
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
  const [from, setFrom] = useState<string | null>(`${today.slice(0, 4)}-01-01`)
  const [to, setTo] = useState<string | null>(today)
  const [seed, setSeed] = useState('')
  const draw = useDo('rechecks.draw')
  const run = async () => {
    if (from === null || to === null) return
    const reply = await draw.run({ from, to, seed })
    if (!reply.ok) return
    announceDone(`${reply.value.population} 件中抽出 ${reply.value.size} 件`)
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title="抽取核实" closeButtonProps={{ 'aria-label': '关闭' }}>
      <p className="second dialog-words">{`从凭个人诚信承诺给予援助、还没有核实过的申请中${rule}。`}</p>
      <ErrorBanner error={draw.error} />
      <Field label="收到日期起" labelWidth={92}>
        <DateField value={from} onChange={setFrom} today={today} latest={today} />
      </Field>
      <Field label="止" labelWidth={92}>
        <DateField value={to} onChange={setTo} today={today} latest={today} />
      </Field>
      <Field label="种子" labelWidth={92} hint="可以当众定，如公证号；不填由软件给一个，都会记下">
        <TextInput value={seed} maxLength={60} onChange={event => setSeed(event.currentTarget.value)} />
      </Field>
      <div className="row dialog-buttons">
        <Button className="push" variant="default" onClick={onClose}>
          取消
        </Button>
        <BusyButton keys="Ctrl+Enter" busy={draw.isBusy} disabled={from === null || to === null} onClick={run}>
          抽取
        </BusyButton>
      </div>
    </Modal>
  )
}

function RecordDialog({ row, today, onClose }: { readonly row: Row; readonly today: string; readonly onClose: () => void }) {
  const [outcome, setOutcome] = useState<'true' | 'false' | null>(null)
  const [checkedOn, setCheckedOn] = useState<string | null>(today)
  const [way, setWay] = useState('')
  const [finding, setFinding] = useState('')
  const record = useDo('rechecks.record')
  const isWhole = outcome !== null && checkedOn !== null && way.trim() !== '' && finding.trim() !== ''
  const run = async () => {
    if (outcome === null || checkedOn === null) return
    const reply = await record.run({ id: row.id, outcome, checkedOn, way, finding, version: row.version })
    if (!reply.ok) return
    announceDone(outcome === 'true' ? '已登记：申报属实' : `已登记：申报不实，应追回 ${formatYuan(reply.value.recoverFen)} 元`)
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={`核实　${row.personName}　${row.applicationNumber}`}
      closeButtonProps={{ 'aria-label': '关闭' }}
    >
      <ErrorBanner error={record.error} />
      <Field label="核实日期" labelWidth={92} required>
        <DateField value={checkedOn} onChange={setCheckedOn} today={today} latest={today} />
      </Field>
      <Field label="核实方式" labelWidth={92} required hint="向谁查询、走访了谁">
        <TextInput value={way} maxLength={200} onChange={event => setWay(event.currentTarget.value)} />
      </Field>
      <Field label="核实情况" labelWidth={92} required>
        <Textarea
          value={finding}
          maxLength={1000}
          autosize
          minRows={3}
          onChange={event => setFinding(event.currentTarget.value)}
        />
      </Field>
      <Field group label="结果" labelWidth={92} required>
        <Radio.Group aria-label="结果" value={outcome ?? ''} onChange={next => setOutcome(next === 'true' ? 'true' : 'false')}>
          <div className="check-row">
            <Radio value="true" label="申报属实" />
            <Radio value="false" label="申报不实（由主任决定终止援助，追回费用）" />
          </div>
        </Radio.Group>
      </Field>
      <div className="row dialog-buttons">
        <Link href={`/applications/${row.applicationId}`} className="text-link">
          看申请
        </Link>
        <Button className="push" variant="default" onClick={onClose}>
          取消
        </Button>
        <BusyButton keys="Ctrl+Enter" busy={record.isBusy} disabled={!isWhole} onClick={run}>
          登记
        </BusyButton>
      </div>
    </Modal>
  )
}

import { Button, Checkbox, SegmentedControl } from '@mantine/core'
import { IconCircleX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { InputOf } from '../../../src-main/contract/index.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { useDo } from '../../api/use-do.ts'
import { labelOf, usePack } from '../../api/use-pack.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { askConfirm } from '../../ui/confirm.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ActionBar, Pane, Panes, Section, SidePane } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { ProgressLine } from '../../ui/progress-line.tsx'
import { StatusWord } from '../../ui/status-word.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import { countLine, type Plan, type Tried, type TriedRow, withExcluded } from './import-values.ts'
import type { Draft } from './new-import.page.tsx'
import { RowPane } from './row-pane.tsx'
import { useCtrlEnterOverLists } from './use-ctrl-enter.ts'
import { WordsTable } from './words-table.tsx'

type Show = NonNullable<InputOf<'imports.tryOut'>['show']>
const SHOWN: readonly { readonly value: Show; readonly label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'errors', label: '有错误' },
  { value: 'warnings', label: '有提醒' },
  { value: 'known', label: '认出的人' },
  { value: 'excluded', label: '已排除' },
]
const PAGE_SIZE = 200

export type TryStepProps = {
  readonly draft: Draft
  readonly onPlan: (plan: Plan) => void
  readonly onBack: () => void
  readonly onReadAgain: () => void
}

/** 试导入: every row as it would be stored, every fault, and what to do about it; then the import itself. */
export function TryStep({ draft, onPlan, onBack, onReadAgain }: TryStepProps) {
  const { handle, plan, read } = draft
  const [, go] = useLocation()
  const trial = useDo('imports.tryOut')
  const commit = useDo('imports.commit')
  const [tried, setTried] = useState<Tried | null>(null)
  const [show, setShow] = useState<Show>('all')
  const [offset, setOffset] = useState(0)
  const [selected, setSelected] = useState<number | null>(null)
  const [acceptsRepeat, setAcceptsRepeat] = useState(false)
  const [failure, setFailure] = useState<AppError | null>(null)
  const { run } = trial
  const { sha256 } = read
  useEffect(() => {
    let isCurrent = true
    void run({ handle, sha256, plan, show, offset, limit: PAGE_SIZE }).then(reply => {
      if (isCurrent && reply.ok) setTried(reply.value)
    })
    return () => {
      isCurrent = false
    }
  }, [run, handle, sha256, plan, show, offset])
  const row = tried?.rows.find(one => one.row === selected) ?? tried?.rows[0] ?? null
  const isRepeat = read.earlier.length > 0 && !acceptsRepeat
  const counts = tried?.counts
  const isReady = counts !== undefined && counts.errors === 0 && counts.rows > 0 && !isRepeat && !trial.isBusy
  const change = (next: Show) => {
    setShow(next)
    setOffset(0)
  }
  const exclude = async (one: TriedRow) => {
    if (one.excludedReason !== null) return onPlan(withExcluded(plan, one.row, null))
    const answer = await askConfirm({
      title: `排除第 ${one.row} 行？`,
      text: '这一行不导入，原因记在导入记录里；原件照样保存。',
      action: `排除第 ${one.row} 行`,
      reason: { label: '排除原因', required: true, placeholder: '如：原册涂改，看不清' },
    })
    if (answer) onPlan(withExcluded(plan, one.row, answer.reason))
  }
  const exportFaults = async () => {
    const name = `${read.name.replace(/\.\w+$/, '')} 错误清单.xlsx`
    const picked = await invoke('shell.pickSaveFile', { suggestedName: name, kind: 'xlsx' })
    if (!picked.ok) return setFailure(picked.error)
    if (picked.value === null) return
    const reply = await invoke('imports.exportFaults', { handle, sha256, plan, target: picked.value.handle })
    setFailure(reply.ok ? null : reply.error)
    if (reply.ok) announceDone(`已导出 ${picked.value.name}　${reply.value.rows} 行写明了错误`)
  }
  const store = async () => {
    const reply = await commit.run({ handle, sha256, plan, acceptsRepeat })
    if (!reply.ok) return
    announceDone(`已导入 ${reply.value.rows} 行，新登记 ${reply.value.newPeople} 人`)
    go(`/imports/${reply.value.id}`)
  }
  useKeys([
    { keys: 'Ctrl+Enter', label: '导入', run: () => void store(), when: isReady && !commit.isBusy },
    { keys: 'Escape', label: '改列', run: onBack, when: !commit.isBusy },
    { keys: 'E', label: '排除这一行', run: () => row && void exclude(row), when: row !== null },
    { keys: 'X', label: '导出错误清单', run: () => void exportFaults(), when: (counts?.errors ?? 0) > 0 },
    { keys: 'R', label: '重新读取', run: onReadAgain },
    ...SHOWN.map((one, index) => ({ keys: `Alt+${index + 1}`, label: `只看${one.label}`, run: () => change(one.value) })),
  ])
  useCtrlEnterOverLists(() => void store(), isReady && !commit.isBusy)
  return (
    <>
      <ErrorBanner error={failure ?? trial.error ?? commit.error} />
      <Panes>
        <Pane
          label="试导入的行"
          fill
          head={<Head tried={tried} show={show} offset={offset} onShow={change} onOffset={setOffset} />}
        >
          <Rows tried={tried} onSelect={setSelected} />
        </Pane>
        <SidePane label="这一行" width={360}>
          {tried && <WordsTable words={tried.words} plan={plan} onPlan={onPlan} />}
          {row && <RowPane key={row.row} row={row} plan={plan} onPlan={onPlan} onExclude={() => void exclude(row)} />}
          {tried && tried.skipped.length > 0 && (
            <Section label="跳过的行">
              <p className="note">跳过：{tried.skipped.map(one => `第 ${one.row} 行（${one.why}）`).join('、')}</p>
            </Section>
          )}
        </SidePane>
      </Panes>
      <ActionBar>
        {commit.isBusy ? (
          <ProgressLine
            label={commit.progress?.label ?? '导入'}
            done={commit.progress?.done ?? 0}
            total={commit.progress?.total ?? 1}
            onCancel={commit.cancel}
          />
        ) : (
          <KeyHints
            hints={[
              { keys: ['E'], label: '排除' },
              { keys: ['R'], label: '重新读取' },
              { keys: ['Escape'], label: '改列' },
            ]}
          />
        )}
        <span className="push row">
          {counts && counts.errors > 0 && (
            <>
              <span className="blocked">
                <IconCircleX size={16} aria-hidden />
                还有 {counts.errorRows} 行有错误
              </span>
              <Button variant="default" onClick={() => void exportFaults()}>
                导出错误清单
              </Button>
            </>
          )}
          {read.earlier.length > 0 && (
            <Checkbox
              label="这个文件导入过，仍要导入"
              checked={acceptsRepeat}
              onChange={event => setAcceptsRepeat(event.currentTarget.checked)}
            />
          )}
          <BusyButton keys="Ctrl+Enter" disabled={!isReady} busy={commit.isBusy} onClick={store}>
            {counts ? `导入 ${counts.rows} 行` : '导入'}
          </BusyButton>
        </span>
      </ActionBar>
    </>
  )
}

type HeadProps = {
  readonly tried: Tried | null
  readonly show: Show
  readonly offset: number
  readonly onShow: (show: Show) => void
  readonly onOffset: (offset: number) => void
}

function Head({ tried, show, offset, onShow, onOffset }: HeadProps) {
  return (
    <div className="section stack">
      <span className="row">
        <SegmentedControl
          size="xs"
          aria-label="看哪些行"
          data={SHOWN.map(one => ({ ...one }))}
          value={show}
          onChange={value => onShow(SHOWN.find(one => one.value === value)?.value ?? 'all')}
        />
        <span className="push">
          <Pager offset={offset} pageSize={PAGE_SIZE} total={tried?.total ?? 0} onChange={onOffset} />
        </span>
      </span>
      <span className="second" role="status">
        {tried ? countLine(tried.counts) : '正在逐行检查'}
      </span>
    </div>
  )
}

type RowsProps = {
  readonly tried: Tried | null
  readonly onSelect: (row: number | null) => void
}

function Rows({ tried, onSelect }: RowsProps) {
  const pack = usePack()
  const columns: readonly Column<TriedRow>[] = [
    { key: 'row', head: '行', width: 60, align: 'right', cell: row => row.row },
    {
      key: 'number',
      head: '编号、日期',
      width: 190,
      clip: true,
      cell: row => <TwoLines plain first={row.number ?? '（补编）'} second={row.day ?? ''} />,
    },
    {
      key: 'name',
      head: '姓名、事项',
      width: 210,
      clip: true,
      cell: row => (
        <TwoLines
          first={row.name}
          second={[row.matterType === null ? '' : labelOf(pack?.codes.matterTypes, row.matterType), row.cause ?? '']
            .filter(part => part !== '')
            .join('　')}
        />
      ),
    },
    { key: 'person', head: '人员', width: 190, clip: true, cell: row => <span className="second">{row.person?.why ?? ''}</span> },
    { key: 'state', head: '检查', clip: true, cell: row => <State row={row} /> },
  ]
  return (
    <DataTable
      label="试导入的行"
      columns={columns}
      rows={tried?.rows ?? []}
      rowKey={row => String(row.row)}
      rowHeight={50}
      onSelect={row => onSelect(row?.row ?? null)}
      autoFocus
      empty={tried ? <EmptyState title="没有这样的行" steps={[]} /> : undefined}
    />
  )
}

function State({ row }: { readonly row: TriedRow }) {
  if (row.excludedReason !== null) return <StatusWord kind="plain">{`排除：${row.excludedReason}`}</StatusWord>
  const [first] = [...row.faults].sort((a, b) => (a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1))
  if (!first) return <StatusWord kind="met">可以导入</StatusWord>
  const more = row.faults.length > 1 ? `（共 ${row.faults.length} 处）` : ''
  return (
    <StatusWord kind={first.severity === 'error' ? 'not-met' : 'attention'}>
      {`${first.column === null ? '' : `${first.column} 列 `}${first.message}${more}`}
    </StatusWord>
  )
}

import { Button, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconDoorEnter, IconFileSpreadsheet, IconFilterOff, IconPhone, IconSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { labelOf, optionsOf, usePack } from '../../api/use-pack.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { KeyBar, KeyCaps } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Panes, Sheet } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import { QueuePane } from './queue-pane.tsx'
import {
  dayRange,
  type Filter,
  isSameRange,
  mayShift,
  monthRange,
  QUICK_RANGES,
  shiftRange,
  UNFILTERED,
} from './register-filter.ts'
import { useRegisterBook } from './use-register-book.tsx'
import './consultations.css'

type Row = OutputOf<'consultations.list'>['rows'][number]

const PAGE_SIZE = 200
/** Typing settles before the core is asked, in milliseconds. */
const SETTLE_MS = 150

/** Kept while the window stands, so that coming back from an entry finds the register as it was left. */
let lastFilter = UNFILTERED

function rowKey(row: Row): string {
  return row.id
}

/** 王建国（王小明代）等 3 人. */
function visitorWords(row: Row): string {
  const agent = row.agentName === null ? '' : `（${row.agentName}代）`
  return `${row.personName}${agent}${row.persons > 1 ? ` 等 ${row.persons} 人` : ''}`
}

function columns(pack: RulePack | null): readonly Column<Row>[] {
  return [
    {
      key: 'date',
      head: '日期',
      width: 128,
      cell: row => (
        <span className="nowrap">
          {row.receivedOn} <span className="muted">{row.receivedAt}</span>
        </span>
      ),
    },
    { key: 'channel', head: '方式', width: 88, cell: row => <Tag outlined>{labelOf(pack?.codes.channels, row.channel)}</Tag> },
    {
      key: 'person',
      head: '来访人',
      width: 150,
      clip: true,
      cell: row => <TwoLines first={visitorWords(row)} second={row.number} />,
    },
    {
      key: 'matter',
      head: '事项',
      width: 190,
      clip: true,
      cell: row => <TwoLines plain first={row.cause} second={labelOf(pack?.codes.matterTypes, row.matterType)} />,
    },
    {
      key: 'content',
      head: '咨询内容',
      clip: true,
      cell: row => (
        <span className="soft second">{row.voidReason === null ? row.content : `作废：${row.voidReason}　${row.content}`}</span>
      ),
    },
    {
      key: 'outcome',
      head: '办理结果',
      width: 112,
      cell: row => (
        <span className="nowrap">
          {row.voidReason !== null ? (
            <Tag tone="red">作废</Tag>
          ) : row.applicationId !== null ? (
            <Tag tone="dai">已转为申请</Tag>
          ) : (
            labelOf(pack?.codes.consultationOutcomes, row.outcome)
          )}
        </span>
      ),
    },
    {
      key: 'told',
      head: '告知',
      width: 56,
      cell: row => (row.toldOfRight ? <span className="muted">已告</span> : <span className="amber">未告</span>),
    },
    { key: 'consultant', head: '接待人', width: 84, clip: true, cell: row => row.consultantName },
  ]
}

/** 来访: the register of consultations (咨询登记簿), newest first. */
export function ConsultationsPage() {
  const [, go] = useLocation()
  const pack = usePack()
  const { user, today } = useSession()
  const mayRegister = hasRole(user, ['clerk', 'director'])
  const [filter, setFilter] = useState(lastFilter)
  const [offset, setOffset] = useState(0)
  const [words] = useDebouncedValue(filter.words.trim(), SETTLE_MS)
  const search = useRef<HTMLInputElement>(null)
  const change = (patch: Partial<Filter>) => {
    lastFilter = { ...filter, ...patch }
    setFilter(lastFilter)
    setOffset(0)
  }
  const asked = { ...filter, words }
  const list = useAsk('consultations.list', { ...asked, offset, limit: PAGE_SIZE }, { keep: true })
  const staff = useAsk('users.names', {})
  const queue = useAsk('queue.today', {})
  const book = useRegisterBook(asked)
  const { from, to } = filter
  const isFiltered = Object.entries(asked).some(([, value]) => value !== null && value !== '')
  const register = () => go('/consultations/new')
  useKeys([
    { keys: 'N', label: '登记来访', run: register, when: mayRegister },
    { keys: 'F', label: '筛选', run: () => search.current?.focus() },
    { keys: 'D', label: '今天的', run: () => change(dayRange(today)) },
    { keys: 'M', label: '本月的', run: () => change(monthRange(today, 0)) },
    { keys: 'L', label: '上月的', run: () => change(monthRange(today, -1)) },
    { keys: 'ArrowLeft', label: '前一天、前一月', run: () => change(shiftRange(filter, -1)), when: mayShift(filter) },
    { keys: 'ArrowRight', label: '后一天、后一月', run: () => change(shiftRange(filter, 1)), when: mayShift(filter) },
    { keys: 'Ctrl+P', label: '打印登记簿', run: () => void book.open(), when: !book.isOpen },
    { keys: 'X', label: '导出 XLSX', run: () => void book.exportXlsx(false) },
    { keys: '0', label: '全部来访', run: () => change(UNFILTERED), when: isFiltered },
  ])
  const total = list.data?.total
  return (
    <Sheet>
      <PageHead
        openFoot
        title="来访"
        sub={total === undefined ? '咨询登记簿' : `咨询登记簿　${total} 条`}
        actions={
          <>
            <BusyButton variant="default" keys="Ctrl+P" onClick={book.open}>
              打印登记簿
            </BusyButton>
            <BusyButton variant="default" keys="X" onClick={() => book.exportXlsx(false)}>
              导出 XLSX
            </BusyButton>
            {mayRegister && (
              <Button variant="default" onClick={() => go('/imports')}>
                旧台账导入
              </Button>
            )}
            {mayRegister && (
              <Button rightSection={<KeyCaps keys="N" />} onClick={register}>
                登记来访
              </Button>
            )}
          </>
        }
      />
      <ErrorBanner error={book.error} />
      <search className="register-filter" aria-label="筛选">
        <DateField
          aria-label="从哪天"
          placeholder="从"
          w={126}
          value={from}
          onChange={day => change({ from: day })}
          latest={today}
          today={today}
        />
        <span className="muted">至</span>
        <DateField
          aria-label="到哪天"
          placeholder="到"
          w={126}
          value={to}
          onChange={day => change({ to: day })}
          earliest={from ?? undefined}
          latest={today}
          today={today}
        />
        <span className="quick-days">
          {QUICK_RANGES.map(({ key, label, range }) => (
            <Button
              key={key}
              variant={isSameRange(filter, range(today)) ? 'light' : 'subtle'}
              size="xs"
              aria-pressed={isSameRange(filter, range(today))}
              onClick={() => change(range(today))}
            >
              {label}
            </Button>
          ))}
        </span>
        <FilterSelect
          label="方式"
          width={104}
          value={filter.channel}
          options={optionsOf(pack?.codes.channels ?? [])}
          onChange={channel => change({ channel })}
        />
        <FilterSelect
          label="事项"
          width={104}
          value={filter.matterType}
          options={optionsOf(pack?.codes.matterTypes ?? [])}
          onChange={matterType => change({ matterType })}
        />
        <FilterSelect
          label="结果"
          width={112}
          value={filter.outcome}
          options={optionsOf(pack?.codes.consultationOutcomes ?? [])}
          onChange={outcome => change({ outcome })}
        />
        <FilterSelect
          label="接待人"
          width={96}
          value={filter.consultantId}
          options={(staff.data ?? []).map(one => ({ value: one.id, label: one.name }))}
          onChange={consultantId => change({ consultantId })}
        />
        <FilterSelect
          label="告知"
          width={90}
          value={filter.toldOfRight === null ? null : String(filter.toldOfRight)}
          options={[
            { value: 'true', label: '已告知' },
            { value: 'false', label: '未告知' },
          ]}
          onChange={told => change({ toldOfRight: told === null ? null : told === 'true' })}
        />
        <TextInput
          ref={search}
          aria-label="姓名、编号、案由、内容"
          placeholder="姓名、编号、案由"
          style={{ flex: 1, minWidth: 110 }}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={filter.words}
          maxLength={60}
          onChange={event => change({ words: event.currentTarget.value })}
          onKeyDown={event => {
            if (event.key !== 'Escape' || filter.words === '') return
            event.stopPropagation()
            change({ words: '' })
          }}
        />
      </search>
      <Panes>
        <div className="pane-column">
          <AskState ask={list}>
            {data => (
              <DataTable
                label="咨询登记簿"
                columns={columns(pack)}
                rows={data.rows}
                rowKey={rowKey}
                rowHeight={50}
                rowTone={row => (row.voidReason === null ? undefined : 'quiet')}
                memory="consultations"
                autoFocus={filter.words === ''}
                onOpen={row => go(`/consultations/${row.id}`)}
                empty={
                  isFiltered ? (
                    <NoneFound onClear={() => change(UNFILTERED)} />
                  ) : (
                    <NoneYet mayRegister={mayRegister} onRegister={register} onImport={() => go('/imports')} />
                  )
                }
              />
            )}
          </AskState>
        </div>
        {queue.data?.isOn === true && <QueuePane queue={queue.data} mayHandle={mayRegister} />}
      </Panes>
      {book.dialog}
      <KeyBar
        hints={[
          { keys: ['ArrowUp', 'ArrowDown'], label: '选择', keep: true },
          { keys: ['Enter'], label: '打开', keep: true },
          ...(mayRegister ? [{ keys: ['N'], label: '登记来访' }] : []),
          { keys: ['D'], label: '今天' },
          { keys: ['M'], label: '本月' },
          { keys: ['ArrowLeft', 'ArrowRight'], label: '前、后一天或一月' },
          { keys: ['F'], label: '找' },
        ]}
        aside={<Pager offset={offset} pageSize={PAGE_SIZE} total={total ?? 0} onChange={setOffset} />}
      />
    </Sheet>
  )
}

function FilterSelect({
  label,
  width,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly width: number
  readonly value: string | null
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string | null) => void
}) {
  return (
    <Select
      aria-label={label}
      placeholder={label}
      clearable
      w={width}
      value={value}
      onChange={onChange}
      data={[...options]}
      comboboxProps={{ width: 150, position: 'bottom-start' }}
    />
  )
}

type NoneYetProps = { readonly mayRegister: boolean; readonly onRegister: () => void; readonly onImport: () => void }

function NoneYet({ mayRegister, onRegister, onImport }: NoneYetProps) {
  return (
    <EmptyState
      title="还没有来访登记"
      text="来人、来电、来信都登记在这里，最近的排在最上面。登记时会看出这个人以前来过没有。"
      steps={
        mayRegister
          ? [
              {
                icon: <IconDoorEnter size={22} aria-hidden />,
                title: '登记来访',
                text: '从姓名填起，Tab 依次向下；边写边存草稿',
                action: '登记来访',
                onAction: onRegister,
                primary: true,
              },
              {
                icon: <IconPhone size={22} aria-hidden />,
                title: '补登电话咨询',
                text: '同一张表，方式选电话，日期可填以前的',
                action: '补登',
                onAction: onRegister,
              },
              {
                icon: <IconFileSpreadsheet size={22} aria-hidden />,
                title: '从旧台账导入',
                text: '纸质登记簿、Excel 台账整本带进来，编号照旧',
                action: '旧台账导入',
                onAction: onImport,
              },
            ]
          : []
      }
    />
  )
}

function NoneFound({ onClear }: { readonly onClear: () => void }) {
  return (
    <EmptyState
      title="没有符合条件的登记"
      text="换个日期、方式或词再试。"
      steps={[
        {
          icon: <IconFilterOff size={22} aria-hidden />,
          title: '看全部来访',
          text: '去掉日期、方式和词',
          action: '全部来访',
          onAction: onClear,
          primary: true,
        },
      ]}
    />
  )
}

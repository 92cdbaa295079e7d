import { Button, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconDoorEnter, IconFileSpreadsheet, IconFilterOff, IconPhone, IconSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack.ts'
import { AskState } from '../../api/ask-state.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { labelOf, optionsOf, usePack } from '../../api/use-pack.ts'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { KeyBar, KeyCaps } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Sheet } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import './consultations.css'

type Row = OutputOf<'consultations.list'>['rows'][number]

const PAGE_SIZE = 200
/** Typing settles before the core is asked, in milliseconds. */
const SETTLE_MS = 150

type Filter = {
  readonly from: string | null
  readonly to: string | null
  readonly channel: string | null
  readonly words: string
}
const UNFILTERED: Filter = { from: null, to: null, channel: null, words: '' }
/** Kept while the window stands, so that coming back from an entry finds the register as it was left. */
let lastFilter = UNFILTERED

function rowKey(row: Row): string {
  return row.id
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
      cell: row => <TwoLines first={row.personName} second={row.number} />,
    },
    {
      key: 'matter',
      head: '事项',
      width: 220,
      clip: true,
      cell: row => <TwoLines plain first={row.cause} second={labelOf(pack?.codes.matterTypes, row.matterType)} />,
    },
    { key: 'content', head: '咨询内容', clip: true, cell: row => <span className="soft second">{row.content}</span> },
    {
      key: 'outcome',
      head: '办理结果',
      width: 130,
      cell: row => (
        <span className="nowrap">
          {row.applicationId !== null ? <Tag tone="dai">已转为申请</Tag> : labelOf(pack?.codes.consultationOutcomes, row.outcome)}
        </span>
      ),
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
  const { from, to, channel } = filter
  const list = useAsk('consultations.list', { from, to, channel, words, offset, limit: PAGE_SIZE }, { keep: true })
  const isFiltered = from !== null || to !== null || channel !== null || words !== ''
  const register = () => go('/consultations/new')
  useKeys([
    { keys: 'N', label: '登记来访', run: register, when: mayRegister },
    { keys: 'F', label: '筛选', run: () => search.current?.focus() },
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
          mayRegister && (
            <>
              <Button variant="default" onClick={() => go('/imports')}>
                旧台账导入
              </Button>
              <Button rightSection={<KeyCaps keys="N" />} onClick={register}>
                登记来访
              </Button>
            </>
          )
        }
      />
      <search className="register-filter" aria-label="筛选">
        <DateField
          aria-label="从哪天"
          placeholder="从"
          value={from}
          onChange={day => change({ from: day })}
          latest={today}
          today={today}
        />
        <span className="muted">至</span>
        <DateField
          aria-label="到哪天"
          placeholder="到"
          value={to}
          onChange={day => change({ to: day })}
          earliest={from ?? undefined}
          latest={today}
          today={today}
        />
        <Select
          aria-label="方式"
          placeholder="全部方式"
          clearable
          w={130}
          value={channel}
          onChange={code => change({ channel: code })}
          data={optionsOf(pack?.codes.channels ?? [])}
        />
        <TextInput
          ref={search}
          aria-label="姓名、编号、案由、内容"
          placeholder="姓名、编号、案由、内容"
          w={240}
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
      <AskState ask={list}>
        {data => (
          <DataTable
            label="咨询登记簿"
            columns={columns(pack)}
            rows={data.rows}
            rowKey={rowKey}
            rowHeight={50}
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
      <KeyBar
        hints={[
          { keys: ['ArrowUp', 'ArrowDown'], label: '选择', keep: true },
          { keys: ['Enter'], label: '打开', keep: true },
          ...(mayRegister ? [{ keys: ['N'], label: '登记来访' }] : []),
          { keys: ['F'], label: '筛选' },
        ]}
        aside={<Pager offset={offset} pageSize={PAGE_SIZE} total={total ?? 0} onChange={setOffset} />}
      />
    </Sheet>
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

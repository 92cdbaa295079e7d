import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFilterOff, IconMailOpened, IconSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import type { NoticeStatus } from '../../../src-main/contract/notices.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { AskState } from '../../api/ask-state.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { labelOf, usePack } from '../../api/use-pack.ts'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { Clock } from '../../ui/clock.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { monthDay } from '../../ui/day-text.ts'
import { KeyBar, KeyCaps } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Sheet } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'

type Notice = OutputOf<'notices.list'>['rows'][number]

const PAGE_SIZE = 200
/** Typing settles before the core is asked, in milliseconds. */
const SETTLE_MS = 150
const ALL = 'all'
const STATUSES = [
  { value: 'accepted', label: '已立案' },
  { value: 'returned', label: '已退回' },
  { value: ALL, label: '全部' },
] as const

type Filter = { readonly status: NoticeStatus | null; readonly words: string }
/** Kept while the window stands, so that coming back from a notice finds the list as it was left. */
let lastFilter: Filter = { status: null, words: '' }

function columns(pack: RulePack | null): readonly Column<Notice>[] {
  return [
    {
      key: 'person',
      head: '当事人',
      width: 170,
      clip: true,
      cell: row => <TwoLines first={row.personName} second={row.number} />,
    },
    {
      key: 'organ',
      head: '办案机关',
      width: 230,
      clip: true,
      cell: row => <TwoLines plain first={row.organName} second={row.organNumber ?? ''} />,
    },
    {
      key: 'scope',
      head: '通知事项',
      clip: true,
      cell: row => (
        <TwoLines
          plain
          first={`${row.cause}　${labelOf(pack?.codes.matterTypes.find(type => type.code === 'criminal')?.stages, row.stage)}`}
          second={labelOf(pack?.codes.scopes, row.scope)}
        />
      ),
    },
    {
      key: 'case',
      head: '案件',
      width: 180,
      clip: true,
      cell: row =>
        row.caseNumber === null ? (
          <Tag tone="amber">已退回</Tag>
        ) : (
          <TwoLines plain first={row.caseNumber} second={row.hearingOn === null ? '' : `开庭 ${row.hearingOn}`} />
        ),
    },
    {
      key: 'told',
      head: '告知机关',
      width: 88,
      cell: row =>
        row.toldOn !== null ? (
          <span className="second soft nowrap">{monthDay(row.toldOn)}</span>
        ) : (
          row.clock?.doneOn && <Tag tone="amber">待告知</Tag>
        ),
    },
    { key: 'received', head: '收到', width: 96, cell: row => <span className="second soft nowrap">{row.receivedOn}</span> },
    { key: 'clock', head: '指派期限', width: 196, cell: row => row.clock && <Clock clock={row.clock} /> },
  ]
}

/** 通知: notices of courts, procuratorates and police, with the clock of assignment. */
export function NoticesPage() {
  const [, go] = useLocation()
  const pack = usePack()
  const { user } = useSession()
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
  const list = useAsk('notices.list', { status: filter.status, words, offset, limit: PAGE_SIZE }, { keep: true })
  const register = () => go('/notices/new')
  useKeys([
    { keys: 'N', label: '登记通知书', run: register, when: mayRegister },
    { keys: 'F', label: '筛选', run: () => search.current?.focus() },
  ])
  const isFiltered = words !== '' || filter.status !== null
  return (
    <Sheet>
      <PageHead
        openFoot
        title="通知"
        sub={list.data && `${list.data.total} 件`}
        actions={
          mayRegister && (
            <Button rightSection={<KeyCaps keys="N" />} onClick={register}>
              登记通知书
            </Button>
          )
        }
      />
      <search className="list-filter" aria-label="筛选">
        <SegmentedControl
          aria-label="状态"
          value={filter.status ?? ALL}
          onChange={value => change({ status: value === 'accepted' || value === 'returned' ? value : null })}
          data={[...STATUSES]}
        />
        <TextInput
          ref={search}
          aria-label="姓名、编号、机关、案由"
          placeholder="姓名、编号、机关、案由"
          w={230}
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
            label="通知"
            columns={columns(pack)}
            rows={data.rows}
            rowKey={row => row.id}
            rowHeight={50}
            memory="notices"
            autoFocus={filter.words === ''}
            onOpen={row => go(`/notices/${row.id}`)}
            empty={
              isFiltered ? (
                <EmptyState
                  title="没有符合条件的通知书"
                  text="换个状态或词再试。"
                  steps={[
                    {
                      icon: <IconFilterOff size={22} aria-hidden />,
                      title: '看全部通知书',
                      text: '不分状态，也不按词找',
                      action: '全部通知书',
                      onAction: () => change({ status: null, words: '' }),
                      primary: true,
                    },
                  ]}
                />
              ) : (
                <EmptyState
                  title="没有登记过通知书"
                  text="法院、检察院、公安机关通知辩护或者代理的，登记后立即立案，收到之日起计指派期限；不需要申请表，也不审查经济困难状况。"
                  steps={
                    mayRegister
                      ? [
                          {
                            icon: <IconMailOpened size={22} aria-hidden />,
                            title: '登记通知书',
                            text: '填好后直接指派承办人',
                            action: '登记通知书',
                            onAction: register,
                            primary: true,
                          },
                        ]
                      : []
                  }
                />
              )
            }
          />
        )}
      </AskState>
      <KeyBar
        hints={[
          { keys: ['ArrowUp', 'ArrowDown'], label: '选择', keep: true },
          { keys: ['Enter'], label: '打开', keep: true },
          ...(mayRegister ? [{ keys: ['N'], label: '登记通知书' }] : []),
          { keys: ['F'], label: '筛选' },
        ]}
        aside={<Pager offset={offset} pageSize={PAGE_SIZE} total={list.data?.total ?? 0} onChange={setOffset} />}
      />
    </Sheet>
  )
}

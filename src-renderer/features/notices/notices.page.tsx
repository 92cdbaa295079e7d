import { Button, SegmentedControl } from '@mantine/core'
import { IconMailOpened } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import type { NoticeStatus } from '../../../src-main/contract/notices.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { ListFoot, ListTable } from '../../api/list-table.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { labelOf, usePack } from '../../api/use-pack.ts'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { Clock } from '../../ui/clock.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { monthDay } from '../../ui/day-text.ts'
import { KeyCaps } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Sheet } from '../../ui/page.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import { useListFilter } from '../../ui/use-list-filter.ts'

type Notice = OutputOf<'notices.list'>['rows'][number]

const ALL = 'all'
const STATUSES = [
  { value: 'accepted', label: '已立案' },
  { value: 'returned', label: '已退回' },
  { value: ALL, label: '全部' },
] as const

type Filter = { readonly status: NoticeStatus | null; readonly words: string }
const EVERYTHING: Filter = { status: null, words: '' }

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
  const list = useListFilter('notices', EVERYTHING)
  const { filter, change } = list
  const ask = useAsk('notices.list', list.page, { keep: true })
  const register = () => go('/notices/new')
  useKeys([
    { keys: 'N', label: '登记通知书', run: register, when: mayRegister },
    { keys: 'F', label: '筛选', run: () => list.search.current?.focus() },
  ])
  return (
    <Sheet>
      <PageHead
        openFoot
        title="通知"
        sub={ask.data && `${ask.data.total} 件`}
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
        <SearchBox list={list} label="姓名、编号、机关、案由" width={230} />
      </search>
      <ListTable
        ask={ask}
        list={list}
        label="通知"
        what="通知书"
        memory="notices"
        columns={columns(pack)}
        rowHeight={50}
        onOpen={row => go(`/notices/${row.id}`)}
        noneYet={<NoneYet onRegister={mayRegister ? register : null} />}
      />
      <ListFoot
        list={list}
        total={ask.data?.total}
        hints={[...(mayRegister ? [{ keys: ['N'], label: '登记通知书' }] : []), { keys: ['F'], label: '筛选' }]}
      />
    </Sheet>
  )
}

function NoneYet({ onRegister }: { readonly onRegister: (() => void) | null }) {
  return (
    <EmptyState
      title="没有登记过通知书"
      text="法院、检察院、公安机关通知辩护或者代理的，登记后立即立案，收到之日起计指派期限；不需要申请表，也不审查经济困难状况。"
      steps={
        onRegister
          ? [
              {
                icon: <IconMailOpened size={22} aria-hidden />,
                title: '登记通知书',
                text: '填好后直接指派承办人',
                action: '登记通知书',
                onAction: onRegister,
                primary: true,
              },
            ]
          : []
      }
    />
  )
}

import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconDoorEnter, IconFileText, IconFilterOff, IconSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { AskState } from '../../api/ask-state.tsx'
import { openClock } from '../../api/clock-dialog.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { labelOf, usePack } from '../../api/use-pack.ts'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { Clock } from '../../ui/clock.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { KeyBar, KeyCaps } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Sheet } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { StatusWord } from '../../ui/status-word.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import { APPLICATION_STATUS, APPLICATION_STATUSES, type ApplicationStatus, type ApplicationSummary } from './application-words.ts'
import { OUTCOME_MARKS } from './hardship-words.ts'
import './applications.css'

const PAGE_SIZE = 200
/** Typing settles before the core is asked, in milliseconds. */
const SETTLE_MS = 150
const ALL = 'all'

type Filter = { readonly status: ApplicationStatus | null; readonly words: string }
/** Kept while the window stands, so that coming back from an application finds the list as it was left. */
let lastFilter: Filter = { status: 'deciding', words: '' }

function rowKey(row: ApplicationSummary): string {
  return row.id
}

function columns(pack: RulePack | null, withStatus: boolean): readonly Column<ApplicationSummary>[] {
  const status: readonly Column<ApplicationSummary>[] = [
    {
      key: 'status',
      head: '状态',
      width: 84,
      cell: row => <Tag tone={APPLICATION_STATUS[row.status].tone}>{APPLICATION_STATUS[row.status].label}</Tag>,
    },
  ]
  return [
    {
      key: 'person',
      head: '申请人',
      width: 176,
      clip: true,
      cell: row => <TwoLines first={row.personName} second={row.number} />,
    },
    {
      key: 'matter',
      head: '案由',
      width: 230,
      clip: true,
      cell: row => <TwoLines plain first={row.cause} second={labelOf(pack?.codes.matterTypes, row.matterType)} />,
    },
    {
      key: 'aid',
      head: '申请的援助形式',
      width: 200,
      clip: true,
      cell: row => (
        <TwoLines
          plain
          first={row.aidForms.map(code => labelOf(pack?.codes.aidForms, code)).join('、')}
          second={row.opponentName === null ? '' : `对方 ${row.opponentName}`}
        />
      ),
    },
    {
      key: 'hardship',
      head: '经济困难状况',
      clip: true,
      cell: row => <StatusWord kind={OUTCOME_MARKS[row.hardship.outcome]}>{row.hardship.summary}</StatusWord>,
    },
    ...(withStatus ? status : []),
    { key: 'received', head: '收到', width: 96, cell: row => <span className="second soft nowrap">{row.receivedOn}</span> },
    { key: 'clock', head: '期限', width: 206, cell: row => row.clock && <Clock clock={row.clock} /> },
  ]
}

/** How many applications stand at a status; the figure opens them. */
function useCount(status: ApplicationStatus): number | undefined {
  return useAsk('applications.list', { status, limit: 1 }).data?.total
}

/** 申请: applications by where they stand, with the clock that runs. */
export function ApplicationsPage() {
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
  const list = useAsk('applications.list', { status: filter.status, words, offset, limit: PAGE_SIZE }, { keep: true })
  const deciding = useCount('deciding')
  const supplementing = useCount('supplementing')
  const counts: { readonly [Status in ApplicationStatus]?: number | undefined } = { deciding, supplementing }
  const register = () => go('/applications/new')
  useKeys([
    { keys: 'N', label: '登记申请', run: register, when: mayRegister },
    { keys: 'F', label: '筛选', run: () => search.current?.focus() },
    { keys: 'Alt+0', label: '全部状态', run: () => change({ status: null }) },
    ...APPLICATION_STATUSES.map((status, index) => ({
      keys: `Alt+${index + 1}`,
      label: `只看${APPLICATION_STATUS[status].label}`,
      run: () => change({ status }),
    })),
  ])
  return (
    <Sheet>
      <PageHead
        openFoot
        title="申请"
        sub={list.data && `${list.data.total} 件`}
        actions={
          <>
            <Button variant="default" onClick={() => go('/stations')}>
              工作站
            </Button>
            <Button variant="default" onClick={() => go('/applications/rechecks')}>
              抽查核实
            </Button>
            <Button variant="default" onClick={() => go('/applications/cooperation')}>
              来函协查
            </Button>
            {mayRegister && (
              <Button variant="default" onClick={() => go('/applications/queue')}>
                批量审批
              </Button>
            )}
            {mayRegister && (
              <Button rightSection={<KeyCaps keys="N" />} onClick={register}>
                登记申请
              </Button>
            )}
          </>
        }
      />
      <search className="list-filter" aria-label="筛选">
        <SegmentedControl
          aria-label="状态"
          value={filter.status ?? ALL}
          onChange={value => change({ status: APPLICATION_STATUSES.find(status => status === value) ?? null })}
          data={[
            ...APPLICATION_STATUSES.map(status => ({
              value: status,
              label: [APPLICATION_STATUS[status].label, counts[status]].filter(Boolean).join(' '),
            })),
            { value: ALL, label: '全部' },
          ]}
        />
        <TextInput
          ref={search}
          aria-label="姓名、编号、案由"
          placeholder="姓名、编号、案由"
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
            label="申请"
            columns={columns(pack, filter.status === null)}
            rows={data.rows}
            rowKey={rowKey}
            rowHeight={50}
            memory="applications"
            autoFocus={filter.words === ''}
            onOpen={row => go(`/applications/${row.id}`)}
            onPreview={row => openClock(row.clock)}
            empty={
              words !== '' || (filter.status !== null && filter.status !== 'deciding') ? (
                <NoneFound onClear={() => change({ status: null, words: '' })} />
              ) : (
                <NoneYet mayRegister={mayRegister} onRegister={register} onConsultations={() => go('/consultations')} />
              )
            }
          />
        )}
      </AskState>
      <KeyBar
        hints={[
          { keys: ['ArrowUp', 'ArrowDown'], label: '选择', keep: true },
          { keys: ['Enter'], label: '打开', keep: true },
          { keys: ['Space'], label: '看期限' },
          { keys: ['Alt+0', '5'], label: '按状态' },
          ...(mayRegister ? [{ keys: ['N'], label: '登记申请' }] : []),
          { keys: ['F'], label: '筛选' },
        ]}
        aside={<Pager offset={offset} pageSize={PAGE_SIZE} total={list.data?.total ?? 0} onChange={setOffset} />}
      />
    </Sheet>
  )
}

type NoneYetProps = { readonly mayRegister: boolean; readonly onRegister: () => void; readonly onConsultations: () => void }

function NoneYet({ mayRegister, onRegister, onConsultations }: NoneYetProps) {
  const steps = [
    {
      icon: <IconDoorEnter size={22} aria-hidden />,
      title: '从来访登记转来',
      text: '打开一条来访，按 Ctrl+Enter，不必重填',
      action: '看来访',
      onAction: onConsultations,
      primary: true,
    },
    {
      icon: <IconFileText size={22} aria-hidden />,
      title: '直接登记申请',
      text: '申请人直接来申请的',
      action: '登记申请',
      onAction: onRegister,
    },
  ]
  return (
    <EmptyState
      title="没有待决定的申请"
      text="收到的申请排在这里，最后一天最近的在最上面；补正的时间不计。"
      steps={mayRegister ? steps : steps.slice(0, 1)}
    />
  )
}

function NoneFound({ onClear }: { readonly onClear: () => void }) {
  return (
    <EmptyState
      title="没有符合条件的申请"
      text="换个状态或词再试。"
      steps={[
        {
          icon: <IconFilterOff size={22} aria-hidden />,
          title: '看全部申请',
          text: '不分状态，也不按词找',
          action: '全部申请',
          onAction: onClear,
          primary: true,
        },
      ]}
    />
  )
}

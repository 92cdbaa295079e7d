import { Button, SegmentedControl } from '@mantine/core'
import { IconDoorEnter, IconFileText } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { openClock } from '../../api/clock-dialog.tsx'
import { ListFoot, ListTable } from '../../api/list-table.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { labelOf, usePack } from '../../api/use-pack.ts'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { Clock } from '../../ui/clock.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { KeyCaps } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Sheet } from '../../ui/page.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { StatusWord } from '../../ui/status-word.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import { useListFilter } from '../../ui/use-list-filter.ts'
import { APPLICATION_STATUS, APPLICATION_STATUSES, type ApplicationStatus, type ApplicationSummary } from './application-words.ts'
import { OUTCOME_MARKS } from './hardship-words.ts'
import './applications.css'

const ALL = 'all'

type Filter = { readonly status: ApplicationStatus | null; readonly words: string }
const EVERYTHING: Filter = { status: null, words: '' }
/** What waits for a decision is what people come for. */
const FIRST: Filter = { status: 'deciding', words: '' }

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
  const list = useListFilter('applications', EVERYTHING, FIRST)
  const { filter, change } = list
  const ask = useAsk('applications.list', list.page, { keep: true })
  const deciding = useCount('deciding')
  const supplementing = useCount('supplementing')
  const counts: { readonly [Status in ApplicationStatus]?: number | undefined } = { deciding, supplementing }
  const register = () => go('/applications/new')
  useKeys([
    { keys: 'N', label: '登记申请', run: register, when: mayRegister },
    { keys: 'F', label: '筛选', run: () => list.search.current?.focus() },
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
        sub={ask.data && `${ask.data.total} 件`}
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
        <SearchBox list={list} label="姓名、编号、案由" width={230} />
      </search>
      <ListTable
        ask={ask}
        list={list}
        label="申请"
        what="申请"
        memory="applications"
        columns={columns(pack, filter.status === null)}
        rowHeight={50}
        onOpen={row => go(`/applications/${row.id}`)}
        onPreview={row => openClock(row.clock)}
        noneYet={<NoneYet mayRegister={mayRegister} onRegister={register} onConsultations={() => go('/consultations')} />}
      />
      <ListFoot
        list={list}
        total={ask.data?.total}
        hints={[
          { keys: ['Space'], label: '看期限' },
          { keys: ['Alt+0', '5'], label: '按状态' },
          ...(mayRegister ? [{ keys: ['N'], label: '登记申请' }] : []),
          { keys: ['F'], label: '筛选' },
        ]}
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

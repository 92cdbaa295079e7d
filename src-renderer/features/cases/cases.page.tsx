import { SegmentedControl, Select } from '@mantine/core'
import { IconFileSpreadsheet, IconFileText } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { type CaseStatus, caseStatus } from '../../../src-main/contract/cases.ts'
import { openClock } from '../../api/clock-dialog.tsx'
import { ListFoot, ListTable } from '../../api/list-table.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { optionsOf, usePack } from '../../api/use-pack.ts'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Sheet } from '../../ui/page.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { useListFilter } from '../../ui/use-list-filter.ts'
import { caseColumns } from './case-columns.tsx'
import { CASE_STATUS, CASE_STATUSES } from './case-words.ts'
import './cases.css'

const ALL = 'all'

type Filter = { readonly status: CaseStatus | null; readonly matterType: string | null; readonly words: string }
const EVERYTHING: Filter = { status: null, matterType: null, words: '' }

/** 案件: every case, by status, kind of matter and words, with the clock that runs. */
export function CasesPage() {
  const [, go] = useLocation()
  const pack = usePack()
  const list = useListFilter('cases', EVERYTHING)
  const { filter, change } = list
  const ask = useAsk('cases.list', list.page, { keep: true })
  useKeys([
    { keys: 'F', label: '筛选', run: () => list.search.current?.focus() },
    { keys: 'Alt+0', label: '全部状态', run: () => change({ status: null }) },
    ...CASE_STATUSES.map((status, index) => ({
      keys: `Alt+${index + 1}`,
      label: `只看${CASE_STATUS[status].label}`,
      run: () => change({ status }),
    })),
  ])
  return (
    <Sheet>
      <PageHead title="案件" sub={ask.data && `${ask.data.total} 件`} openFoot />
      <div className="case-filter">
        <SegmentedControl
          size="xs"
          aria-label="状态"
          value={filter.status ?? ALL}
          onChange={value => {
            const status = caseStatus.safeParse(value)
            change({ status: status.success ? status.data : null })
          }}
          data={[{ value: ALL, label: '全部' }, ...CASE_STATUSES.map(value => ({ value, label: CASE_STATUS[value].label }))]}
        />
        <Select
          aria-label="案件类型"
          placeholder="全部类型"
          clearable
          w={130}
          value={filter.matterType}
          onChange={matterType => change({ matterType })}
          data={optionsOf(pack?.codes.matterTypes ?? [])}
        />
        <SearchBox list={list} label="姓名、案号、案由、承办人" width={230} />
      </div>
      <ListTable
        ask={ask}
        list={list}
        label="案件"
        what="案件"
        memory="cases"
        columns={caseColumns(pack)}
        rowHeight={50}
        onOpen={row => go(`/cases/${row.id}`)}
        onPreview={row => openClock(row.clock)}
        noneYet={<NoneYet onOpen={() => go('/applications')} onImport={() => go('/imports')} />}
      />
      <ListFoot
        list={list}
        total={ask.data?.total}
        hints={[
          { keys: ['Space'], label: '看期限' },
          { keys: ['Alt', '0⋯6'], label: '按状态' },
          { keys: ['F'], label: '筛选' },
        ]}
      />
    </Sheet>
  )
}

function NoneYet({ onOpen, onImport }: { readonly onOpen: () => void; readonly onImport: () => void }) {
  return (
    <EmptyState
      title="还没有案件。给予法律援助之后，案件会排在这里"
      text="决定签发时自动取案号，期限从决定之日起算。"
      steps={[
        {
          icon: <IconFileText size={22} aria-hidden />,
          title: '看待决定的申请',
          text: '主任签发给予援助决定后成为案件',
          action: '打开申请',
          onAction: onOpen,
          primary: true,
        },
        {
          icon: <IconFileSpreadsheet size={22} aria-hidden />,
          title: '从旧台账导入',
          text: '以前办过的案件整本带进来，案号照旧，只供查阅',
          action: '旧台账导入',
          onAction: onImport,
        },
      ]}
    />
  )
}

import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFileSpreadsheet, IconFileText, IconFilterOff, IconSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { type CaseStatus, caseStatus } from '../../../src-main/contract/cases.ts'
import { AskState } from '../../api/ask-state.tsx'
import { openClock } from '../../api/clock-dialog.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { optionsOf, usePack } from '../../api/use-pack.ts'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { KeyBar } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Sheet } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { caseColumns } from './case-columns.tsx'
import { CASE_STATUS, CASE_STATUSES, type CaseSummary } from './case-words.ts'
import './cases.css'

const PAGE_SIZE = 200
/** Typing settles before the core is asked, in milliseconds. */
const SETTLE_MS = 150
const ALL = 'all'

type Filter = { readonly status: CaseStatus | null; readonly matterType: string | null; readonly words: string }
const UNFILTERED: Filter = { status: null, matterType: null, words: '' }
/** Kept while the window stands, so that coming back from a case finds the list as it was left. */
let lastFilter = UNFILTERED

function rowKey(row: CaseSummary): string {
  return row.id
}

/** 案件: every case, by status, kind of matter and words, with the clock that runs. */
export function CasesPage() {
  const [, go] = useLocation()
  const pack = usePack()
  const [filter, setFilter] = useState(lastFilter)
  const [offset, setOffset] = useState(0)
  const [words] = useDebouncedValue(filter.words, SETTLE_MS)
  const search = useRef<HTMLInputElement>(null)
  const change = (next: Partial<Filter>) => {
    lastFilter = { ...filter, ...next }
    setFilter(lastFilter)
    setOffset(0)
  }
  const cases = useAsk(
    'cases.list',
    { status: filter.status, matterType: filter.matterType, words: words.trim(), offset, limit: PAGE_SIZE },
    { keep: true },
  )
  const isFiltered = filter.status !== null || filter.matterType !== null || words.trim() !== ''
  useKeys([
    { keys: 'F', label: '筛选', run: () => search.current?.focus() },
    { keys: 'Alt+0', label: '全部状态', run: () => change({ status: null }) },
    ...CASE_STATUSES.map((status, index) => ({
      keys: `Alt+${index + 1}`,
      label: `只看${CASE_STATUS[status].label}`,
      run: () => change({ status }),
    })),
  ])
  return (
    <Sheet>
      <PageHead title="案件" sub={cases.data && `${cases.data.total} 件`} openFoot />
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
        <TextInput
          ref={search}
          aria-label="姓名、案号、案由、承办人"
          placeholder="姓名、案号、案由、承办人"
          w={230}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={filter.words}
          onChange={event => change({ words: event.currentTarget.value })}
          onKeyDown={event => {
            if (event.key === 'Escape' && filter.words !== '') {
              event.stopPropagation()
              change({ words: '' })
            }
          }}
        />
      </div>
      <AskState ask={cases}>
        {data => (
          <DataTable
            label="案件"
            columns={caseColumns(pack)}
            rows={data.rows}
            rowKey={rowKey}
            rowHeight={50}
            memory="cases"
            autoFocus={filter.words === ''}
            onOpen={row => go(`/cases/${row.id}`)}
            onPreview={row => openClock(row.clock)}
            empty={
              isFiltered ? (
                <NoneFound onClear={() => change(UNFILTERED)} />
              ) : (
                <NoneYet onOpen={() => go('/applications')} onImport={() => go('/imports')} />
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
          { keys: ['Alt', '0⋯6'], label: '按状态' },
          { keys: ['F'], label: '筛选' },
        ]}
        aside={<Pager offset={offset} pageSize={PAGE_SIZE} total={cases.data?.total ?? 0} onChange={setOffset} />}
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

function NoneFound({ onClear }: { readonly onClear: () => void }) {
  return (
    <EmptyState
      title="没有符合条件的案件"
      steps={[
        {
          icon: <IconFilterOff size={22} aria-hidden />,
          title: '看全部案件',
          text: '去掉状态、类型和文字条件',
          action: '清除条件',
          onAction: onClear,
          primary: true,
        },
      ]}
    />
  )
}

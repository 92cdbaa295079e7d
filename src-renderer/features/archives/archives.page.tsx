import { Select } from '@mantine/core'
import { IconBriefcase, IconFolderOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { KeyBar } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Pane, Panes, Sheet } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { catalogueColumns } from './catalogue-columns.tsx'
import { DueCases } from './due-cases.tsx'
import './archives.css'

const ALL_YEARS = 'all'
const PAGE_SIZE = 200

/** 案卷目录: the volumes of a year by archive number, and the closed cases that wait to be arranged. */
export function ArchivesPage() {
  const { user, today } = useSession()
  const [, go] = useLocation()
  const [year, setYear] = useState<string>(today.slice(0, 4))
  const [offset, setOffset] = useState(0)
  const asked = { year: year === ALL_YEARS ? null : Number(year), offset, limit: PAGE_SIZE }
  const list = useAsk('archives.list', asked, { keep: true })
  const due = useAsk('archives.due', {})
  const open = useDo('archives.open')
  const mayArrange = hasRole(user, ['archivist', 'director'])
  const waiting = due.data ?? []
  const hasRows = (list.data?.rows.length ?? 0) > 0
  const start = async (caseId: string) => {
    const reply = await open.run({ caseId })
    if (reply.ok) go(`/archives/${reply.value.id}`)
  }
  const startFirst = () => {
    const first = waiting[0]
    if (first && mayArrange) void start(first.caseId)
  }
  useKeys([{ keys: 'Ctrl+Enter', label: '开始整理第一件', run: startFirst, when: mayArrange && waiting.length > 0 }])
  const years = [...new Set([today.slice(0, 4), ...(list.data?.years ?? []).map(String)])].toSorted().toReversed()
  return (
    <Sheet>
      <PageHead
        title="案卷目录"
        tags={
          <Select
            aria-label="年度"
            w={132}
            size="xs"
            allowDeselect={false}
            data={[...years.map(one => ({ value: one, label: `${one} 年度` })), { value: ALL_YEARS, label: '全部年度' }]}
            value={year}
            onChange={value => {
              if (!value) return
              setYear(value)
              setOffset(0)
            }}
          />
        }
        actions={<span className="soft second">{list.data ? `${list.data.total} 卷` : ''}</span>}
      />
      <ErrorBanner error={open.error} />
      <Panes>
        <Pane
          label="案卷目录"
          fill
          head={
            waiting.length > 0 && hasRows ? (
              <DueCases cases={waiting} mayArrange={mayArrange} onStart={caseId => void start(caseId)} />
            ) : undefined
          }
        >
          <AskState ask={list}>
            {({ rows }) => (
              <DataTable
                label="案卷目录"
                columns={catalogueColumns(offset)}
                rows={rows}
                rowKey={row => row.id}
                rowHeight={24}
                onOpen={row => go(`/archives/${row.id}`)}
                memory="archives"
                autoFocus
                empty={
                  <EmptyCatalogue
                    waiting={waiting.length}
                    mayArrange={mayArrange}
                    onStart={startFirst}
                    onCases={() => go('/cases')}
                  />
                }
              />
            )}
          </AskState>
        </Pane>
      </Panes>
      <KeyBar
        aside={<Pager offset={offset} pageSize={PAGE_SIZE} total={list.data?.total ?? 0} onChange={setOffset} />}
        hints={[
          { keys: ['ArrowUp', 'ArrowDown'], label: '选择' },
          { keys: ['Enter'], label: '打开案卷', keep: true },
          ...(mayArrange && waiting.length > 0 ? [{ keys: ['Ctrl+Enter'], label: '开始整理', keep: true }] : []),
        ]}
      />
    </Sheet>
  )
}

type EmptyCatalogueProps = {
  readonly waiting: number
  readonly mayArrange: boolean
  readonly onStart: () => void
  readonly onCases: () => void
}

function EmptyCatalogue({ waiting, mayArrange, onStart, onCases }: EmptyCatalogueProps) {
  const cases = {
    icon: <IconBriefcase size={22} aria-hidden />,
    title: '看看在办的案件',
    text: '结案、交卷、审核之后，案件会出现在这里',
    action: '打开案件',
    onAction: onCases,
    primary: waiting === 0,
  }
  const arrange = {
    icon: <IconFolderOpen size={22} aria-hidden />,
    title: `整理已结案的 ${waiting} 件`,
    text: '从扫描件开始，页号、目录、备考表自动生成',
    action: '开始整理',
    onAction: onStart,
    primary: true,
  }
  return (
    <EmptyState
      title={waiting > 0 ? `还没有案卷。已结案的 ${waiting} 件可以开始整理` : '还没有案卷'}
      text="封卷之后，案卷会按档号排在上面的目录里，可以打印、上架、借阅。"
      steps={waiting > 0 && mayArrange ? [arrange, cases] : [cases]}
    />
  )
}

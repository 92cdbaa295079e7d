import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { AskState } from '../../api/ask-state.tsx'
import { useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { KeyBar } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { neighbours } from '../../ui/list-memory.ts'
import { Sheet } from '../../ui/page.tsx'
import { CaseAuditTab } from './case-audit-tab.tsx'
import { CaseClocksTab } from './case-clocks-tab.tsx'
import { CaseClosingTab } from './case-closing-tab.tsx'
import { CaseHead } from './case-head.tsx'
import { CaseOverviewTab } from './case-overview-tab.tsx'
import { CasePapersTab } from './case-papers-tab.tsx'
import { CaseTimelineTab } from './case-timeline-tab.tsx'
import type { CaseDetail } from './case-words.ts'
import { usePapers } from './use-papers.ts'
import './cases.css'

/** One case (案件): its person, matter, clocks, papers and what happened, with the one step that moves it on. */
export function CasePage() {
  const { id = '' } = useParams<{ id: string }>()
  const detail = useAsk('cases.get', { id })
  return (
    <Sheet>
      <AskState ask={detail}>{one => <CaseSheet key={one.id} one={one} />}</AskState>
    </Sheet>
  )
}

type Tab = 'overview' | 'timeline' | 'papers' | 'clocks' | 'closing' | 'audit'
const TABS: readonly Tab[] = ['overview', 'timeline', 'papers', 'clocks', 'closing', 'audit']

function isTab(value: string | null): value is Tab {
  return TABS.some(tab => tab === value)
}

function CaseSheet({ one }: { readonly one: CaseDetail }) {
  const [, go] = useLocation()
  const { today } = useSession()
  const [tab, setTab] = useState<Tab>('overview')
  const papers = usePapers(one)
  const { previous, next } = neighbours('cases', one.id)
  const labels: Record<Tab, string> = {
    overview: '概况',
    timeline: `进展 ${one.timeline.length}`,
    papers: `文书 ${papers.issued.length}`,
    clocks: `期限 ${one.clocks.length}`,
    closing: '结案',
    audit: '操作记录',
  }
  useKeys([
    ...TABS.map((value, index) => ({
      keys: `Alt+${index + 1}`,
      label: labels[value].replace(/ \d+$/, ''),
      run: () => setTab(value),
    })),
    { keys: 'Alt+ArrowLeft', label: '上一件', run: () => go(`/cases/${previous}`), when: previous !== null },
    { keys: 'Alt+ArrowRight', label: '下一件', run: () => go(`/cases/${next}`), when: next !== null },
    { keys: 'Escape', label: '回列表', run: () => go('/cases') },
    { keys: 'P', label: '文书', run: () => setTab('papers') },
  ])
  return (
    <>
      <CaseHead one={one}>
        <Tabs className="case-tabs" value={tab} onChange={value => isTab(value) && setTab(value)} keepMounted={false}>
          <Tabs.List aria-label="案件的各部分">
            {TABS.map(value => (
              <Tabs.Tab key={value} value={value} aria-controls="case-tab-body">
                {labels[value]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      </CaseHead>
      <div id="case-tab-body" className="case-tab-body" role="tabpanel" aria-label={labels[tab]}>
        <TabBody tab={tab} one={one} papers={papers} onTab={setTab} />
      </div>
      <KeyBar
        hints={[
          { keys: ['Ctrl+Enter'], label: '下一步', keep: true },
          { keys: ['Alt', `1⋯${TABS.length}`], label: '切换标签' },
          { keys: ['P'], label: '文书' },
          { keys: ['Escape'], label: '回列表', keep: true },
        ]}
        aside={lastStep(one, today)}
      />
    </>
  )
}

function lastStep(one: CaseDetail, today: string): string {
  const last = one.timeline.at(-1)
  if (!last) return ''
  return `最近一步　${last.title}　${last.date === today ? '今天' : last.date}${last.by ? `　${last.by}` : ''}`
}

type TabBodyProps = {
  readonly tab: Tab
  readonly one: CaseDetail
  readonly papers: ReturnType<typeof usePapers>
  readonly onTab: (tab: Tab) => void
}

function TabBody({ tab, one, papers, onTab }: TabBodyProps) {
  switch (tab) {
    case 'overview':
      return <CaseOverviewTab one={one} papers={papers} onTimeline={() => onTab('timeline')} onPapers={() => onTab('papers')} />
    case 'timeline':
      return <CaseTimelineTab one={one} />
    case 'papers':
      return <CasePapersTab one={one} papers={papers} />
    case 'clocks':
      return <CaseClocksTab one={one} />
    case 'closing':
      return <CaseClosingTab one={one} />
    case 'audit':
      return <CaseAuditTab caseId={one.id} />
    default:
      return tab satisfies never
  }
}

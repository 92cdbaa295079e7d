import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Sheet } from '../../ui/page.tsx'
import { AllSheets } from './all-sheets.tsx'
import { ApprovedSheets } from './approved-sheets.tsx'
import { DueCases } from './due-cases.tsx'
import { PaymentLists } from './payment-lists.tsx'
import { WaitingSheets } from './waiting-sheets.tsx'
import './subsidies.css'

const TABS = ['due', 'waiting', 'approved', 'lists', 'all'] as const
type Tab = (typeof TABS)[number]
/** Kept while the window stands, so that coming back from a sheet finds the list as it was left. */
let lastTab: Tab | null = null

/** 补贴: cases whose subsidy may be prepared, sheets that wait, approved ones, and payment lists. */
export function SubsidiesPage() {
  const { user } = useSession()
  const [tab, setTab] = useState<Tab>(lastTab ?? (hasRole(user, ['director']) ? 'waiting' : 'due'))
  const due = useAsk('subsidies.due', {})
  const awaiting = useAsk('subsidies.list', { status: 'awaiting-approval' })
  const returned = useAsk('subsidies.list', { status: 'returned' })
  const approved = useAsk('subsidies.list', { status: 'approved' })
  const lists = useAsk('subsidies.paymentLists', {})
  const open = (next: Tab) => {
    lastTab = next
    setTab(next)
  }
  const unpaid = lists.data?.filter(list => list.paidOn === null).length ?? 0
  const labels: Record<Tab, string> = {
    due: `可编制 ${due.data?.length ?? 0}`,
    waiting: `待审批 ${(awaiting.data?.total ?? 0) + (returned.data?.total ?? 0)}`,
    approved: `已批 ${approved.data?.total ?? 0}`,
    lists: `支付清单 ${unpaid}`,
    all: '全部核算表',
  }
  useKeys(
    TABS.map((value, index) => ({ keys: `Alt+${index + 1}`, label: labels[value].replace(/ \d+$/, ''), run: () => open(value) })),
  )
  return (
    <Sheet>
      <PageHead title="补贴" sub="编制和审批须为不同的人" openFoot />
      <Tabs
        className="subsidy-tabs"
        value={tab}
        onChange={value => TABS.some(one => one === value) && open(value as Tab)}
        keepMounted={false}
      >
        <Tabs.List aria-label="补贴的各组">
          {TABS.map(value => (
            <Tabs.Tab key={value} value={value} aria-controls="subsidy-body">
              {labels[value]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <div id="subsidy-body" className="subsidy-body" role="tabpanel" aria-label={labels[tab]}>
        {tab === 'due' && <DueCases due={due} />}
        {tab === 'waiting' && <WaitingSheets awaiting={awaiting} returned={returned} />}
        {tab === 'approved' && <ApprovedSheets approved={approved} onListed={() => open('lists')} />}
        {tab === 'lists' && <PaymentLists lists={lists} />}
        {tab === 'all' && <AllSheets />}
      </div>
    </Sheet>
  )
}

import { Tabs } from '@mantine/core'
import { useLocation, useParams } from 'wouter'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Sheet } from '../../ui/page.tsx'
import { AuditTab } from './audit-tab.tsx'
import { BackupsTab } from './backups-tab.tsx'
import { CenterTab } from './center-tab.tsx'
import { HolidaysTab } from './holidays-tab.tsx'
import { NumbersTab } from './numbers-tab.tsx'
import { PacksTab } from './packs-tab.tsx'
import { ProvidersTab } from './providers-tab.tsx'
import { SealTab } from './seal-tab.tsx'
import { StaffTab } from './staff-tab.tsx'
import './settings.css'

const TABS = ['center', 'staff', 'providers', 'numbers', 'packs', 'holidays', 'seal', 'audit', 'backups'] as const
type Tab = (typeof TABS)[number]

const LABELS: Readonly<Record<Tab, string>> = {
  center: '本中心',
  staff: '人员账户',
  providers: '承办机构',
  numbers: '编号',
  packs: '规则包',
  holidays: '节假日',
  seal: '印章图',
  audit: '操作日志',
  backups: '备份',
}

function isTab(value: string | null | undefined): value is Tab {
  return TABS.some(tab => tab === value)
}

/** 设置: the center, its people, numbers, rules, trail and backups. Everyone may look; who may change what stands beside the buttons. */
export function SettingsPage() {
  const { tab: wanted } = useParams<{ tab?: string }>()
  const [, go] = useLocation()
  const tab = isTab(wanted) ? wanted : 'center'
  const open = (next: Tab) => go(`/settings/${next}`, { replace: true })
  useKeys(TABS.map((value, index) => ({ keys: `Alt+${index + 1}`, label: LABELS[value], run: () => open(value) })))
  return (
    <Sheet>
      <PageHead title="设置" openFoot />
      <Tabs className="settings-tabs" value={tab} onChange={value => isTab(value) && open(value)} keepMounted={false}>
        <Tabs.List aria-label="设置的各部分">
          {TABS.map(value => (
            <Tabs.Tab key={value} value={value} aria-controls="settings-body">
              {LABELS[value]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <div id="settings-body" className="settings-body" role="tabpanel" aria-label={LABELS[tab]}>
        <TabBody tab={tab} />
      </div>
    </Sheet>
  )
}

function TabBody({ tab }: { readonly tab: Tab }) {
  switch (tab) {
    case 'center':
      return <CenterTab />
    case 'staff':
      return <StaffTab />
    case 'providers':
      return <ProvidersTab />
    case 'numbers':
      return <NumbersTab />
    case 'packs':
      return <PacksTab />
    case 'holidays':
      return <HolidaysTab />
    case 'seal':
      return <SealTab />
    case 'audit':
      return <AuditTab />
    case 'backups':
      return <BackupsTab />
    default:
      return tab satisfies never
  }
}

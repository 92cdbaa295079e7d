import { IconClipboardData } from '@tabler/icons-react'
import type { FeatureRoute, NavEntry } from '../../ui/feature-route.ts'

export const routes: readonly FeatureRoute[] = [
  { path: '/reports', load: async () => (await import('./reports.page.tsx')).ReportsPage },
]

export const nav: NavEntry = { path: '/reports', label: '报表', icon: IconClipboardData, order: 7 }

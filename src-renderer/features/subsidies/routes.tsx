import { IconReceiptYuan } from '@tabler/icons-react'
import type { FeatureRoute, NavEntry } from '../../ui/feature-route.ts'

export const routes: readonly FeatureRoute[] = [
  { path: '/subsidies', load: async () => (await import('./subsidies.page.tsx')).SubsidiesPage },
  { path: '/subsidies/new/:caseId', load: async () => (await import('./prepare.page.tsx')).PreparePage },
  { path: '/subsidies/:id', load: async () => (await import('./subsidy.page.tsx')).SubsidyPage },
  { path: '/subsidies/:id/revise', load: async () => (await import('./prepare.page.tsx')).RevisePage },
]

export const nav: NavEntry = { path: '/subsidies', label: '补贴', icon: IconReceiptYuan, order: 5, count: 'subsidies' }

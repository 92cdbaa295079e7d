import { IconBriefcase } from '@tabler/icons-react'
import type { FeatureRoute, NavEntry } from '../../ui/feature-route.ts'

export const routes: readonly FeatureRoute[] = [
  { path: '/cases', load: async () => (await import('./cases.page.tsx')).CasesPage },
  { path: '/cases/:id', load: async () => (await import('./case.page.tsx')).CasePage },
  { path: '/cases/:id/assign', load: async () => (await import('./assign.page.tsx')).AssignPage },
  { path: '/cases/:id/close', load: async () => (await import('./close.page.tsx')).ClosePage },
]

export const nav: NavEntry = { path: '/cases', label: '案件', icon: IconBriefcase, order: 4, count: 'cases' }

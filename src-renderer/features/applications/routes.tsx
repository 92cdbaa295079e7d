import { IconFileText } from '@tabler/icons-react'
import type { FeatureRoute, NavEntry } from '../../ui/feature-route.ts'

export const routes: readonly FeatureRoute[] = [
  { path: '/applications', load: async () => (await import('./applications.page.tsx')).ApplicationsPage },
  { path: '/applications/new', load: async () => (await import('./new-application.page.tsx')).NewApplicationPage },
  { path: '/applications/rechecks', load: async () => (await import('./rechecks.page.tsx')).RechecksPage },
  { path: '/applications/cooperation', load: async () => (await import('./incoming.page.tsx')).IncomingPage },
  { path: '/applications/queue', load: async () => (await import('./decision-queue.page.tsx')).DecisionQueuePage },
  { path: '/applications/:id', load: async () => (await import('./application.page.tsx')).ApplicationPage },
  { path: '/applications/:id/edit', load: async () => (await import('./edit-application.page.tsx')).EditApplicationPage },
]

export const nav: NavEntry = { path: '/applications', label: '申请', icon: IconFileText, order: 3, count: 'applications' }

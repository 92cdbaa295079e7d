import { IconMailOpened } from '@tabler/icons-react'
import type { FeatureRoute, NavEntry } from '../../ui/feature-route.ts'

export const routes: readonly FeatureRoute[] = [
  { path: '/notices', load: async () => (await import('./notices.page.tsx')).NoticesPage },
  { path: '/notices/new', load: async () => (await import('./new-notice.page.tsx')).NewNoticePage },
  { path: '/notices/:id', load: async () => (await import('./notice.page.tsx')).NoticePage },
]

export const nav: NavEntry = { path: '/notices', label: '通知', icon: IconMailOpened, order: 3.5 }

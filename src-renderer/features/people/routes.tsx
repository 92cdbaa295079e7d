import { IconUsers } from '@tabler/icons-react'
import type { FeatureRoute, NavEntry } from '../../ui/feature-route.ts'

export const routes: readonly FeatureRoute[] = [
  { path: '/people', load: async () => (await import('./people.page.tsx')).PeoplePage },
  { path: '/people/:id', load: async () => (await import('./person.page.tsx')).PersonPage },
]
export const nav: NavEntry = { path: '/people', label: '人员', icon: IconUsers, order: 6.5 }

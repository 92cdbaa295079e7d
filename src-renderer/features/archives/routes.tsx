import { IconArchive } from '@tabler/icons-react'
import type { FeatureRoute, NavEntry } from '../../ui/feature-route.ts'

export const routes: readonly FeatureRoute[] = [
  { path: '/archives', load: async () => (await import('./archives.page.tsx')).ArchivesPage },
  { path: '/archives/:id', load: async () => (await import('./volume.page.tsx')).VolumePage },
]

export const nav: NavEntry = { path: '/archives', label: '档案', icon: IconArchive, order: 6, count: 'archives' }

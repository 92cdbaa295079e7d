import { IconSettings } from '@tabler/icons-react'
import type { FeatureRoute, NavEntry } from '../../ui/feature-route.ts'

const load = async () => (await import('./settings.page.tsx')).SettingsPage

export const routes: readonly FeatureRoute[] = [
  { path: '/settings', load },
  { path: '/settings/:tab', load },
  { path: '/settings/packs/draft/:id', load: async () => (await import('./draft.page.tsx')).DraftPage },
]

export const nav: NavEntry = { path: '/settings', label: '设置', icon: IconSettings, order: 8 }

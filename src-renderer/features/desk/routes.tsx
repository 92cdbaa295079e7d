import { IconLayoutList } from '@tabler/icons-react'
import type { FeatureRoute, NavEntry } from '../../ui/feature-route.ts'

export const routes: readonly FeatureRoute[] = [{ path: '/desk', load: async () => (await import('./desk.page.tsx')).DeskPage }]

export const nav: NavEntry = { path: '/desk', label: '工作台', icon: IconLayoutList, order: 1, count: 'desk' }

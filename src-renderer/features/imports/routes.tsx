import type { FeatureRoute } from '../../ui/feature-route.ts'

export const routes: readonly FeatureRoute[] = [
  { path: '/imports', load: async () => (await import('./imports.page.tsx')).ImportsPage },
  { path: '/imports/new', load: async () => (await import('./new-import.page.tsx')).NewImportPage },
  { path: '/imports/:id', load: async () => (await import('./import.page.tsx')).ImportPage },
]

import type { FeatureRoute } from '../../ui/feature-route.ts'

export const routes: readonly FeatureRoute[] = [
  { path: '/stations', load: async () => (await import('./stations.page.tsx')).StationsPage },
]

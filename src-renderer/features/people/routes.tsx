import type { FeatureRoute } from '../../ui/feature-route.ts'

export const routes: readonly FeatureRoute[] = [
  { path: '/people/:id', load: async () => (await import('./person.page.tsx')).PersonPage },
]

import type { FeatureRoute } from '../../ui/feature-route.ts'

/** The register stands under 设置 in the rail; it has no entry of its own. */
export const routes: readonly FeatureRoute[] = [
  { path: '/providers', load: async () => (await import('./providers.page.tsx')).ProvidersPage },
]

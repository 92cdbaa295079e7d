import { lazy } from 'react'
import type { FeatureRoute, NavEntry, Page } from './ui/feature-route.ts'

type FeatureModule = { readonly routes: readonly FeatureRoute[]; readonly nav?: NavEntry }

// Each feature registers itself by its own file; adding one touches nothing shared.
const modules = import.meta.glob<FeatureModule>('./features/*/routes.tsx', { eager: true })

function parameterCount(path: string): number {
  return path.split('/').filter(part => part.startsWith(':')).length
}

/** Every page, in matching order: fixed paths before those with parameters. Each is loaded when first opened. */
export const pages: readonly Page[] = Object.values(modules)
  .flatMap(module => module.routes)
  .toSorted((left, right) => parameterCount(left.path) - parameterCount(right.path))
  .map(route => ({ path: route.path, Page: lazy(async () => ({ default: await route.load() })) }))

/** The rail's entries, from top to bottom. */
export const navEntries: readonly NavEntry[] = Object.values(modules)
  .flatMap(module => (module.nav ? [module.nav] : []))
  .toSorted((left, right) => left.order - right.order)

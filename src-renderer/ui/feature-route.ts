import type { ComponentType } from 'react'

/** One page of a feature. `load` returns the component; it is fetched when the page is first opened. */
export type FeatureRoute = {
  /** wouter pattern, e.g. /applications/:id. The pattern with fewer parameters wins. */
  readonly path: string
  readonly load: () => Promise<ComponentType>
}

/** A page ready to be drawn at its path. */
export type Page = { readonly path: string; readonly Page: ComponentType }

export type NavCount = 'desk' | 'applications' | 'cases' | 'subsidies' | 'archives'

/** A feature's entry in the rail. */
export type NavEntry = {
  readonly path: string
  readonly label: string
  /** From @tabler/icons-react. */
  readonly icon: ComponentType<{ readonly size?: number | string; readonly stroke?: number | string }>
  /** Place in the rail, from 1. */
  readonly order: number
  /** Which of the session's counts stands beside it. */
  readonly count?: NavCount
}

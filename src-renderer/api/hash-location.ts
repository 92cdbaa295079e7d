import { useSyncExternalStore } from 'react'

// Path and query both stand behind the #: the page itself never changes its address, and a query goes away with its page.

/** The path and query in an address, e.g. `/consultations/new` and `person=01…` of `app://…/#/consultations/new?person=01…`. */
export function splitHash(hash: string): { readonly path: string; readonly query: string } {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2)
  return { path: `/${path}`, query }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** Goes to a page, e.g. `/people/01…` or `/consultations/new?person=01…`. */
export function navigate(to: string, options: { readonly replace?: boolean } = {}): void {
  const oldURL = window.location.href
  const url = new URL(oldURL)
  url.hash = `#/${to.replace(/^#?\/?/, '')}`
  if (options.replace) window.history.replaceState(null, '', url)
  else window.history.pushState(null, '', url)
  window.dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL: url.href }))
}

/** wouter's location hook over the part behind the #. */
export function useHashLocation(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, () => splitHash(window.location.hash).path), navigate]
}
useHashLocation.hrefs = (href: string) => `#${href}`

/** wouter's search hook: the query behind the #, without `?`. */
export function useHashSearch(): string {
  return useSyncExternalStore(subscribe, () => splitHash(window.location.hash).query)
}

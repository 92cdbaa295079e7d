import { QueryClient } from '@tanstack/react-query'
import type { WindowEvent } from '../../src-main/contract/bridge.ts'
import type { AppError } from '../../src-main/contract/envelope.ts'

/** An AppError on its way through react-query, which knows failures only as thrown things. */
export class AskError extends Error {
  override readonly name = 'AskError'
  readonly error: AppError
  constructor(error: AppError) {
    super(error.code)
    this.error = error
  }
}

/** The window's memory of what it asked. No network is involved, so nothing is retried and nothing waits to be online. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: 0,
        gcTime: 300_000,
      },
    },
  })
}

/** The area of an operation's name: `cases` of `cases.get`. */
export function areaOf(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf('.')))
}

/** Areas whose answers only their own changes touch. Anything else may show the traces of any change: counts, clocks, lists. */
const STEADY: ReadonlySet<string> = new Set(['packs', 'users', 'numbering', 'drafts', 'sample', 'holidays'])

/** Whether answers of `area` must be read again after `changed` areas announced a commit. Log-ins and drafts touch no screen. */
export function isTouched(area: string, changed: readonly string[]): boolean {
  if (changed.includes(area)) return true
  const real = changed.filter(name => name !== 'session' && name !== 'drafts')
  return real.length > 0 && !STEADY.has(area)
}

/** Refreshes what is on the screen after each commit the core announces, and drops the freshness of the rest. */
export function refreshOnChange(
  client: QueryClient,
  onChanged: (listener: (event: WindowEvent) => void) => () => void,
): () => void {
  return onChanged(event => {
    if (event.kind !== 'changed') return
    void client.invalidateQueries({ predicate: query => isTouched(String(query.queryKey[0]), event.areas) })
  })
}

import type { StoredHandler } from '../../store/provider-store.ts'

/** A handler (承办人) as the contract shows them. */
export function handlerViewOf(stored: StoredHandler) {
  return {
    id: stored.id,
    handler: stored.handler,
    providerName: stored.providerName,
    openCases: stored.openCases,
    version: stored.version,
  }
}

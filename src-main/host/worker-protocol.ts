import type { Reply } from '../contract/envelope.ts'
import type { CoreCall, CoreEvent } from './core-client.ts'

/** What the worker opens the core with. */
export type WorkerSettings = {
  readonly dataFolder: string
  readonly nativeBinding: string | null
  readonly hasPrinter: boolean
  readonly hasKeyStore: boolean
}

export type ToWorker =
  /** The first message, and the only one of its kind. */
  | { readonly kind: 'begin'; readonly settings: WorkerSettings }
  | { readonly kind: 'invoke'; readonly id: number; readonly call: CoreCall & { readonly request: string } }
  | { readonly kind: 'cancel'; readonly request: string }
  | { readonly kind: 'answer'; readonly id: number; readonly bytes: Uint8Array | null }
  | { readonly kind: 'close' }

export type FromWorker =
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: 'event'; readonly event: CoreEvent }
  | {
      readonly kind: 'ask'
      readonly id: number
      readonly question:
        | { readonly what: 'print'; readonly html: string; readonly landscape: boolean }
        | { readonly what: 'protect'; readonly bytes: Uint8Array }
        | { readonly what: 'unprotect'; readonly bytes: Uint8Array }
    }
  | { readonly kind: 'closed' }

import type { Reply } from './envelope.ts'

/** What the window is told without asking: areas whose screens should refresh, or how far a job has come. */
export type WindowEvent =
  | { readonly kind: 'changed'; readonly areas: readonly string[] }
  | {
      readonly kind: 'progress'
      readonly request: string
      readonly progress: { readonly done: number; readonly total: number; readonly label: string }
    }

/** The `request` of the progress events sent while the app makes its exit backup and closes; the window shows their label. */
export const CLOSING_REQUEST = 'shell.closing'

/** All that the window has of the rest of the app: `window.yuanjuan`. The preload exposes exactly this. */
export type Bridge = {
  /**
   * Asks for the operation `name` of the contract. Resolves also for expected failures. `request` is a name the caller
   * chooses for this call; it comes back in progress events and is what `shell.cancel` takes.
   */
  readonly invoke: (name: string, input: unknown, request?: string) => Promise<Reply<unknown>>
  /** Hears every WindowEvent until the returned function is called. */
  readonly onChanged: (listener: (event: WindowEvent) => void) => () => void
}

declare global {
  interface Window {
    readonly yuanjuan: Bridge
  }
}

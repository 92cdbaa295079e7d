import type { Reply } from '../contract/envelope.ts'

/** How far a job has come: `done` of `total` steps and the name of the step in hand. */
export type Progress = { readonly done: number; readonly total: number; readonly label: string }

/** What the core tells every listener after a commit (areas whose screens should refresh) or while a job runs. */
export type CoreEvent =
  | { readonly kind: 'changed'; readonly areas: readonly string[] }
  | { readonly kind: 'progress'; readonly request: string; readonly progress: Progress }

/** One call: operation name, its input, the session it is made in, and the paths that stand behind picked-file handles. */
export type CoreCall = {
  readonly name: string
  readonly input: unknown
  readonly session: string | null
  readonly handles?: Readonly<Record<string, string>>
  /** Chosen by the caller; names the call in progress events and in `cancel`. */
  readonly request?: string
}

/** Turns a paper's HTML into an A4 PDF. Landscape when asked. Margins come from the HTML's own `@page` rule. */
export type PaperPrinter = (html: string, options: { readonly landscape: boolean }) => Promise<Uint8Array>

/** The operating system's key store, where there is a real one. Both functions work on small secrets (bytes). */
export type KeyStore = {
  readonly protect: (secret: Uint8Array) => Promise<Uint8Array>
  readonly unprotect: (sealed: Uint8Array) => Promise<Uint8Array>
}

export type CoreOptions = {
  readonly dataFolder: string
  /** Path of a SQLite addon that fits the running Electron; undefined where the package's own prebuild fits. */
  readonly nativeBinding?: string
  readonly printer: PaperPrinter | null
  readonly keyStore: KeyStore | null
}

/** The core (everything below the shell), wherever it runs: a worker thread in the app, in-process in tests and headless. */
export type CoreClient = {
  invoke(call: CoreCall): Promise<Reply<unknown>>
  cancel(request: string): void
  onEvent(listener: (event: CoreEvent) => void): () => void
  /** Finishes what runs, makes the exit backup, closes the database. Safe to call twice. */
  close(): Promise<void>
}

/** A paper (文书) on its way to the printing program, and what comes back. `pdf` is the file's bytes. */
export type PrinterRequest = { readonly id: number; readonly html: string; readonly landscape: boolean }
export type PrinterAnswer =
  | { readonly ready: true }
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly problem: string }

/** What the names of the printing program's own temporary folders begin with. */
export const PROFILE_PREFIX = 'yuanjuan-printer-'

import type { Composition } from '../../papers/render-html.ts'

/** Reads back what an issued paper was frozen as. It was written by this program into the encrypted database, so its shape is known. */
export function composition(stored: string): Composition {
  return JSON.parse(stored) as Composition
}

import type { Signer } from './model.ts'
import { chineseDate } from './paper-date.ts'
import { MM_PER_POINT, widthInEms } from './text-fit.ts'

/** Ems kept for a name that has still to be written. */
export const BLANK_NAME_EMS = 5

/** A place to sign, ready to draw: `name` null means a line to write on, `date` null means no date is asked for. */
export type SignaturePlace = { readonly label: string; readonly name: string | null; readonly date: string | null }

/** The places to sign in rows: as many abreast (up to four) as fit `widthMm` at `points` without wrapping. */
export function signaturePlaces(
  signers: readonly Signer[],
  widthMm: number,
  points: number,
): readonly (readonly SignaturePlace[])[] {
  const widest = Math.max(0, ...signers.map(emsNeeded)) * points * MM_PER_POINT + GUTTER_MM
  const abreast = Math.max(1, Math.min(4, signers.length, Math.floor(widthMm / widest)))
  // Four that do not fit stand two and two, not three and one.
  const perRow = signers.length === 4 && abreast === 3 ? 2 : abreast
  return Array.from({ length: Math.ceil(signers.length / perRow) }, (_, index) =>
    signers.slice(index * perRow, (index + 1) * perRow).map(place),
  )
}

const GUTTER_MM = 3
/** Narrower than the blank date of a letter, so that four people can sign abreast. */
const BLANK_SIGNING_DATE = '　　　年　月　日'

function emsNeeded(signer: Signer): number {
  const name = signer.name === null ? BLANK_NAME_EMS : widthInEms(signer.name)
  return Math.max(widthInEms(signer.label) + 1 + name, signer.date === undefined ? 0 : widthInEms(dateText(signer.date)))
}

function place(signer: Signer): SignaturePlace {
  return { label: signer.label, name: signer.name, date: signer.date === undefined ? null : dateText(signer.date) }
}

function dateText(day: string | null): string {
  return day === null ? BLANK_SIGNING_DATE : chineseDate(day)
}

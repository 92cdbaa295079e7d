import type { NumberPlaceholder, Run, Text } from './model.ts'

/** Signs that neither HTML nor Office XML may carry, and those that turn the reading direction round. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being taken out
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g

/** Takes out of a fact what cannot stand in a document: control and direction signs, halves of surrogate pairs. Keeps line breaks. */
export function printable(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replaceAll(UNPRINTABLE, '')
    .replaceAll(/\p{Surrogate}/gu, '')
}

/** Escapes text for HTML content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** Writes text as a CSS string, with everything but letters, digits and full-width signs as code points. */
export function cssString(text: string): string {
  const escaped = [...printable(text).replaceAll('\n', ' ')].map(sign =>
    /[0-9A-Za-z .\-_]|[\u3000-\u9fff\uff00-\uffef]/u.test(sign) ? sign : `\\${sign.codePointAt(0)?.toString(16)} `,
  )
  return `"${escaped.join('')}"`
}

/** A run that needs nothing looked up. */
export type PlainRun = Exclude<Run, { kind: 'number' }>

/** The runs of a line; a number that is not drawn becomes its surroundings and a gap, never a guess. */
export function runsOf(text: Text, placeholder: NumberPlaceholder | undefined): readonly PlainRun[] {
  if (typeof text === 'string') return [{ kind: 'text', text }]
  return text.flatMap((run): readonly PlainRun[] => {
    if (run.kind !== 'number') return [run]
    if (run.number !== null) return [{ kind: 'text', text: run.number }]
    return [
      { kind: 'text', text: placeholder?.before ?? '' },
      { kind: 'gap', characters: 3 },
      { kind: 'text', text: placeholder?.after ?? '' },
    ]
  })
}

/** Right indents, in ems, that centre a unit's name and its date on each other at the right of the sheet (成文日期居中于署名). */
export function sealIndents(unitEms: number, dateEms: number): { readonly unit: number; readonly date: number } {
  const difference = (unitEms - dateEms) / 2
  const base = 2
  return { unit: base + Math.max(0, -difference), date: base + Math.max(0, difference) }
}

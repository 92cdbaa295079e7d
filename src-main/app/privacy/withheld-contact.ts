import { findPerson, listPeopleOfSubject, type PersonRecord } from '../../store/person-store.ts'
import type { QueryContext } from '../context.ts'

type Contact = { readonly phone?: string | null; readonly address?: string | null; readonly household_address?: string | null }

/**
 * Rows for an export or a list on paper, without the phone and addresses of people who are protected (保密住址和电话): the pack's words
 * stand in their place. `protection` is the person's.
 */
export function withheldContact<Row extends Contact & { readonly protection: string | null }>(
  { pack }: Pick<QueryContext, 'pack'>,
  row: Row,
): Row {
  if (row.protection === null) return row
  const words = pack.privacy.withheldWords
  const withheld = (text: string | null | undefined) => (text === null || text === undefined ? text : words)
  return {
    ...row,
    ...('phone' in row ? { phone: withheld(row.phone) } : {}),
    ...('address' in row ? { address: withheld(row.address) } : {}),
    ...('household_address' in row ? { household_address: withheld(row.household_address) } : {}),
  }
}

/**
 * A paper's words without phone and addresses of the protected people it is about, wherever they stand in it. Every paper passes through
 * here once it is composed, so that no form has to remember it.
 */
export async function withoutProtectedContact<Words>(
  ctx: Pick<QueryContext, 'db' | 'pack'>,
  subject: { readonly kind: string; readonly id: string },
  words: Words,
): Promise<Words> {
  const ids = await listPeopleOfSubject(ctx.db, subject)
  const secrets: string[] = []
  for (const id of ids) {
    const person = await findPerson(ctx.db, id)
    if (person && person.protection !== null) secrets.push(...contactOf(person))
  }
  return secrets.length === 0 ? words : (scrubbed(words, secrets, ctx.pack.privacy.withheldWords) as Words)
}

/** What must not be read: longest first, so that an address is not left with the rest of a shorter one. */
function contactOf({ phone, address, householdAddress }: PersonRecord): string[] {
  return [phone, address, householdAddress]
    .flatMap(text => (text === null || text.trim() === '' ? [] : [text.trim()]))
    .sort((a, b) => b.length - a.length)
}

function scrubbed(data: unknown, secrets: readonly string[], words: string): unknown {
  if (typeof data === 'string') return secrets.reduce((text, secret) => text.replaceAll(secret, words), data)
  if (Array.isArray(data)) return data.map(part => scrubbed(part, secrets, words))
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, part]) => [key, scrubbed(part, secrets, words)]))
}

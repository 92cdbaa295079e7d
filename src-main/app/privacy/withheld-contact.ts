import { listPapersAbout, listPartyPhones } from '../../store/person-papers-store.ts'
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
  const secrets: RegExp[] = []
  for (const id of ids) {
    const person = await findPerson(ctx.db, id)
    if (person && person.protection !== null) secrets.push(...(await contactOf(ctx, person)))
  }
  return secrets.length === 0 ? words : (scrubbed(words, secrets, ctx.pack.privacy.withheldWords) as Words)
}

/**
 * The papers that already tell a person's phone or address, oldest first. What was issued stays as it was issued: whoever protects a person
 * has to know where it was written.
 */
export async function papersWithContact(ctx: Pick<QueryContext, 'db'>, person: PersonRecord) {
  const secrets = await contactOf(ctx, person)
  if (secrets.length === 0) return []
  const papers = await listPapersAbout(ctx.db, person.id)
  return papers.filter(paper => secrets.some(secret => paper.facts.search(secret) !== -1))
}

/** What must not be read, wherever it stands: longest first, so that an address is not left with the rest of a shorter one. */
async function contactOf(ctx: Pick<QueryContext, 'db'>, person: PersonRecord): Promise<RegExp[]> {
  const texts = [person.phone, person.address, person.householdAddress, ...(await listPartyPhones(ctx.db, person.id))]
  return [...new Set(texts.flatMap(text => (text === null || text.trim() === '' ? [] : [text.trim()])))]
    .sort((a, b) => b.length - a.length)
    .map(patternOf)
}

/** A text as people write it: with blanks and dashes between the digits of a phone, with blanks in an address. */
function patternOf(text: string): RegExp {
  const isPhone = /^[\d-]+$/.test(text)
  const characters = Array.from(text.replace(isPhone ? /\D/g : /\s/g, ''), one => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const found = characters.join(isPhone ? '[\\s-]*' : '\\s*')
  // The digits of a phone within a longer number are another number.
  return new RegExp(isPhone ? `(?<!\\d)${found}(?!\\d)` : found, 'gu')
}

function scrubbed(data: unknown, secrets: readonly RegExp[], words: string): unknown {
  if (typeof data === 'string') return secrets.reduce((text, secret) => text.replace(secret, words), data)
  if (Array.isArray(data)) return data.map(part => scrubbed(part, secrets, words))
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, part]) => [key, scrubbed(part, secrets, words)]))
}

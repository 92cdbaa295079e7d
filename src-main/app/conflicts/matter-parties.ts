import type { ConflictPartyInput } from '../../contract/conflicts.ts'
import { tidyCertificate } from '../../domain/certificate.ts'
import type { ConflictParty } from '../../domain/conflict.ts'
import { nameKey } from '../../domain/name-key.ts'
import { findApplication } from '../../store/application-store.ts'
import type { CaseRecord } from '../../store/case-store.ts'
import { listApplicationParties } from '../../store/conflict-store.ts'
import { findPerson } from '../../store/person-store.ts'
import type { QueryContext } from '../context.ts'
import { notFound } from '../refusal.ts'

/** The parties of an application (申请) as recorded. @throws Refusal NOT_FOUND. */
export async function partiesOfApplication(ctx: Pick<QueryContext, 'db'>, id: string): Promise<ConflictParty[]> {
  const row = await findApplication(ctx.db, id)
  if (!row) throw notFound('申请')
  const rows = await listApplicationParties(ctx.db, id)
  const typed = rows.map(party => ({
    // The query asks for these roles alone.
    role: party.role as ConflictPartyInput['role'],
    name: party.name,
    certificateNumber: party.certificateNumber ?? '',
    personId: party.personId,
  }))
  return onceEach(
    await partiesTyped(ctx, [
      { role: 'applicant', name: '', certificateNumber: '', personId: row.person_id },
      ...typed,
      { role: 'opponent', name: row.opponent_name ?? '', certificateNumber: '', personId: null },
    ]),
  )
}

/** The parties of a case (案件): those of its application, and its own recipient and opponent. */
export async function partiesOfCase(ctx: Pick<QueryContext, 'db'>, record: CaseRecord): Promise<ConflictParty[]> {
  const own = await partiesTyped(ctx, [
    { role: 'applicant', name: '', certificateNumber: '', personId: record.personId },
    { role: 'opponent', name: record.opponentName ?? '', certificateNumber: '', personId: null },
  ])
  return onceEach([...(record.application ? await partiesOfApplication(ctx, record.application.id) : []), ...own])
}

/** One of those with the same role and name: the first that has a certificate, else the first. */
export function onceEach(parties: readonly ConflictParty[]): ConflictParty[] {
  const found = new Map<string, ConflictParty>()
  for (const party of parties) {
    const key = `${party.role} ${party.nameKey}`
    const known = found.get(key)
    if (!known || (known.certificateNumber === null && party.certificateNumber !== null)) found.set(key, party)
  }
  return [...found.values()]
}

/**
 * Parties as they are typed, made comparable. An entry of the register that is named gives the name and certificate that the form does not
 * (a masked number is none).
 */
export async function partiesTyped(
  { db }: Pick<QueryContext, 'db'>,
  parties: readonly ConflictPartyInput[],
): Promise<ConflictParty[]> {
  const found: ConflictParty[] = []
  for (const { role, name, certificateNumber, personId } of parties) {
    const known = personId === null ? null : await findPerson(db, personId)
    const shown = name.trim() === '' ? (known?.name ?? '') : name.trim()
    const typed = certificateNumber.includes('*') ? '' : tidyCertificate(certificateNumber)
    const certificate = typed === '' ? (known?.certificateNumber ?? null) : typed
    if (shown === '' && certificate === null) continue
    // 某某公司、李四 are two opponents in one line.
    const names = role === 'applicant' || known || certificate !== null ? [shown] : namesIn(shown)
    for (const part of names)
      found.push({ role, personId: known?.id ?? null, name: part, nameKey: nameKey(part), certificateNumber: certificate })
  }
  return found
}

/** The names that stand in one field, divided as people write them. */
function namesIn(field: string): string[] {
  const names = field
    .split(/[、，,；;\n]/)
    .map(name => name.trim())
    .filter(name => name !== '')
  return names.length > 1 ? [...new Set([...names, field.trim()])] : names
}

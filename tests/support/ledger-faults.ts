import type { ReadonlyKysely } from 'kysely/readonly'
import type { Database } from '../../src-main/store/schema.ts'

type Reader = ReadonlyKysely<Database>
type Held = { readonly number: string; readonly subject: string }

/** Every number that a record holds, with the record it was drawn for as the ledger names it. */
async function heldNumbers(db: Reader): Promise<Held[]> {
  const plain = async (
    table: 'application' | 'aid_case' | 'subsidy_sheet' | 'payment_list' | 'parcel' | 'notice' | 'incoming_cooperation',
  ) => db.selectFrom(table).select(['id', 'number']).execute()
  const ofApplication = async (table: 'decision' | 'supplement' | 'cooperation' | 'application_ending' | 'objection') =>
    db.selectFrom(table).select(['application_id as id', 'number']).execute()
  // A voided entry keeps its number in the register, and the ledger says void.
  const consultations = await db.selectFrom('consultation').select(['id', 'number']).where('voided_at', 'is', null).execute()
  const named = (kind: string, rows: readonly { readonly id: string; readonly number: string }[]) =>
    rows.map(row => ({ number: row.number, subject: `${kind} ${row.id}` }))
  const assignments = await db.selectFrom('assignment').select(['case_id as id', 'number']).execute()
  const receipts = await db
    .selectFrom('paper')
    .select(['subject_id as id', 'number'])
    .where('form', 'in', ['materials-receipt', 'aid-certificate', 'recheck-notice'])
    .execute()
  const volumes = await db.selectFrom('volume').select(['id', 'archive_number as number']).execute()
  const given = (rows: readonly { readonly id: string; readonly number: string | null }[]) =>
    rows.flatMap(({ id, number }) => (number === null ? [] : [{ id, number }]))
  return [
    ...named('consultation', consultations),
    ...named('application', [...(await plain('application')), ...given(receipts)]),
    ...named('application', [...(await ofApplication('decision')), ...(await ofApplication('supplement'))]),
    ...named('application', [...(await ofApplication('cooperation')), ...(await ofApplication('objection'))]),
    ...named('application', await ofApplication('application_ending')),
    ...named('incoming-cooperation', await plain('incoming_cooperation')),
    ...named('notice', await plain('notice')),
    ...named('case', [...(await plain('aid_case')), ...assignments]),
    ...named('subsidy', await plain('subsidy_sheet')),
    ...named('payment-list', await plain('payment_list')),
    ...named('report', await plain('parcel')),
    ...named('volume', given(volumes)),
  ]
}

/**
 * What does not fit between the number ledger (编号台账), its counters and the records, in words; empty when all is well: every used number
 * has the record it was drawn for, every record's number stands in the ledger, and each series counts 1..n without gap or double.
 */
export async function ledgerFaults(db: Reader): Promise<string[]> {
  const ledger = await db.selectFrom('number_ledger').selectAll().orderBy('seq').execute()
  const counters = await db.selectFrom('number_series').selectAll().execute()
  const held = (await heldNumbers(db)).map(one => `${one.number} of ${one.subject}`).sort()
  const used = ledger
    .filter(row => row.status === 'used')
    .map(row => `${row.text} of ${row.subject_kind} ${row.subject_id}`)
    .sort()
  const faults = [
    ...used.filter(one => !held.includes(one)).map(one => `drawn, but nobody holds it: ${one}`),
    ...held.filter(one => !used.includes(one)).map(one => `held, but never drawn: ${one}`),
    ...held.filter((one, index) => one === held[index - 1]).map(one => `held twice: ${one}`),
  ]
  const seqs = new Map<string, number[]>()
  for (const row of ledger) seqs.set(`${row.series} ${row.year}`, [...(seqs.get(`${row.series} ${row.year}`) ?? []), row.seq])
  for (const [series, drawn] of seqs) {
    if (drawn.some((seq, index) => seq !== index + 1)) faults.push(`${series} counts ${drawn.join(',')}`)
    const counter = counters.find(one => `${one.series} ${one.year}` === series)
    if (counter?.last_seq !== drawn.length)
      faults.push(`${series} has ${drawn.length} numbers, its counter says ${counter?.last_seq}`)
  }
  for (const one of counters) if (!seqs.has(`${one.series} ${one.year}`)) faults.push(`${one.series} ${one.year} counts nothing`)
  return faults
}

import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { Database } from './schema.ts'

export type CenterRecord = {
  readonly fullName: string
  readonly shortName: string
  readonly regionCode: string
  readonly fondsName: string
  readonly fondsCode: string
  readonly address: string
  readonly phone: string
  readonly bureauName: string
}

/** The center's particulars. There is always exactly one row. */
export async function getCenter(db: ReadonlyKysely<Database>): Promise<CenterRecord & { idleMinutes: number; version: number }> {
  const row = await db.selectFrom('center').selectAll().executeTakeFirstOrThrow()
  return {
    fullName: row.full_name,
    shortName: row.short_name,
    regionCode: row.region_code,
    fondsName: row.fonds_name,
    fondsCode: row.fonds_code,
    address: row.address,
    phone: row.phone,
    bureauName: row.bureau_name,
    idleMinutes: row.idle_minutes,
    version: row.version,
  }
}

/** Writes the particulars and raises the version. The caller has checked the version. */
export async function updateCenter(trx: Transaction<Database>, center: CenterRecord, idleMinutes: number): Promise<void> {
  await trx
    .updateTable('center')
    .set(eb => ({
      full_name: center.fullName,
      short_name: center.shortName,
      region_code: center.regionCode,
      fonds_name: center.fondsName,
      fonds_code: center.fondsCode,
      address: center.address,
      phone: center.phone,
      bureau_name: center.bureauName,
      idle_minutes: idleMinutes,
      version: eb('version', '+', 1),
    }))
    .execute()
}

/** Marks the center as holding practice data (练习数据). */
export async function markPractice(trx: Transaction<Database>): Promise<void> {
  await trx.updateTable('center').set({ is_practice: 1 }).execute()
}

/** Whether the center holds practice data, and how many cases. */
export async function practiceStatus(db: ReadonlyKysely<Database>): Promise<{ isPractice: boolean; cases: number }> {
  const row = await db.selectFrom('center').select('is_practice').executeTakeFirstOrThrow()
  const { cases } = await db
    .selectFrom('aid_case')
    .select(eb => eb.fn.countAll<number>().as('cases'))
    .executeTakeFirstOrThrow()
  return { isPractice: row.is_practice === 1, cases }
}

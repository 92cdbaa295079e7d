import type { Transaction } from 'kysely'
import { shippedPack, shippedPackText } from '../../packs/load-pack.ts'
import { appendAuditEntry } from '../../store/audit-store.ts'
import { sha256Hex } from '../../store/keyring.ts'
import type { Database } from '../../store/schema.ts'
import type { Actor } from '../context.ts'

export type NewCenter = {
  readonly fullName: string
  readonly shortName: string
  readonly regionCode: string
  readonly fondsName: string
  readonly fondsCode: string
  readonly address: string
  readonly phone: string
  readonly bureauName: string
}

const DEFAULT_IDLE_MINUTES = 10

/** The first rows of a new center's database (首次设置): the center, its first director, the rule pack that ships, and the entry that says so. */
export async function foundCenter(
  trx: Transaction<Database>,
  center: NewCenter,
  director: Actor,
  { at, packId }: { readonly at: string; readonly packId: string },
): Promise<void> {
  await trx
    .insertInto('center')
    .values({
      id: 1,
      full_name: center.fullName,
      short_name: center.shortName,
      region_code: center.regionCode,
      fonds_name: center.fondsName,
      fonds_code: center.fondsCode,
      address: center.address,
      phone: center.phone,
      bureau_name: center.bureauName,
      idle_minutes: DEFAULT_IDLE_MINUTES,
      is_practice: 0,
      created_at: at,
      version: 1,
    })
    .execute()
  await trx
    .insertInto('user_account')
    .values({ id: director.userId, name: director.name, is_active: 1, created_at: at, version: 1 })
    .execute()
  await trx
    .insertInto('user_role')
    .values(director.roles.map(role => ({ user_id: director.userId, role })))
    .execute()
  const pack = shippedPack()
  const text = shippedPackText()
  await trx
    .insertInto('rule_pack')
    .values({
      id: packId,
      version: pack.version,
      name: pack.name,
      content: text,
      sha256: sha256Hex(text),
      enacted_on: pack.effectiveFrom,
      enacted_by: null,
      enacted_at: at,
    })
    .execute()
  await appendAuditEntry(trx, {
    at,
    actorId: director.userId,
    operation: 'center.create',
    subjectKind: 'center',
    subjectId: '1',
    summary: '首次设置',
    before: null,
    after: center,
  })
}

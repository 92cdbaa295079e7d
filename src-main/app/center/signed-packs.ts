import { parseStoredPack } from '../../packs/stored-pack.ts'
import type { DatabaseFile } from '../../store/sqlite/database-file.ts'
import { storageError } from '../../store/storage-error.ts'
import type { PackInForce } from '../context.ts'
import { notFound } from '../refusal.ts'

/** The rule packs (规则包) that were signed into force and not withdrawn, newest first. */
export class SignedPacks {
  private readonly packs: readonly PackInForce[]

  constructor(packs: readonly PackInForce[]) {
    this.packs = packs
  }

  /** The pack in force on a day: the latest one enacted on or before it. */
  on(day: string): PackInForce {
    const pack = this.packs.find(one => one.enactedOn <= day) ?? this.packs.at(-1)
    if (!pack) throw storageError('corrupt')
    return pack
  }

  /** Every pack that has been in force up to a day, newest first. One whose day has not come is read and tested, never used. */
  until(day: string): readonly PackInForce[] {
    return this.packs.filter(one => one.enactedOn <= day)
  }

  /** The pack a past result was made under. @throws Refusal NOT_FOUND. */
  ofVersion(version: string): PackInForce {
    const pack = this.packs.find(one => one.version === version)
    if (!pack) throw notFound(`规则包 ${version}`)
    return pack
  }
}

/** Reads them from the database. @throws StorageError corrupt for one that cannot be understood. */
export async function readSignedPacks(database: DatabaseFile): Promise<SignedPacks> {
  const rows = await database.reader
    .selectFrom('rule_pack')
    .select(['version', 'name', 'enacted_on', 'content'])
    .where('withdrawn_at', 'is', null)
    .orderBy('enacted_on', 'desc')
    .orderBy('enacted_at', 'desc')
    .execute()
  return new SignedPacks(
    rows.map(row => {
      const parsed = parseStoredPack(row.content)
      if (!parsed.ok) throw storageError('corrupt')
      return { version: row.version, name: row.name, enactedOn: row.enacted_on, pack: parsed.pack }
    }),
  )
}

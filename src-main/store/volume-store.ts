import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import { type CaseRecord, originsOf } from './case-store.ts'
import type { VolumeItemTable, VolumePageTable, VolumeTable } from './schema/archives.ts'
import type { Database } from './schema.ts'

export type VolumeRow = VolumeTable
export type ItemRow = VolumeItemTable
/** A side with its file's media type (MIME). */
export type PageRow = VolumePageTable & { readonly media_type: string }

/** Cases whose closing papers were accepted and that have no volume (案卷) yet, oldest closing day first. */
export async function listCasesDue(db: ReadonlyKysely<Database>) {
  return db
    .selectFrom('aid_case as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .leftJoin('volume as v', 'v.case_id', 'c.id')
    .select(['c.id', 'c.number', 'p.name as person_name', 'c.cause', 'c.matter_type', 'c.closed_on', 'c.papers_reviewed_on'])
    .where('c.status', '=', 'awaiting-volume')
    .where('v.id', 'is', null)
    .orderBy('c.closed_on')
    .orderBy('c.id')
    .execute()
}

export async function insertVolume(trx: Transaction<Database>, volume: VolumeRow): Promise<void> {
  await trx.insertInto('volume').values(volume).execute()
}

export async function findVolume(db: ReadonlyKysely<Database>, id: string): Promise<VolumeRow | undefined> {
  return db.selectFrom('volume').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findVolumeOfCase(db: ReadonlyKysely<Database>, caseId: string): Promise<VolumeRow | undefined> {
  return db.selectFrom('volume').selectAll().where('case_id', '=', caseId).executeTakeFirst()
}

export type VolumeFilter = {
  readonly year: number | null
  readonly status: 'arranging' | 'sealed' | null
  readonly offset: number
  readonly limit: number
}

/** The volume catalogue (案卷目录): sealed volumes by archive number (档号), then those being arranged by case; newest year first. */
export async function listVolumes(db: ReadonlyKysely<Database>, filter: VolumeFilter) {
  let wanted = db.selectFrom('volume as v').innerJoin('aid_case as c', 'c.id', 'v.case_id')
  if (filter.year !== null) wanted = wanted.where('v.archive_year', '=', filter.year)
  if (filter.status !== null) wanted = wanted.where('v.status', '=', filter.status)
  const rows = await wanted
    .selectAll('v')
    .select('c.number as case_number')
    .orderBy('v.archive_year', 'desc')
    .orderBy('v.status', 'desc')
    .orderBy('v.archive_number')
    .orderBy('c.number')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute()
  const { total } = await wanted.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows, total }
}

/** The years that have volumes, newest first. */
export async function listVolumeYears(db: ReadonlyKysely<Database>): Promise<number[]> {
  const rows = await db.selectFrom('volume').select('archive_year').distinct().orderBy('archive_year', 'desc').execute()
  return rows.map(row => row.archive_year)
}

/** The papers of a volume (卷内文件) in their order. */
export async function listItems(db: ReadonlyKysely<Database>, volumeId: string): Promise<ItemRow[]> {
  return db.selectFrom('volume_item').selectAll().where('volume_id', '=', volumeId).orderBy('position').execute()
}

/** All sides of a volume, paper by paper, in their order. */
export async function listPages(db: ReadonlyKysely<Database>, volumeId: string): Promise<PageRow[]> {
  return db
    .selectFrom('volume_page as g')
    .innerJoin('volume_item as i', 'i.id', 'g.item_id')
    .innerJoin('attachment as f', 'f.sha256', 'g.attachment')
    .selectAll('g')
    .select('f.media_type')
    .where('i.volume_id', '=', volumeId)
    .orderBy('i.position')
    .orderBy('g.position')
    .execute()
}

/** A scan's media type and size, when some side of this volume comes from it. */
export async function findScan(db: ReadonlyKysely<Database>, volumeId: string, sha256: string) {
  return db
    .selectFrom('volume_page as g')
    .innerJoin('volume_item as i', 'i.id', 'g.item_id')
    .innerJoin('attachment as f', 'f.sha256', 'g.attachment')
    .select(['f.media_type', 'f.bytes'])
    .where('i.volume_id', '=', volumeId)
    .where('g.attachment', '=', sha256)
    .executeTakeFirst()
}

export async function insertItem(trx: Transaction<Database>, item: ItemRow): Promise<void> {
  await trx.insertInto('volume_item').values(item).execute()
}

export async function updateItem(
  trx: Transaction<Database>,
  id: string,
  change: Pick<ItemRow, 'title' | 'document_number' | 'author' | 'dated_on' | 'remark'>,
): Promise<void> {
  await trx.updateTable('volume_item').set(change).where('id', '=', id).execute()
}

/** Takes a paper out of its volume, with its sides. The scans themselves stay in the store. */
export async function deleteItem(trx: Transaction<Database>, id: string): Promise<void> {
  await trx.deleteFrom('volume_page').where('item_id', '=', id).execute()
  await trx.deleteFrom('volume_item').where('id', '=', id).execute()
}

/** Writes the order of a volume's papers: the first id gets position 1. */
export async function orderItems(trx: Transaction<Database>, itemIds: readonly string[]): Promise<void> {
  for (const [index, id] of itemIds.entries()) {
    await trx
      .updateTable('volume_item')
      .set({ position: index + 1 })
      .where('id', '=', id)
      .where('position', '!=', index + 1)
      .execute()
  }
}

export async function insertPages(trx: Transaction<Database>, pages: readonly VolumePageTable[]): Promise<void> {
  // SQLite takes a limited number of values in one statement.
  for (let start = 0; start < pages.length; start += 500) {
    await trx
      .insertInto('volume_page')
      .values(pages.slice(start, start + 500))
      .execute()
  }
}

/** Writes which paper each side belongs to and the order there: the first id gets position 1. */
export async function orderPages(trx: Transaction<Database>, itemId: string, pageIds: readonly string[]): Promise<void> {
  for (const [index, id] of pageIds.entries()) {
    await trx
      .updateTable('volume_page')
      .set({ item_id: itemId, position: index + 1 })
      .where('id', '=', id)
      .where(eb => eb.or([eb('position', '!=', index + 1), eb('item_id', '!=', itemId)]))
      .execute()
  }
}

export async function setPageBlank(trx: Transaction<Database>, id: string, isBlank: boolean): Promise<void> {
  await trx
    .updateTable('volume_page')
    .set({ is_blank: isBlank ? 1 : 0 })
    .where('id', '=', id)
    .execute()
}

/**
 * Writes what stands at the head of a volume and raises its version. The caller has checked the version it read; the `where` here is the
 * last guard. False when another write came between.
 */
export async function updateVolume(
  trx: Transaction<Database>,
  id: string,
  version: number,
  change: Partial<Omit<VolumeRow, 'id' | 'case_id' | 'version' | 'created_at'>>,
): Promise<boolean> {
  const result = await trx
    .updateTable('volume')
    .set(eb => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** An issued paper (文书), when it belongs to the case, its application or its subsidy. */
export async function findPaperOfCase(
  db: ReadonlyKysely<Database>,
  paperId: string,
  record: Pick<CaseRecord, 'id' | 'application' | 'noticeId'>,
) {
  return db
    .selectFrom('paper')
    .selectAll()
    .where('id', '=', paperId)
    .where(eb =>
      eb.or([
        eb.and([eb('subject_kind', '=', 'case'), eb('subject_id', '=', record.id)]),
        eb.and([eb('subject_kind', 'in', ['application', 'notice']), eb('subject_id', 'in', originsOf(record))]),
        eb.and([
          eb('subject_kind', '=', 'subsidy'),
          eb('subject_id', 'in', eb.selectFrom('subsidy_sheet').select('id').where('case_id', '=', record.id)),
        ]),
      ]),
    )
    .executeTakeFirst()
}

/** What was done with a case from its application to its volume (生命周期), oldest first, with the actors' names. */
export async function listLifeCycle(db: ReadonlyKysely<Database>, subjectIds: readonly string[]) {
  return db
    .selectFrom('audit_entry as e')
    .leftJoin('user_account as u', 'u.id', 'e.actor_id')
    .select(['e.seq', 'e.at', 'u.name as actor_name', 'e.operation', 'e.subject_kind', 'e.summary', 'e.hash'])
    .where('e.subject_id', 'in', subjectIds)
    .orderBy('e.seq')
    .execute()
}

/** Marks volumes as sealed that carry a sealing instant: practice data is written in bulk, papers first. */
export async function sealAllDated(trx: Transaction<Database>): Promise<void> {
  await trx.updateTable('volume').set({ status: 'sealed' }).where('sealed_at', 'is not', null).execute()
}

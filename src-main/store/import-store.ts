import type { Insertable, Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { RegisterKind } from '../domain/imports/fields.ts'
import type { KnownPerson } from '../domain/imports/people.ts'
import { nameKey } from '../domain/name-key.ts'
import type { RegisterImportTable } from './schema/imports.ts'
import type { Database } from './schema.ts'
import { referencesTo, referredIds } from './sqlite/references.ts'

/** Values of one question; SQLite takes 32,766. */
const AT_ONCE = 5_000

type LikelyPerson = {
  readonly id: string
  readonly name: string
  readonly certificate_number: string | null
  readonly phone: string | null
  readonly merged_into: string | null
}

/** Everyone who may be a person of the register: by certificate, by name, or chosen by hand. */
export async function listLikelyPeople(
  db: ReadonlyKysely<Database>,
  sought: { readonly names: readonly string[]; readonly certificates: readonly string[]; readonly ids: readonly string[] },
): Promise<readonly KnownPerson[]> {
  const found = new Map<string, KnownPerson>()
  const people = db
    .selectFrom('person')
    .select(['id', 'name', 'certificate_number', 'phone', 'merged_into'])
    .where('kind', '=', 'person')
    .orderBy('id', 'desc')
  const keep = (rows: readonly LikelyPerson[]) => {
    // Somebody merged into another (合并) is recognised and stands for the one who remains.
    for (const row of rows)
      found.set(row.id, {
        id: row.merged_into ?? row.id,
        name: row.name,
        certificateNumber: row.certificate_number,
        phone: row.phone,
      })
  }
  for (const some of inParts([...new Set(sought.names.map(nameKey))])) keep(await people.where('name_key', 'in', some).execute())
  for (const some of inParts([...new Set(sought.certificates)]))
    keep(await people.where('certificate_number', 'in', some).execute())
  for (const some of inParts([...new Set(sought.ids)])) keep(await people.where('id', 'in', some).execute())
  return inTheirPlace(db, [...found.values()])
}

/** Follows those who were merged to the one who remains in the end. */
async function inTheirPlace(db: ReadonlyKysely<Database>, people: readonly KnownPerson[]): Promise<readonly KnownPerson[]> {
  const ids = [...new Set(people.map(one => one.id))]
  const next = new Map<string, string>()
  for (const some of inParts(ids)) {
    const rows = await db
      .selectFrom('person')
      .select(['id', 'merged_into'])
      .where('id', 'in', some)
      .where('merged_into', 'is not', null)
      .execute()
    for (const row of rows) if (row.merged_into !== null) next.set(row.id, row.merged_into)
  }
  return next.size === 0
    ? people
    : inTheirPlace(
        db,
        people.map(one => ({ ...one, id: next.get(one.id) ?? one.id })),
      )
}

/** A register brought in before and, by now, standing. */
export async function findStandingImports(db: ReadonlyKysely<Database>, sha256: string) {
  return db
    .selectFrom('register_import as i')
    .innerJoin('user_account as u', 'u.id', 'i.imported_by')
    .select(['i.id', 'i.imported_at', 'u.name as imported_by_name'])
    .where('i.sha256', '=', sha256)
    .where('i.undone_at', 'is', null)
    .orderBy('i.id', 'desc')
    .execute()
}

/** Every import, newest first, with the names of who made and undid it. */
export async function listImports(db: ReadonlyKysely<Database>) {
  return withNames(db).orderBy('i.id', 'desc').execute()
}

/** One import, or undefined. */
export async function findImport(db: ReadonlyKysely<Database>, id: string) {
  return withNames(db).where('i.id', '=', id).executeTakeFirst()
}

function withNames(db: ReadonlyKysely<Database>) {
  return db
    .selectFrom('register_import as i')
    .innerJoin('user_account as u', 'u.id', 'i.imported_by')
    .leftJoin('user_account as undoer', 'undoer.id', 'i.undone_by')
    .selectAll('i')
    .select(['u.name as imported_by_name', 'undoer.name as undone_by_name'])
}

/** What an import made, in the order of the file, as it stands now; day and person are null once it was undone. */
export async function listImportedRows(
  db: ReadonlyKysely<Database>,
  importId: string,
  page: { readonly offset: number; readonly limit: number },
) {
  return db
    .selectFrom('imported_row as r')
    .leftJoin('person as p', 'p.id', 'r.person_id')
    .leftJoin('consultation as f', 'f.id', 'r.subject_id')
    .leftJoin('aid_case as c', 'c.id', 'r.subject_id')
    .selectAll('r')
    .select(['p.name as person_name', 'f.received_on', 'c.opened_on'])
    .where('r.import_id', '=', importId)
    .orderBy('r.row_number')
    .offset(page.offset)
    .limit(page.limit)
    .execute()
}

/** Every row of an import with the versions of what it made: above 1 somebody has changed it since. */
export async function listImportedVersions(db: ReadonlyKysely<Database>, importId: string) {
  return db
    .selectFrom('imported_row as r')
    .leftJoin('person as p', 'p.id', 'r.person_id')
    .leftJoin('consultation as f', 'f.id', 'r.subject_id')
    .leftJoin('aid_case as c', 'c.id', 'r.subject_id')
    .selectAll('r')
    .select(['p.version as person_version', 'f.version as consultation_version', 'c.version as case_version'])
    .where('r.import_id', '=', importId)
    .orderBy('r.row_number')
    .execute()
}

export async function insertImport(
  trx: Transaction<Database>,
  row: Omit<RegisterImportTable, 'undone_by' | 'undone_at' | 'undo_reason'>,
): Promise<void> {
  await trx
    .insertInto('register_import')
    .values({ ...row, undone_by: null, undone_at: null, undo_reason: null })
    .execute()
}

/** Notes that an import was taken back. The row itself and what it says stay. */
export async function markUndone(
  trx: Transaction<Database>,
  id: string,
  undone: { readonly by: string; readonly at: string; readonly reason: string },
): Promise<void> {
  await trx
    .updateTable('register_import')
    .set({ undone_by: undone.by, undone_at: undone.at, undo_reason: undone.reason })
    .where('id', '=', id)
    .execute()
}

/** Deletes what an import made. Whoever calls has made sure that nothing refers to it. */
export async function deleteImported(
  trx: Transaction<Database>,
  kind: RegisterKind,
  ids: readonly string[],
  personIds: readonly string[],
): Promise<void> {
  for (const some of inParts(ids)) {
    if (kind === 'consultation') await trx.deleteFrom('consultation').where('id', 'in', some).execute()
    else await trx.deleteFrom('aid_case').where('id', 'in', some).execute()
  }
  for (const some of inParts(personIds)) await trx.deleteFrom('person').where('id', 'in', some).execute()
}

/** How a register of this shape was read the last time, as JSON; null the first time. */
export async function findMapping(
  db: ReadonlyKysely<Database>,
  headerHash: string,
  register: RegisterKind | null,
): Promise<string | null> {
  let query = db.selectFrom('import_mapping').select('plan').where('header_hash', '=', headerHash)
  if (register !== null) query = query.where('register', '=', register)
  const row = await query.orderBy('saved_at', 'desc').limit(1).executeTakeFirst()
  return row?.plan ?? null
}

/** Remembers how a register of this shape was read. */
export async function rememberMapping(
  trx: Transaction<Database>,
  mapping: Insertable<Database['import_mapping']>,
): Promise<void> {
  await trx
    .insertInto('import_mapping')
    .values(mapping)
    .onConflict(conflict =>
      conflict.columns(['register', 'header_hash']).doUpdateSet({ plan: mapping.plan, saved_at: mapping.saved_at }),
    )
    .execute()
}

/** What an old register says of a consultation beyond what one of today says, and where in which file it stood. */
export async function findImportedConsultation(db: ReadonlyKysely<Database>, id: string) {
  return db
    .selectFrom('imported_consultation as old')
    .innerJoin('register_import as r', 'r.id', 'old.import_id')
    .leftJoin('imported_row as row', join =>
      join.onRef('row.import_id', '=', 'old.import_id').onRef('row.subject_id', '=', 'old.consultation_id'),
    )
    .select(['old.consultant_name', 'old.note', 'r.id as import_id', 'r.file_name', 'row.row_number'])
    .where('old.consultation_id', '=', id)
    .executeTakeFirst()
}

/** What an old register says of a case beyond what a case of today says. */
export async function findImportedCase(db: ReadonlyKysely<Database>, id: string) {
  return db
    .selectFrom('imported_case as i')
    .innerJoin('register_import as r', 'r.id', 'i.import_id')
    .innerJoin('aid_case as c', 'c.id', 'i.case_id')
    .selectAll('i')
    .select(['r.file_name', 'c.closed_on'])
    .where('i.case_id', '=', id)
    .executeTakeFirst()
}

function inParts<One>(all: readonly One[]): readonly (readonly One[])[] {
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, index) => all.slice(index * AT_ONCE, (index + 1) * AT_ONCE))
}

/** Rows of another table that refer to something an import made. */
export type MadeReference = { readonly table: string; readonly ids: readonly string[] }

/** Tables of the import itself and those that go with their row: they are no use made of it. */
const OWN_TABLES: ReadonlySet<string> = new Set(['imported_consultation', 'imported_case', 'person_category', 'case_category'])

/** Everything that refers to the consultations or cases, and to the people, of an import, by the references that the schema declares. */
export async function listReferences(
  db: ReadonlyKysely<Database>,
  importId: string,
): Promise<{ readonly subjects: readonly MadeReference[]; readonly people: readonly MadeReference[] }> {
  const subjects: MadeReference[] = []
  for (const target of ['consultation', 'aid_case'])
    for (const reference of await referencesTo(db, target))
      if (!OWN_TABLES.has(reference.table))
        subjects.push({ table: reference.table, ids: await referredIds(db, reference, importId, 'subject_id') })
  const papers = await db
    .selectFrom('paper')
    .select('subject_id')
    .distinct()
    .where('subject_id', 'in', eb => eb.selectFrom('imported_row').select('subject_id').where('import_id', '=', importId))
    .execute()
  subjects.push({ table: 'paper', ids: papers.map(row => row.subject_id) })
  const restricted = await db
    .selectFrom('matter_restriction')
    .select('subject_id')
    .where('subject_id', 'in', eb => eb.selectFrom('imported_row').select('subject_id').where('import_id', '=', importId))
    .execute()
  subjects.push({ table: 'matter_restriction', ids: restricted.map(row => row.subject_id) })
  const people: MadeReference[] = []
  for (const reference of await referencesTo(db, 'person'))
    if (!OWN_TABLES.has(reference.table))
      people.push({ table: reference.table, ids: await referredIds(db, reference, importId, 'person_id') })
  return { subjects, people }
}

/** The people of an import who have been merged (合并) since, and are merged still. */
export async function listMergedSince(db: ReadonlyKysely<Database>, importId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('imported_row as r')
    .innerJoin('register_import as i', 'i.id', 'r.import_id')
    .innerJoin('person_merge as m', join =>
      join.on(eb => eb.or([eb('m.merged_id', '=', eb.ref('r.person_id')), eb('m.survivor_id', '=', eb.ref('r.person_id'))])),
    )
    .select('r.person_id')
    .distinct()
    .where('r.import_id', '=', importId)
    .where('m.undone_at', 'is', null)
    .whereRef('m.merged_at', '>=', 'i.imported_at')
    .execute()
  return new Set(rows.map(row => row.person_id))
}

import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { PackDraftTable } from './schema/rules.ts'
import type { Database } from './schema.ts'

export type PackDraft = PackDraftTable & { readonly created_by_name: string; readonly changed_by_name: string }

/** Every draft of a rule pack (规则包草稿), the one changed last first. */
export async function listDrafts(db: ReadonlyKysely<Database>): Promise<PackDraft[]> {
  return drafts(db).orderBy('d.changed_at', 'desc').execute()
}

export async function findDraft(db: ReadonlyKysely<Database>, id: string): Promise<PackDraft | null> {
  return (await drafts(db).where('d.id', '=', id).executeTakeFirst()) ?? null
}

function drafts(db: ReadonlyKysely<Database>) {
  return db
    .selectFrom('pack_draft as d')
    .innerJoin('user_account as c', 'c.id', 'd.created_by')
    .innerJoin('user_account as u', 'u.id', 'd.changed_by')
    .selectAll('d')
    .select(['c.name as created_by_name', 'u.name as changed_by_name'])
}

export async function insertDraft(
  trx: Transaction<Database>,
  draft: Omit<PackDraftTable, 'changed_by' | 'changed_at' | 'trial' | 'version'>,
): Promise<void> {
  await trx
    .insertInto('pack_draft')
    .values({ ...draft, changed_by: draft.created_by, changed_at: draft.created_at, trial: null, version: 1 })
    .execute()
}

/** Writes a draft's text and raises its version. */
export async function writeDraft(
  trx: Transaction<Database>,
  id: string,
  draft: { readonly name: string; readonly content: string; readonly by: string; readonly at: string },
): Promise<void> {
  await trx
    .updateTable('pack_draft')
    .set(eb => ({
      name: draft.name,
      content: draft.content,
      changed_by: draft.by,
      changed_at: draft.at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** Keeps the report of a trial (试算) beside the draft, in the place of an earlier one. */
export async function keepTrial(trx: Transaction<Database>, id: string, report: string): Promise<void> {
  await trx.updateTable('pack_draft').set({ trial: report }).where('id', '=', id).execute()
}

export async function deleteDraft(trx: Transaction<Database>, id: string): Promise<void> {
  await trx.deleteFrom('pack_draft_change').where('draft_id', '=', id).execute()
  await trx.deleteFrom('pack_draft').where('id', '=', id).execute()
}

/** What was changed in a draft, newest first. A change of the whole text has an empty path and the texts themselves. */
export async function listDraftChanges(db: ReadonlyKysely<Database>, draftId: string, limit: number) {
  return db
    .selectFrom('pack_draft_change as h')
    .innerJoin('user_account as u', 'u.id', 'h.changed_by')
    .select(['h.seq', 'h.place', 'h.path', 'h.before_json', 'h.after_json', 'h.changed_at', 'u.name as by_name'])
    .where('h.draft_id', '=', draftId)
    .orderBy('h.seq', 'desc')
    .limit(limit)
    .execute()
}

export async function insertDraftChange(
  trx: Transaction<Database>,
  change: {
    readonly draftId: string
    readonly place: string
    readonly path: string
    readonly before: string | null
    readonly after: string | null
    readonly by: string
    readonly at: string
  },
): Promise<void> {
  const last = await trx
    .selectFrom('pack_draft_change')
    .select(eb => eb.fn.max('seq').as('seq'))
    .where('draft_id', '=', change.draftId)
    .executeTakeFirst()
  await trx
    .insertInto('pack_draft_change')
    .values({
      draft_id: change.draftId,
      seq: (last?.seq ?? 0) + 1,
      place: change.place,
      path: change.path,
      before_json: change.before,
      after_json: change.after,
      changed_by: change.by,
      changed_at: change.at,
    })
    .execute()
}

export async function dropDraftChange(trx: Transaction<Database>, draftId: string, seq: number): Promise<void> {
  await trx.deleteFrom('pack_draft_change').where('draft_id', '=', draftId).where('seq', '=', seq).execute()
}

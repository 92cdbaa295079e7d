import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { MatterRestrictionTable } from './schema/people.ts'
import type { Database } from './schema.ts'

export type MatterSubject = { readonly kind: 'application' | 'case'; readonly id: string }

/**
 * The ids of everything that belongs to matters hidden from this user (限定知悉范围): applications, cases and what hangs on them. Whoever
 * registered the application, whoever set the restriction and whoever is on its list sees it. Empty for most, at the cost of one query.
 */
export async function listHiddenIds(db: ReadonlyKysely<Database>, userId: string): Promise<ReadonlySet<string>> {
  const roots = await db
    .selectFrom('matter_restriction as r')
    .leftJoin('matter_viewer as v', join =>
      join.onRef('v.subject_kind', '=', 'r.subject_kind').onRef('v.subject_id', '=', 'r.subject_id').on('v.user_id', '=', userId),
    )
    .select(['r.subject_kind as kind', 'r.subject_id as id'])
    .where('v.user_id', 'is', null)
    .where('r.set_by', '!=', userId)
    .execute()
  if (roots.length === 0) return new Set()
  const applications = await applicationsOf(db, roots, userId)
  const cases = await casesOf(
    db,
    applications,
    roots.filter(root => root.kind === 'case').map(root => root.id),
    userId,
  )
  return new Set([...applications, ...cases, ...(await belongingsOf(db, applications, cases))])
}

async function applicationsOf(db: ReadonlyKysely<Database>, roots: readonly MatterSubject[], userId: string): Promise<string[]> {
  const named = roots.filter(root => root.kind === 'application').map(root => root.id)
  const cases = roots.filter(root => root.kind === 'case').map(root => root.id)
  const rows = await db
    .selectFrom('application')
    .select('id')
    .where('registered_by', '!=', userId)
    .where(eb =>
      eb.or([
        eb('id', 'in', named),
        eb(
          'id',
          'in',
          eb.selectFrom('aid_case').select('application_id').where('id', 'in', cases).$castTo<{ application_id: string }>(),
        ),
      ]),
    )
    .execute()
  return rows.map(row => row.id)
}

/** Cases of these applications, those named, and the stages that follow them (转阶段). */
async function casesOf(
  db: ReadonlyKysely<Database>,
  applications: readonly string[],
  named: readonly string[],
  userId: string,
): Promise<string[]> {
  const found = new Set<string>()
  let next = (
    await db
      .selectFrom('aid_case as c')
      .leftJoin('application as a', 'a.id', 'c.application_id')
      .select('c.id')
      .where(eb => eb.or([eb('c.application_id', 'in', applications), eb('c.id', 'in', named)]))
      .where(eb => eb.or([eb('a.registered_by', 'is', null), eb('a.registered_by', '!=', userId)]))
      .execute()
  ).map(row => row.id)
  while (next.length > 0) {
    for (const id of next) found.add(id)
    const children = await db.selectFrom('aid_case').select('id').where('parent_case_id', 'in', next).execute()
    next = children.map(row => row.id).filter(id => !found.has(id))
  }
  return [...found]
}

/** Everything that hangs on these applications and cases and can be asked for by its own id. */
async function belongingsOf(
  db: ReadonlyKysely<Database>,
  applications: readonly string[],
  cases: readonly string[],
): Promise<string[]> {
  const ids = async (query: { execute(): Promise<readonly { readonly id: string | null }[]> }) =>
    (await query.execute()).flatMap(row => (row.id === null ? [] : [row.id]))
  const consultations = await ids(
    db
      .selectFrom('application')
      .select('consultation_id as id')
      .where('id', 'in', applications)
      .where('consultation_id', 'is not', null),
  )
  const subsidies = await ids(db.selectFrom('subsidy_sheet').select('id').where('case_id', 'in', cases))
  const volumes = await ids(db.selectFrom('volume').select('id').where('case_id', 'in', cases))
  const items = await ids(db.selectFrom('volume_item').select('id').where('volume_id', 'in', volumes))
  const pages = await ids(db.selectFrom('volume_page').select('id').where('item_id', 'in', items))
  const notices = await ids(
    db.selectFrom('aid_case').select('notice_id as id').where('id', 'in', cases).where('notice_id', 'is not', null),
  )
  const decisions = await ids(db.selectFrom('decision').select('id').where('application_id', 'in', applications))
  const subjects = [...applications, ...cases, ...consultations, ...subsidies, ...volumes, ...notices]
  const papers = await ids(db.selectFrom('paper').select('id').where('subject_id', 'in', subjects))
  return [...consultations, ...subsidies, ...volumes, ...items, ...pages, ...notices, ...decisions, ...papers]
}

/** The restriction of an application or case, with who may see it; null when there is none. */
export async function findRestriction(db: ReadonlyKysely<Database>, subject: MatterSubject) {
  const row = await db
    .selectFrom('matter_restriction as r')
    .innerJoin('user_account as u', 'u.id', 'r.set_by')
    .selectAll('r')
    .select('u.name as setter')
    .where('r.subject_kind', '=', subject.kind)
    .where('r.subject_id', '=', subject.id)
    .executeTakeFirst()
  if (!row) return null
  const viewers = await db
    .selectFrom('matter_viewer as v')
    .innerJoin('user_account as u', 'u.id', 'v.user_id')
    .select(['u.id', 'u.name'])
    .where('v.subject_kind', '=', subject.kind)
    .where('v.subject_id', '=', subject.id)
    .orderBy('u.name')
    .execute()
  return { ...row, viewers }
}

/** Writes a restriction with its list of viewers, in the place of an earlier one. */
export async function putRestriction(
  trx: Transaction<Database>,
  row: MatterRestrictionTable,
  viewerIds: readonly string[],
): Promise<void> {
  const subject = { subject_kind: row.subject_kind, subject_id: row.subject_id }
  await removeRestriction(trx, { kind: row.subject_kind, id: row.subject_id })
  await trx.insertInto('matter_restriction').values(row).execute()
  if (viewerIds.length === 0) return
  await trx
    .insertInto('matter_viewer')
    .values([...new Set(viewerIds)].map(id => ({ ...subject, user_id: id, granted_by: row.set_by, granted_at: row.set_at })))
    .execute()
}

export async function removeRestriction(trx: Transaction<Database>, subject: MatterSubject): Promise<void> {
  await trx.deleteFrom('matter_viewer').where('subject_kind', '=', subject.kind).where('subject_id', '=', subject.id).execute()
  await trx
    .deleteFrom('matter_restriction')
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .execute()
}

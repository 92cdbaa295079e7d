import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { Database } from './schema.ts'
import {
  findHits,
  indexNewSubjects,
  indexSubject,
  meetsTerms,
  removeSubjects,
  type SearchSubject,
  searchTerms,
} from './sqlite/search-index.ts'

/** A consultation, application or case as a hit list shows it. `status` is the row's code. */
export type FoundFile = {
  readonly kind: 'consultation' | 'application' | 'case'
  readonly id: string
  readonly number: string
  readonly personName: string
  readonly cause: string
  readonly status: string
}

/** A person as a hit list shows them, the certificate number still whole. */
export type FoundPerson = {
  readonly id: string
  readonly name: string
  readonly sex: 'male' | 'female' | null
  readonly birthDate: string | null
  readonly certificateNumber: string | null
}

type Found<Row> = { readonly row: Row; readonly subject: SearchSubject }

/** Hits read at once when the first few did not all hold what was typed, and how often. */
const PAGE = 100
const MOST_PAGES = 20
const AT_ONCE = 400

/** A command's own access: it reads, through `db`, what it has just written through `trx`. A command context fits. */
type CommandAccess = { readonly trx: Transaction<Database>; readonly db: ReadonlyKysely<Database> }

/** Puts a person into the search index, as recorded now, and with them their files, which are found by the same name and tail. */
export async function indexPerson({ trx, db }: CommandAccess, id: string): Promise<void> {
  const found: Found<unknown>[] = [
    ...(await loadPeople(db, [id])),
    ...(await loadConsultations(
      db,
      idsOf(await db.selectFrom('consultation').select('id').where('person_id', '=', id).execute()),
    )),
    ...(await loadApplications(db, idsOf(await db.selectFrom('application').select('id').where('person_id', '=', id).execute()))),
    ...(await loadCases(db, idsOf(await db.selectFrom('aid_case').select('id').where('person_id', '=', id).execute()))),
  ]
  for (const { subject } of found) await indexSubject(trx, subject)
}

/** Puts a consultation, application or case into the search index, as recorded now. Called by whoever has just written it. */
export async function indexFile({ trx, db }: CommandAccess, kind: FoundFile['kind'], id: string): Promise<void> {
  for (const { subject } of await LOADERS[kind](db, [id])) await indexSubject(trx, subject)
}

/** Puts many new people or files into the index, in the order of `ids`. None may be in it yet: this is for practice data and imports. */
export async function indexNew(
  { trx, db }: CommandAccess,
  kind: 'person' | FoundFile['kind'],
  ids: readonly string[],
): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    const found: readonly Found<unknown>[] = kind === 'person' ? await loadPeople(db, some) : await LOADERS[kind](db, some)
    await indexNewSubjects(
      trx,
      found.map(one => one.subject),
    )
  }
}

/** Takes people or files out of the search index. For what is no longer there: an undone import. */
export async function removeFromIndex(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
  await removeSubjects(trx, ids)
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(row => row.id)
}

/** The people that what was typed finds, newest first. */
export async function searchPeople(db: ReadonlyKysely<Database>, words: string, limit: number): Promise<FoundPerson[]> {
  return search(db, 'person', words, limit, async ids => byId(await loadPeople(db, ids.person)))
}

/** The consultations, applications and cases that what was typed finds, newest first. */
export async function searchFiles(db: ReadonlyKysely<Database>, words: string, limit: number): Promise<FoundFile[]> {
  return search(db, 'file', words, limit, async ids => {
    return byId([
      ...(await loadConsultations(db, ids.consultation)),
      ...(await loadApplications(db, ids.application)),
      ...(await loadCases(db, ids.case)),
    ])
  })
}

function byId<Row>(found: readonly Found<Row>[]): Map<string, Found<Row>> {
  return new Map(found.map(one => [one.subject.subjectId, one]))
}

type IdsByKind = Readonly<Record<SearchSubject['kind'], readonly string[]>>

async function search<Row>(
  db: ReadonlyKysely<Database>,
  among: 'person' | 'file',
  words: string,
  limit: number,
  load: (ids: IdsByKind) => Promise<Map<string, Found<Row>>>,
): Promise<Row[]> {
  const terms = searchTerms(words)
  const rows: Row[] = []
  let below: number | null = null
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const most = page === 0 ? limit : PAGE
    const hits = await findHits(db, among, terms, below, most)
    const hitsOf = (kind: SearchSubject['kind']) => hits.filter(hit => hit.kind === kind).map(hit => hit.subjectId)
    const found = await load({
      person: hitsOf('person'),
      consultation: hitsOf('consultation'),
      application: hitsOf('application'),
      case: hitsOf('case'),
    })
    for (const hit of hits) {
      const one = found.get(hit.subjectId)
      if (one && meetsTerms(terms, one.subject)) rows.push(one.row)
      if (rows.length === limit) return rows
    }
    below = hits.at(-1)?.id ?? null
    if (hits.length < most) break
  }
  return rows
}

async function loadPeople(db: ReadonlyKysely<Database>, ids: readonly string[]): Promise<Found<FoundPerson>[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('person as p')
    .select(['p.id', 'p.sex', 'p.birth_date', 'p.phone', 'p.created_at', ...PERSON])
    .where('p.id', 'in', ids)
    .execute()
  return rows.map(row => ({
    row: {
      id: row.id,
      name: row.name,
      sex: row.sex,
      birthDate: row.birth_date,
      certificateNumber: row.certificate_number,
    },
    subject: {
      kind: 'person',
      subjectId: row.id,
      // Day of registration; a day's difference between UTC and Shanghai does not matter to an order.
      sortDay: row.created_at.slice(0, 10),
      ...whose(row),
      words: [row.phone],
    },
  }))
}

const PERSON = ['p.name', 'p.pinyin', 'p.pinyin_initials', 'p.certificate_number'] as const

async function loadConsultations(db: ReadonlyKysely<Database>, ids: readonly string[]): Promise<Found<FoundFile>[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('consultation as f')
    .leftJoin('person as p', 'p.id', 'f.person_id')
    .select(['f.id', 'f.number', 'f.received_on as day', 'f.cause', 'f.opponent_name', 'f.outcome as status', ...PERSON])
    .where('f.id', 'in', ids)
    .execute()
  return rows.map(({ name, pinyin, pinyin_initials, ...row }) =>
    fileOf('consultation', {
      ...row,
      // Nobody's name (匿名): found by its number, cause and opponent only.
      name: name ?? '',
      pinyin: pinyin ?? '',
      pinyin_initials: pinyin_initials ?? '',
    }),
  )
}

async function loadApplications(db: ReadonlyKysely<Database>, ids: readonly string[]): Promise<Found<FoundFile>[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('application as f')
    .innerJoin('person as p', 'p.id', 'f.person_id')
    .select(['f.id', 'f.number', 'f.received_on as day', 'f.cause', 'f.opponent_name', 'f.status', ...PERSON])
    .where('f.id', 'in', ids)
    .execute()
  const parties = await db
    .selectFrom('application_party')
    .select(['application_id', 'name'])
    .where('application_id', 'in', ids)
    .execute()
  return rows.map(row =>
    fileOf(
      'application',
      row,
      parties.filter(party => party.application_id === row.id).map(party => party.name),
    ),
  )
}

async function loadCases(db: ReadonlyKysely<Database>, ids: readonly string[]): Promise<Found<FoundFile>[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('aid_case as f')
    .innerJoin('person as p', 'p.id', 'f.person_id')
    .select(['f.id', 'f.number', 'f.opened_on as day', 'f.cause', 'f.opponent_name', 'f.status', ...PERSON])
    .where('f.id', 'in', ids)
    .execute()
  return rows.map(row => fileOf('case', row))
}

const LOADERS = { consultation: loadConsultations, application: loadApplications, case: loadCases } as const

type PersonColumns = {
  readonly name: string
  readonly pinyin: string
  readonly pinyin_initials: string
  readonly certificate_number: string | null
}

function whose(row: PersonColumns) {
  return { name: row.name, initials: row.pinyin_initials, sound: row.pinyin, tail: row.certificate_number }
}

function fileOf(
  kind: FoundFile['kind'],
  row: PersonColumns & {
    readonly id: string
    readonly number: string
    readonly day: string
    readonly cause: string
    readonly opponent_name: string | null
    readonly status: string
  },
  others: readonly string[] = [],
): Found<FoundFile> {
  return {
    row: { kind, id: row.id, number: row.number, personName: row.name, cause: row.cause, status: row.status },
    subject: {
      kind,
      subjectId: row.id,
      sortDay: row.day,
      ...whose(row),
      words: [row.number, row.cause, row.opponent_name, ...others],
    },
  }
}

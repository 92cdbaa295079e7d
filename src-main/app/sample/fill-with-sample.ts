import type { Insertable } from 'kysely'
import type { Role } from '../../contract/operation.ts'
import { addDays } from '../../domain/calendar-date.ts'
import { drawSampleScan } from '../../papers/sample-scan.ts'
import { appendAuditEntry } from '../../store/audit-store.ts'
import { insertMany } from '../../store/bulk-store.ts'
import { getCenter, markPractice } from '../../store/center-store.ts'
import type { AttachmentTable } from '../../store/schema/archives.ts'
import type { Database } from '../../store/schema.ts'
import { indexNew } from '../../store/search-store.ts'
import { insertAccount } from '../../store/user-store.ts'
import { sealAllDated } from '../../store/volume-store.ts'
import { regionName } from '../center/regions.ts'
import type { Center } from '../center.ts'
import type { Perform } from '../context.ts'
import { breathe } from '../imports/try-out.ts'
import { shanghaiDay } from '../shanghai-time.ts'
import { livePracticeWeeks, practiceDays } from './desk/practice-weeks.ts'
import { addCase } from './rows/case-rows.ts'
import { SampleRows, type SampleScan } from './rows/sample-rows.ts'
import { addPaymentLists } from './rows/subsidy-rows.ts'
import { addVisits } from './rows/visit-rows.ts'
import { inventCase } from './sample-case.ts'
import { sampleIds } from './sample-ids.ts'
import { drawInOrder } from './sample-numbers.ts'
import { inventOffice, type SampleOffice } from './sample-office.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

export type SampleRequest = {
  readonly cases: number
  readonly seed: number
  readonly makeScans: boolean
  /** Opens accounts for the practice staff with this password; without it they are names only. */
  readonly staffPassword?: string
  /** Last day of the practice years; the day of the call when left out. */
  readonly until?: string
  /** The one door, through which the last weeks at the desk are entered; without it, or without accounts, the years run up to the last day. */
  readonly perform?: Perform
  readonly progress: (done: number, total: number, label: string) => void
}

const YEARS = 3
const SCAN_VARIANTS = 48
/** Days from receipt to assignment, at most, as the practice years have them. */
const LONGEST_TO_ASSIGNMENT = 9
/** Cases whose rows go into one transaction: enough to be quick, little enough to be cancelled. */
const BATCH = 1_000
const STAFF = [
  { name: '王莉', roles: ['clerk'] },
  { name: '周敏', roles: ['archivist'] },
  { name: '赵倩', roles: ['administrator', 'clerk'] },
] as const

/**
 * Fills a new center with practice data (练习数据): `cases` cases over three years up to `until`, each as far as it can have come by then,
 * with people, visits, decisions, numbers, subsidies and volumes; then the last weeks at the desk. Results come from the domain's own rules
 * under the pack in force. The same seed and last day give the same data.
 */
export async function fillWithSample(center: Center, request: SampleRequest): Promise<void> {
  const { perform, staffPassword } = request
  const random = seededRandom(request.seed)
  const newId = sampleIds(request.seed)
  const today = request.until ?? shanghaiDay(center.now())
  const particulars = await getCenter(center.open.database.reader)
  const place = { regionCode: particulars.regionCode, countyName: regionName(particulars.regionCode) ?? '' }
  const director = center.keyring?.staff[0]
  if (!director) throw new Error('Practice data needs a center with a director')
  const staff = STAFF.map(one => ({ id: newId(), ...one }))
  const [clerk, archivist] = staff
  if (!clerk || !archivist) throw new Error('Practice data needs a clerk and an archivist')
  await openPractice(center, request, director.id, staff)

  const inForce = center.packOn(today)
  const days = practiceDays(center.calendarOf(inForce.pack), today)
  const livesWeeks = perform !== undefined && staffPassword !== undefined
  // What is decided and assigned of the years lies before the first of the weeks: numbers stand in the order of their days.
  const rowsUntil = livesWeeks ? addDays(days.at(-1) ?? today, -LONGEST_TO_ASSIGNMENT) : today
  const scans = request.makeScans ? storeScans(center, center.now().toISOString()) : []
  const office = inventOffice(random, newId, { ...place, centerName: particulars.fullName }, today)
  const rows = new SampleRows({
    random,
    newId,
    inForce,
    fonds: particulars.fondsCode,
    short: particulars.shortName,
    director: director.id,
    clerk: clerk.id,
    archivist: archivist.id,
    office,
    scans: scans.map(one => one.sha256),
  })
  for (const day of receivingDays(random, request.cases, rowsUntil)) {
    addVisits(rows, day, place)
    addCase(rows, inventCase(random, inForce.pack, place, day, today))
  }
  // Applications that were refused or still wait opened no case: the years before made up for them.
  while (rows.cases < request.cases)
    addCase(rows, inventCase(random, inForce.pack, place, addDays(rowsUntil, -(60 + random.whole(YEARS * 300))), today))
  addPaymentLists(rows, today)
  await insertYears(center, rows, { office, scans }, request.progress)
  if (!livesWeeks) return
  await livePracticeWeeks(center, {
    perform,
    staff: { director: director.id, clerk: clerk.id, archivist: archivist.id },
    random,
    place,
    newId,
    days,
    onAct: async (done, total) => {
      await breathe()
      request.progress(done, total, '接待台近几周')
    },
  })
}

type Staff = { readonly id: string; readonly name: string; readonly roles: readonly Role[] }

/** Marks the center as one for practice before anything else, and opens the accounts of its staff. */
async function openPractice(center: Center, request: SampleRequest, directorId: string, staff: readonly Staff[]): Promise<void> {
  const at = center.now().toISOString()
  await center.open.database.writer.transaction().execute(async trx => {
    await markPractice(trx)
    for (const one of staff) await insertAccount(trx, { ...one, createdAt: at })
    await appendAuditEntry(trx, {
      at,
      actorId: directorId,
      operation: 'sample.fill',
      subjectKind: 'center',
      subjectId: '1',
      summary: `装入练习数据 ${request.cases} 件`,
      before: null,
      after: { cases: request.cases, seed: request.seed },
    })
  })
  if (request.staffPassword === undefined) return
  for (const one of staff) await center.setPassword({ ...one, isActive: true }, request.staffPassword)
}

/** Stores the practice years in one go after another, and makes them findable. */
async function insertYears(
  center: Center,
  rows: SampleRows,
  { office, scans }: { readonly office: SampleOffice; readonly scans: readonly Insertable<AttachmentTable>[] },
  progress: SampleRequest['progress'],
): Promise<void> {
  const { writer, reader } = center.open.database
  const numbers = drawInOrder(rows.wishes)
  await writer.transaction().execute(async trx => {
    await insertMany(trx, 'provider', office.providers)
    await insertMany(trx, 'handler', office.handlers)
    await insertMany(trx, 'attachment', scans)
    await insertMany(trx, 'number_series', numbers.series)
  })
  await insertInBatches(center, 'number_ledger', numbers.ledger, () => undefined)
  const total = rows.countRows()
  let done = 0
  for (const { table, values } of rows.inOrder()) {
    await breathe()
    await insertInBatches(center, table, values, count => {
      done += count
      progress(done, total, '装入练习数据')
    })
  }
  await breathe()
  await writer.transaction().execute(async trx => {
    await sealAllDated(trx)
    for (const kind of ['person', 'consultation', 'application', 'case'] as const) {
      progress(done, total, '建立检索')
      await indexNew({ trx, db: reader }, kind, rows.idsOf(kind))
    }
  })
}

function storeScans(center: Center, at: string): (Insertable<AttachmentTable> & SampleScan)[] {
  return Array.from({ length: SCAN_VARIANTS }, (_, variant) => {
    const content = drawSampleScan(variant + 1)
    return {
      sha256: center.open.attachments.put(content),
      bytes: content.length,
      media_type: 'image/png',
      pages: 1,
      created_at: at,
    }
  })
}

/** Days on which applications came, in order: a little more each year, as such offices grow. */
function receivingDays(random: SeededRandom, count: number, today: string): string[] {
  const span = YEARS * 365
  return Array.from({ length: count }, () =>
    addDays(today, -Math.floor(span * (1 - Math.sqrt(random.whole(10_000) / 10_000)) * 0.999)),
  ).sort()
}

async function insertInBatches<Table extends keyof Database>(
  center: Center,
  table: Table,
  values: readonly Insertable<Database[Table]>[],
  onBatch: (count: number) => void,
): Promise<void> {
  for (let from = 0; from < values.length; from += BATCH * 10) {
    const some = values.slice(from, from + BATCH * 10)
    await center.open.database.writer.transaction().execute(trx => insertMany(trx, table, some))
    onBatch(some.length)
  }
}

import type { Insertable } from 'kysely'
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
import { shanghaiDay } from '../shanghai-time.ts'
import { inventCase } from './sample-case.ts'
import { sampleIds } from './sample-ids.ts'
import { drawInOrder } from './sample-numbers.ts'
import { inventOffice } from './sample-office.ts'
import { SampleRows, type SampleScan } from './sample-rows.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

export type SampleRequest = {
  readonly cases: number
  readonly seed: number
  readonly makeScans: boolean
  /** Opens accounts for the practice staff with this password; without it they are names only. */
  readonly staffPassword?: string
  /** Last day of the practice years; the day of the call when left out. */
  readonly until?: string
  readonly progress: (done: number, total: number, label: string) => void
}

const YEARS = 3
const SCAN_VARIANTS = 48
/** Cases whose rows go into one transaction: enough to be quick, little enough to be cancelled. */
const BATCH = 1_000
const STAFF = [
  { name: '王莉', roles: ['clerk'] },
  { name: '周敏', roles: ['archivist'] },
  { name: '赵倩', roles: ['administrator', 'clerk'] },
] as const

/**
 * Fills a new center with practice data (练习数据): `cases` cases over three years up to `until`, each as far as it can have come by then,
 * with people, visits, decisions, numbers, subsidies and volumes. Results come from the domain's own rules under the pack in force. The same
 * seed and last day give the same data.
 */
export async function fillWithSample(center: Center, request: SampleRequest): Promise<void> {
  const { writer } = center.open.database
  const at = center.now().toISOString()
  const today = request.until ?? shanghaiDay(center.now())
  const inForce = center.packOn(today)
  const random = seededRandom(request.seed)
  const newId = sampleIds(request.seed)
  const particulars = await getCenter(center.open.database.reader)
  const place = {
    regionCode: particulars.regionCode,
    countyName: regionName(particulars.regionCode) ?? '',
    centerName: particulars.fullName,
  }
  const director = center.keyring?.staff[0]
  if (!director) throw new Error('Practice data needs a center with a director')

  const staff = STAFF.map(one => ({ id: newId(), ...one }))
  const [clerk, archivist] = staff
  if (!clerk || !archivist) throw new Error('Practice data needs a clerk and an archivist')
  const scans = request.makeScans ? storeScans(center, at) : []
  const office = inventOffice(random, newId, place, today)
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
  for (const day of receivingDays(random, request.cases, today)) {
    rows.addVisits(day, place)
    rows.addCase(inventCase(random, inForce.pack, place, day, today))
  }
  // Applications that were refused or still wait opened no case: the years before made up for them.
  while (rows.cases < request.cases)
    rows.addCase(inventCase(random, inForce.pack, place, addDays(today, -(60 + random.whole(YEARS * 300))), today))
  rows.addPaymentLists(today)
  const numbers = drawInOrder(rows.wishes)

  await writer.transaction().execute(async trx => {
    for (const one of staff) await insertAccount(trx, { id: one.id, name: one.name, roles: one.roles, createdAt: at })
    await insertMany(trx, 'provider', office.providers)
    await insertMany(trx, 'handler', office.handlers)
    await insertMany(trx, 'attachment', scans)
    await insertMany(trx, 'number_series', numbers.series)
    await markPractice(trx)
    await appendAuditEntry(trx, {
      at,
      actorId: director.id,
      operation: 'sample.fill',
      subjectKind: 'center',
      subjectId: '1',
      summary: `装入练习数据 ${request.cases} 件`,
      before: null,
      after: { cases: request.cases, seed: request.seed },
    })
  })
  for (const one of staff)
    if (request.staffPassword)
      await center.setPassword({ id: one.id, name: one.name, roles: one.roles, isActive: true }, request.staffPassword)
  await insertInBatches(center, 'number_ledger', numbers.ledger, () => undefined)
  const total = rows.countRows()
  let done = 0
  for (const { table, values } of rows.inOrder()) {
    await insertInBatches(center, table, values, count => {
      done += count
      request.progress(done, total, '装入练习数据')
    })
  }
  await writer.transaction().execute(async trx => {
    await sealAllDated(trx)
    const access = { trx, db: center.open.database.reader }
    for (const kind of ['person', 'consultation', 'application', 'case'] as const) {
      request.progress(done, total, '建立检索')
      await indexNew(access, kind, rows.idsOf(kind))
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

// Search and save through dispatch against raw SQLite, on a practice center: node tests/bench/core.bench.ts DATA_FOLDER
import path from 'node:path'
import { z } from 'zod'
import { openCore } from '../../src-main/host/core.ts'
import { DATABASE_NAME } from '../../src-main/store/sqlite/database-file.ts'
import { openRawConnection } from '../../src-main/store/sqlite/open-connection.ts'
import { lineOf, median, timings } from './figures.ts'

const [folder = ''] = process.argv.slice(2)
const core = openCore({ dataFolder: folder, printer: null, keyStore: null }, { backups: 'daily-at-close' })

async function must(name: string, input: unknown, session: string | null): Promise<unknown> {
  const reply = await core.invoke({ name, input, session })
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
  return reply.value
}

const status = z
  .object({ staff: z.array(z.object({ id: z.string(), name: z.string() })) })
  .parse(await must('center.status', {}, null))
const clerk = status.staff.find(one => one.name === '王莉')
const { session } = z
  .object({ session: z.string() })
  .parse(await must('session.login', { userId: clerk?.id ?? '', password: process.env.YUANJUAN_PASSWORD ?? 'lianxi-2026' }, null))

const raw = openRawConnection({ file: path.join(folder, DATABASE_NAME), key: core.center.open.key, isReadOnly: false })
const cases = z.object({ n: z.number() }).parse(raw.prepare('select count(*) as n from aid_case').get()).n
console.log(`${cases} cases on disk`)

// The same answer by hand: people with their counts, files with their people, each found by the same index and newest first.
const rawPeople = raw.prepare(`select p.id, p.name, p.sex, p.birth_date, p.certificate_number,
    (select count(*) from consultation c where c.person_id = p.id) as consultations,
    (select count(*) from application a where a.person_id = p.id) as applications,
    (select count(*) from aid_case k where k.person_id = p.id) as cases
  from search_bigram b join search_entry e on e.id = b.rowid join person p on p.id = e.subject_id
  where search_bigram match ? and e.kind = 'person' order by b.rowid desc limit 12`)
const rawFiles =
  raw.prepare(`select e.kind, e.subject_id, coalesce(k.number, a.number, c.number) as number, coalesce(k.cause, a.cause, c.cause) as cause, p.name
  from search_bigram b join search_entry e on e.id = b.rowid
    left join aid_case k on k.id = e.subject_id left join application a on a.id = e.subject_id left join consultation c on c.id = e.subject_id
    join person p on p.id = coalesce(k.person_id, a.person_id, c.person_id)
  where search_bigram match ? and e.kind <> 'person' order by b.rowid desc limit 12`)
const names = z.array(z.object({ name: z.string() })).parse(raw.prepare('select name from person order by id limit 2000').all())
const word = (turn: number) => names[(turn * 37) % names.length]?.name.slice(-2) ?? '德明'
const rawSearch = await timings(300, turn => {
  const match = `"${word(turn)}"`
  return [rawPeople.all(match), rawFiles.all(match)]
})
const searches = await timings(300, turn => must('search.find', { words: word(turn) }, session))
console.log(
  lineOf({
    name: 'search through dispatch / the same by raw SQL',
    measured: median(searches),
    floor: median(rawSearch),
    unit: 'ms',
    aim: 10,
    note: `one frame is 16 ms; slowest ${Math.max(...searches).toFixed(1)} ms`,
  }),
)

const insert = raw.prepare(
  "insert into provider (id, kind, name, credit_code, phone, address, is_active, version) values (?, 'law-firm', '基准', null, null, null, 0, 1)",
)
const rawInsert = await timings(60, turn => insert.run(`BENCH${process.pid}-${turn}`))
raw.prepare("delete from provider where id like 'BENCH%'").run()
const application = (turn: number) => ({
  consultationId: null,
  receivedOn: '2026-11-02',
  person: {
    name: `基准${turn}`,
    certificateKind: null,
    certificateNumber: null,
    certificateNote: null,
    sex: 'female',
    birthDate: '1980-01-01',
    phone: null,
    householdAddress: null,
    address: null,
    categories: [],
  },
  personId: null,
  matterType: 'civil',
  stage: 'first-instance',
  cause: '抚养费纠纷',
  scope: 's31-4',
  aidForms: ['civil-litigation'],
  opponentName: null,
  agency: null,
  facts: '基准测试。',
  hardship: { route: 'waived', ground: 'w42-2', proof: '低保证' },
  materials: [{ name: '身份证', copies: 1, isOriginal: false }],
})
const withCertificate = (turn: number) => ({
  ...application(turn),
  person: { ...application(turn).person, certificateKind: 'none-with-reason', certificateNote: '基准测试' },
})
const saves = await timings(60, turn => must('applications.submit', withCertificate(turn), session))
console.log(
  lineOf({
    name: 'saving an application / a bare insert',
    measured: median(saves),
    floor: median(rawInsert),
    unit: 'ms',
    aim: null,
    note: 'person, number, materials, search and audit in one synced transaction',
  }),
)
// A trial works out anew what every file gave; by hand it is at least one reading of the same rows.
const director = status.staff.find(one => one.name === '陈建国')
const { session: directing } = z
  .object({ session: z.string() })
  .parse(
    await must('session.login', { userId: director?.id ?? '', password: process.env.YUANJUAN_PASSWORD ?? 'lianxi-2026' }, null),
  )
const { id: draft } = z
  .object({ id: z.string() })
  .parse(await must('packs.startDraft', { from: { exampleId: 'shandong' } }, directing))
const rawTrial = await timings(3, () =>
  [
    'select a.*, p.name from application a join person p on p.id = a.person_id',
    'select c.*, p.name from aid_case c join person p on p.id = c.person_id',
    'select s.*, c.number from subsidy_sheet s join aid_case c on c.id = s.case_id',
    "select * from number_ledger where status = 'used' order by series, year, seq",
  ].map(text => raw.prepare(text).all().length),
)
const trials = await timings(1, () => must('packs.tryDraft', { id: draft }, directing))
console.log(
  lineOf({
    name: 'trial of a draft / reading its rows',
    measured: median(trials),
    floor: median(rawTrial),
    unit: 'ms',
    aim: null,
    note: 'hardship, subsidy, clock and number of every file under two packs; a job with progress and cancel',
  }),
)
await must('packs.discardDraft', { id: draft, version: 1 }, directing)
raw.close()
await core.close()

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

const words = ['德明', '秀英', '追索劳动报酬', 'zdm', 'wxy', '2846']
const bigram = raw.prepare(
  'select e.kind, e.subject_id from search_bigram b join search_entry e on e.id = b.rowid where search_bigram match ? order by b.rowid desc limit 12',
)
const rawSearch = await timings(400, () => bigram.all('"德明"'))
const searches = await timings(400, turn => must('search.find', { words: words[turn % words.length] }, session))
console.log(
  lineOf({
    name: 'search through dispatch / raw query',
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
raw.close()
await core.close()

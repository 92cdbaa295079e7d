import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fillWithSample } from '../../src-main/app/sample/fill-with-sample.ts'
import { applicationStatus } from '../../src-main/contract/applications.ts'
import { contract, type OperationName } from '../../src-main/contract/index.ts'
import { checkCertificate } from '../../src-main/domain/certificate.ts'
import { openCore } from '../../src-main/host/core.ts'
import { ledgerFaults } from '../support/ledger-faults.ts'
import { makeCenter, PASSWORD, RECOVERY_KEY } from '../support/make-center.ts'
import { makeFolder } from '../support/make-folder.ts'

const CASES = 60

/** A center with practice data (练习数据) up to 2026-11-20, the last weeks of its desk with it. */
async function practice(seed: number, cases = CASES) {
  const center = await makeCenter({ today: '2026-11-20' })
  const steps: (readonly [string, number])[] = []
  const { center: office, perform } = center.core
  const progress = (done: number, _: number, label: string) => steps.push([label, done])
  await fillWithSample(office, { cases, seed, makeScans: true, staffPassword: PASSWORD, perform, progress })
  return { ...center, steps, reader: center.core.center.open.database.reader }
}
type Practice = Awaited<ReturnType<typeof practice>>

/** Tables that practice data fills and that name nobody of this very center: their rows must be the same for the same seed. */
const TABLES = [
  'person',
  'provider',
  'handler',
  'number_series',
  'person_category',
  'attachment',
  'application_material',
  'supplement',
] as const
const OWNED = [
  'consultation',
  'application',
  'decision',
  'aid_case',
  'assignment',
  'subsidy_sheet',
  'volume',
  'payment_list',
] as const

async function digest(
  { reader }: Practice,
  table: (typeof TABLES)[number] | (typeof OWNED)[number],
  ownId: string,
): Promise<string> {
  const { rows } = await sql`select * from ${sql.table(table)} order by 1, 2`.execute(reader as never)
  return createHash('sha256').update(JSON.stringify(rows).replaceAll(ownId, 'DIRECTOR')).digest('hex')
}

async function directorId(center: Practice): Promise<string> {
  return (await center.call(center.director, 'session.current', {})).user.id
}

/** How many rows each list of the front desk has that nothing else of this test opens. */
async function rowsOfDesk(call: Practice['call'], director: string): Promise<[what: string, rows: number][]> {
  const stations = await call(director, 'stations.list', { from: '2026-01-01', to: '2026-11-20' })
  const rechecks = (await call(director, 'rechecks.list', {})).rows
  const returned = await call(director, 'notices.list', { status: 'returned' })
  const queue = await call(director, 'queue.today', {})
  return [
    ['stations', stations.filter(one => one.passedUp > 0).length],
    ['true declarations', rechecks.filter(row => row.status === 'true').length],
    ['false declarations', rechecks.filter(row => row.status === 'false').length],
    ['returned notices', returned.total],
    ['tickets', queue.waiting],
    ['imports', (await call(director, 'imports.list', {})).length],
    ['blocks', (await call(director, 'numbering.blocks', {})).length],
    ['requests', (await call(director, 'cooperation.incoming', {})).length],
    ['proposed', (await call(director, 'reviews.queue', {})).filter(row => row.review !== null).length],
    ['protected', (await call(director, 'people.list', { only: 'protected' })).total],
    ['merged', (await call(director, 'people.list', { only: 'merged' })).total],
    ['subsidies due', (await call(director, 'subsidies.due', {})).length],
    ['subsidies', (await call(director, 'subsidies.list', { status: 'awaiting-approval' })).total],
  ]
}

describe('practice data (练习数据)', { timeout: 120_000 }, () => {
  it('is the same for the same seed and another for another', async () => {
    const [one, same, other] = [await practice(7, 20), await practice(7, 20), await practice(8, 20)]
    const digests = async (center: Practice) => {
      const own = await directorId(center)
      const found: Record<string, string> = {}
      for (const table of [...TABLES, ...OWNED]) found[table] = await digest(center, table, own)
      return found
    }
    const first = await digests(one)
    expect(await digests(same)).toEqual(first)
    const unlike = await digests(other)
    for (const table of ['person', 'application', 'aid_case', 'consultation']) expect(unlike[table], table).not.toBe(first[table])
  })

  it('holds 60 cases at every stage, with valid certificates, whole numbers in the order of their days, and sound figures', async () => {
    const { reader, call, director, steps, core } = await practice(1)
    const cases = await reader.selectFrom('aid_case').select(['number', 'status', 'opened_on']).execute()
    expect(cases.length).toBeGreaterThanOrEqual(CASES)
    expect(new Set(cases.map(one => one.status)).size).toBeGreaterThanOrEqual(4)
    expect(cases.some(one => one.status === 'sealed')).toBe(true)

    const { pack } = core.center.packOn('2026-11-20')
    const people = await reader
      .selectFrom('person')
      .select(['certificate_kind', 'certificate_number', 'birth_date', 'sex'])
      .execute()
    const faulty = people.filter(one => {
      const kind = pack.codes.certificateKinds.find(entry => entry.code === one.certificate_kind)
      if (!kind || kind.check === 'none') return one.certificate_number !== null && one.certificate_number !== ''
      const checked = checkCertificate(kind.check, one.certificate_number ?? '', '2026-11-20')
      return !checked.ok || (kind.check === 'resident-id' && (checked.birthDate !== one.birth_date || checked.sex !== one.sex))
    })
    expect(faulty).toEqual([])

    expect(await ledgerFaults(reader)).toEqual([])
    const drawn = await reader
      .selectFrom('number_ledger as n')
      .innerJoin('aid_case as c', join => join.onRef('c.number', '=', 'n.text'))
      .select(['n.series', 'n.year', 'n.seq', 'c.opened_on'])
      .orderBy('n.series')
      .orderBy('n.year')
      .orderBy('n.seq')
      .execute()
    const outOfOrder = drawn.filter((row, index) => {
      const before = drawn[index - 1]
      return before && before.series === row.series && before.year === row.year && before.opened_on > row.opened_on
    })
    expect(outOfOrder).toEqual([])
    expect(drawn.every(row => row.opened_on.startsWith(String(row.year)))).toBe(true)

    for (const year of [2024, 2025, 2026]) {
      const report = await call(director, 'reports.compute', { period: { kind: 'year', year, index: 1 } })
      expect(
        report.checks.filter(check => !check.holds),
        String(year),
      ).toEqual([])
    }
    expect(await call(director, 'sample.status', {})).toEqual({ isPractice: true, cases: cases.length })
    expect(await call(director, 'audit.verify', {})).toMatchObject({ isWhole: true })
    for (const label of ['装入练习数据', '接待台近几周']) {
      const done = steps.flatMap(([one, count]) => (one === label ? [count] : []))
      expect(done.length, label).toBeGreaterThan(1)
      expect(done, label).toEqual(done.toSorted((a, b) => a - b))
    }
  })

  it('has rows on every list, opens every file, and every reply can be handed between threads as it is', async () => {
    const { call, attempt, director, reader } = await practice(3)
    const lists = Object.entries(contract).filter(
      ([, one]) => one.kind === 'query' && one.roles !== 'public' && one.input.safeParse({}).success,
    )
    expect(lists.length).toBeGreaterThan(10)
    for (const [name] of lists) {
      const reply = await attempt(director, name as OperationName, {} as never)
      expect(reply, name).toMatchObject({ ok: true })
      expect(structuredClone(reply), name).toEqual(reply)
    }
    const desk = await call(director, 'desk.today', {})
    expect(desk.groups.filter(group => group.rows.length === 0).map(group => group.id)).toEqual([])
    const { applications, cases } = {
      applications: (await call(director, 'applications.list', { limit: 500 })).rows,
      cases: (await call(director, 'cases.list', { limit: 500 })).rows,
    }
    expect(new Set(applications.map(row => row.status))).toEqual(new Set(applicationStatus.options))
    expect(new Set(cases.map(row => row.door))).toEqual(new Set(['application', 'notice', 'stage-change']))
    for (const [what, found] of await rowsOfDesk(call, director)) expect(found, what).toBeGreaterThan(0)
    const some = async (
      table: 'aid_case' | 'application' | 'consultation' | 'subsidy_sheet' | 'volume' | 'notice' | 'pack_draft',
    ) => (await reader.selectFrom(table).select('id').limit(8).execute()).map(row => row.id)
    const records = [
      ['cases.get', await some('aid_case')],
      ['applications.get', await some('application')],
      ['consultations.get', await some('consultation')],
      ['subsidies.get', await some('subsidy_sheet')],
      ['archives.get', await some('volume')],
      ['notices.get', await some('notice')],
      ['procedure.get', applications.slice(0, 12).map(row => row.id)],
      ['packs.getDraft', await some('pack_draft')],
    ] as const
    for (const [name, found] of records) {
      expect(found.length, name).toBeGreaterThan(0)
      for (const id of found) {
        const reply = await attempt(director, name, { id })
        expect(reply, `${name} ${id}`).toMatchObject({ ok: true })
        expect(structuredClone(reply), name).toEqual(reply)
      }
    }
    const refused = await attempt(director, 'cases.get', { id: '0'.repeat(26) })
    expect(structuredClone(refused)).toEqual(refused)
    const [first] = (await call(director, 'cases.list', { limit: 1 })).rows
    expect((await call(director, 'search.find', { words: first?.personName ?? '' })).people.length).toBeGreaterThan(0)
  })
})

describe('a practice center (练习中心)', () => {
  it('is thrown away whole by the director, and the first-run wizard stands again', async () => {
    const center = await practice(5, 5)
    const { call, director, clerk, folder, refusal } = center
    expect(await refusal(clerk, 'sample.throwAway', { password: PASSWORD })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await refusal(director, 'sample.throwAway', { password: 'wrong-2026' })).toMatchObject({
      fields: [{ path: ['password'] }],
    })
    await call(director, 'sample.throwAway', { password: PASSWORD })
    expect(readdirSync(folder)).toEqual([])
    expect(await call(null, 'center.status', {})).toMatchObject({ state: 'empty', staff: [], backups: [] })
    expect(await refusal(director, 'desk.today', {})).toMatchObject({ reason: 'not-logged-in' })
  })

  it('a center of real data is never thrown away', async () => {
    const { call, director, refusal } = await makeCenter()
    const real = await refusal(director, 'sample.throwAway', { password: PASSWORD })
    expect(real).toMatchObject({ code: 'RULE', rule: 'practice-only' })
    expect(await call(director, 'sample.status', {})).toEqual({ isPractice: false, cases: 0 })
  })

  it('cancelled while it is being filled, leaves the folder as it was', async () => {
    const folder = makeFolder()
    const core = openCore({ dataFolder: folder, printer: null, keyStore: null }, { passwordCost: { memoryKiB: 64, passes: 1 } })
    onTestFinished(() => core.close())
    core.onEvent(event => {
      if (event.kind === 'progress' && event.progress.label === '接待台近几周' && event.progress.done === 9) core.cancel('making')
    })
    const center = {
      fullName: '蚌山区法律援助中心',
      shortName: '蚌',
      regionCode: '340303',
      fondsName: '蚌山区司法局',
      fondsCode: 'J019',
    }
    const input = { center, director: { name: '陈建国', password: PASSWORD }, recoveryKey: RECOVERY_KEY, sampleCases: 3 }
    const reply = await core.invoke({ name: 'center.create', input, session: null, request: 'making' })
    expect(reply).toEqual({ ok: false, error: { code: 'CANCELLED' } })
    expect(readdirSync(folder)).toEqual([])
    const again = await core.invoke({ name: 'center.create', input: { ...input, sampleCases: 0 }, session: null })
    expect(again.ok).toBe(true)
  })
})

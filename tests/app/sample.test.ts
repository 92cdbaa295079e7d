import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { fillWithSample } from '../../src-main/app/sample/fill-with-sample.ts'
import { contract, type OperationName } from '../../src-main/contract/index.ts'
import { checkCertificate } from '../../src-main/domain/certificate.ts'
import { ledgerFaults } from '../support/ledger-faults.ts'
import { makeCenter } from '../support/make-center.ts'

const CASES = 60

/** A center with practice data (练习数据) up to 2026-11-20. */
async function practice(seed: number) {
  const center = await makeCenter({ today: '2026-11-20' })
  const steps: number[] = []
  await fillWithSample(center.core.center, { cases: CASES, seed, makeScans: true, progress: done => steps.push(done) })
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

describe('practice data (练习数据)', { timeout: 120_000 }, () => {
  it('is the same for the same seed and another for another', async () => {
    const [one, same, other] = [await practice(7), await practice(7), await practice(8)]
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
    expect(steps.length).toBeGreaterThan(0)
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
  })

  it('opens on every list and file, and every reply can be handed between threads as it is', async () => {
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
    const some = async (table: 'aid_case' | 'application' | 'consultation' | 'subsidy_sheet' | 'volume') =>
      (await reader.selectFrom(table).select('id').limit(8).execute()).map(row => row.id)
    const records = [
      ['cases.get', await some('aid_case')],
      ['applications.get', await some('application')],
      ['consultations.get', await some('consultation')],
      ['subsidies.get', await some('subsidy_sheet')],
      ['archives.get', await some('volume')],
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

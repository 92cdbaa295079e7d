import { describe, expect, it } from 'vitest'
import type { ReportCounting } from '../../src-main/domain/rule-pack/report.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'
import { closingInput, hireHandler, openCase } from '../support/case-steps.ts'
import { applicationInput, consultationInput, personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter, PASSWORD, type TestCenter } from '../support/make-center.ts'
import { bringIn, caseRegister, oldCase } from '../support/register-files.ts'
import { openReviewDesk } from '../support/review-desk.ts'

const year = (of: number) => ({ kind: 'year' as const, year: of, index: 1 })
const month = (index: number) => ({ kind: 'month' as const, year: 2026, index })

/** The figures of a report by row, and its notes. */
async function reportOf(
  center: Pick<TestCenter, 'call' | 'director'>,
  period: ReturnType<typeof year> | ReturnType<typeof month>,
) {
  const report = await center.call(center.director, 'reports.compute', { period })
  expect(report.checks.filter(check => !check.holds)).toEqual([])
  return {
    cells: Object.fromEntries(report.sections.flatMap(section => section.rows).map(row => [row.row, row.value])),
    notes: report.notes.join('\n'),
  }
}

/** Signs a pack that counts otherwise, in force from today. */
async function countOtherwise(center: TestCenter, change: Partial<ReportCounting>) {
  const pack = shippedPack()
  const report = { ...pack.report, countingRules: { ...pack.report.countingRules, ...change } }
  const text = JSON.stringify({ ...pack, version: '2027.1', report }, null, 2)
  await center.call(center.director, 'packs.enact', { text, enactedOn: '2026-11-20', password: PASSWORD })
}

function coApplicant(name: string, certificateNumber: string) {
  return { role: 'co-applicant' as const, kind: 'person' as const, name, certificateKind: 'resident-id', certificateNumber }
}

describe('persons and cases (人次和件)', () => {
  async function groupCase() {
    const center = await makeCenter({ today: '2026-11-20' })
    const { call, clerk } = center
    // 赵秀兰 is a woman of 60 years less one day on 2026-10-12, when the case opens.
    const parties = [coApplicant('李强', residentId('1980-02-02', 101)), coApplicant('赵秀兰', residentId('1966-10-13', 202))]
    const opened = await openCase(center, { application: { parties, isGroup: true } })
    const detail = await call(clerk, 'cases.get', { id: opened.id })
    return { ...center, opened, detail }
  }

  it('counts everybody on the list of a group, the case once, and proposes that number at the closing', async () => {
    const center = await groupCase()
    const { call, clerk, opened, detail } = center
    expect(detail.persons).toBe(3)
    const [, joint] = (await call(clerk, 'people.list', { words: '李强' })).rows.concat(
      (await call(clerk, 'people.list', { words: '赵秀兰' })).rows,
    )
    const { history } = await call(clerk, 'people.get', { id: joint?.id ?? '' })
    expect(history.map(one => [one.kind, one.role])).toEqual(expect.arrayContaining([['case', 'co-applicant']]))
    const rows = { 'k-opened': 1, 'p-all': 3, 'p-migrant-worker': 3, 'p-woman': 1, 'p-elderly': 0, 'o-helped': 0 }
    expect((await reportOf(center, year(2026))).cells).toMatchObject(rows)
    const { id: handlerId } = await hireHandler(center)
    const assigned = await call(clerk, 'cases.assign', {
      id: opened.id,
      handlerId,
      assignedOn: '2026-10-14',
      version: detail.version,
    })
    const closing = closingInput({ personsHelped: 2 })
    await call(clerk, 'closing.record', { id: opened.id, closing, version: assigned.version })
    expect((await reportOf(center, month(11))).cells).toMatchObject({ 'k-closed': 1, 'o-helped': 2, 'p-all': 0 })
    expect((await reportOf(center, month(10))).cells).toMatchObject({ 'k-opened': 1, 'p-all': 3 })
  })

  it('counts one person for each case where the center’s pack says so', async () => {
    const center = await groupCase()
    const { basis } = shippedPack().report.countingRules.jointPersons
    await countOtherwise(center, { jointPersons: { counted: false, basis } })
    expect((await reportOf(center, year(2026))).cells).toMatchObject({
      'k-opened': 1,
      'p-all': 1,
      'p-migrant-worker': 1,
      'p-woman': 0,
    })
  })

  it('counts everybody who came to ask together', async () => {
    const center = await makeCenter({ today: '2026-11-20' })
    const { id } = (await center.call(center.clerk, 'session.current', {})).user
    await center.call(center.clerk, 'consultations.register', consultationInput(id, { persons: 7 }))
    await center.call(
      center.clerk,
      'consultations.register',
      consultationInput(id, { person: null, anonymousReason: '不愿留名', outcome: 'drafted' }),
    )
    expect((await reportOf(center, month(11))).cells).toMatchObject({ 'c-all': 8, 'c-visit': 8, 'c-drafted': 1 })
  })
})

describe('applications that did not end with their first answer', () => {
  it.each([
    { result: 'upheld', refused: 1, granted: 0, corrected: 0 },
    { result: 'corrected', refused: 0, granted: 1, corrected: 1 },
  ] as const)('a refusal objected to and $result', async ({ result, refused, granted, corrected }) => {
    const desk = await openReviewDesk('2026-11-12')
    const { id: applicationId, call, clerk } = desk
    await desk.decide(desk.refusing('2026-11-12'))
    expect((await reportOf(desk, month(11))).cells).toMatchObject({ 'a-refused': 1, 'a-objected': 0 })
    desk.setDay('2026-12-01')
    const { id } = await call(clerk, 'objections.file', {
      applicationId,
      filedOn: '2026-11-30',
      bureauReceivedOn: '2026-12-01',
      reasons: '有劳动合同',
      lateReason: null,
      version: await desk.versionOf(),
    })
    await call(clerk, 'objections.answer', {
      id,
      answeredOn: '2026-12-01',
      result,
      answerNumber: '蚌司援异〔2026〕1号',
      note: null,
      version: await desk.versionOf(),
    })
    if (result === 'corrected') await desk.decide(desk.grant('2026-12-01'))
    // Two decisions are one application, and at most one case.
    const { history } = await call(clerk, 'people.get', { id: (await desk.get()).person.id })
    expect(history.map(one => one.kind).sort()).toEqual(result === 'corrected' ? ['application', 'case'] : ['application'])
    expect((await reportOf(desk, month(11))).cells).toMatchObject({ 'a-refused': refused, 'a-objected': 1, 'a-corrected': 0 })
    expect((await reportOf(desk, month(12))).cells).toMatchObject({
      'a-refused': 0,
      'a-granted': granted,
      'a-objected': 0,
      'a-corrected': corrected,
    })
  })
})

describe('cases of an old register (补录的历史案件)', () => {
  async function withOldCases() {
    const center = await makeCenter({ today: '2026-11-20' })
    const rows = [
      oldCase(1),
      oldCase(2, { 10: '2019-1-1' }),
      oldCase(3, { 10: null, 11: null }),
      oldCase(4, { 1: '2017-12-31', 10: null, 11: null }),
    ]
    await bringIn(center, await caseRegister(rows))
    return center
  }

  it('count by what the register proves, with a note of how many there are', async () => {
    const center = await withOldCases()
    const figures = async (of: number) => {
      const { cells, notes } = await reportOf(center, year(of))
      return [...['k-start', 'k-opened', 'k-unended', 'k-closed', 'k-end'].map(row => cells[row]), /补录.*件）/.exec(notes)?.[0]]
    }
    expect(await figures(2017)).toEqual([0, 1, 1, 0, 0, '补录的历史案件 1 件（本期受理 1 件、办结 0 件）'])
    expect(await figures(2018)).toEqual([0, 3, 1, 1, 1, '补录的历史案件 3 件（本期受理 3 件、办结 1 件）'])
    expect(await figures(2019)).toEqual([1, 0, 0, 1, 0, '补录的历史案件 1 件（本期受理 0 件、办结 1 件）'])
    expect(await figures(2020)).toEqual([0, 0, 0, 0, 0, undefined])
    const { html } = await center.call(center.director, 'reports.sheet', { period: year(2018) })
    expect(html).toContain('其中 1 件旧册没有记载结案日期')
    await center.call(center.clerk, 'applications.submit', applicationInput({ person: personInput() }))
    expect((await reportOf(center, year(2026))).notes).not.toContain('补录')
  })

  it('are left out where the center’s pack says so, and the sheet says how many', async () => {
    const center = await withOldCases()
    const { basis } = shippedPack().report.countingRules.importedCases
    await countOtherwise(center, { importedCases: { counted: false, basis } })
    const { cells, notes } = await reportOf(center, year(2018))
    expect([cells['k-opened'], cells['k-closed'], cells['k-end']]).toEqual([0, 0, 0])
    expect(notes).toContain('补录历史案件 3 件没有计入')
    expect((await reportOf(center, year(2020))).notes).not.toContain('补录')
  })
})

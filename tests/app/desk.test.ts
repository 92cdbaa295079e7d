import { describe, expect, it } from 'vitest'
import type { OutputOf } from '../../src-main/contract/index.ts'
import { assignCase, closingInput, hireHandler, openCase, payableCase } from '../support/case-steps.ts'
import { applicationInput, personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter } from '../support/make-center.ts'

type Today = OutputOf<'desk.today'>
const ids = (today: Today) => today.groups.map(group => group.id)
const rowsOf = (today: Today, id: string) => today.groups.find(group => group.id === id)?.rows ?? []
const other = (name: string, serial: number) => ({
  person: personInput({ name, certificateNumber: residentId('1980-03-04', serial) }),
})

/** On 2026-11-20: two applications wait, one case has no handler, one no closing papers for 45 days, one waits for its volume. */
async function workedDesk() {
  const center = await makeCenter({ today: '2026-11-20' })
  const { call, clerk, director } = center
  await call(clerk, 'applications.submit', applicationInput({ ...other('孙桂芳', 22), receivedOn: '2026-11-18' }))
  await call(clerk, 'applications.submit', applicationInput({ ...other('钱程', 31), receivedOn: '2026-11-13' }))
  await openCase(center, { application: other('周家豪', 41), receivedOn: '2026-11-16', decidedOn: '2026-11-18' })
  const late = await openCase(center, { application: other('吴芳', 24), receivedOn: '2026-09-01', decidedOn: '2026-09-02' })
  const handler = await hireHandler(center, { name: '高远' }, { name: '安徽高远律师事务所' })
  await assignCase(center, late.id, handler.id, '2026-09-03')
  const { version } = await call(clerk, 'cases.get', { id: late.id })
  await call(clerk, 'closing.record', { id: late.id, closing: closingInput({ closedOn: '2026-10-06' }), version })
  const payable = await payableCase(center)
  const sheet = await call(clerk, 'subsidies.prepare', { caseId: payable.id, chosenFen: null, directCosts: [] })
  return { ...center, director, late, payable, sheet }
}

describe('the desk (工作台)', () => {
  it.each([
    { role: 'director', groups: ['decisions', 'assignments', 'subsidies', 'late-papers'] },
    { role: 'clerk', groups: ['decisions', 'assignments', 'subsidies', 'papers-review', 'late-papers'] },
    { role: 'archivist', groups: ['papers-review', 'volumes', 'late-papers'] },
    { role: 'administrator', groups: ['late-papers'] },
  ] as const)('$role sees the steps that are theirs', async ({ role, groups }) => {
    const center = await workedDesk()
    const today = await center.call(center[role], 'desk.today', {})
    expect(ids(today)).toEqual(groups)
    expect(rowsOf(today, 'late-papers').map(row => row.name)).toEqual(['吴芳'])
    expect(today.today).toBe('2026-11-20')
    const { counts } = await center.call(center[role], 'session.current', {})
    expect(counts.desk).toBe(today.groups.flatMap(group => group.rows).length)
  })

  it('puts the nearest last day first, each with its running clock, and counts what is late', async () => {
    const center = await workedDesk()
    const today = await center.call(center.director, 'desk.today', {})
    expect(rowsOf(today, 'decisions').map(row => [row.name, row.clock?.lastDay, row.clock?.state])).toEqual([
      ['钱程', '2026-11-20', 'due-today'],
      ['孙桂芳', '2026-11-25', 'running'],
    ])
    expect(rowsOf(today, 'late-papers')[0]?.clock).toMatchObject({ startedOn: '2026-10-06', state: 'overdue', doneOn: null })
    expect(today.dueToday).toBeGreaterThanOrEqual(1)
    expect(today.overdue).toBeGreaterThanOrEqual(1)
    center.setDay('2026-11-21')
    const tomorrow = await center.call(center.director, 'desk.today', {})
    expect(rowsOf(tomorrow, 'decisions')[0]?.clock?.state).toBe('overdue')
    expect(tomorrow.overdue).toBe(today.overdue + 1)
  })

  it('what is done leaves the desk: decided, assigned, approved', async () => {
    const center = await workedDesk()
    const { call, director, clerk } = center
    const before = await call(director, 'desk.today', {})
    expect(rowsOf(before, 'subsidies').map(row => row.amountFen)).toEqual([center.sheet.totalFen])
    await call(director, 'subsidies.approve', { id: center.sheet.id, version: 1 })
    const [first] = rowsOf(before, 'decisions')
    const id = first?.id ?? ''
    const decision = {
      outcome: 'granted' as const,
      applicationId: id,
      decidedOn: '2026-11-20',
      aidForms: ['civil-litigation'],
      opinion: '同意',
      version: 1,
    }
    await call(director, 'decisions.decide', decision)
    const after = await call(director, 'desk.today', {})
    expect(rowsOf(after, 'subsidies')).toEqual([])
    expect(rowsOf(after, 'decisions').map(row => row.name)).toEqual(['孙桂芳'])
    expect(
      rowsOf(after, 'assignments')
        .map(row => row.name)
        .sort(),
    ).toEqual(['周家豪', '钱程'])
    expect(rowsOf(await call(clerk, 'desk.today', {}), 'subsidies')).toEqual([])
    expect(after.recent[0]?.by).toBe('陈建国')
  })

  it('tells the month’s figures as the report tells them', async () => {
    const center = await workedDesk()
    const { month } = await center.call(center.director, 'desk.today', {})
    const report = await center.call(center.director, 'reports.compute', { period: month.period })
    const rows = new Map(report.sections.flatMap(section => section.rows).map(row => [row.row, row.value]))
    expect(month).toMatchObject({ label: '11月1日—20日', period: { kind: 'month', year: 2026, index: 11 } })
    expect(month.figures.length).toBeGreaterThan(0)
    for (const figure of month.figures)
      expect({ row: figure.row, value: figure.value }).toEqual({ row: figure.row, value: rows.get(figure.row ?? '') })
    expect(month.figures.find(figure => figure.row === 'a-received')?.value).toBe(3)
  })
})

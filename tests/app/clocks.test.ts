import { describe, expect, it } from 'vitest'
import { heldBy } from '../../src-main/domain/clock-holder.ts'
import { assignCase, closingInput, hireHandler, openCase } from '../support/case-steps.ts'
import { applicationInput, personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter, type TestCenter } from '../support/make-center.ts'

const other = (name: string, serial: number) => ({
  person: personInput({ name, certificateNumber: residentId('1980-03-04', serial) }),
})

async function oneApplication(center: TestCenter, receivedOn: string) {
  const { id } = await center.call(center.clerk, 'applications.submit', applicationInput({ receivedOn }))
  return { limit: 'decision', subject: { kind: 'application' as const, id } }
}

describe('clocks.get', () => {
  it('opens the rule, the start, the pause and the last day with the holiday that moved it', async () => {
    // Seven days from 2026-09-24 end on 2026-10-01; the holiday moves them to the 8th.
    const center = await makeCenter({ today: '2026-09-28' })
    const key = await oneApplication(center, '2026-09-24')
    const { clock, subjectWords, openPath, acts, knownThrough } = await center.call(center.archivist, 'clocks.get', key)
    expect(clock).toMatchObject({
      lastDay: '2026-10-08',
      plainLastDay: '2026-10-01',
      shiftedBecause: '逢国庆节顺延',
      state: 'running',
      heldBy: { name: '王莉', step: '审查', letLapse: false },
    })
    expect(clock.steps.map(step => step.label)).toEqual(expect.arrayContaining(['起算', '顺延', '届满']))
    expect(clock.days.at(-1)).toEqual({ date: '2026-10-08', kind: 'last' })
    expect(subjectWords).toMatch(/^申请 .+/)
    expect(openPath).toBe(`/applications/${key.subject.id}`)
    expect(acts).toEqual([])
    expect(knownThrough >= '2026-12-31').toBe(true)
  })

  it.each([
    ['on its last day', '2026-11-20', 'due-today', false],
    ['the day after', '2026-11-21', 'overdue', true],
  ])('names who holds it %s, and who let it lapse', async (_, today, state, letLapse) => {
    const center = await makeCenter({ today: '2026-11-13' })
    const key = await oneApplication(center, '2026-11-13')
    center.setDay(today)
    const { clock } = await center.call(center.director, 'clocks.get', key)
    expect(clock).toMatchObject({ state, heldBy: { name: '王莉', letLapse } })
  })

  it('opens every clock of a case, those that were met as well', async () => {
    const center = await makeCenter({ today: '2026-11-20' })
    const one = await openCase(center, { application: other('吴芳', 24), receivedOn: '2026-09-01', decidedOn: '2026-09-02' })
    const handler = await hireHandler(center, { name: '高远' }, { name: '安徽高远律师事务所' })
    await assignCase(center, one.id, handler.id, '2026-09-08')
    const { version } = await center.call(center.clerk, 'cases.get', { id: one.id })
    await center.call(center.clerk, 'closing.record', { id: one.id, closing: closingInput({ closedOn: '2026-10-06' }), version })
    const subject = { kind: 'case' as const, id: one.id }
    const assigned = await center.call(center.clerk, 'clocks.get', { subject, limit: 'assignment' })
    expect(assigned.clock).toMatchObject({ state: 'done-late', heldBy: { name: '陈建国', step: '指派', letLapse: true } })
    const papers = await center.call(center.clerk, 'clocks.get', { subject, limit: 'closing-papers' })
    expect(papers.clock).toMatchObject({ state: 'overdue', heldBy: { name: '高远', letLapse: true } })
    expect(await center.refusal(center.clerk, 'clocks.get', { subject, limit: 'closing-review' })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('who held it', () => {
  const holders = [
    { name: '王莉', step: '审查', from: '2026-11-02', until: '2026-11-09' },
    { name: '陈建国', step: '决定', from: '2026-11-09', until: '2026-11-12' },
  ]
  it.each([
    ['passed on the day before the last', '2026-11-10', '陈建国'],
    ['passed on the last day itself', '2026-11-09', '陈建国'],
    ['still with the clerk at the end of the last day', '2026-11-08', '王莉'],
  ])('%s', (_, lastDay, name) => {
    const late = { lastDay, state: 'done-late', doneOn: '2026-11-12' }
    expect(heldBy(holders, late)).toMatchObject({ name, letLapse: true })
  })
  it('is the last one while there is time', () => {
    expect(heldBy(holders, { lastDay: '2026-11-20', state: 'running', doneOn: null })).toEqual({
      name: '陈建国',
      step: '决定',
      letLapse: false,
    })
    expect(heldBy([], { lastDay: '2026-11-20', state: 'running', doneOn: null })).toBeNull()
  })
})

describe('cancelling a clock (撤销期限)', () => {
  it('strikes it through everywhere with who, when and why, and restores it as it was', async () => {
    const center = await makeCenter({ today: '2026-11-20' })
    const { call, clerk, director } = center
    const key = await oneApplication(center, '2026-11-10')
    const before = await call(clerk, 'desk.today', {})
    expect(before.overdue).toBe(1)
    await call(clerk, 'clocks.cancel', { ...key, reason: '当事人已向邻县申请' })
    const struck = { state: 'cancelled', lastDay: '2026-11-17', cancelled: { by: '王莉', reason: '当事人已向邻县申请' } }
    const { clock, acts } = await call(director, 'clocks.get', key)
    expect(clock).toMatchObject({ ...struck, heldBy: null })
    expect(acts.map(act => [act.act, act.by, act.reason])).toEqual([['cancelled', '王莉', '当事人已向邻县申请']])
    const desk = await call(clerk, 'desk.today', {})
    expect(desk.overdue).toBe(0)
    expect(desk.groups.find(group => group.id === 'decisions')?.rows[0]?.clock).toMatchObject(struck)
    const list = await call(clerk, 'applications.list', { status: 'deciding' })
    expect(list.rows[0]?.clock).toMatchObject(struck)
    expect((await call(clerk, 'applications.get', { id: key.subject.id })).clock).toMatchObject(struck)
    expect(await center.refusal(director, 'clocks.cancel', { ...key, reason: '再撤' })).toMatchObject({
      code: 'RULE',
      message: expect.stringContaining('已经由 王莉 撤销'),
    })
    await call(director, 'clocks.restore', { ...key, reason: '邻县移送回来' })
    const again = await call(clerk, 'clocks.get', key)
    expect(again.clock).toMatchObject({ state: 'overdue', cancelled: null, lastDay: '2026-11-17' })
    expect(again.acts.map(act => act.act)).toEqual(['cancelled', 'restored'])
    expect((await call(clerk, 'desk.today', {})).overdue).toBe(1)
    expect(await center.refusal(clerk, 'clocks.restore', { ...key, reason: '再恢复' })).toMatchObject({ code: 'RULE' })
    const trail = await call(director, 'audit.list', { subjectId: key.subject.id })
    expect(trail.map(entry => entry.operation)).toEqual(expect.arrayContaining(['clocks.cancel', 'clocks.restore']))
  })

  it('wants a reason, is for clerks and directors, and not for what is done', async () => {
    const center = await makeCenter({ today: '2026-11-20' })
    const key = await oneApplication(center, '2026-11-18')
    expect(await center.refusal(center.clerk, 'clocks.cancel', { ...key, reason: ' ' })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: ['reason'], message: '请填写撤销理由' }],
    })
    expect(await center.refusal(center.archivist, 'clocks.cancel', { ...key, reason: '不用了' })).toMatchObject({
      code: 'FORBIDDEN',
    })
    const one = await openCase(center, { application: other('周家豪', 41), receivedOn: '2026-11-16', decidedOn: '2026-11-18' })
    const handler = await hireHandler(center, { name: '高远' }, { name: '安徽高远律师事务所' })
    await assignCase(center, one.id, handler.id, '2026-11-19')
    const done = { subject: { kind: 'case' as const, id: one.id }, limit: 'assignment', reason: '不用了' }
    expect(await center.refusal(center.director, 'clocks.cancel', done)).toMatchObject({
      code: 'RULE',
      message: '“指派”已于 2026-11-19 办结，不用撤销期限',
    })
  })
})

describe('the lists are light', () => {
  it('carry no days and no steps, and count what is paused', async () => {
    const center = await makeCenter({ today: '2026-11-20' })
    const key = await oneApplication(center, '2026-11-18')
    await center.call(center.clerk, 'applications.askSupplement', {
      id: key.subject.id,
      askedOn: '2026-11-19',
      missing: ['身份证复印件'],
      dueOn: null,
      version: 1,
    })
    const desk = await center.call(center.clerk, 'desk.today', {})
    expect(desk.paused).toBe(1)
    const list = await center.call(center.clerk, 'applications.list', { status: 'supplementing' })
    for (const clock of [desk.groups[0]?.rows[0]?.clock, list.rows[0]?.clock]) {
      expect(clock).toMatchObject({ state: 'paused', subject: key.subject })
      expect(clock).not.toHaveProperty('days')
      expect(clock).not.toHaveProperty('steps')
    }
  })

  it('tells the month’s figures afresh after a change, and on the next day', async () => {
    const center = await makeCenter({ today: '2026-11-20' })
    const received = async () =>
      (await center.call(center.clerk, 'desk.today', {})).month.figures.find(one => one.row === 'a-received')?.value
    expect(await received()).toBe(0)
    await oneApplication(center, '2026-11-20')
    expect(await received()).toBe(1)
    expect(await received()).toBe(1)
    center.setDay('2026-12-01')
    expect(await received()).toBe(0)
  })
})

import { describe, expect, it } from 'vitest'
import { assignCase, type Closing, closingInput, hireHandler, openCase } from '../support/case-steps.ts'
import { makeCenter } from '../support/make-center.ts'

/** An assigned case on 2026-11-20: granted 2026-10-12, assigned 2026-10-13. */
async function handledCase() {
  const center = await makeCenter({ today: '2026-11-20' })
  const { id } = await openCase(center)
  const handler = await hireHandler(center)
  const { version } = await assignCase(center, id, handler.id)
  return { ...center, center, id, version }
}

/** A case whose papers wait for review: closed 2026-11-06, handed in 2026-11-10. */
async function handedInCase() {
  const one = await handledCase()
  const closed = await one.call(one.clerk, 'closing.record', { id: one.id, closing: closingInput(), version: one.version })
  const received = await one.call(one.clerk, 'closing.receivePapers', {
    id: one.id,
    receivedOn: '2026-11-10',
    version: closed.version,
  })
  return { ...one, version: received.version }
}

describe('the result of a case (结案登记)', () => {
  it('is kept as entered, ends the handling, and starts the clock for the papers', async () => {
    const { call, clerk, director, id, version } = await handledCase()
    await call(clerk, 'closing.record', { id, closing: closingInput(), version })
    const one = await call(clerk, 'cases.get', { id })
    expect(one).toMatchObject({
      status: 'awaiting-papers',
      closing: closingInput(),
      closedOn: '2026-11-06',
      // 30 days after 2026-11-06 is Sunday 2026-12-06.
      clock: { limit: 'closing-papers', state: 'running', plainLastDay: '2026-12-06', lastDay: '2026-12-07' },
    })
    expect(one.timeline.at(-1)).toMatchObject({
      date: '2026-11-06',
      title: '结案',
      by: '王莉',
      detail: expect.stringContaining('胜诉'),
    })
    const entry = (await call(director, 'audit.list', { subjectId: id })).find(row => row.operation === 'closing.record')
    expect(entry).toMatchObject({
      before: { status: 'handling', closing: null },
      after: { status: 'awaiting-papers', closing: { recoveredFen: 2_360_000 } },
    })
  })

  const days: readonly [string, string, string | null][] = [
    ['the day before the assignment', '2026-10-12', '结案日期不能早于指派日期 2026-10-13'],
    ['the day of the assignment', '2026-10-13', null],
    ['today', '2026-11-20', null],
    ['tomorrow', '2026-11-21', '结案日期不能晚于今天'],
  ]
  it.each(days)('on %s', async (_, closedOn, message) => {
    const { attempt, clerk, id, version } = await handledCase()
    const reply = await attempt(clerk, 'closing.record', { id, closing: closingInput({ closedOn }), version })
    expect(reply.ok ? null : reply.error).toEqual(
      message === null ? null : { code: 'VALIDATION', fields: [{ path: ['closing', 'closedOn'], message }] },
    )
  })

  const wrong: readonly [string, Partial<Closing>, string, string][] = [
    ['a mode of criminal cases', { closingMode: 'indictment' }, 'closingMode', '请从列表中选择民事案件的结案方式'],
    ['an outcome of criminal cases', { outcome: 'adopted' }, 'outcome', '请从列表中选择民事案件的承办结果'],
    ['no basis', { closingBasis: ' ' }, 'closingBasis', '请填写结案依据'],
    ['nobody helped', { personsHelped: 0 }, 'personsHelped', expect.any(String)],
    ['a sum below nothing', { recoveredFen: -1 }, 'recoveredFen', '金额不能为负'],
    ['a sum of half a fen', { recoveredFen: 0.5 }, 'recoveredFen', '金额最多两位小数'],
    ['a day that is not in the calendar', { closedOn: '2026-02-30' }, 'closedOn', '日期不存在，应为 年-月-日，如 2026-11-20'],
  ]
  it.each(wrong)('is refused with %s', async (_, more, field, message) => {
    const { refusal, call, clerk, id, version } = await handledCase()
    const error = await refusal(clerk, 'closing.record', { id, closing: closingInput(more), version })
    expect(error).toMatchObject({ code: 'VALIDATION', fields: [{ path: ['closing', field], message }] })
    expect((await call(clerk, 'cases.get', { id })).status).toBe('handling')
  })

  it('may be entered again until the papers are in, and not after', async () => {
    const { call, refusal, clerk, id, version } = await handledCase()
    const first = await call(clerk, 'closing.record', { id, closing: closingInput(), version })
    const second = await call(clerk, 'closing.record', {
      id,
      closing: closingInput({ closedOn: '2026-11-05', hearings: 2 }),
      version: first.version,
    })
    expect((await call(clerk, 'cases.get', { id })).closing).toMatchObject({ closedOn: '2026-11-05', hearings: 2 })
    const received = await call(clerk, 'closing.receivePapers', { id, receivedOn: '2026-11-10', version: second.version })
    const late = await refusal(clerk, 'closing.record', { id, closing: closingInput(), version: received.version })
    expect(late).toEqual({ code: 'RULE', rule: 'case-status', message: '案件在“待审核”，不能登记结案', clause: null })
  })

  it('waits for an assignment', async () => {
    const center = await makeCenter()
    const { id } = await openCase(center)
    const error = await center.refusal(center.clerk, 'closing.record', { id, closing: closingInput(), version: 1 })
    expect(error).toMatchObject({ code: 'RULE', rule: 'case-status', message: '案件在“待指派”，不能登记结案' })
  })

  it('is refused on a stale screen', async () => {
    const { refusal, clerk, id, version } = await handledCase()
    expect(await refusal(clerk, 'closing.record', { id, closing: closingInput(), version: version - 1 })).toMatchObject({
      code: 'STALE',
      what: '案件',
      version,
    })
  })
})

describe('the closing papers', () => {
  const days: readonly [string, string, string | null][] = [
    ['the day before the closing', '2026-11-05', '收到日期不能早于结案日期 2026-11-06'],
    ['the day of the closing', '2026-11-06', null],
    ['today', '2026-11-20', null],
    ['tomorrow', '2026-11-21', '收到日期不能晚于今天'],
  ]
  it.each(days)('are handed in on %s', async (_, receivedOn, message) => {
    const { attempt, call, clerk, id, version } = await handledCase()
    const closed = await call(clerk, 'closing.record', { id, closing: closingInput(), version })
    const reply = await attempt(clerk, 'closing.receivePapers', { id, receivedOn, version: closed.version })
    expect(reply.ok ? null : reply.error).toEqual(
      message === null ? null : { code: 'VALIDATION', fields: [{ path: ['receivedOn'], message }] },
    )
  })

  const reviews: readonly [string, string, string | null][] = [
    ['the day before they came', '2026-11-09', '审核日期不能早于收到日期 2026-11-10'],
    ['the day they came', '2026-11-10', null],
    ['tomorrow', '2026-11-21', '审核日期不能晚于今天'],
  ]
  it.each(reviews)('are accepted on %s', async (_, reviewedOn, message) => {
    const { attempt, call, archivist, id, version } = await handedInCase()
    const reply = await attempt(archivist, 'closing.acceptPapers', { id, reviewedOn, version })
    expect(reply.ok ? null : reply.error).toEqual(
      message === null ? null : { code: 'VALIDATION', fields: [{ path: ['reviewedOn'], message }] },
    )
    expect((await call(archivist, 'cases.get', { id })).status).toBe(message === null ? 'awaiting-volume' : 'reviewing-papers')
  })

  it('go through return and second hand-in with their own clocks', async () => {
    const { call, clerk, refusal, id, version } = await handedInCase()
    const review = await call(clerk, 'cases.get', { id })
    expect(review.clock).toMatchObject({ limit: 'closing-review', startedOn: '2026-11-10', plainLastDay: '2026-12-10' })
    expect(await refusal(clerk, 'closing.returnPapers', { id, returnedOn: '2026-11-12', reason: ' ', version })).toMatchObject({
      fields: [{ message: '请填写退回原因' }],
    })
    expect(
      await refusal(clerk, 'closing.returnPapers', { id, returnedOn: '2026-11-09', reason: '缺庭审笔录', version }),
    ).toMatchObject({
      fields: [{ path: ['returnedOn'], message: '退回日期不能早于收到日期 2026-11-10' }],
    })
    const returned = await call(clerk, 'closing.returnPapers', { id, returnedOn: '2026-11-12', reason: '缺庭审笔录', version })
    const mending = await call(clerk, 'cases.get', { id })
    expect(mending).toMatchObject({
      status: 'awaiting-papers',
      papersReceivedOn: null,
      clock: { limit: 'closing-correction', startedOn: '2026-11-12', plainLastDay: '2026-11-27' },
    })
    expect((await call(clerk, 'cases.list', {})).rows[0]?.clock).toMatchObject({
      limit: 'closing-correction',
      startedOn: '2026-11-12',
    })
    expect(mending.timeline.at(-1)).toMatchObject({ date: '2026-11-12', title: '退回结案材料', detail: '缺庭审笔录', by: '王莉' })
    expect(
      await refusal(clerk, 'closing.receivePapers', { id, receivedOn: '2026-11-11', version: returned.version }),
    ).toMatchObject({
      fields: [{ path: ['receivedOn'], message: '收到日期不能早于退回日期 2026-11-12' }],
    })
    expect(
      await refusal(clerk, 'closing.record', {
        id,
        closing: closingInput({ closedOn: '2026-11-11' }),
        version: returned.version,
      }),
    ).toMatchObject({
      fields: [{ path: ['closing', 'closedOn'], message: '结案日期不能晚于交卷日期 2026-11-10' }],
    })
    const again = await call(clerk, 'closing.receivePapers', { id, receivedOn: '2026-11-16', version: returned.version })
    await call(clerk, 'closing.acceptPapers', { id, reviewedOn: '2026-11-18', version: again.version })
    const done = await call(clerk, 'cases.get', { id })
    expect(done.clocks.map(clock => [clock.limit, clock.startedOn, clock.doneOn, clock.state])).toEqual([
      ['assignment', '2026-10-12', '2026-10-13', 'done'],
      ['closing-papers', '2026-11-06', '2026-11-10', 'done'],
      ['closing-correction', '2026-11-12', '2026-11-16', 'done'],
      ['closing-review', '2026-11-16', '2026-11-18', 'done'],
    ])
    expect(done.timeline.slice(-4).map(step => [step.date, step.title])).toEqual([
      ['2026-11-10', '承办人交卷'],
      ['2026-11-12', '退回结案材料'],
      ['2026-11-16', '承办人交卷'],
      ['2026-11-18', '结案材料审核通过'],
    ])
  })

  const outOfTurn: readonly [
    string,
    'closing.receivePapers' | 'closing.acceptPapers' | 'closing.returnPapers',
    Record<string, string>,
  ][] = [
    ['handed in before the closing', 'closing.receivePapers', { receivedOn: '2026-11-10' }],
    ['accepted before they came', 'closing.acceptPapers', { reviewedOn: '2026-11-10' }],
    ['returned before they came', 'closing.returnPapers', { returnedOn: '2026-11-10', reason: '缺材料' }],
  ]
  it.each(outOfTurn)('are not %s', async (_, operation, input) => {
    const { refusal, clerk, id, version } = await handledCase()
    expect(await refusal(clerk, operation, { id, ...input, version })).toMatchObject({ code: 'RULE', rule: 'case-status' })
  })

  it('are not for the administrator, and closing not for the archivist', async () => {
    const { refusal, archivist, administrator, id, version } = await handledCase()
    const role = { code: 'FORBIDDEN', reason: 'role' }
    expect(await refusal(archivist, 'closing.record', { id, closing: closingInput(), version })).toMatchObject(role)
    expect(await refusal(administrator, 'closing.receivePapers', { id, receivedOn: '2026-11-10', version })).toMatchObject(role)
    expect(await refusal(administrator, 'closing.acceptPapers', { id, reviewedOn: '2026-11-10', version })).toMatchObject(role)
    expect(
      await refusal(administrator, 'closing.returnPapers', { id, returnedOn: '2026-11-10', reason: '缺', version }),
    ).toMatchObject(role)
  })
})

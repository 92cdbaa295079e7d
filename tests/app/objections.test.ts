import { describe, expect, test } from 'vitest'
import { shippedPack } from '../../src-main/packs/load-pack.ts'
import { PASSWORD } from '../support/make-center.ts'
import { openReviewDesk } from '../support/review-desk.ts'

/** The shipped rules with the limit for objections (提出异议的期限) turned on: fifteen days, moved off a holiday. */
function packWithLimit(): string {
  const { time, ...rest } = shippedPack()
  const limits = time.limits.map(limit => (limit.id === 'objection-filing' ? { ...limit, active: true } : limit))
  return JSON.stringify({ ...rest, version: '2026.2', name: '蚌山区规则', time: { ...time, limits } })
}

/** A desk that refused an application on its first day; with `hasLimit` under rules that limit the time for an objection. */
async function refusedDesk(today = '2026-11-12', { hasLimit = false } = {}) {
  const desk = await openReviewDesk(today, today < '2026-11-09' ? { receivedOn: today } : {})
  const limit = () =>
    desk.call(desk.director, 'packs.enact', { text: packWithLimit(), enactedOn: today, password: PASSWORD, draftId: null })
  if (hasLimit) await limit()
  const refused = await desk.decide(desk.refusing(today))
  const file = async (more: object = {}) => ({
    applicationId: desk.id,
    filedOn: '2026-11-13',
    bureauReceivedOn: '2026-11-13',
    reasons: '有劳动合同和工资条',
    lateReason: null,
    version: await desk.versionOf(),
    ...more,
  })
  const answer = async (id: string, result: 'upheld' | 'corrected', on = '2026-11-18') =>
    desk.call(desk.clerk, 'objections.answer', {
      id,
      answeredOn: on,
      result,
      answerNumber: '蚌司援异〔2026〕1号',
      note: null,
      version: await desk.versionOf(),
    })
  return { ...desk, refused, file, answer, limit }
}

describe('an objection', () => {
  test('has no time limit where the pack sets none, runs five days at the bureau, and may be upheld', async () => {
    const desk = await refusedDesk()
    desk.setDay('2026-11-13')
    expect((await desk.course()).objectionLastDay).toBeNull()
    const { id, number } = await desk.call(desk.clerk, 'objections.file', await desk.file())
    expect(number).toBe('蚌援异〔2026〕1号')
    expect((await desk.course()).objections).toMatchObject([
      { clock: { lastDay: '2026-11-18', state: 'running' }, answerResult: null },
    ])
    expect(await desk.refusal(desk.clerk, 'objections.file', await desk.file())).toMatchObject({ rule: 'objection-once' })
    const text = await desk.paperTextAfterIssue('objection-receipt', { kind: 'objection', id })
    for (const words of ['蚌援不决字〔2026〕1号', '蚌山区司法局', '五日', '行政复议']) expect(text).toContain(words)
    desk.setDay('2026-11-19')
    expect((await desk.course()).objections[0]?.clock?.state).toBe('overdue')
    await desk.answer(id, 'upheld', '2026-11-19')
    expect(await desk.course()).toMatchObject({
      status: 'refused',
      objections: [{ answerResult: 'upheld', clock: { state: 'done-late' } }],
    })
    expect(await desk.refusal(desk.director, 'decisions.decide', await desk.grant('2026-11-19'))).toMatchObject({
      rule: 'application-status',
    })
  })

  test('ordered to be corrected: the center decides again, both decisions stay, and the case opens then', async () => {
    const desk = await refusedDesk()
    desk.setDay('2026-11-18')
    const { id } = await desk.call(desk.clerk, 'objections.file', await desk.file())
    await desk.answer(id, 'corrected')
    // A new clock runs from the bureau's order: seven days to 11-25.
    expect(await desk.get()).toMatchObject({
      status: 'deciding',
      decision: null,
      clock: { limit: 'redecision', lastDay: '2026-11-25' },
    })
    expect(await desk.refusal(desk.director, 'decisions.decide', await desk.grant('2026-11-17'))).toMatchObject({
      fields: [{ path: ['decidedOn'] }],
    })
    const granted = await desk.decide(desk.grant('2026-11-18'))
    expect(granted.caseNumber).toBe('蚌援民〔2026〕1号')
    const { decisions } = await desk.course()
    expect(decisions).toMatchObject([
      { outcome: 'granted', number: '蚌援决字〔2026〕1号', setAsideOn: null },
      { outcome: 'refused', number: '蚌援不决字〔2026〕1号', setAsideOn: '2026-11-18' },
    ])
    expect(await desk.get()).toMatchObject({
      status: 'granted',
      decision: { outcome: 'granted', caseNumber: '蚌援民〔2026〕1号' },
    })
  })

  // Day one is the day after the refusal reached the applicant; 1 to 7 October 2026 is a holiday.
  test.each([
    ['ends on its fifteenth day', '2026-11-12', null, '2026-11-27', '2026-11-28', 'in time'],
    ['is moved by a holiday', '2026-09-16', null, '2026-10-08', '2026-10-09', 'in time'],
    ['runs from the delivery and is moved by a weekend', '2026-11-12', '2026-11-13', '2026-11-30', '2026-12-01', 'late'],
  ])('under a limit that %s', async (_, decidedOn, deliveredOn, lastDay, dayAfter, taken) => {
    const desk = await refusedDesk(decidedOn, { hasLimit: true })
    desk.setDay(dayAfter)
    if (deliveredOn !== null)
      await desk.call(desk.clerk, 'deliveries.record', {
        paperId: desk.refused.paperId,
        addressee: '王建国',
        way: 'direct',
        place: '本中心',
        deliveredOn,
        signedBy: '王建国',
        relation: null,
        trackingNumber: null,
        witness: null,
        remark: null,
      })
    expect((await desk.course()).objectionLastDay).toBe(lastDay)
    const filed = (filedOn: string, lateReason: string | null) => desk.file({ filedOn, bureauReceivedOn: dayAfter, lateReason })
    expect(await desk.refusal(desk.clerk, 'objections.file', await filed(dayAfter, null))).toEqual({
      code: 'VALIDATION',
      fields: [{ path: ['lateReason'], message: `提出异议的期限到 ${lastDay}，请写明逾期提出的情况` }],
    })
    // The reason is kept where it was needed, and nowhere else.
    const reason = '住院，有出院记录'
    const isLate = taken === 'late'
    await desk.call(desk.clerk, 'objections.file', await filed(isLate ? dayAfter : lastDay, isLate ? reason : null))
    expect((await desk.course()).objections).toMatchObject([{ filingLastDay: lastDay, lateReason: isLate ? reason : null }])
  })

  test('to a refusal made before the limit took force has none', async () => {
    const desk = await refusedDesk()
    await desk.limit()
    desk.setDay('2027-03-01')
    expect((await desk.course()).objectionLastDay).toBeNull()
    await desk.call(desk.clerk, 'objections.file', await desk.file({ filedOn: '2027-03-01', bureauReceivedOn: '2027-03-01' }))
    expect((await desk.course()).objections).toMatchObject([{ filingLastDay: null, lateReason: null }])
  })
})

test('a refusal that was set aside is counted as none: the report knows the objection and what was decided instead', async () => {
  const desk = await refusedDesk()
  const period = { kind: 'month', year: 2026, index: 11 } as const
  const counted = async () => {
    const { sections } = await desk.call(desk.director, 'reports.compute', { period })
    const rows = sections.flatMap(section => section.rows)
    return Object.fromEntries(
      rows.filter(row => /^a-(refused|granted|objected|corrected)/.test(row.row)).map(row => [row.row, row.value]),
    )
  }
  expect(await counted()).toMatchObject({ 'a-refused': 1, 'a-granted': 0 })
  desk.setDay('2026-11-18')
  const { id } = await desk.call(desk.clerk, 'objections.file', await desk.file())
  await desk.answer(id, 'corrected')
  expect(await counted()).toMatchObject({ 'a-refused': 0, 'a-granted': 0 })
  await desk.decide(desk.grant('2026-11-18'))
  expect(await counted()).toMatchObject({ 'a-refused': 0, 'a-granted': 1 })
})

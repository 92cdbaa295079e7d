import { describe, expect, test } from 'vitest'
import { openReviewDesk } from '../support/review-desk.ts'

async function refusedDesk(today = '2026-11-12') {
  const desk = await openReviewDesk(today)
  const refused = await desk.decide(desk.refusing('2026-11-12'))
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
  return { ...desk, refused, file, answer }
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
})

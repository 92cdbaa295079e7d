import { describe, expect, test } from 'vitest'
import { openReviewDesk } from '../support/review-desk.ts'

async function urgentDesk() {
  const desk = await openReviewDesk('2026-11-10')
  const input = async (more: object = {}) => ({
    applicationId: desk.id,
    decidedOn: '2026-11-10',
    ground: 'limit-expiring',
    limitEndsOn: '2026-11-16',
    aidForms: ['civil-litigation'],
    opinion: '仲裁时效将届满，先行提供',
    owed: ['经济困难状况说明表', '工资流水'],
    dueOn: '2026-11-20',
    version: await desk.versionOf(),
    ...more,
  })
  return { ...desk, input }
}

describe('prior aid', () => {
  test.each([
    ['today', '2026-11-10', 'allowed'],
    ['six days away', '2026-11-16', 'allowed'],
    ['seven days away', '2026-11-17', 'urgent-days'],
    ['gone', '2026-11-09', 'VALIDATION'],
  ])('with a limit that is %s', async (_, limitEndsOn, outcome) => {
    const desk = await urgentDesk()
    if (outcome === 'allowed') {
      const opened = await desk.call(desk.director, 'urgentAid.provide', await desk.input({ limitEndsOn }))
      expect(opened).toMatchObject({ decisionNumber: '蚌援决字〔2026〕1号', caseNumber: '蚌援民〔2026〕1号' })
    } else {
      const error = await desk.refusal(desk.director, 'urgentAid.provide', await desk.input({ limitEndsOn }))
      expect(error.code === 'RULE' ? error.rule : error.code).toBe(outcome)
      expect((await desk.get()).status).toBe('deciding')
    }
  })

  test('is the director’s, opens the case with its mark, and owes the papers until they come', async () => {
    const desk = await urgentDesk()
    await desk.ask('2026-11-10', ['工资流水'])
    expect(await desk.refusal(desk.clerk, 'urgentAid.provide', await desk.input())).toMatchObject({ code: 'FORBIDDEN' })
    const { caseId } = await desk.call(
      desk.director,
      'urgentAid.provide',
      await desk.input({ ground: 'preservation', limitEndsOn: null }),
    )
    expect(await desk.call(desk.clerk, 'cases.get', { id: caseId })).toMatchObject({
      status: 'awaiting-assignment',
      urgentAid: { dueOn: '2026-11-20', completedOn: null, isOverdue: false },
    })
    const text = await desk.paperText('grant-decision')
    for (const words of ['先行提供法律援助', '第四十四条第二项', '2026年11月20日', '工资流水', '终止法律援助'])
      expect(text).toContain(words)
    const owed = async () =>
      (await desk.call(desk.clerk, 'desk.today', {})).groups.find(one => one.id === 'urgent-papers')?.rows[0]
    expect(await owed()).toMatchObject({ id: desk.id, state: '待补办' })
    const handIn = async (papers: string[]) =>
      desk.call(desk.clerk, 'urgentAid.handIn', {
        applicationId: desk.id,
        handedInOn: '2026-11-10',
        papers,
        version: await desk.versionOf(),
      })
    expect(await handIn(['工资流水'])).toMatchObject({ isComplete: false })
    desk.setDay('2026-11-20')
    expect((await desk.course()).urgent?.isOverdue).toBe(false)
    const onLastDay = await desk.call(desk.clerk, 'desk.today', {})
    desk.setDay('2026-11-21')
    expect(await owed()).toMatchObject({ state: '逾期 1 日', stateKind: 'attention', due: 'overdue' })
    // What was due on the last day counts among the late ones on the next, beside the clocks of the cases.
    const late = await desk.call(desk.clerk, 'desk.today', {})
    const owing = (today: typeof late) => today.groups.find(one => one.id === 'urgent-papers')?.rows.map(row => row.due)
    expect([owing(onLastDay), owing(late)]).toEqual([['due-today'], ['overdue']])
    const standing = (today: typeof late) =>
      today.groups.flatMap(one => one.rows).filter(row => row.clock?.state === 'overdue').length
    expect(late.overdue).toBe(standing(late) + 1)
    expect(onLastDay.overdue).toBe(standing(onLastDay))
    expect((await desk.course()).urgent).toMatchObject({ isOverdue: true, completedOn: null })
    expect(await handIn(['经济困难状况说明表'])).toMatchObject({ isComplete: true })
    expect(await owed()).toBeUndefined()
  })
})

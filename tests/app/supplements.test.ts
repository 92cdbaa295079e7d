import { describe, expect, test } from 'vitest'
import { openReviewDesk } from '../support/review-desk.ts'

describe('the notice of everything missing', () => {
  test('pauses from the next day, takes the answers in parts, and runs on when all is there', async () => {
    const desk = await openReviewDesk('2026-11-16')
    await desk.ask('2026-11-10')
    expect(await desk.get()).toMatchObject({ status: 'supplementing', clock: { state: 'paused' } })
    expect(await desk.receive('2026-11-12', { received: ['劳动合同'] })).toMatchObject({ isComplete: false })
    expect((await desk.course()).supplement).toMatchObject({
      outstanding: ['工资流水'],
      answers: [{ receivedOn: '2026-11-12', items: ['劳动合同'] }],
    })
    expect(await desk.receive('2026-11-13')).toMatchObject({ isComplete: true })
    // 11-09 received, 11-10 counted, 11-11 to 11-13 stand still: seven days end on 11-19.
    expect(await desk.get()).toMatchObject({
      status: 'deciding',
      clock: { state: 'running', pausedDays: 3, lastDay: '2026-11-19' },
    })
    expect((await desk.course()).supplement).toMatchObject({ outstanding: [], answeredOn: '2026-11-13' })
  })

  test('a second notice is refused with its clause; so are things nobody asked for and days out of order', async () => {
    const desk = await openReviewDesk('2026-11-16')
    await desk.ask('2026-11-10')
    const again = { id: desk.id, askedOn: '2026-11-11', missing: ['别的'], dueOn: null, version: await desk.versionOf() }
    expect(await desk.refusal(desk.clerk, 'applications.askSupplement', again)).toMatchObject({
      code: 'RULE',
      rule: 'supplement-once',
    })
    await desk.receive('2026-11-12', { received: ['劳动合同'] })
    const late = async (more: object) => {
      const input = { id: desk.id, answeredOn: '2026-11-13', version: await desk.versionOf(), ...more }
      return desk.refusal(desk.clerk, 'applications.receiveSupplement', input)
    }
    expect(await late({ received: ['房产证'] })).toMatchObject({ fields: [{ path: ['received', 0] }] })
    expect(await late({ received: ['劳动合同'] })).toMatchObject({ fields: [{ path: ['received', 0] }] })
    expect(await late({ answeredOn: '2026-11-11' })).toMatchObject({ fields: [{ path: ['answeredOn'] }] })
    expect(await late({ isEnough: true })).toMatchObject({ fields: [{ path: ['note'] }] })
    expect(await desk.receive('2026-11-13', { isEnough: true, note: '单位已注销，无法取得流水' })).toMatchObject({
      isComplete: true,
    })
    expect((await desk.course()).supplement?.answers.at(-1)).toMatchObject({ items: [], note: '单位已注销，无法取得流水' })
  })
})

describe('no answer by the last day', () => {
  test.each([
    ['on the last day', '2026-11-17', false],
    ['the day after', '2026-11-18', true],
  ])('%s: offered %s → %s', async (_, day, isOffered) => {
    const desk = await openReviewDesk('2026-11-10')
    await desk.ask('2026-11-10', ['工资流水'], '2026-11-17')
    desk.setDay(day)
    expect((await desk.course()).supplement?.mayBeDeemedWithdrawn).toBe(isOffered)
    const onDesk = (await desk.call(desk.clerk, 'desk.today', {})).groups.find(group => group.id === 'lapsed-supplements')
    expect((onDesk?.rows ?? []).map(row => row.id)).toEqual(isOffered ? [desk.id] : [])
    const input = { id: desk.id, endedOn: day, version: await desk.versionOf() }
    if (!isOffered) {
      expect(await desk.refusal(desk.clerk, 'endings.deemWithdrawn', input)).toMatchObject({
        code: 'RULE',
        rule: 'supplement-in-time',
      })
      return
    }
    // Nothing happens by itself: it still waits until somebody acts.
    expect((await desk.get()).status).toBe('supplementing')
    await desk.call(desk.clerk, 'endings.deemWithdrawn', input)
    expect(await desk.course()).toMatchObject({
      status: 'withdrawn',
      ending: { kind: 'deemed-withdrawn', number: '蚌援告〔2026〕1号' },
    })
    const text = await desk.paperText('deemed-withdrawal-notice')
    for (const words of ['蚌援补通字〔2026〕1号', '2026年11月17日', '第四十三条第二款', '视为撤回申请'])
      expect(text).toContain(words)
  })
})

describe('other endings', () => {
  test('a withdrawal keeps its reason with the application', async () => {
    const desk = await openReviewDesk()
    await desk.call(desk.clerk, 'applications.withdraw', {
      id: desk.id,
      withdrawnOn: '2026-11-10',
      reason: '与单位和解',
      version: 1,
    })
    expect((await desk.course()).ending).toMatchObject({ kind: 'withdrawn', on: '2026-11-10', reason: '与单位和解' })
  })

  test('not for this center: the slip says why and where to go', async () => {
    const desk = await openReviewDesk()
    const input = {
      id: desk.id,
      endedOn: '2026-11-10',
      ground: 'other-center',
      reason: '争议由合肥市庐阳区人民法院审理',
      place: '合肥市庐阳区法律援助中心',
      placeAddress: '庐阳区某路 1 号',
      placePhone: '0551-12348',
      version: 1,
    }
    expect(await desk.refusal(desk.clerk, 'endings.notOurs', { ...input, ground: 'weather' })).toMatchObject({
      fields: [{ path: ['ground'] }],
    })
    await desk.call(desk.clerk, 'endings.notOurs', input)
    expect((await desk.course()).ending).toMatchObject({ kind: 'not-ours', place: '合肥市庐阳区法律援助中心' })
    const text = await desk.paperText('not-ours-notice')
    for (const words of ['争议由合肥市庐阳区人民法院审理', '请向合肥市庐阳区法律援助中心提出', '0551-12348'])
      expect(text).toContain(words)
  })

  test.each([
    ['a minute before', '09:29', true],
    ['at the same minute', '09:30', false],
    ['a minute after', '09:31', false],
  ])('of two centers the other received it %s this one', async (_, time, isAllowed) => {
    const desk = await openReviewDesk()
    const input = {
      id: desk.id,
      endedOn: '2026-11-10',
      ground: 'other-first',
      reason: '被告住所地在庐阳区，申请人已先向该中心提出',
      toCenter: '合肥市庐阳区法律援助中心',
      placeAddress: null,
      placePhone: null,
      receivedHereAt: { date: '2026-11-09', time: '09:30' },
      receivedThereAt: { date: '2026-11-09', time },
      version: 1,
    }
    if (!isAllowed) {
      expect(await desk.refusal(desk.clerk, 'endings.handOver', input)).toMatchObject({ code: 'RULE', rule: 'first-receives' })
      expect(await desk.refusal(desk.clerk, 'endings.handOver', { ...input, receivedThereAt: null })).toMatchObject({
        fields: [{ path: ['receivedThereAt'] }],
      })
      return
    }
    await desk.call(desk.clerk, 'endings.handOver', input)
    const confirm = { id: desk.id, confirmedOn: '2026-11-10', confirmedBy: '周明', version: 2 }
    expect(await desk.refusal(desk.clerk, 'endings.confirmHandOver', { ...confirm, confirmedOn: '2026-11-09' })).toMatchObject({
      fields: [{ path: ['confirmedOn'] }],
    })
    await desk.call(desk.clerk, 'endings.confirmHandOver', confirm)
    expect((await desk.course()).ending).toMatchObject({
      kind: 'handed-over',
      receivedHereAt: '2026-11-09 09:30',
      receivedThereAt: '2026-11-09 09:29',
      confirmedBy: '周明',
    })
    expect(await desk.refusal(desk.clerk, 'endings.confirmHandOver', { ...confirm, version: 3 })).toMatchObject({ code: 'RULE' })
    const text = await desk.paperText('hand-over-letter')
    for (const words of ['蚌援移字〔2026〕1号', '2026-11-09 09:29', '身份证　1 份', '回']) expect(text).toContain(words)
  })
})

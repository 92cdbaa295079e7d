import { describe, expect, test } from 'vitest'
import { openReviewDesk } from '../support/review-desk.ts'

describe('co-operation letters', () => {
  test('stop the clock while out; one overlapping a notice of missing material is counted once', async () => {
    const desk = await openReviewDesk('2026-11-24')
    await desk.ask('2026-11-10', ['工资流水'], '2026-11-30')
    const first = await desk.send('2026-11-11')
    expect(first.number).toBe('蚌援协字〔2026〕1号')
    const second = await desk.send('2026-11-12', { toCenter: '宿州市埇桥区法律援助中心' })
    expect(second.number).toBe('蚌援协字〔2026〕2号')
    await desk.receive('2026-11-13')
    expect(await desk.get()).toMatchObject({ status: 'deciding', clock: { state: 'paused' } })
    expect(await desk.refusal(desk.director, 'decisions.decide', await desk.grant('2026-11-24'))).toMatchObject({
      code: 'RULE',
      rule: 'decision-waits',
    })
    await desk.answer(first.id, '2026-11-16')
    await desk.answer(second.id, '2026-11-18', 'refused')
    // Stood still 11-11 to 11-18: eight days, though three pauses lasted 3 + 5 + 6. One day counted before, six after: 11-24.
    expect((await desk.get()).clock).toMatchObject({ pausedDays: 8, lastDay: '2026-11-24', state: 'due-today' })
    const text = await desk.paperTextAfterIssue('cooperation-letter', { kind: 'cooperation', id: first.id })
    for (const words of ['合肥市庐阳区法律援助中心', '有无房产', '书面说明理由']) expect(text).toContain(words)
    await desk.decide(desk.grant('2026-11-24'))
  })

  test('are answered once, on a day that can be, from a fresh screen', async () => {
    const desk = await openReviewDesk('2026-11-13')
    const letter = await desk.send('2026-11-11')
    const input = { id: letter.id, answeredOn: '2026-11-10', kind: 'answered', answer: '无', version: letter.version }
    const refused = (more: object) => desk.refusal(desk.clerk, 'cooperation.answer', { ...input, ...more })
    expect(await refused({})).toMatchObject({ fields: [{ path: ['answeredOn'] }] })
    expect(await refused({ answeredOn: '2026-11-14' })).toMatchObject({ fields: [{ path: ['answeredOn'] }] })
    expect(await refused({ answeredOn: '2026-11-12', version: 1 })).toMatchObject({ code: 'STALE' })
    await desk.answer(letter.id, '2026-11-12', 'recalled')
    expect(await refused({ answeredOn: '2026-11-12', version: letter.version + 1 })).toMatchObject({
      rule: 'cooperation-answered',
    })
  })

  test('requests of other centers stand on the desk until they are answered', async () => {
    const desk = await openReviewDesk('2026-11-20')
    const { id } = await desk.call(desk.clerk, 'cooperation.register', {
      receivedOn: '2026-11-10',
      fromCenter: '合肥市庐阳区法律援助中心',
      letterNumber: '庐援协字〔2026〕5号',
      about: '张某，追索劳动报酬',
      items: ['在蚌山区有无房产'],
      dueOn: '2026-11-19',
    })
    expect(await desk.call(desk.clerk, 'cooperation.incoming', {})).toMatchObject([
      { number: '蚌援协查〔2026〕1号', isOverdue: true },
    ])
    const groups = async () => (await desk.call(desk.clerk, 'desk.today', {})).groups.map(group => group.id)
    expect(await groups()).toContain('incoming-cooperation')
    await desk.call(desk.clerk, 'cooperation.reply', {
      id,
      answeredOn: '2026-11-20',
      kind: 'answered',
      answer: '无房产',
      version: 1,
    })
    expect(await groups()).not.toContain('incoming-cooperation')
    expect(await desk.call(desk.clerk, 'cooperation.incoming', {})).toMatchObject([{ isOverdue: false, answer: '无房产' }])
  })
})

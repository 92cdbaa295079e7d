import { describe, expect, test } from 'vitest'
import { consultationInput } from '../support/desk-inputs.ts'
import { makeCenter } from '../support/make-center.ts'

async function openQueue() {
  const center = await makeCenter()
  const { user } = await center.call(center.clerk, 'session.current', {})
  await center.call(center.director, 'queue.turn', { isOn: true, version: 1 })
  const take = (ground: string | null = null, name: string | null = null, note: string | null = null) =>
    center.call(center.clerk, 'queue.take', { name, note, ground })
  const today = () => center.call(center.clerk, 'queue.today', {})
  const next = async () => (await center.call(center.clerk, 'queue.callNext', {})).label
  const ticket = async (label: string) => {
    const found = (await today()).tickets.find(one => one.label === label)
    if (!found) throw new Error(`no ticket ${label}`)
    return { id: found.id, version: found.version }
  }
  return { ...center, clerkId: user.id, take, today, next, ticket }
}

describe('the waiting queue', () => {
  test('is off until the director turns it on', async () => {
    const center = await makeCenter()
    expect(await center.call(center.clerk, 'queue.today', {})).toMatchObject({ isOn: false, tickets: [], settingVersion: 1 })
    const off = await center.refusal(center.clerk, 'queue.take', { name: null, ground: null })
    expect(off).toMatchObject({ code: 'RULE', rule: 'queue-off' })
    for (const session of [center.clerk, center.administrator])
      expect(await center.refusal(session, 'queue.turn', { isOn: true, version: 1 })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await center.call(center.director, 'queue.turn', { isOn: true, version: 1 })).toEqual({ version: 2 })
    expect(await center.refusal(center.director, 'queue.turn', { isOn: false, version: 1 })).toMatchObject({ code: 'STALE' })
    expect((await center.call(center.clerk, 'queue.take', { name: null, ground: null })).label).toBe('001')
  })

  test('calls grounds first, then by number, and lets one in between after three', async () => {
    const desk = await openQueue()
    const taken = [await desk.take(), await desk.take('elderly'), await desk.take('disabled'), await desk.take()]
    expect(taken.map(one => [one.label, one.place])).toEqual([
      ['001', 1],
      ['优002', 1],
      ['优003', 2],
      ['004', 4],
    ])
    await desk.take('soldier')
    await desk.take('elderly')
    const { rule, waiting, tickets } = await desk.today()
    expect([rule, waiting]).toEqual(['优先的先叫，同类按取号先后；优先的连续叫 3 个以后，叫一个按顺序等的。', 6])
    const shown = tickets.map(one => one.label)
    expect(shown).toEqual(['优002', '优003', '优005', '001', '优006', '004'])
    expect(tickets.map(one => one.reason)).toEqual(['priority', 'priority', 'priority', 'in-between', 'priority', 'turn'])
    const calls: string[] = []
    for (let count = 0; count < 6; count += 1) calls.push(await desk.next())
    expect(calls).toEqual(shown)
    expect(await desk.refusal(desk.clerk, 'queue.callNext', {})).toMatchObject({ code: 'RULE', rule: 'queue-empty' })
    const odd = await desk.refusal(desk.clerk, 'queue.take', { name: null, ground: 'tall' })
    expect(odd).toMatchObject({ code: 'VALIDATION', fields: [{ path: ['ground'] }] })
  })

  test('tells the minutes waited, and stops counting at the call', async () => {
    const desk = await openQueue()
    await desk.take()
    await desk.take()
    desk.setDay('2026-11-20', '09:12:59')
    expect((await desk.today()).tickets.map(one => one.waitingMinutes)).toEqual([12, 12])
    await desk.next()
    desk.setDay('2026-11-20', '09:20:00')
    expect((await desk.today()).tickets.map(one => [one.label, one.waitingMinutes])).toEqual([
      ['001', 12],
      ['002', 20],
    ])
  })

  test('someone passed over can be called again; every step is for its state and its version', async () => {
    const desk = await openQueue()
    await desk.take()
    const waiting = await desk.ticket('001')
    expect(await desk.refusal(desk.clerk, 'queue.callAgain', waiting)).toMatchObject({ rule: 'ticket-status' })
    await desk.next()
    expect(await desk.refusal(desk.clerk, 'queue.leave', waiting)).toMatchObject({ code: 'STALE' })
    await desk.call(desk.clerk, 'queue.callAgain', await desk.ticket('001'))
    await desk.call(desk.clerk, 'queue.leave', await desk.ticket('001'))
    expect(await desk.today()).toMatchObject({ waiting: 0, left: 1, tickets: [{ status: 'left', timesCalled: 2 }] })
    await desk.call(desk.clerk, 'queue.callAgain', await desk.ticket('001'))
    expect((await desk.today()).tickets).toMatchObject([{ status: 'called', timesCalled: 3, calledBy: '王莉' }])
    const trail = await desk.call(desk.director, 'audit.list', { subjectId: waiting.id })
    expect(trail.map(entry => entry.summary)).toEqual(['再叫 001', '号 001 离开', '再叫 001', '叫号 001', '取号 001'])
  })

  test('a walk-in begins with the ticket and ends it', async () => {
    const desk = await openQueue()
    await desk.take('elderly', '王建国', '问拖欠工资')
    await desk.next()
    const begun = await desk.call(desk.clerk, 'queue.begin', await desk.ticket('优001'))
    expect(await desk.call(desk.clerk, 'queue.get', { id: begun.id })).toMatchObject({
      name: '王建国',
      note: '问拖欠工资',
      ground: 'elderly',
      status: 'serving',
    })
    // Begun twice, as after a crash, it is the same.
    await desk.call(desk.clerk, 'queue.begin', { id: begun.id, version: begun.version })
    const input = consultationInput(desk.clerkId, { ticketId: begun.id })
    const visit = await desk.call(desk.clerk, 'consultations.register', input)
    expect(await desk.today()).toMatchObject({ done: 1, tickets: [{ status: 'done', consultationId: visit.id }] })
    const again = { ...input, personId: visit.personId }
    expect(await desk.refusal(desk.clerk, 'consultations.register', again)).toMatchObject({ rule: 'ticket-done' })
    expect((await desk.call(desk.clerk, 'consultations.list', {})).total).toBe(1)
  })

  test('begins anew every day, and yesterday is over', async () => {
    const desk = await openQueue()
    await desk.take()
    await desk.take()
    const old = await desk.ticket('002')
    desk.setDay('2026-11-21')
    expect(await desk.today()).toMatchObject({ day: '2026-11-21', waiting: 0, tickets: [] })
    expect(await desk.refusal(desk.clerk, 'queue.leave', old)).toMatchObject({ code: 'NOT_FOUND' })
    expect((await desk.take()).label).toBe('001')
  })

  test('the slip tells the number and who is before, and no name', async () => {
    const desk = await openQueue()
    await desk.take('elderly')
    const { id } = await desk.take(null, '王建国', '离婚')
    const { html, title } = await desk.call(desk.clerk, 'queue.slip', { id })
    expect(title).toBe('排队号票　002')
    expect(html).toContain('前面还有 1 人')
    expect(html).toContain('2026-11-20 09:00')
    expect(html).toContain('@page{size:105mm 148mm')
    expect(html).not.toMatch(/王建国|离婚/)
  })
})

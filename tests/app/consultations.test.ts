import { describe, expect, test } from 'vitest'
import type { InputOf } from '../../src-main/contract/index.ts'
import { applicationInput, consultationInput, personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter } from '../support/make-center.ts'

type Register = InputOf<'consultations.register'>

async function openDesk() {
  const center = await makeCenter()
  const { user } = await center.call(center.clerk, 'session.current', {})
  const input = (more: Partial<Register> = {}) => consultationInput(user.id, more)
  const register = (more: Partial<Register> = {}) => center.call(center.clerk, 'consultations.register', input(more))
  return { ...center, clerkId: user.id, input, register }
}

describe('registering a consultation', () => {
  test('it has a number of its year and reads back as it was entered', async () => {
    const desk = await openDesk()
    const { id, number, personId } = await desk.register()
    expect(number).toBe('蚌援咨〔2026〕1号')
    const read = await desk.call(desk.archivist, 'consultations.get', { id })
    expect(read).toMatchObject({ number, personId, applicationId: null, registeredBy: '王莉', version: 1 })
    const { person, personId: _, ...entered } = desk.input()
    expect(read.consultation).toMatchObject({ ...entered, personId })
    expect(read.consultation.person).toMatchObject({
      name: person?.name,
      certificateNumber: '3403**********2817',
      phone: '138****0318',
    })
  })

  test('an old entry typed in late gets the number of its own year', async () => {
    const desk = await openDesk()
    expect((await desk.register({ receivedOn: '2025-12-31' })).number).toBe('蚌援咨〔2025〕1号')
    const other = personInput({ certificateNumber: residentId('1980-01-01', 11) })
    expect((await desk.register({ receivedOn: '2026-01-01', person: other })).number).toBe('蚌援咨〔2026〕1号')
  })

  const refused: [what: string, more: Partial<Register>, field: string][] = [
    ['a day after today', { receivedOn: '2026-11-21' }, 'receivedOn'],
    ['a channel that is in no list', { channel: 'pigeon' }, 'channel'],
    ['a matter type that is in no list', { matterType: 'cosmic' }, 'matterType'],
    ['an outcome that is in no list', { outcome: 'ignored' }, 'outcome'],
    ['a consultant who is not of the staff', { consultantId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }, 'consultantId'],
  ]
  test.each(refused)('refused: %s', async (_, more, field) => {
    const desk = await openDesk()
    const error = await desk.refusal(desk.clerk, 'consultations.register', desk.input(more))
    expect(error).toMatchObject({ code: 'VALIDATION', fields: [{ path: [field] }] })
  })

  test('whether the person was told of their right has no default', async () => {
    const desk = await openDesk()
    const { toldOfRight: _, ...input } = desk.input()
    const error = await desk.refusal(desk.clerk, 'consultations.register', input)
    expect(error).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: ['toldOfRight'], message: '请选择是否已告知可申请法律援助' }],
    })
  })

  test('only clerks and directors register', async () => {
    const desk = await openDesk()
    for (const session of [desk.archivist, desk.administrator])
      expect(await desk.refusal(session, 'consultations.register', desk.input())).toMatchObject({
        code: 'FORBIDDEN',
        reason: 'role',
      })
    expect((await desk.call(desk.director, 'consultations.register', desk.input())).number).toBe('蚌援咨〔2026〕1号')
  })

  test('a refused registration leaves neither person nor number', async () => {
    const desk = await openDesk()
    await desk.refusal(desk.clerk, 'consultations.register', desk.input({ person: personInput({ phone: '1' }) }))
    expect(await desk.call(desk.clerk, 'numbering.ledger', { series: 'consultation', year: 2026 })).toEqual([])
    expect((await desk.call(desk.clerk, 'search.find', { words: '王建国' })).people).toEqual([])
  })
})

describe('mending a consultation', () => {
  async function registered() {
    const desk = await openDesk()
    const { id } = await desk.register()
    const { consultation } = await desk.call(desk.clerk, 'consultations.get', { id })
    const update = (more: Partial<Register>, version: number) =>
      desk.call(desk.clerk, 'consultations.update', { id, consultation: { ...consultation, ...more }, version })
    const refuse = (more: Partial<Register>, version: number, session = desk.clerk) =>
      desk.refusal(session, 'consultations.update', { id, consultation: { ...consultation, ...more }, version })
    return { ...desk, id, consultation, update, refuse }
  }

  test('saved as it was read, nothing changes', async () => {
    const desk = await registered()
    expect(await desk.update({}, 1)).toEqual({ version: 1 })
    const entries = await desk.call(desk.director, 'audit.list', { subjectId: desk.id })
    expect(entries.map(entry => entry.operation)).toEqual(['consultations.register'])
  })

  test('a change is kept with before and after, and found by its new words', async () => {
    const desk = await registered()
    expect(await desk.update({ cause: '劳动合同纠纷', answer: null }, 1)).toEqual({ version: 2 })
    const [entry] = await desk.call(desk.director, 'audit.list', { subjectId: desk.id })
    expect(entry).toMatchObject({
      before: { cause: '追索劳动报酬纠纷', answer: '可以申请法律援助' },
      after: { cause: '劳动合同纠纷', answer: null },
    })
    expect((await desk.call(desk.clerk, 'search.find', { words: '劳动合同' })).files).toHaveLength(1)
    expect((await desk.call(desk.clerk, 'search.find', { words: '劳动报酬' })).files).toEqual([])
  })

  test('a person id of null says that it was somebody else', async () => {
    const desk = await registered()
    const before = desk.consultation.personId
    await desk.update(
      { personId: null, person: personInput({ name: '李秀英', certificateNumber: residentId('1985-03-04', 22) }) },
      1,
    )
    const read = await desk.call(desk.clerk, 'consultations.get', { id: desk.id })
    expect(read.personId).not.toBe(before)
    expect(read.consultation.person?.name).toBe('李秀英')
    const first = await desk.call(desk.clerk, 'people.get', { id: before ?? '' })
    expect(first).toMatchObject({ name: '王建国', history: [] })
  })

  test('a person who is mended here is found with all their files by the new name', async () => {
    const desk = await registered()
    await desk.update({ person: { ...personInput(), ...desk.consultation.person, name: '汪建国' } }, 1)
    const found = await desk.call(desk.clerk, 'search.find', { words: '汪建' })
    expect([found.people.length, found.files.length]).toEqual([1, 1])
    expect((await desk.call(desk.clerk, 'search.find', { words: '王建' })).files).toEqual([])
  })

  test('refused: stale, future, wrong role, unknown', async () => {
    const desk = await registered()
    await desk.update({ answer: '已转告' }, 1)
    expect(await desk.refuse({}, 1)).toMatchObject({ code: 'STALE', version: 2 })
    const future = await desk.refuse({ receivedOn: '2026-11-21' }, 2)
    expect(future).toMatchObject({ code: 'VALIDATION', fields: [{ path: ['consultation', 'receivedOn'] }] })
    expect(await desk.refuse({}, 2, desk.archivist)).toMatchObject({ code: 'FORBIDDEN' })
    const nobody = { id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }
    expect(await desk.refusal(desk.clerk, 'consultations.get', nobody)).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('once an application came of it, its outcome stands and it cannot be later than that', async () => {
    const desk = await registered()
    const application = applicationInput({
      consultationId: desk.id,
      personId: desk.consultation.personId,
      receivedOn: '2026-11-19',
    })
    await desk.call(desk.clerk, 'applications.submit', application)
    const read = await desk.call(desk.clerk, 'consultations.get', { id: desk.id })
    expect(read).toMatchObject({ version: 2, consultation: { outcome: 'to-application' } })
    expect(read.applicationId).not.toBeNull()
    expect(await desk.refuse({ outcome: 'answered' }, 2)).toMatchObject({ fields: [{ path: ['consultation', 'outcome'] }] })
    const late = await desk.refuse({ outcome: 'to-application', receivedOn: '2026-11-20' }, 2)
    expect(late).toMatchObject({ fields: [{ path: ['consultation', 'receivedOn'] }] })
    expect(await desk.update({ outcome: 'to-application', receivedOn: '2026-11-19' }, 2)).toEqual({ version: 3 })
  })
})

describe('the register', () => {
  test('is listed newest first, by day, channel, outcome and words, a page at a time', async () => {
    const desk = await openDesk()
    const { personId } = await desk.register({ receivedOn: '2026-11-02' })
    await desk.register({ receivedOn: '2026-11-05', personId, channel: 'letter', cause: '离婚纠纷', opponentName: null })
    await desk.register({
      receivedOn: '2026-11-09',
      personId,
      outcome: 'directed',
      referrals: ['mediation'],
      cause: '工伤保险待遇纠纷',
    })
    const list = async (filter: InputOf<'consultations.list'>) => {
      const { rows, total } = await desk.call(desk.archivist, 'consultations.list', filter)
      return [rows.map(row => row.receivedOn.slice(8)), total]
    }
    expect(await list({})).toEqual([['09', '05', '02'], 3])
    expect(await list({ limit: 1, offset: 1 })).toEqual([['05'], 3])
    expect(await list({ from: '2026-11-05', to: '2026-11-08' })).toEqual([['05'], 1])
    expect(await list({ channel: 'letter' })).toEqual([['05'], 1])
    expect(await list({ outcome: 'directed' })).toEqual([['09'], 1])
    expect(await list({ words: '王建 工伤' })).toEqual([['09'], 1])
    expect(await list({ words: 'WJG 离婚' })).toEqual([['05'], 1])
    expect(await list({ words: '〕3号' })).toEqual([['09'], 1])
    expect(await list({ words: '100%' })).toEqual([[], 0])
  })
})

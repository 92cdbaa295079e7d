import { describe, expect, test } from 'vitest'
import type { HardshipInput } from '../../src-main/contract/hardship.ts'
import type { InputOf } from '../../src-main/contract/index.ts'
import { applicationInput, consultationInput, personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter } from '../support/make-center.ts'

type Submit = InputOf<'applications.submit'>
const NOBODY = '01ARZ3NDEKTSV4RRFFQ69G5FAV'

async function openDesk(today = '2026-11-20') {
  const center = await makeCenter({ today })
  const { user } = await center.call(center.clerk, 'session.current', {})
  const submit = (more: Partial<Submit> = {}) => center.call(center.clerk, 'applications.submit', applicationInput(more))
  const refuse = (more: Partial<Submit>) => center.refusal(center.clerk, 'applications.submit', applicationInput(more))
  const get = (id: string) => center.call(center.clerk, 'applications.get', { id })
  return { ...center, clerkId: user.id, submit, refuse, get }
}

/** One person alone with this monthly income. */
function income(monthlyIncomeFen: number, isDeclared = true): HardshipInput {
  return {
    route: 'check',
    members: [{ name: '王建国', relation: 'self', monthlyIncomeFen, incomeSource: null, isCounted: true }],
    isDeclared,
  }
}

describe('taking in an application', () => {
  test('it has its number, reads back as entered, and its clock runs from the day after', async () => {
    const desk = await openDesk()
    const { id, number, personId } = await desk.submit()
    expect(number).toBe('蚌援申〔2026〕1号')
    const read = await desk.get(id)
    const { person: _, personId: __, ...entered } = applicationInput()
    expect(read.application).toMatchObject({ ...entered, personId })
    expect(read.application.person).toMatchObject({ certificateNumber: '3403**********2817', categories: ['migrant-worker'] })
    expect(read).toMatchObject({ number, status: 'deciding', decision: null, supplements: [], registeredBy: '王莉', version: 1 })
    expect(read.person).toMatchObject({
      name: '王建国',
      age: 55,
      certificateMasked: '3403**********2817',
      phoneMasked: '138****0318',
    })
    expect(read.clock).toMatchObject({ limit: 'decision', startedOn: '2026-11-18', lastDay: '2026-11-25', state: 'running' })
  })

  test('from a consultation it needs no retyping, and the register shows what came of the visit', async () => {
    const desk = await openDesk()
    const visit = await desk.call(desk.clerk, 'consultations.register', consultationInput(desk.clerkId))
    const { consultation } = await desk.call(desk.clerk, 'consultations.get', { id: visit.id })
    const { id } = await desk.submit({
      consultationId: visit.id,
      personId: visit.personId,
      person: consultation.person ?? personInput(),
    })
    expect((await desk.get(id)).consultationNumber).toBe(visit.number)
    const { rows } = await desk.call(desk.clerk, 'consultations.list', {})
    expect(rows[0]).toMatchObject({ outcome: 'to-application', applicationId: id })
    const second = await desk.refuse({ consultationId: visit.id, personId: visit.personId })
    expect(second).toMatchObject({ code: 'DUPLICATE', field: 'consultationId' })
    const whole = await desk.call(desk.director, 'people.reveal', { id: visit.personId ?? '' })
    expect(whole.certificateNumber).toBe(residentId('1971-08-16', 281))
  })

  test('after a withdrawal the same visit may lead to another application', async () => {
    const desk = await openDesk()
    const visit = await desk.call(desk.clerk, 'consultations.register', consultationInput(desk.clerkId))
    const link = { consultationId: visit.id, personId: visit.personId }
    const first = await desk.submit(link)
    await desk.call(desk.clerk, 'applications.withdraw', {
      id: first.id,
      withdrawnOn: '2026-11-19',
      reason: '本人要求',
      version: 1,
    })
    expect((await desk.submit(link)).number).toBe('蚌援申〔2026〕2号')
  })

  const refused: [what: string, more: Partial<Submit>, path: (string | number)[]][] = [
    ['a day after today', { receivedOn: '2026-11-21' }, ['receivedOn']],
    ['an unknown matter type', { matterType: 'cosmic' }, ['matterType']],
    ['a stage of another matter type', { stage: 'investigation' }, ['stage']],
    ['a scope of another matter type', { scope: 's24' }, ['scope']],
    ['an unknown scope', { scope: 's99' }, ['scope']],
    ['an unknown form of aid', { aidForms: ['civil-litigation', 'magic'] }, ['aidForms', 1]],
    ['an unknown consultation', { consultationId: NOBODY }, ['consultationId']],
    ['a ground that is in no list', { hardship: { route: 'waived', ground: 'n32-1', proof: '证明' } }, ['hardship', 'ground']],
    [
      'a relation that is in no list',
      {
        hardship: {
          route: 'check',
          members: [{ name: '甲', relation: 'friend', monthlyIncomeFen: 1, incomeSource: null, isCounted: true }],
          isDeclared: true,
        },
      },
      ['hardship', 'members', 0, 'relation'],
    ],
    [
      'nobody identified',
      { person: personInput({ certificateKind: null, certificateNumber: null }) },
      ['person', 'certificateKind'],
    ],
    [
      'a kind of certificate without its number',
      { person: personInput({ certificateNumber: null }) },
      ['person', 'certificateNumber'],
    ],
    ['income with three decimals', { hardship: income(1.5) }, ['hardship', 'members', 0, 'monthlyIncomeFen']],
  ]
  test.each(refused)('refused: %s', async (_, more, path) => {
    const desk = await openDesk()
    expect(await desk.refuse(more)).toMatchObject({ code: 'VALIDATION', fields: [{ path }] })
    expect(await desk.call(desk.clerk, 'numbering.ledger', { series: 'application', year: 2026 })).toEqual([])
  })

  test('refused: received before the visit it came of', async () => {
    const desk = await openDesk()
    const visit = await desk.call(desk.clerk, 'consultations.register', consultationInput(desk.clerkId))
    const link = { consultationId: visit.id, personId: visit.personId }
    expect(await desk.refuse({ ...link, receivedOn: '2026-11-17' })).toMatchObject({ fields: [{ path: ['receivedOn'] }] })
    expect((await desk.submit({ ...link, receivedOn: '2026-11-18' })).version).toBe(1)
  })

  test('only clerks and directors take applications in', async () => {
    const desk = await openDesk()
    for (const session of [desk.archivist, desk.administrator])
      expect(await desk.refusal(session, 'applications.submit', applicationInput())).toMatchObject({ code: 'FORBIDDEN' })
    expect(await desk.refusal(desk.clerk, 'applications.get', { id: NOBODY })).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the hardship route', () => {
  const rows: [what: string, hardship: HardshipInput, outcome: string, clause: string | null][] = [
    ['one fen below the line', income(194_999), 'met', '法律援助法 第41条'],
    ['at the line', income(195_000), 'met', '法律援助法 第41条'],
    ['one fen above the line', income(195_001), 'not-met', '法律援助法 第34条'],
    ['below the line without the declaration', income(100_000, false), 'needs-person', null],
    ['waived by 法律援助法 42', { route: 'waived', ground: 'w42-3', proof: '劳动合同' }, 'waived', '法律援助法 第42条第3项'],
    [
      'not applicable by 法律援助法 32',
      { route: 'not-applicable', ground: 'n32-4', proof: '告诫书' },
      'not-applicable',
      '法律援助法 第32条第4项',
    ],
  ]
  test.each(rows)('%s: preview and saving agree, and the pack version is kept', async (_, hardship, outcome, clause) => {
    const desk = await openDesk()
    const preview = await desk.call(desk.clerk, 'applications.assessHardship', { receivedOn: '2026-11-18', hardship })
    expect(preview).toMatchObject({ outcome, clause })
    expect(preview.steps.length).toBeGreaterThan(0)
    const { id } = await desk.submit({ hardship })
    const stored = await desk.get(id)
    expect(stored.hardship).toEqual(preview)
    const { packVersion } = await desk.call(desk.clerk, 'session.current', {})
    expect(stored.hardship.packVersion).toBe(packVersion)
  })

  test('the preview refuses a ground that the pack does not list, and people without the role', async () => {
    const desk = await openDesk()
    const input = { receivedOn: '2026-11-18', hardship: { route: 'waived', ground: 'x', proof: 'y' } }
    expect(await desk.refusal(desk.clerk, 'applications.assessHardship', input)).toMatchObject({
      fields: [{ path: ['hardship', 'ground'] }],
    })
    expect(await desk.refusal(desk.archivist, 'applications.assessHardship', input)).toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('mending an application', () => {
  async function submitted() {
    const desk = await openDesk()
    const { id } = await desk.submit()
    const { application } = await desk.get(id)
    const update = (more: Partial<Submit>, version: number) =>
      desk.call(desk.clerk, 'applications.update', { id, application: { ...application, ...more }, version })
    const refuse = (more: Partial<Submit>, version: number, session = desk.clerk) =>
      desk.refusal(session, 'applications.update', { id, application: { ...application, ...more }, version })
    return { ...desk, id, application, update, refuse }
  }

  test('saved as it was read, nothing changes', async () => {
    const desk = await submitted()
    expect(await desk.update({}, 1)).toEqual({ version: 1 })
    expect((await desk.call(desk.director, 'audit.list', { subjectId: desk.id })).length).toBe(1)
  })

  test('a new income is assessed anew; materials and categories are replaced', async () => {
    const desk = await submitted()
    const materials = [
      { name: '工资欠条', copies: 2, isOriginal: true },
      { name: '身份证', copies: 1, isOriginal: false },
    ]
    const person = { ...desk.application.person, categories: ['disabled', 'migrant-worker'] }
    expect(await desk.update({ hardship: income(200_000), materials, person }, 1)).toEqual({ version: 2 })
    const read = await desk.get(desk.id)
    expect(read.hardship.outcome).toBe('not-met')
    expect(read.application.materials).toEqual(materials.map(material => ({ ...material, code: null })))
    expect(read.person.categories).toEqual(['disabled', 'migrant-worker'])
    const [entry] = await desk.call(desk.director, 'audit.list', { subjectId: desk.id })
    expect(Object.keys(entry?.after ?? {}).sort()).toEqual(['assessment', 'categories', 'hardship', 'materials'])
  })

  test('refused: stale, wrong role, a wrong certificate, a day after today', async () => {
    const desk = await submitted()
    await desk.update({ agency: null }, 1)
    expect(await desk.refuse({}, 1)).toMatchObject({ code: 'STALE', version: 2 })
    expect(await desk.refuse({}, 2, desk.archivist)).toMatchObject({ code: 'FORBIDDEN' })
    const person = { ...desk.application.person, certificateNumber: '123' }
    expect(await desk.refuse({ person }, 2)).toMatchObject({ fields: [{ path: ['application', 'person', 'certificateNumber'] }] })
    expect(await desk.refuse({ receivedOn: '2026-11-21' }, 2)).toMatchObject({
      fields: [{ path: ['application', 'receivedOn'] }],
    })
  })

  test('refused: taking over the certificate of somebody else', async () => {
    const desk = await submitted()
    const other = residentId('1985-03-04', 22)
    await desk.submit({ person: personInput({ name: '李秀英', certificateNumber: other }) })
    const error = await desk.refuse({ person: { ...desk.application.person, certificateNumber: other } }, 1)
    expect(error).toMatchObject({ code: 'DUPLICATE', field: 'application.person.certificateNumber' })
  })

  test('refused: once it is decided', async () => {
    const desk = await submitted()
    await desk.call(desk.director, 'decisions.decide', {
      outcome: 'refused',
      applicationId: desk.id,
      decidedOn: '2026-11-20',
      reasons: ['no-case'],
      opinion: '没有事实依据',
      version: 1,
    })
    expect(await desk.refuse({ agency: null }, 2)).toMatchObject({ code: 'RULE', rule: 'application-status' })
  })
})

describe('material that is missing', () => {
  const ask = { askedOn: '2026-11-19', missing: ['劳动合同', '考勤记录'], dueOn: null, version: 1 }

  test('the notice is numbered, the clock stands still from the next day and runs on after the answer', async () => {
    const desk = await openDesk('2026-11-24')
    const { id } = await desk.submit()
    expect(await desk.call(desk.clerk, 'applications.askSupplement', { id, ...ask })).toEqual({ version: 2 })
    const waiting = await desk.get(id)
    expect(waiting.status).toBe('supplementing')
    expect(waiting.clock).toMatchObject({ state: 'paused', daysLeft: 6 })
    expect(waiting.supplements).toMatchObject([
      { askedOn: '2026-11-19', answeredOn: null, missing: ask.missing, dueOn: '2026-11-26' },
    ])
    const [drawn] = await desk.call(desk.clerk, 'numbering.ledger', { series: 'supplement', year: 2026 })
    expect(drawn?.text).toBe('蚌援补通字〔2026〕1号')
    expect(await desk.call(desk.clerk, 'applications.receiveSupplement', { id, answeredOn: '2026-11-23', version: 2 })).toEqual({
      version: 3,
      isComplete: true,
    })
    const running = await desk.get(id)
    // 7 days from the 18th, four of them (20th to 23rd) not counted: the 29th, a Sunday, so the 30th.
    expect(running).toMatchObject({
      status: 'deciding',
      clock: { plainLastDay: '2026-11-29', lastDay: '2026-11-30', pausedDays: 4 },
    })
  })

  test('it is told once', async () => {
    const desk = await openDesk()
    const { id } = await desk.submit()
    await desk.call(desk.clerk, 'applications.askSupplement', { id, ...ask })
    await desk.call(desk.clerk, 'applications.receiveSupplement', { id, answeredOn: '2026-11-20', version: 2 })
    const again = await desk.refusal(desk.clerk, 'applications.askSupplement', { id, ...ask, version: 3 })
    expect(again).toMatchObject({ code: 'RULE', rule: 'supplement-once' })
    expect(await desk.call(desk.clerk, 'numbering.ledger', { series: 'supplement', year: 2026 })).toHaveLength(1)
  })

  test.each([
    ['before the application came in', { askedOn: '2026-11-17' }, 'askedOn'],
    ['after today', { askedOn: '2026-11-21' }, 'askedOn'],
    ['with a last day that has come', { dueOn: '2026-11-19' }, 'dueOn'],
    ['with nothing missing', { missing: [] }, 'missing'],
  ])('refused: a notice %s', async (_, more, field) => {
    const desk = await openDesk()
    const { id } = await desk.submit()
    const error = await desk.refusal(desk.clerk, 'applications.askSupplement', { id, ...ask, ...more })
    expect(error).toMatchObject({ code: 'VALIDATION', fields: [{ path: [field] }] })
  })

  test('refused: an answer before the notice, after today, unasked, stale, or by the wrong role', async () => {
    const desk = await openDesk()
    const { id } = await desk.submit()
    const receive = (answeredOn: string, version: number, session = desk.clerk) =>
      desk.refusal(session, 'applications.receiveSupplement', { id, answeredOn, version })
    expect(await receive('2026-11-19', 1)).toMatchObject({ code: 'RULE', rule: 'application-status' })
    await desk.call(desk.clerk, 'applications.askSupplement', { id, ...ask })
    expect(await receive('2026-11-18', 2)).toMatchObject({ fields: [{ path: ['answeredOn'] }] })
    expect(await receive('2026-11-21', 2)).toMatchObject({ fields: [{ path: ['answeredOn'] }] })
    expect(await receive('2026-11-20', 1)).toMatchObject({ code: 'STALE', version: 2 })
    expect(await receive('2026-11-20', 2, desk.archivist)).toMatchObject({ code: 'FORBIDDEN' })
  })

  test('the day it came in cannot be moved behind the notice', async () => {
    const desk = await openDesk()
    const { id } = await desk.submit()
    await desk.call(desk.clerk, 'applications.askSupplement', { id, ...ask })
    const { application } = await desk.get(id)
    const error = await desk.refusal(desk.clerk, 'applications.update', {
      id,
      application: { ...application, receivedOn: '2026-11-20' },
      version: 2,
    })
    expect(error).toMatchObject({ fields: [{ path: ['application', 'receivedOn'] }] })
  })
})

describe('withdrawing', () => {
  test('the application is closed, its clock gone, its number kept', async () => {
    const desk = await openDesk()
    const { id, number } = await desk.submit()
    const input = { id, withdrawnOn: '2026-11-20', reason: '双方和解', version: 1 }
    expect(await desk.call(desk.clerk, 'applications.withdraw', input)).toEqual({ version: 2 })
    expect(await desk.get(id)).toMatchObject({ status: 'withdrawn', clock: null, number })
    expect(await desk.refusal(desk.clerk, 'applications.withdraw', { ...input, version: 2 })).toMatchObject({ code: 'RULE' })
  })

  test.each([
    ['before it came in', { withdrawnOn: '2026-11-17' }, 'VALIDATION'],
    ['after today', { withdrawnOn: '2026-11-21' }, 'VALIDATION'],
    ['without a reason', { reason: ' ' }, 'VALIDATION'],
    ['from a stale screen', { version: 9 }, 'STALE'],
  ])('refused: %s', async (_, more, code) => {
    const desk = await openDesk()
    const { id } = await desk.submit()
    const input = { id, withdrawnOn: '2026-11-20', reason: '双方和解', version: 1, ...more }
    expect(await desk.refusal(desk.clerk, 'applications.withdraw', input)).toMatchObject({ code })
    expect(await desk.refusal(desk.archivist, 'applications.withdraw', input)).toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('the list', () => {
  test('what waits stands oldest first, the rest newest first; words narrow it', async () => {
    const desk = await openDesk()
    const first = await desk.submit({ receivedOn: '2026-11-12' })
    await desk.submit({ receivedOn: '2026-11-16', personId: first.personId, cause: '离婚纠纷' })
    const third = await desk.submit({ receivedOn: '2026-11-18', personId: first.personId, opponentName: '赵强' })
    await desk.call(desk.clerk, 'applications.withdraw', { id: third.id, withdrawnOn: '2026-11-19', reason: '和解', version: 1 })
    const list = async (filter: InputOf<'applications.list'>) => {
      const { rows, total } = await desk.call(desk.archivist, 'applications.list', filter)
      return [rows.map(row => row.receivedOn.slice(8)), total]
    }
    expect(await list({})).toEqual([['18', '16', '12'], 3])
    expect(await list({ status: 'deciding' })).toEqual([['12', '16'], 2])
    expect(await list({ status: 'deciding', limit: 1, offset: 1 })).toEqual([['16'], 2])
    expect(await list({ words: '离婚 wjg' })).toEqual([['16'], 1])
    expect(await list({ words: '赵强' })).toEqual([['18'], 1])
    const { rows } = await desk.call(desk.clerk, 'applications.list', { status: 'deciding' })
    expect(rows[0]).toMatchObject({
      hardship: { outcome: 'met' },
      aidForms: ['civil-litigation'],
      clock: { state: 'overdue', daysLeft: -1 },
    })
  })
})

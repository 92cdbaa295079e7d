import { describe, expect, test } from 'vitest'
import type { InputOf } from '../../src-main/contract/index.ts'
import { applicationInput, personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter } from '../support/make-center.ts'

type Submit = InputOf<'applications.submit'>
type Decide = InputOf<'decisions.decide'>
const SERIES = ['decision-grant', 'decision-refusal', 'case:民', 'case:刑'] as const

async function openDesk(today = '2026-11-20') {
  const center = await makeCenter({ today })
  const submit = (more: Partial<Submit> = {}) => center.call(center.clerk, 'applications.submit', applicationInput(more))
  const grant = (applicationId: string, more: object = {}): Decide => ({
    outcome: 'granted',
    applicationId,
    decidedOn: '2026-11-20',
    aidForms: ['civil-litigation'],
    opinion: '符合条件，给予法律援助',
    version: 1,
    ...more,
  })
  const refusal = (applicationId: string, more: object = {}): Decide => ({
    outcome: 'refused',
    applicationId,
    decidedOn: '2026-11-20',
    reasons: ['no-case'],
    opinion: '没有事实依据',
    version: 1,
    ...more,
  })
  const decide = (input: Decide) => center.call(center.director, 'decisions.decide', input)
  const refuse = (input: object, session = center.director) => center.refusal(session, 'decisions.decide', input)
  const get = (id: string) => center.call(center.clerk, 'applications.get', { id })
  /** Every number drawn for decisions and cases this year. */
  const drawn = async () => {
    const ledgers = await Promise.all(SERIES.map(series => center.call(center.clerk, 'numbering.ledger', { series, year: 2026 })))
    return ledgers.flat().map(row => row.text)
  }
  return { ...center, submit, grant, refusal, decide, refuse, get, drawn }
}

describe('granting', () => {
  test('one decision gives its number, the case with its number, and the paper', async () => {
    const desk = await openDesk()
    const { id } = await desk.submit()
    const decided = await desk.decide(desk.grant(id))
    expect(decided).toMatchObject({ decisionNumber: '蚌援决字〔2026〕1号', caseNumber: '蚌援民〔2026〕1号' })
    const read = await desk.get(id)
    expect(read).toMatchObject({ status: 'granted', version: 2, clock: { state: 'done', doneOn: '2026-11-20' } })
    expect(read.decision).toEqual({
      outcome: 'granted',
      number: '蚌援决字〔2026〕1号',
      decidedOn: '2026-11-20',
      decidedBy: '陈建国',
      opinion: '符合条件，给予法律援助',
      refusalReasons: [],
      aidForms: ['civil-litigation'],
      caseId: decided.caseId,
      caseNumber: '蚌援民〔2026〕1号',
    })
    const paper = await desk.call(desk.clerk, 'papers.get', { id: decided.paperId })
    expect(paper).toMatchObject({ form: 'grant-decision', number: '蚌援决字〔2026〕1号' })
    expect(paper.html).toContain('王建国')
    const found = await desk.call(desk.clerk, 'search.find', { words: '援民〔2026〕1' })
    expect(found.files).toMatchObject([
      { kind: 'case', id: decided.caseId, number: '蚌援民〔2026〕1号', personName: '王建国', status: '待指派' },
    ])
  })

  test('each kind of matter counts its cases by itself, in the year of the decision', async () => {
    const desk = await openDesk('2027-01-05')
    const first = await desk.submit()
    const criminal = await desk.submit({
      personId: first.personId,
      matterType: 'criminal',
      stage: 'investigation',
      scope: 's24',
      aidForms: ['criminal-defence'],
    })
    const second = await desk.submit({ personId: first.personId })
    const numberOf = async (input: Decide) => (await desk.decide(input)).caseNumber
    expect(await numberOf(desk.grant(first.id, { decidedOn: '2026-12-31' }))).toBe('蚌援民〔2026〕1号')
    expect(await numberOf(desk.grant(criminal.id, { decidedOn: '2027-01-04', aidForms: ['criminal-defence'] }))).toBe(
      '蚌援刑〔2027〕1号',
    )
    expect(await numberOf(desk.grant(second.id, { decidedOn: '2027-01-05' }))).toBe('蚌援民〔2027〕1号')
  })

  test.each([
    ['the check waived', { route: 'waived', ground: 'w42-3', proof: '劳动合同' }],
    ['no condition', { route: 'not-applicable', ground: 'n32-4', proof: '告诫书' }],
    [
      'an income that a person must judge',
      {
        route: 'check',
        members: [{ name: '王建国', relation: 'self', monthlyIncomeFen: 100_000, incomeSource: null, isCounted: true }],
        isDeclared: false,
      },
    ],
  ] satisfies [string, Submit['hardship']][])('is possible with %s', async (_, hardship) => {
    const desk = await openDesk()
    const { id } = await desk.submit({ hardship })
    expect((await desk.decide(desk.grant(id))).caseNumber).toBe('蚌援民〔2026〕1号')
  })

  test('above the line it is refused by the rule, and nothing is drawn', async () => {
    const desk = await openDesk()
    const members = [{ name: '王建国', relation: 'self', monthlyIncomeFen: 195_001, incomeSource: null, isCounted: true }]
    const { id } = await desk.submit({ hardship: { route: 'check', members, isDeclared: true } })
    const error = await desk.refuse(desk.grant(id))
    expect(error).toMatchObject({ code: 'RULE', rule: 'hardship-standard', clause: '法律援助法 第34条' })
    expect(error).toHaveProperty('message', expect.stringContaining('不符合经济困难标准'))
    expect(await desk.drawn()).toEqual([])
    expect((await desk.decide(desk.refusal(id, { reasons: ['not-in-hardship'] }))).decisionNumber).toBe('蚌援不决字〔2026〕1号')
  })
})

describe('refusing', () => {
  test('it has its own number, its reasons and its paper, and opens no case', async () => {
    const desk = await openDesk()
    const { id } = await desk.submit()
    const decided = await desk.decide(desk.refusal(id))
    expect(decided).toMatchObject({ decisionNumber: '蚌援不决字〔2026〕1号', caseId: null, caseNumber: null })
    expect(await desk.get(id)).toMatchObject({
      status: 'refused',
      decision: { outcome: 'refused', refusalReasons: ['no-case'], aidForms: [], caseId: null },
    })
    const paper = await desk.call(desk.clerk, 'papers.get', { id: decided.paperId })
    expect(paper).toMatchObject({ form: 'refusal-decision', number: '蚌援不决字〔2026〕1号' })
    expect(paper.html).toContain('没有事实依据')
    expect(await desk.drawn()).toEqual(['蚌援不决字〔2026〕1号'])
  })

  test('without reasons it is no refusal', async () => {
    const desk = await openDesk()
    const { id } = await desk.submit()
    expect(await desk.refuse(desk.refusal(id, { reasons: [] }))).toMatchObject({ fields: [{ path: ['reasons'] }] })
  })
})

describe('a decision that cannot be', () => {
  test.each([
    ['before the application came in', { decidedOn: '2026-11-17' }, ['decidedOn']],
    ['after today', { decidedOn: '2026-11-21' }, ['decidedOn']],
    ['with an unknown form of aid', { aidForms: ['magic'] }, ['aidForms']],
    ['without an opinion', { opinion: ' ' }, ['opinion']],
  ])('%s leaves no number', async (_, more, path) => {
    const desk = await openDesk()
    const { id } = await desk.submit()
    expect(await desk.refuse(desk.grant(id, more))).toMatchObject({ code: 'VALIDATION', fields: [{ path }] })
    expect(await desk.drawn()).toEqual([])
    expect((await desk.decide(desk.grant(id))).decisionNumber).toBe('蚌援决字〔2026〕1号')
  })

  test('an unknown reason', async () => {
    const desk = await openDesk()
    const { id } = await desk.submit()
    expect(await desk.refuse(desk.refusal(id, { reasons: ['weather'] }))).toMatchObject({ fields: [{ path: ['reasons'] }] })
  })

  test('while material is awaited, or before it came in', async () => {
    const desk = await openDesk()
    const { id } = await desk.submit()
    await desk.call(desk.clerk, 'applications.askSupplement', {
      id,
      askedOn: '2026-11-18',
      missing: ['合同'],
      dueOn: null,
      version: 1,
    })
    expect(await desk.refuse(desk.grant(id, { version: 2 }))).toMatchObject({ code: 'RULE', rule: 'application-status' })
    await desk.call(desk.clerk, 'applications.receiveSupplement', { id, answeredOn: '2026-11-20', version: 2 })
    expect(await desk.refuse(desk.grant(id, { version: 3, decidedOn: '2026-11-19' }))).toMatchObject({
      fields: [{ path: ['decidedOn'] }],
    })
    expect((await desk.decide(desk.grant(id, { version: 3 }))).caseNumber).toBe('蚌援民〔2026〕1号')
  })

  test('from a stale screen, twice, by anyone but the director, or on nothing', async () => {
    const desk = await openDesk()
    const { id } = await desk.submit()
    for (const session of [desk.clerk, desk.archivist, desk.administrator])
      expect(await desk.refuse(desk.grant(id), session)).toMatchObject({ code: 'FORBIDDEN', reason: 'role' })
    expect(await desk.refuse(desk.grant(id, { version: 9 }))).toMatchObject({ code: 'STALE', version: 1 })
    expect(await desk.refuse(desk.grant('01ARZ3NDEKTSV4RRFFQ69G5FAV'))).toMatchObject({ code: 'NOT_FOUND' })
    await desk.decide(desk.grant(id))
    expect(await desk.refuse(desk.refusal(id))).toMatchObject({ code: 'STALE', version: 2 })
    expect(await desk.refuse(desk.refusal(id, { version: 2 }))).toMatchObject({ code: 'RULE', rule: 'application-status' })
    expect(await desk.drawn()).toEqual(['蚌援决字〔2026〕1号', '蚌援民〔2026〕1号'])
  })
})

describe('decisions at the same moment', () => {
  test('ten of them, every third refused by a rule, draw distinct numbers without a gap', async () => {
    const desk = await openDesk()
    const { personId } = await desk.submit()
    const ids: string[] = []
    for (let index = 0; index < 10; index += 1) ids.push((await desk.submit({ personId })).id)
    const replies = await Promise.all(
      ids.map((id, index) =>
        desk.attempt(desk.director, 'decisions.decide', desk.grant(id, index % 3 === 0 ? { version: 9 } : {})),
      ),
    )
    expect(replies.filter(reply => reply.ok)).toHaveLength(6)
    expect(new Set(await desk.drawn())).toEqual(
      new Set([1, 2, 3, 4, 5, 6].flatMap(seq => [`蚌援决字〔2026〕${seq}号`, `蚌援民〔2026〕${seq}号`])),
    )
  })

  test('two on the same application: one stands, the other is stale', async () => {
    const desk = await openDesk()
    const { id } = await desk.submit({ person: personInput({ certificateNumber: residentId('1985-03-04', 22) }) })
    const replies = await Promise.all(
      [desk.grant(id), desk.refusal(id)].map(input => desk.attempt(desk.director, 'decisions.decide', input)),
    )
    expect(replies.filter(reply => reply.ok)).toHaveLength(1)
    expect(replies.find(reply => !reply.ok)).toMatchObject({ error: { code: 'STALE' } })
    expect((await desk.get(id)).version).toBe(2)
  })
})

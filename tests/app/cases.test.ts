import { describe, expect, it } from 'vitest'
import { assignCase, closeCase, handlerInput, hireHandler, openCase, providerInput, reasonsFor } from '../support/case-steps.ts'
import { personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter, type TestCenter } from '../support/make-center.ts'

const criminal = {
  matterType: 'criminal',
  stage: 'first-instance',
  cause: '故意伤害罪',
  scope: 's24',
  aidForms: ['criminal-defence'],
  opponentName: null,
} as const

async function openCriminalCase(center: TestCenter) {
  const scope = await criminalScope(center)
  const person = personInput({ name: '程远', certificateNumber: residentId('1990-05-06', 317), categories: [] })
  return openCase(center, { application: { ...criminal, person, aidForms: [...criminal.aidForms], scope } })
}

/** A scope of the pack that a person may apply under in a criminal matter. */
async function criminalScope({ call, clerk }: TestCenter): Promise<string> {
  const { pack } = await call(clerk, 'packs.current', {})
  const { codes } = pack as { codes: { scopes: { code: string; matterTypes: string[]; routes: string[] }[] } }
  const found = codes.scopes.find(scope => scope.matterTypes.includes('criminal') && scope.routes.includes('application'))
  if (!found) throw new Error('the pack has no such scope')
  return found.code
}

describe('assignment', () => {
  it('draws a number, issues the notice, starts the handling, and counts the open case', async () => {
    const center = await makeCenter()
    const { call, clerk, director } = center
    const { id } = await openCase(center)
    const handler = await hireHandler(center)
    const before = await call(clerk, 'cases.get', { id })
    expect(before).toMatchObject({
      status: 'awaiting-assignment',
      assignment: null,
      clock: { limit: 'assignment', lastDay: '2026-10-15' },
    })
    const assigned = await call(clerk, 'cases.assign', {
      id,
      handlerId: handler.id,
      assignedOn: '2026-10-13',
      version: before.version,
    })
    expect(assigned).toMatchObject({ version: before.version + 1, number: '蚌援指字〔2026〕1号' })
    const after = await call(clerk, 'cases.get', { id })
    expect(after).toMatchObject({
      status: 'handling',
      clock: null,
      assignment: {
        number: '蚌援指字〔2026〕1号',
        assignedOn: '2026-10-13',
        handlerName: '刘思远',
        providerName: '安徽正淮律师事务所',
        practiceYears: 9,
        refusal: null,
      },
      clocks: [{ limit: 'assignment', state: 'done', doneOn: '2026-10-13', lastDay: '2026-10-15' }],
    })
    const notice = await call(clerk, 'papers.get', { id: assigned.paperId })
    expect(notice).toMatchObject({ form: 'assignment-notice', number: '蚌援指字〔2026〕1号' })
    expect(notice.html).toContain('刘思远')
    expect((await call(clerk, 'cases.candidates', { id, assignedOn: '2026-10-13' }))[0]?.handler.openCases).toBe(1)
    const [entry] = (await call(director, 'audit.list', { subjectId: id })).filter(
      one => one.operation === 'cases.assign' && one.before !== null,
    )
    expect(entry).toMatchObject({ before: { assignment: null, status: 'awaiting-assignment' }, after: { status: 'handling' } })
  })

  const days: readonly [string, string, string | null][] = [
    ['the day before the decision', '2026-10-11', '指派日期不能早于决定日期 2026-10-12'],
    ['the day of the decision', '2026-10-12', null],
    ['today', '2026-11-20', null],
    ['tomorrow', '2026-11-21', '指派日期不能晚于今天'],
  ]
  it.each(days)('on %s', async (_, assignedOn, message) => {
    const center = await makeCenter({ today: '2026-11-20' })
    const { id } = await openCase(center)
    const handler = await hireHandler(center)
    const { version } = await center.call(center.clerk, 'cases.get', { id })
    const reply = await center.attempt(center.clerk, 'cases.assign', { id, handlerId: handler.id, assignedOn, version })
    expect(reply.ok ? null : reply.error).toEqual(
      message === null ? null : { code: 'VALIDATION', fields: [{ path: ['assignedOn'], message }] },
    )
  })

  const lateAssignments: readonly [string, string, string][] = [
    ['the last day', '2026-10-15', 'done'],
    ['a day late', '2026-10-16', 'done-late'],
  ]
  it.each(lateAssignments)('keeps the clock when it was done on %s', async (_, assignedOn, state) => {
    const center = await makeCenter()
    const { id } = await openCase(center)
    const handler = await hireHandler(center)
    await assignCase(center, id, handler.id, assignedOn)
    expect((await center.call(center.clerk, 'cases.get', { id })).clocks[0]).toMatchObject({ limit: 'assignment', state })
  })

  it('refuses a handler or provider out of use', async () => {
    const center = await makeCenter()
    const { call, clerk, refusal } = center
    const { id } = await openCase(center)
    const handler = await hireHandler(center, { isActive: false })
    const { version } = await call(clerk, 'cases.get', { id })
    const input = { id, handlerId: handler.id, assignedOn: '2026-10-13', version }
    expect(await refusal(clerk, 'cases.assign', input)).toMatchObject({
      fields: [{ path: ['handlerId'], message: '刘思远 已停用，不能指派' }],
    })
    await call(clerk, 'providers.updateHandler', { id: handler.id, handler: handlerInput(handler.providerId), version: 1 })
    await call(clerk, 'providers.update', { id: handler.providerId, provider: providerInput({ isActive: false }), version: 1 })
    expect(await refusal(clerk, 'cases.assign', input)).toMatchObject({
      fields: [{ message: '安徽正淮律师事务所 已停用，不能指派' }],
    })
    expect(await call(clerk, 'cases.candidates', { id, assignedOn: '2026-10-13' })).toEqual([])
  })

  it('draws no number when it is refused after the fact', async () => {
    const center = await makeCenter()
    const { call, clerk, refusal } = center
    const { id } = await openCriminalCase(center)
    const worker = await hireHandler(
      center,
      { kind: 'legal-worker', criminalDefenceSince: null },
      { kind: 'legal-service-office', name: '淮上法律服务所' },
    )
    const { version } = await call(clerk, 'cases.get', { id })
    expect(await refusal(clerk, 'cases.assign', { id, handlerId: worker.id, assignedOn: '2026-10-13', version })).toMatchObject({
      code: 'RULE',
      rule: 'A4',
    })
    const lawyer = await hireHandler(center)
    expect((await assignCase(center, id, lawyer.id)).number).toBe('蚌援指字〔2026〕1号')
  })

  it('refuses a stale screen', async () => {
    const center = await makeCenter()
    const { call, clerk, refusal } = center
    const { id } = await openCase(center)
    const handler = await hireHandler(center)
    const { version } = await call(clerk, 'cases.get', { id })
    await assignCase(center, id, handler.id)
    const error = await refusal(clerk, 'cases.assign', {
      id,
      handlerId: handler.id,
      assignedOn: '2026-10-13',
      reason: '再派',
      version,
    })
    expect(error).toMatchObject({ code: 'STALE', what: '案件', version: version + 1 })
  })

  it.each(['archivist', 'administrator'] as const)('is not for the %s', async role => {
    const center = await makeCenter()
    const { id } = await openCase(center)
    const handler = await hireHandler(center)
    const input = { id, handlerId: handler.id, assignedOn: '2026-10-13', version: 1 }
    expect(await center.refusal(center[role], 'cases.assign', input)).toMatchObject({ code: 'FORBIDDEN', reason: 'role' })
    expect(await center.refusal(center[role], 'cases.candidates', { id, assignedOn: '2026-10-13' })).toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

describe('a change of handler', () => {
  it('ends the earlier assignment with its reason and keeps its number', async () => {
    const center = await makeCenter()
    const { call, clerk } = center
    const { id } = await openCase(center)
    const first = await hireHandler(center)
    const second = await call(clerk, 'providers.createHandler', handlerInput(first.providerId, { name: '赵敏' }))
    await assignCase(center, id, first.id)
    const { version } = await call(clerk, 'cases.get', { id })
    const changed = await call(clerk, 'cases.assign', {
      id,
      handlerId: second.id,
      assignedOn: '2026-10-20',
      reason: '原承办人生病',
      version,
    })
    const after = await call(clerk, 'cases.get', { id })
    expect(changed.number).toBe('蚌援指字〔2026〕2号')
    expect(after.assignment).toMatchObject({ number: '蚌援指字〔2026〕2号', handlerName: '赵敏' })
    expect(after.earlierAssignments).toEqual([
      {
        number: '蚌援指字〔2026〕1号',
        handlerName: '刘思远',
        providerName: '安徽正淮律师事务所',
        assignedOn: '2026-10-13',
        endedOn: '2026-10-20',
        reason: '原承办人生病',
      },
    ])
    expect(after.timeline.map(step => step.title)).toEqual(['收到申请', '给予法律援助', '指派', '变更承办人'])
    expect(after.clocks[0]).toMatchObject({ limit: 'assignment', doneOn: '2026-10-13' })
    const papers = await call(clerk, 'papers.list', { subject: { kind: 'case', id } })
    expect(papers.map(paper => paper.number).toSorted()).toEqual(['蚌援指字〔2026〕1号', '蚌援指字〔2026〕2号'])
  })

  const wrong: readonly [
    string,
    { readonly assignedOn?: string; readonly reason?: string | null; readonly sameHandler?: boolean },
    string,
  ][] = [
    ['without a reason', { reason: null }, '请写明变更原因'],
    ['with a reason of blanks', { reason: '  ' }, '请写明变更原因'],
    ['before the first assignment', { assignedOn: '2026-10-12' }, '变更日期不能早于原指派日期 2026-10-13'],
    ['to the same handler', { sameHandler: true }, '刘思远 现在就是本案承办人'],
  ]
  it.each(wrong)(
    'is refused %s',
    async (_, { assignedOn = '2026-10-20', reason = '原承办人生病', sameHandler = false }, message) => {
      const center = await makeCenter()
      const { id } = await openCase(center)
      const first = await hireHandler(center)
      const second = await center.call(center.clerk, 'providers.createHandler', handlerInput(first.providerId, { name: '赵敏' }))
      await assignCase(center, id, first.id)
      const { version } = await center.call(center.clerk, 'cases.get', { id })
      const input = { id, handlerId: sameHandler ? first.id : second.id, assignedOn, reason, version }
      expect(await center.refusal(center.clerk, 'cases.assign', input)).toMatchObject({ fields: [{ message }] })
    },
  )

  it('is refused once the case is closed', async () => {
    const center = await makeCenter()
    const { id } = await openCase(center)
    const first = await hireHandler(center)
    const second = await center.call(center.clerk, 'providers.createHandler', handlerInput(first.providerId, { name: '赵敏' }))
    await assignCase(center, id, first.id)
    const { version } = await closeCase(center, id)
    const input = { id, handlerId: second.id, assignedOn: '2026-11-12', reason: '换人', version }
    expect(await center.refusal(center.clerk, 'cases.assign', input)).toMatchObject({ code: 'RULE', rule: 'case-status' })
  })
})

describe('法律援助法 26: a possible life or death sentence', () => {
  // Assigned on 2026-10-13: three years are complete for practice that began on 2023-10-13.
  const practice: readonly [string, string | null, boolean][] = [
    ['three years exactly', '2023-10-13', true],
    ['one day short', '2023-10-14', false],
    ['no recorded first day', null, false],
  ]
  it.each(practice)('with %s of practice', async (_, practisingSince, isAllowed) => {
    const center = await makeCenter()
    const { call, clerk } = center
    const { id } = await openCriminalCase(center)
    const handler = await hireHandler(center, { practisingSince, criminalDefenceSince: null })
    const { version } = await call(clerk, 'cases.get', { id })
    const marked = await call(clerk, 'cases.markLifeOrDeath', { id, possibleLifeOrDeathSentence: true, version })
    const [candidate] = await call(clerk, 'cases.candidates', { id, assignedOn: '2026-10-13' })
    expect(candidate?.isAllowed).toBe(isAllowed)
    const reply = await center.attempt(clerk, 'cases.assign', {
      id,
      handlerId: handler.id,
      assignedOn: '2026-10-13',
      version: marked.version,
    })
    if (isAllowed) expect(reply.ok).toBe(true)
    else
      expect(reply).toMatchObject({
        ok: false,
        error: { code: 'RULE', rule: 'A2', message: expect.stringContaining('刘思远不能承办'), clause: '法律援助法 第26条' },
      })
  })

  it('does not ask for the years without the mark', async () => {
    const center = await makeCenter()
    const { id } = await openCriminalCase(center)
    const handler = await hireHandler(center, { practisingSince: '2026-01-05', criminalDefenceSince: null })
    expect((await assignCase(center, id, handler.id)).number).toBe('蚌援指字〔2026〕1号')
  })

  it('names the handler’s whole years and the day on which they are enough', async () => {
    const center = await makeCenter()
    const { call, clerk } = center
    const { id } = await openCriminalCase(center)
    await hireHandler(center, { practisingSince: '2023-10-14', criminalDefenceSince: null })
    const { version } = await call(clerk, 'cases.get', { id })
    await call(clerk, 'cases.markLifeOrDeath', { id, possibleLifeOrDeathSentence: true, version })
    const [candidate] = await call(clerk, 'cases.candidates', { id, assignedOn: '2026-10-13' })
    expect(candidate?.refusal).toEqual({
      rule: 'A2',
      message: '执业满 3 年是 2026-10-14，到 2026-10-13 只有 2 年整',
      clause: '法律援助法 第26条',
    })
  })

  it('says on the case that a handler assigned before the mark no longer meets the rule', async () => {
    const center = await makeCenter()
    const { call, clerk } = center
    const { id } = await openCriminalCase(center)
    const handler = await hireHandler(center, { practisingSince: '2025-01-01', criminalDefenceSince: null })
    const { version } = await assignCase(center, id, handler.id)
    await call(clerk, 'cases.markLifeOrDeath', { id, possibleLifeOrDeathSentence: true, version })
    expect((await call(clerk, 'cases.get', { id })).assignment?.refusal).toMatchObject({
      rule: 'A2',
      clause: '法律援助法 第26条',
    })
  })

  it('is for criminal cases, and not after closing', async () => {
    const center = await makeCenter()
    const { call, clerk, refusal } = center
    const { id } = await openCase(center)
    const mark = { id, possibleLifeOrDeathSentence: true, version: 1 }
    expect(await refusal(clerk, 'cases.markLifeOrDeath', mark)).toMatchObject({
      code: 'VALIDATION',
      fields: [{ message: '只有刑事案件可以标记' }],
    })
    const other = await openCriminalCase(center)
    const handler = await hireHandler(center)
    await assignCase(center, other.id, handler.id)
    const { version } = await closeCase(center, other.id, { outcome: 'adopted', closingMode: 'judgment' })
    expect(await refusal(clerk, 'cases.markLifeOrDeath', { ...mark, id: other.id, version })).toMatchObject({
      code: 'RULE',
      rule: 'case-status',
    })
    expect((await call(clerk, 'cases.get', { id: other.id })).possibleLifeOrDeathSentence).toBe(false)
  })
})

describe('conflicts of interest', () => {
  it('refuses the handler of the other side, warns of a colleague, and says which case', async () => {
    const center = await makeCenter()
    const { call, clerk } = center
    const other = await openCase(center, {
      application: {
        person: personInput({ name: '孙桂英', certificateNumber: residentId('1965-02-03', 122), categories: [] }),
        opponentName: '王建国',
        cause: '离婚纠纷',
      },
    })
    const handler = await hireHandler(center)
    await call(clerk, 'providers.createHandler', handlerInput(handler.providerId, { name: '赵敏' }))
    await assignCase(center, other.id, handler.id)
    const conflictReasons = await reasonsFor(center, [{ role: 'applicant', name: '王建国' }])
    const { id } = await openCase(center, { application: { conflictReasons } })
    const found = await call(clerk, 'cases.candidates', { id, assignedOn: '2026-10-13' })
    const of = (name: string) => found.find(one => one.handler.handler.name === name)
    expect(of('刘思远')).toMatchObject({
      isAllowed: false,
      refusal: { rule: 'A6' },
      conflicts: [expect.stringContaining('本案受援人是该案对方当事人')],
    })
    expect(of('赵敏')).toMatchObject({
      isAllowed: true,
      refusal: null,
      conflicts: [expect.stringMatching(/^同所 刘思远正在办理/)],
    })
  })

  it('does not see a conflict in a closed case', async () => {
    const center = await makeCenter()
    const { call, clerk } = center
    const other = await openCase(center, {
      application: {
        person: personInput({ name: '孙桂英', certificateNumber: residentId('1965-02-03', 122), categories: [] }),
        opponentName: '王建国',
      },
    })
    const handler = await hireHandler(center)
    await assignCase(center, other.id, handler.id)
    await closeCase(center, other.id)
    const conflictReasons = await reasonsFor(center, [{ role: 'applicant', name: '王建国' }])
    const { id } = await openCase(center, { application: { conflictReasons } })
    expect((await call(clerk, 'cases.candidates', { id, assignedOn: '2026-10-13' }))[0]).toMatchObject({
      isAllowed: true,
      conflicts: [],
    })
  })
})

describe('the case page and list', () => {
  it('assembles the person with masked numbers, application, decision and timeline', async () => {
    const center = await makeCenter({ today: '2026-11-20' })
    const { id, applicationId } = await openCase(center)
    const one = await center.call(center.archivist, 'cases.get', { id })
    expect(one).toMatchObject({
      number: '蚌援民〔2026〕1号',
      person: {
        name: '王建国',
        age: 55,
        certificateMasked: expect.stringMatching(/^3403\*{10}/),
        phoneMasked: '138****0318',
        categories: ['migrant-worker'],
      },
      application: { id: applicationId, receivedOn: '2026-10-08' },
      decision: { decidedOn: '2026-10-12', decidedBy: '陈建国' },
      hardshipSummary: '符合经济困难标准',
      opponentName: '安徽恒远建筑有限公司',
      agency: '蚌山区人民法院',
    })
    expect(one.timeline).toMatchObject([
      { date: '2026-10-08', title: '收到申请', by: '王莉' },
      { date: '2026-10-12', title: '给予法律援助', by: '陈建国' },
    ])
  })

  it('says that a case is not there', async () => {
    const { clerk, refusal } = await makeCenter()
    expect(await refusal(clerk, 'cases.get', { id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' })).toEqual({ code: 'NOT_FOUND', what: '案件' })
  })

  it('filters by status, kind of matter and words, newest first', async () => {
    const center = await makeCenter()
    const { call, clerk } = center
    const handler = await hireHandler(center)
    const first = await openCase(center)
    const second = await openCase(center, {
      receivedOn: '2026-10-19',
      decidedOn: '2026-10-20',
      application: {
        person: personInput({ name: '孙桂英', certificateNumber: residentId('1965-02-03', 122), categories: [] }),
        opponentName: '李明',
      },
    })
    await assignCase(center, first.id, handler.id)
    const list = async (more: Partial<Parameters<typeof call<'cases.list'>>[2]>) =>
      (await call(clerk, 'cases.list', more)).rows.map(row => row.id)
    expect(await list({})).toEqual([second.id, first.id])
    expect(await list({ status: 'handling' })).toEqual([first.id])
    expect(await list({ matterType: 'criminal' })).toEqual([])
    for (const words of ['孙桂', '〔2026〕2号', '李明']) expect(await list({ words })).toEqual([second.id])
    expect(await list({ words: '思远' })).toEqual([first.id])
    expect(await list({ words: '%' })).toEqual([second.id, first.id])
    expect(await call(clerk, 'cases.list', { limit: 1, offset: 1 })).toMatchObject({ rows: [{ id: first.id }], total: 2 })
  })
})

import { describe, expect, test } from 'vitest'
import type { ConflictReason } from '../../src-main/contract/conflicts.ts'
import type { InputOf } from '../../src-main/contract/index.ts'
import { assignCase, closeCase, handlerInput, hireHandler, openCase } from '../support/case-steps.ts'
import { applicationInput, personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter, PASSWORD, type TestCenter } from '../support/make-center.ts'

const li = (more = {}) =>
  personInput({ name: '李秀英', certificateNumber: residentId('1985-03-04', 22), categories: [], ...more })

type Parties = InputOf<'conflicts.check'>['parties']
const opponent = (name: string, certificateNumber = ''): Parties => [{ role: 'opponent', name, certificateNumber }]

function desk(center: TestCenter) {
  const check = (parties: Parties, more: Partial<InputOf<'conflicts.check'>> = {}) =>
    center.call(center.clerk, 'conflicts.check', { parties, ...more })
  const submit = (more: Partial<InputOf<'applications.submit'>>) =>
    center.call(center.clerk, 'applications.submit', applicationInput(more))
  return { ...center, check, submit }
}

describe('while the form is typed', () => {
  test('an opponent whom the center helps is told with the file, and how surely', async () => {
    const center = desk(await makeCenter())
    const wang = await center.submit({})
    expect(await center.check(opponent('王 建国'))).toMatchObject([
      {
        rule: 'opponent-was-helped',
        severity: 'reason',
        strength: 'name',
        number: wang.number,
        matterId: wang.id,
        sentence: expect.stringContaining('对方当事人 王 建国'),
        acknowledgement: null,
      },
    ])
    expect(await center.check(opponent('王健国', residentId('1971-08-16', 281)))).toMatchObject([{ strength: 'certificate' }])
    expect(await center.check(opponent('王建国', residentId('1985-03-04', 22)))).toEqual([])
    expect(await center.check(opponent('王建军'))).toEqual([])
    const twice = [...(opponent('王建国') ?? []), ...(opponent('王建国', residentId('1985-03-04', 22)) ?? [])]
    expect(await center.check(twice)).toEqual([])
    const renewed = { role: 'opponent', name: '', personId: wang.personId, certificateNumber: 'E12345678' } as const
    expect(await center.check([renewed])).toMatchObject([{ strength: 'register' }])
  })

  test('of several opponents in one line each is looked for; an agent and other parties too; an own agent is none', async () => {
    const center = desk(await makeCenter())
    await center.submit({})
    const rules = async (parties: Parties) => (await center.check(parties)).map(one => one.rule)
    expect(await rules(opponent('赵强、王建国'))).toEqual(['opponent-was-helped'])
    expect(await rules([{ role: 'opponent-agent', name: '王建国' }])).toEqual(['opponent-agent-was-helped'])
    expect(await rules([{ role: 'other', name: '王建国' }])).toEqual(['other-party-was-helped'])
    expect(await rules([{ role: 'applicant', name: '王建国' }])).toEqual([])
    expect(await rules([{ role: 'applicant', name: '安徽恒远建筑有限公司' }])).toEqual(['applicant-was-opponent'])
  })

  test('whoever stood against a recipient among others in one line is told when they apply', async () => {
    const center = desk(await makeCenter())
    await center.submit({ opponentName: '某某公司、 李秀英；赵强' })
    const asked = async (name: string) => (await center.check([{ role: 'applicant', name }])).map(one => one.rule)
    expect(await asked('李秀英')).toEqual(['applicant-was-opponent'])
    expect(await asked('赵强')).toEqual(['applicant-was-opponent'])
    expect(await asked('李秀')).toEqual([])
    expect(await asked('强')).toEqual([])
  })

  test('a hidden matter sounds without its names, and a reason for it can be given', async () => {
    const center = desk(await makeCenter())
    const wang = await center.submit({ cause: '虐待纠纷' })
    const matter = { kind: 'application' as const, id: wang.id }
    await center.call(center.director, 'privacy.restrict', { matter, ground: 'juvenile', version: 0 })
    const input = { person: li(), opponentName: '王建国' }
    // 王莉 registered it and sees it; 孙梅 does not.
    const user = { name: '孙梅', roles: ['clerk' as const], password: PASSWORD }
    const { id: userId } = await center.call(center.director, 'users.create', user)
    const { session } = await center.call(null, 'session.login', { userId, password: PASSWORD })
    const refused = await center.refusal(session, 'applications.submit', applicationInput(input))
    expect(refused).toMatchObject({ code: 'RULE', rule: 'conflict', message: expect.stringContaining('须主任授权') })
    expect(JSON.stringify(refused)).not.toContain('虐待')
    const [finding] = await center.call(session, 'conflicts.check', { parties: opponent('王建国') })
    expect(finding).toMatchObject({ personName: '', cause: '', number: wang.number })
    const conflictReasons = [{ key: finding?.key ?? '', reason: '已报主任' }]
    const { id } = await center.call(session, 'applications.submit', applicationInput({ ...input, conflictReasons }))
    const { conflicts } = await center.call(center.director, 'applications.get', { id })
    expect(conflicts).toMatchObject([{ isCurrent: true, acknowledgement: { reason: '已报主任' } }])
  })

  test('a refused or withdrawn application made nobody a client; a closed case did', async () => {
    const center = desk(await makeCenter())
    const wang = await center.submit({})
    await center.call(center.clerk, 'applications.withdraw', {
      id: wang.id,
      withdrawnOn: '2026-11-20',
      reason: '和解',
      version: 1,
    })
    expect(await center.check(opponent('王建国'))).toEqual([])
    const { id } = await openCase(center, { application: { person: li() } })
    await assignCase(center, id, (await hireHandler(center)).id)
    await closeCase(center, id)
    expect(await center.check(opponent('李秀英'))).toMatchObject([{ matterKind: 'case', matterId: id }])
  })

  test('the table of parties counts: co-applicants are helped, opponents told apart by their code, agents looked for', async () => {
    const center = desk(await makeCenter())
    const code = '91350100M000100Y43'
    const number = residentId('1980-02-29', 11)
    const first = await center.submit({
      opponentName: '恒远公司',
      parties: [
        { role: 'co-applicant', kind: 'person', name: '周正', certificateKind: 'resident-id', certificateNumber: number },
        { role: 'opponent', kind: 'organisation', name: '恒远公司', certificateKind: 'credit-code', certificateNumber: code },
      ],
    })
    expect(await center.check(opponent('周 正', number))).toMatchObject([{ strength: 'certificate', number: first.number }])
    expect(await center.check([{ role: 'applicant', name: '恒远建筑', certificateNumber: code }])).toMatchObject([
      { rule: 'applicant-was-opponent', strength: 'certificate' },
    ])
    expect(await center.check([{ role: 'applicant', name: '恒远公司', certificateNumber: '91340300MA2MQ1CU5W' }])).toEqual([])
    const agent = { role: 'opponent-agent' as const, kind: 'person' as const, name: '王建国' }
    const input = applicationInput({ person: li(), opponentName: null, parties: [agent] })
    expect(await center.refusal(center.clerk, 'applications.submit', input)).toMatchObject({
      code: 'RULE',
      rule: 'conflict',
      message: expect.stringContaining('对方代理人 王建国'),
    })
  })

  test('whoever may not take applications may not ask', async () => {
    const center = await makeCenter()
    expect(await center.refusal(center.archivist, 'conflicts.check', { parties: [] })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await center.refusal(center.clerk, 'conflicts.check', {})).toMatchObject({ code: 'VALIDATION' })
  })
})

describe('an application with a conflict', () => {
  test('is refused until each conflict has its reason; the reasons stay with who and when', async () => {
    const center = desk(await makeCenter())
    const wang = await center.submit({ opponentName: '李 秀英' })
    const input = applicationInput({ person: li(), opponentName: '王建国' })
    const refused = await center.refusal(center.clerk, 'applications.submit', input)
    expect(refused).toMatchObject({ code: 'RULE', rule: 'conflict', clause: expect.any(String) })
    expect(refused).toHaveProperty('message', expect.stringContaining(`有 2 项利益冲突没有登记处理理由`))
    expect(refused).toHaveProperty('message', expect.stringContaining(wang.number))
    const findings = await center.check([
      { role: 'applicant', name: '李秀英' },
      { role: 'opponent', name: '王建国' },
    ])
    const reasons = findings.map(one => ({ key: one.key, reason: '两人互为对方，主任同意分由两所承办' }))
    const one: ConflictReason[] = reasons.slice(0, 1)
    expect(await center.refusal(center.clerk, 'applications.submit', { ...input, conflictReasons: one })).toMatchObject({
      message: expect.stringContaining('有 1 项'),
    })
    const blank = reasons.map(reason => ({ ...reason, reason: ' ' }))
    expect(await center.refusal(center.clerk, 'applications.submit', { ...input, conflictReasons: blank })).toMatchObject({
      code: 'VALIDATION',
    })
    const saved = await center.submit({ ...input, conflictReasons: reasons })
    expect(saved.number).toBe('蚌援申〔2026〕2号')
    const { conflicts } = await center.call(center.archivist, 'applications.get', { id: saved.id })
    expect(conflicts.map(conflict => [conflict.rule, conflict.isCurrent, conflict.acknowledgement?.by])).toEqual([
      ['applicant-was-opponent', true, '王莉'],
      ['opponent-was-helped', true, '王莉'],
    ])
    const trail = await center.call(center.director, 'audit.list', { subjectId: saved.id })
    expect(trail.filter(entry => entry.summary.startsWith('登记利益冲突处理理由'))).toHaveLength(2)
  })

  test('a change of the parties asks again; other changes do not; what no longer shows stays on the page', async () => {
    const center = desk(await makeCenter())
    await center.submit({})
    const saved = await center.submit({ person: li(), opponentName: '赵强' })
    const change = (more: object, version: number, conflictReasons: ConflictReason[] = []) => ({
      id: saved.id,
      application: applicationInput({ person: li(), personId: saved.personId, opponentName: '赵强', ...more }),
      conflictReasons,
      version,
    })
    const refused = await center.refusal(center.clerk, 'applications.update', change({ opponentName: '王建国' }, 1))
    expect(refused).toMatchObject({ code: 'RULE', rule: 'conflict' })
    const [finding] = await center.check(opponent('王建国'), { applicationId: saved.id })
    const reasons = [{ key: finding?.key ?? '', reason: '同名，身份证不同' }]
    await center.call(center.clerk, 'applications.update', change({ opponentName: '王建国' }, 1, reasons))
    await center.call(center.clerk, 'applications.update', change({ opponentName: '王建国', cause: '离婚纠纷' }, 2))
    await center.call(center.clerk, 'applications.update', change({ opponentName: '赵强' }, 3))
    const { conflicts } = await center.call(center.clerk, 'applications.get', { id: saved.id })
    expect(conflicts).toMatchObject([{ isCurrent: false, acknowledgement: { reason: '同名，身份证不同' } }])
  })

  test('a conflict that a later file brought can be given its reason afterwards', async () => {
    const center = desk(await makeCenter())
    const first = await center.submit({ opponentName: '李秀英' })
    const findings = await center.check([{ role: 'applicant', name: '李秀英' }])
    await center.submit({
      person: li(),
      opponentName: null,
      conflictReasons: findings.map(one => ({ key: one.key, reason: '已告知' })),
    })
    const [shown] = (await center.call(center.clerk, 'applications.get', { id: first.id })).conflicts
    expect(shown).toMatchObject({ rule: 'opponent-was-helped', acknowledgement: null })
    const subject = { kind: 'application' as const, id: first.id }
    const reasons = [{ key: shown?.key ?? '', reason: '分由两所承办' }]
    expect(await center.call(center.director, 'conflicts.acknowledge', { subject, reasons })).toEqual({ acknowledged: 1 })
    expect(await center.call(center.director, 'conflicts.acknowledge', { subject, reasons })).toEqual({ acknowledged: 0 })
    const odd = [{ key: 'opponent-was-helped|x|y', reason: '…' }]
    expect(await center.refusal(center.clerk, 'conflicts.acknowledge', { subject, reasons: odd })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: ['reasons', 0, 'key'] }],
    })
  })
})

describe('an assignment with a conflict', () => {
  /** 孙桂英's case against 王建国, handled by 刘思远 and closed or not; then 王建国's own. */
  async function twoSides(isClosed: boolean) {
    const center = desk(await makeCenter())
    const sun = personInput({ name: '孙桂英', certificateNumber: residentId('1965-02-03', 122), categories: [] })
    const other = await openCase(center, { application: { person: sun, opponentName: '王建国', cause: '离婚纠纷' } })
    const handler = await hireHandler(center)
    const colleague = await center.call(
      center.clerk,
      'providers.createHandler',
      handlerInput(handler.providerId, { name: '赵敏' }),
    )
    const stranger = await hireHandler(center, { name: '孙正' }, { name: '安徽淮河律师事务所' })
    await assignCase(center, other.id, handler.id)
    if (isClosed) await closeCase(center, other.id)
    const asked = await center.check([{ role: 'applicant', name: '王建国' }])
    const reasonsFor = (findings: typeof asked) =>
      findings.filter(one => one.acknowledgement === null).map(one => ({ key: one.key, reason: '主任同意' }))
    const { id } = await openCase(center, { application: { opponentName: null, conflictReasons: reasonsFor(asked) } })
    const ofCase = (handlerId: string | null) => center.check(null, { caseId: id, handlerId })
    const assign = (handlerId: string, conflictReasons: ConflictReason[] = []) => ({
      id,
      handlerId,
      assignedOn: '2026-10-13',
      conflictReasons,
      version: 1,
    })
    return { ...center, id, other, handler, colleague, stranger, ofCase, assign, reasonsFor }
  }

  test('names the handler’s own closed case, the colleague’s open one, and nobody at another provider', async () => {
    const closed = await twoSides(true)
    expect((await closed.ofCase(closed.handler.id)).map(one => one.rule)).toEqual([
      'applicant-was-opponent',
      'handler-against-recipient',
    ])
    const [, own] = await closed.ofCase(closed.handler.id)
    expect(own?.sentence).toMatch(/^刘思远办过 .*以本案受援人 王建国 为对方/)
    const [, colleague] = await closed.ofCase(closed.colleague.id)
    expect(colleague).toMatchObject({ rule: 'provider-on-both-sides' })
    expect(await closed.ofCase(closed.stranger.id)).toMatchObject([{ acknowledgement: { reason: '主任同意' } }])
  })

  test('is refused until the reason is given, and then stands on the case page', async () => {
    const { call, refusal, clerk, id, colleague, ofCase, assign, reasonsFor } = await twoSides(false)
    const refused = await refusal(clerk, 'cases.assign', assign(colleague.id))
    expect(refused).toMatchObject({
      code: 'RULE',
      rule: 'conflict',
      message: expect.stringContaining('同一机构的 刘思远正在办理'),
    })
    await call(clerk, 'cases.assign', assign(colleague.id, reasonsFor(await ofCase(colleague.id))))
    const { conflicts } = await call(clerk, 'cases.get', { id })
    expect(conflicts.map(one => [one.rule, one.acknowledgement?.by])).toEqual([
      ['applicant-was-opponent', '王莉'],
      ['provider-on-both-sides', '王莉'],
    ])
  })

  test('of the opponent’s own handler is refused by the rules of assignment, whatever reason is given', async () => {
    const { refusal, clerk, handler, ofCase, assign, reasonsFor } = await twoSides(false)
    const reasons = reasonsFor(await ofCase(handler.id))
    expect(reasons).toHaveLength(1)
    expect(await refusal(clerk, 'cases.assign', assign(handler.id, reasons))).toMatchObject({ code: 'RULE', rule: 'A6' })
  })

  test('of somebody without a conflict needs no reason', async () => {
    const { call, clerk, stranger, assign } = await twoSides(false)
    expect((await call(clerk, 'cases.assign', assign(stranger.id))).number).toMatch(/号$/)
  })
})

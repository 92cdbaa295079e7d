import { describe, expect, test } from 'vitest'
import { assignCase, hireHandler, openCase } from '../support/case-steps.ts'
import { personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter, type TestCenter } from '../support/make-center.ts'
import { MINOR, noticeInput } from '../support/notice-inputs.ts'

async function openDesk() {
  const center = await makeCenter()
  const accept = (more: Parameters<typeof noticeInput>[0] = {}) => center.call(center.clerk, 'notices.accept', noticeInput(more))
  return { ...center, accept }
}

function readCase(center: TestCenter, id: string) {
  return center.call(center.clerk, 'cases.get', { id })
}

describe('a notice from an organ', () => {
  test('opens a case at once, with its own clock of three days and no form or hardship check', async () => {
    const center = await openDesk()
    const accepted = await center.accept()
    expect(accepted).toMatchObject({ number: '蚌援通〔2026〕1号', caseNumber: '蚌援刑〔2026〕1号' })
    const kase = await readCase(center, accepted.caseId)
    expect(kase).toMatchObject({
      door: 'notice',
      notice: { number: '蚌援通〔2026〕1号', organName: '蚌山区人民法院' },
      status: 'awaiting-assignment',
      application: null,
      decision: null,
      hardshipSummary: null,
      aidForms: ['criminal-defence'],
      agency: '蚌山区人民法院',
      openedOn: '2026-11-19',
      personName: '陈小军',
      // Sunday the 22nd moves to Monday.
      clock: { limit: 'notified-assignment', startedOn: '2026-11-19', plainLastDay: '2026-11-22', lastDay: '2026-11-23' },
    })
    expect(kase.person.categories).toEqual(['minor'])
    expect(await center.call(center.clerk, 'applications.list', {})).toMatchObject({ total: 0 })
    const { files } = await center.call(center.clerk, 'search.find', { words: '陈小军' })
    expect(files).toMatchObject([{ kind: 'case', number: '蚌援刑〔2026〕1号' }])
  })

  test('stands on the desk until its case is assigned, and then until the organ was told', async () => {
    const center = await openDesk()
    const { id, caseId } = await center.accept()
    const today = await center.call(center.clerk, 'desk.today', {})
    const rows = today.groups.flatMap(group => group.rows).filter(row => row.id === caseId)
    expect(rows).toMatchObject([{ kind: 'assignment', clock: { limit: 'notified-assignment' } }])
    const told = { id, toldOn: '2026-11-20', way: 'post', note: '', version: 1 }
    expect(await center.refusal(center.clerk, 'notices.tellOrgan', told)).toMatchObject({ rule: 'notice-unassigned' })
    const handler = await hireHandler(center)
    await assignCase(center, caseId, handler.id, '2026-11-20')
    const early = await center.refusal(center.clerk, 'notices.tellOrgan', { ...told, toldOn: '2026-11-19' })
    expect(early).toMatchObject({ code: 'VALIDATION', fields: [{ path: ['toldOn'] }] })
    await center.call(center.clerk, 'notices.tellOrgan', told)
    const read = await center.call(center.archivist, 'notices.get', { id })
    expect(read).toMatchObject({
      told: { toldOn: '2026-11-20', way: 'post' },
      case: { handlerName: '刘思远' },
      clock: { state: 'done', doneOn: '2026-11-20' },
      version: 2,
    })
  })

  const groups: [what: string, birthDate: string, refused: boolean][] = [
    ['the day before the eighteenth birthday', '2008-11-20', false],
    ['the eighteenth birthday', '2008-11-19', true],
  ]
  test.each(groups)('the group of minors on %s', async (_, birthDate, refused) => {
    const center = await openDesk()
    const person = personInput({ ...MINOR, certificateNumber: residentId(birthDate, 117), categories: [] })
    const reply = await center.attempt(center.clerk, 'notices.accept', noticeInput({ person }))
    if (!refused) return expect(reply.ok).toBe(true)
    expect(reply).toMatchObject({ ok: false, error: { code: 'RULE', rule: 'notice-group' } })
    return expect(reply.ok ? '' : JSON.stringify(reply.error)).toContain('法律援助法 第25条第1款第1项')
  })

  test('of the group of life or death marks the case, so that the rule of experience holds for its handler', async () => {
    const center = await openDesk()
    const person = personInput({ name: '程远', certificateNumber: residentId('1990-05-06', 317), categories: [] })
    const { caseId } = await center.accept({ scope: 's25-1-4', person, cause: '故意杀人罪' })
    const kase = await readCase(center, caseId)
    expect(kase.possibleLifeOrDeathSentence).toBe(true)
    const young = await hireHandler(center, { criminalDefenceSince: '2023-11-21' })
    const refused = await center.refusal(center.clerk, 'cases.assign', {
      id: caseId,
      handlerId: young.id,
      assignedOn: '2026-11-20',
      version: kase.version,
    })
    expect(refused).toMatchObject({ code: 'RULE' })
    const seasoned = await hireHandler(
      center,
      { name: '赵敏', criminalDefenceSince: '2023-11-20' },
      { name: '安徽明理律师事务所' },
    )
    await assignCase(center, caseId, seasoned.id, '2026-11-20')
  })

  test('for agency in compulsory treatment gives agency, and its groups are kept apart from those of defence', async () => {
    const center = await openDesk()
    const person = personInput({ name: '程远', certificateNumber: residentId('1990-05-06', 317), categories: [] })
    const agency = { kind: 'agency', scope: 's28', stage: 'compulsory-treatment', person } as const
    const { caseId } = await center.accept(agency)
    expect((await readCase(center, caseId)).aidForms).toEqual(['criminal-agency'])
    const mixed = await center.refusal(
      center.clerk,
      'notices.accept',
      noticeInput({ ...agency, scope: 's25-2', organNumber: '2' }),
    )
    expect(mixed).toMatchObject({ code: 'VALIDATION', fields: [{ path: ['scope'] }] })
  })

  const refused: [what: string, more: Parameters<typeof noticeInput>[0], field: string][] = [
    ['a day of receipt after today', { receivedOn: '2026-11-21' }, 'receivedOn'],
    ['a notice dated after it came', { noticedOn: '2026-11-20' }, 'noticedOn'],
    ['a hearing before the notice', { hearingOn: '2026-11-17' }, 'hearingOn'],
    ['an organ of no kind', { organKind: 'tax' }, 'organKind'],
    ['a scope that only applicants have', { scope: 's24' }, 'scope'],
  ]
  test.each(refused)('refused: %s', async (_, more, field) => {
    const center = await openDesk()
    const error = await center.refusal(center.clerk, 'notices.accept', noticeInput(more))
    expect(error).toMatchObject({ code: 'VALIDATION', fields: [{ path: [field] }] })
  })

  test('is refused when the same one came before, and the first is named', async () => {
    const center = await openDesk()
    await center.accept()
    const again = await center.refusal(center.clerk, 'notices.accept', noticeInput())
    expect(again).toMatchObject({ code: 'DUPLICATE', field: 'organNumber' })
    expect(JSON.stringify(again)).toContain('蚌援通〔2026〕1号')
    const { files } = await center.call(center.clerk, 'search.find', { words: '陈小军' })
    expect(files).toHaveLength(1)
  })

  test('that is sent back keeps its number, says why, and opens no case', async () => {
    const center = await openDesk()
    const returned = await center.call(center.clerk, 'notices.return', {
      notice: noticeInput(),
      reason: 'retained',
      explanation: '本人已委托辩护律师',
      returnedOn: '2026-11-20',
    })
    const read = await center.call(center.clerk, 'notices.get', { id: returned.id })
    expect(read).toMatchObject({
      status: 'returned',
      case: null,
      clock: null,
      returned: { reason: 'retained', returnedOn: '2026-11-20' },
    })
    expect(await center.call(center.clerk, 'cases.list', {})).toMatchObject({ total: 0 })
    const list = await center.call(center.clerk, 'notices.list', { status: 'returned' })
    expect(list.rows.map(row => row.number)).toEqual(['蚌援通〔2026〕1号'])
  })

  test('saved unchanged changes nothing; mended, its case follows, until somebody is assigned', async () => {
    const center = await openDesk()
    const { id, caseId } = await center.accept()
    const read = await center.call(center.clerk, 'notices.get', { id })
    expect(await center.call(center.clerk, 'notices.update', { id, notice: read.notice, version: 1 })).toEqual({ version: 1 })
    const mended = { ...read.notice, cause: '抢劫罪', receivedOn: '2026-11-18', scope: 's25-2' }
    await center.call(center.clerk, 'notices.update', { id, notice: mended, version: 1 })
    expect(await readCase(center, caseId)).toMatchObject({
      cause: '抢劫罪',
      openedOn: '2026-11-18',
      clock: { lastDay: '2026-11-23' },
    })
    const grown = {
      ...mended,
      scope: 's25-1-1',
      person: { ...mended.person, certificateKind: null, certificateNumber: null, birthDate: '2000-01-01' },
    }
    expect(await center.refusal(center.clerk, 'notices.update', { id, notice: grown, version: 2 })).toMatchObject({
      rule: 'notice-group',
    })
    expect(await center.refusal(center.clerk, 'notices.update', { id, notice: mended, version: 1 })).toMatchObject({
      code: 'STALE',
      version: 2,
    })
    const handler = await hireHandler(center)
    await assignCase(center, caseId, handler.id, '2026-11-20')
    const late = await center.refusal(center.clerk, 'notices.update', { id, notice: mended, version: 2 })
    expect(late).toMatchObject({ rule: 'notice-assigned' })
  })

  test('carries on a case of the same person into another stage', async () => {
    const center = await openDesk()
    const first = await center.accept({ stage: 'prosecution', organKind: 'procuratorate', organName: '蚌山区人民检察院' })
    const next = { organNumber: '（2026）皖0303刑初99号', personId: first.personId, parentCaseId: first.caseId }
    const same = await center.refusal(center.clerk, 'notices.accept', noticeInput({ ...next, stage: 'prosecution' }))
    expect(same).toMatchObject({ fields: [{ path: ['parentCaseId'] }] })
    const second = await center.accept(next)
    expect(second.caseNumber).toBe('蚌援刑〔2026〕2号')
    expect(await readCase(center, second.caseId)).toMatchObject({ parent: { number: '蚌援刑〔2026〕1号' }, door: 'notice' })
    expect((await readCase(center, first.caseId)).children).toMatchObject([
      { number: '蚌援刑〔2026〕2号', stage: 'first-instance' },
    ])
  })

  test('is counted apart from applications in the report, with the cases it opened', async () => {
    const center = await openDesk()
    await center.accept()
    await openCase(center, { receivedOn: '2026-11-10', decidedOn: '2026-11-12' })
    const report = await center.call(center.director, 'reports.compute', { period: { kind: 'month', year: 2026, index: 11 } })
    const cell = (id: string) => report.sections.flatMap(section => section.rows).find(row => row.row === id)?.value
    expect([cell('k-opened'), cell('k-by-application'), cell('k-by-notice'), cell('a-received')]).toEqual([2, 1, 1, 1])
    expect(report.checks.every(check => check.holds)).toBe(true)
  })
})

describe('a stage change', () => {
  test('draws a new number linked to the case before, and stands by itself', async () => {
    const center = await makeCenter()
    const { id } = await openCase(center)
    const handler = await hireHandler(center)
    const unassigned = {
      id,
      stage: 'second-instance',
      changedOn: '2026-11-18',
      agency: '蚌埠市中级人民法院',
      basis: '一审判决后上诉',
      version: 1,
    }
    expect(await center.refusal(center.clerk, 'cases.changeStage', unassigned)).toMatchObject({ rule: 'case-status' })
    await assignCase(center, id, handler.id, '2026-10-13')
    const parent = await readCase(center, id)
    const ask = { ...unassigned, version: parent.version }
    const days: [string, string][] = [
      ['2026-10-11', 'changedOn'],
      ['2026-11-21', 'changedOn'],
    ]
    for (const [changedOn, field] of days)
      expect(await center.refusal(center.clerk, 'cases.changeStage', { ...ask, changedOn })).toMatchObject({
        fields: [{ path: [field] }],
      })
    expect(await center.refusal(center.clerk, 'cases.changeStage', { ...ask, stage: parent.stage })).toMatchObject({
      fields: [{ path: ['stage'] }],
    })
    const next = await center.call(center.clerk, 'cases.changeStage', ask)
    expect(next.number).toBe('蚌援民〔2026〕2号')
    expect(await readCase(center, next.id)).toMatchObject({
      door: 'stage-change',
      status: 'awaiting-assignment',
      stage: 'second-instance',
      agency: '蚌埠市中级人民法院',
      parent: { id, number: parent.number },
      application: { number: parent.application?.number },
      decision: { number: parent.decision?.number },
      clock: { limit: 'assignment', startedOn: '2026-11-18' },
    })
    expect((await readCase(center, id)).children).toMatchObject([{ number: next.number }])
    expect(await center.refusal(center.clerk, 'cases.changeStage', ask)).toMatchObject({ rule: 'stage-once' })
    await assignCase(center, next.id, handler.id, '2026-11-19')
    expect(await center.call(center.director, 'applications.get', { id: parent.application?.id ?? '' })).toMatchObject({
      decision: { caseId: id },
    })
  })
})

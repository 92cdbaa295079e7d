import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { InputOf, OperationName } from '../../src-main/contract/index.ts'
import { makeClosedCase } from '../support/closed-case.ts'
import { applicationInput, consultationInput, personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter, PASSWORD } from '../support/make-center.ts'

const HIDDEN = '（涉密/未成年人事项，须主任授权）'
const NAME = '林小雨'
/** What nobody without need may read of the matter, wherever it may stand. */
const SECRETS = [NAME, '虐待', '赵强', '校门口', '310101']

/** 林小雨's visit, application and closed case with its subsidy, registered by 王莉 and restricted by the director; 孙梅 is another clerk. */
async function secretMatter() {
  const center = await makeCenter()
  const { call, clerk, director, archivist } = center
  const { user } = await call(clerk, 'session.current', {})
  const person = personInput({
    name: NAME,
    certificateNumber: residentId('2010-05-06', 122),
    categories: ['minor'],
    phone: '0552-3101010',
  })
  const visit = await call(
    clerk,
    'consultations.register',
    consultationInput(user.id, { person, receivedOn: '2026-06-01', cause: '虐待', opponentName: '赵强', content: '校门口' }),
  )
  const made = await makeClosedCase(call, center, {
    application: {
      person,
      personId: visit.personId,
      consultationId: visit.id,
      cause: '虐待纠纷',
      opponentName: '赵强',
      facts: '在校门口被打',
      agency: null,
    },
  })
  const caseId = typeof made === 'string' ? made : made.caseId
  const detail = await call(director, 'cases.get', { id: caseId })
  const applicationId = detail.application?.id ?? ''
  const subsidy = await call(clerk, 'subsidies.prepare', { caseId, chosenFen: null, directCosts: [] })
  const volume = await call(archivist, 'archives.open', { caseId })
  const paper = await call(clerk, 'papers.issue', {
    form: 'application-form',
    subject: { kind: 'application', id: applicationId },
  })
  const { id: otherId } = await call(director, 'users.create', { name: '孙梅', roles: ['clerk'], password: PASSWORD })
  const other = (await call(null, 'session.login', { userId: otherId, password: PASSWORD })).session
  const matter = { kind: 'application' as const, id: applicationId }
  const restrict = (more: Partial<InputOf<'privacy.restrict'>> = {}) =>
    call(director, 'privacy.restrict', { matter, ground: 'juvenile', version: 0, ...more })
  return { ...center, other, otherId, visit, applicationId, caseId, subsidy, volume, paper, matter, restrict, clerkId: user.id }
}

type Matter = Awaited<ReturnType<typeof secretMatter>>
const YEAR = { kind: 'year' as const, year: 2026, index: 1 }

/** Every list through which a matter can be met, by what is asked of it. */
function lists({ visit }: Matter): [door: OperationName, input: object][] {
  return [
    ['applications.list', {}],
    ['applications.list', { words: NAME }],
    ['cases.list', {}],
    ['consultations.list', {}],
    ['consultations.sheet', {}],
    ['search.find', { words: '虐待' }],
    ['desk.today', {}],
    ['subsidies.list', {}],
    ['subsidies.due', {}],
    ['reports.rows', { period: YEAR, row: 'a-received' }],
    ['reports.rows', { period: YEAR, row: 'k-closed' }],
    ['reports.rows', { period: YEAR, row: 'c-all' }],
    ['conflicts.check', { parties: [{ role: 'opponent', name: NAME }] }],
    ['archives.list', {}],
    ['archives.due', {}],
    ['numbering.ledger', { series: 'application', year: 2026 }],
    ['papers.list', { subject: { kind: 'consultation', id: visit.id } }],
  ]
}

/** Every door that takes one thing by its id. */
function doors(one: Matter): [door: OperationName, input: object][] {
  const { applicationId, caseId, subsidy, volume, paper, visit } = one
  return [
    ['applications.get', { id: applicationId }],
    ['cases.get', { id: caseId }],
    ['consultations.get', { id: visit.id }],
    ['subsidies.get', { id: subsidy.id }],
    ['archives.get', { id: volume.id }],
    ['papers.get', { id: paper.id }],
    ['papers.preview', { form: 'application-form', subject: { kind: 'application', id: applicationId } }],
    ['papers.issue', { form: 'application-form', subject: { kind: 'application', id: applicationId } }],
    ['papers.exportDocx', { id: paper.id, handle: 'path:/tmp/none.docx' }],
    ['conflicts.check', { caseId }],
    ['conflicts.check', { applicationId }],
    ['privacy.get', { matter: { kind: 'case', id: caseId } }],
    ['cases.candidates', { id: caseId, assignedOn: '2026-06-12' }],
    ['subsidies.preview', { caseId, chosenFen: null, directCosts: [] }],
    ['applications.withdraw', { id: applicationId, withdrawnOn: '2026-11-20', reason: '…', version: 1 }],
  ]
}

describe('a matter that is hidden', () => {
  test('is in every list without its name and words, and by no door with them', async () => {
    const one = await secretMatter()
    const { call, attempt, refusal, other, director, clerk, restrict } = one
    const asked = async (session: string, door: OperationName, input: object) => {
      const reply = await attempt(session, door, input as never)
      return reply.ok ? JSON.stringify(reply.value) : `refused ${JSON.stringify(reply.error)}`
    }
    const before = await asked(other, 'applications.list', {})
    expect(before).toContain(NAME)
    expect(await restrict()).toEqual({ version: 1 })
    for (const [door, input] of lists(one)) {
      const shown = await asked(other, door, input)
      // The name somebody typed comes back as typed; nothing else does.
      const secrets = door === 'conflicts.check' ? SECRETS.slice(1) : SECRETS
      for (const secret of secrets) expect(shown, `${door} shows ${secret}`).not.toContain(secret)
      expect(shown, door).not.toContain('INTERNAL')
    }
    for (const [door, input] of doors(one))
      expect(await refusal(other, door, input), door).toMatchObject({ code: 'FORBIDDEN', reason: 'restricted', message: HIDDEN })
    // The rows themselves stay, with number, day and state.
    const { rows } = await call(other, 'applications.list', {})
    expect(rows).toMatchObject([{ personName: HIDDEN, cause: '', opponentName: '', receivedOn: '2026-06-08', status: 'granted' }])
    expect(rows[0]?.number).toMatch(/号$/)
    const behind = await call(other, 'reports.rows', { period: YEAR, row: 'a-received' })
    expect(behind).toMatchObject({ value: 1, rows: [{ title: HIDDEN }] })
    const [conflict] = await call(other, 'conflicts.check', { parties: [{ role: 'opponent', name: NAME }] })
    expect(conflict).toMatchObject({ sentence: HIDDEN, personName: '', matterId: one.caseId })
    // Whoever registered it and the director see it whole.
    for (const session of [clerk, director]) expect(await asked(session, 'applications.list', {})).toContain(NAME)
    expect(await asked(clerk, 'cases.get', { id: one.caseId })).toContain(NAME)
  })

  test('stands in the person’s history and in the trail without words', async () => {
    const { call, other, archivist, restrict, visit, applicationId } = await secretMatter()
    await restrict()
    const { history } = await call(other, 'people.get', { id: visit.personId ?? '' })
    expect(history.map(entry => [entry.kind, entry.title, entry.by])).toEqual([
      ['case', HIDDEN, ''],
      ['application', HIDDEN, ''],
      ['consultation', HIDDEN, ''],
    ])
    const trail = await call(archivist, 'audit.list', { limit: 500 })
    const about = trail.filter(entry => entry.subjectId === applicationId)
    expect(about.length).toBeGreaterThan(0)
    for (const entry of about) expect(entry.summary).toBe(HIDDEN)
    expect(JSON.stringify(about)).not.toContain('校门口')
  })

  test('does not stand in the exported register', async () => {
    const { call, other, restrict, folder } = await secretMatter()
    await restrict()
    const file = path.join(folder, 'register.xlsx')
    await call(other, 'consultations.exportXlsx', { handle: `path:${file}` })
    const { default: ExcelJS } = await import('exceljs')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(readFileSync(file) as never)
    const words = JSON.stringify(book.worksheets.map(sheet => sheet.getSheetValues()))
    for (const secret of SECRETS) expect(words, secret).not.toContain(secret)
    expect(words).toContain(HIDDEN)
  })

  test('opens to those on the list and to all once lifted; each is in the trail', async () => {
    const { call, refusal, director, other, otherId, restrict, matter, applicationId, caseId } = await secretMatter()
    await restrict()
    await restrict({ viewerIds: [otherId], version: 1 })
    expect((await call(other, 'cases.get', { id: caseId })).personName).toBe(NAME)
    expect((await call(other, 'privacy.get', { matter: { kind: 'case', id: caseId } })).restriction).toMatchObject({
      label: '未成年人事项',
      setBy: '陈建国',
      viewers: [{ name: '孙梅' }],
    })
    await restrict({ viewerIds: [], version: 2 })
    expect(await refusal(other, 'cases.get', { id: caseId })).toMatchObject({ reason: 'restricted' })
    await call(director, 'privacy.lift', { matter, reason: '已成年', version: 3 })
    expect((await call(other, 'applications.get', { id: applicationId })).person.name).toBe(NAME)
    const trail = await call(director, 'audit.list', { subjectId: applicationId })
    expect(trail.slice(0, 4).map(entry => entry.operation)).toEqual([
      'privacy.lift',
      'privacy.restrict',
      'privacy.restrict',
      'privacy.restrict',
    ])
  })

  test('a clerk may hide a matter and not say who sees it; stale, unknown and other roles are refused', async () => {
    const { call, refusal, clerk, archivist, other, otherId, matter } = await secretMatter()
    const input = { matter, ground: 'secret', version: 0 }
    expect(await refusal(archivist, 'privacy.restrict', input)).toMatchObject({ code: 'FORBIDDEN', reason: 'role' })
    expect(await refusal(clerk, 'privacy.restrict', { ...input, viewerIds: [otherId] })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await refusal(clerk, 'privacy.restrict', { ...input, ground: 'x' })).toMatchObject({ code: 'VALIDATION' })
    expect(await refusal(clerk, 'privacy.restrict', { ...input, version: 1 })).toMatchObject({ code: 'STALE' })
    expect(await call(clerk, 'privacy.restrict', input)).toEqual({ version: 1 })
    expect(await refusal(other, 'applications.get', { id: matter.id })).toMatchObject({ reason: 'restricted' })
    expect(await refusal(clerk, 'privacy.lift', { matter, reason: '…', version: 1 })).toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('what the app offers to hide', () => {
  test('is told and not set: a minor, domestic violence in the facts', async () => {
    const { call, clerk } = await makeCenter()
    const person = personInput({ certificateNumber: residentId('2010-05-06', 122), categories: ['minor'] })
    const facts = '长期遭受家庭暴力，要求离婚'
    const { id, personId } = await call(clerk, 'applications.submit', applicationInput({ person, facts }))
    const matter = { kind: 'application' as const, id }
    expect(await call(clerk, 'privacy.get', { matter })).toMatchObject({
      restriction: null,
      isProtected: false,
      personId,
      offeredRestrictions: [{ code: 'juvenile' }],
      offeredProtections: [{ code: 'domestic-violence' }],
    })
    await call(clerk, 'people.protect', { id: personId, ground: 'domestic-violence', version: 1 })
    await call(clerk, 'privacy.restrict', { matter, ground: 'juvenile', version: 0 })
    expect(await call(clerk, 'privacy.get', { matter })).toMatchObject({
      isProtected: true,
      offeredRestrictions: [],
      offeredProtections: [],
    })
  })
})

import { expect, it } from 'vitest'
import { shippedPack } from '../../src-main/packs/load-pack.ts'
import { applicationInput, consultationInput, personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter, PASSWORD, type TestCenter } from '../support/make-center.ts'
import { noticeInput } from '../support/notice-inputs.ts'

/** The lists that lose a code, with the code. */
const RETIRED: Readonly<Record<string, string>> = {
  channels: 'visit',
  noticeOrgans: 'court',
  aidForms: 'civil-litigation',
  kinshipRelations: 'self',
  personCategories: 'migrant-worker',
  deliveryWays: 'direct',
}

/** Signs a pack that retires (停用) those codes and the first instance of civil matters, from today. */
async function retire(center: TestCenter): Promise<void> {
  const pack = JSON.parse(JSON.stringify({ ...shippedPack(), version: '2026.9' }))
  const markRetired = (list: { code: string; retired?: true }[], code: string | undefined) => {
    const entry = list.find(one => one.code === code)
    if (!entry) throw new Error(`No code ${code}`)
    entry.retired = true
  }
  for (const [list, code] of Object.entries(RETIRED)) markRetired(pack.codes[list], code)
  markRetired(pack.codes.matterTypes[0].stages, 'first-instance')
  const text = JSON.stringify(pack)
  await center.call(center.director, 'packs.enact', { text, enactedOn: '2026-11-20', password: PASSWORD, draftId: null })
}

const stranger = () => personInput({ name: '赵铁柱', certificateNumber: residentId('1980-03-04', 119) })
const fieldsOf = (error: unknown) =>
  (error as { fields: { path: (string | number)[]; message: string }[] }).fields.map(
    one => `${one.path.join('.')} ${one.message}`,
  )

it('keeps a retired code (停用) where it is recorded, and takes it for nothing new', async () => {
  const center = await makeCenter()
  const { clerk, call, refusal } = center
  const me = (await call(clerk, 'users.names', {}))[0]?.id ?? ''
  const visit = await call(clerk, 'consultations.register', consultationInput(me))
  const application = await call(clerk, 'applications.submit', applicationInput({ personId: visit.personId }))
  const notice = await call(clerk, 'notices.accept', noticeInput())
  await retire(center)

  // New entries: refused at the field, with the words of the code.
  const fresh = await refusal(clerk, 'consultations.register', consultationInput(me, { person: stranger() }))
  expect(fieldsOf(fresh)).toEqual(['channel “来访”已停用，请另选咨询方式'])
  const otherWay = consultationInput(me, { person: stranger(), channel: 'letter' })
  expect(fieldsOf(await refusal(clerk, 'consultations.register', otherWay))).toEqual([
    'person.categories “农民工”已停用，请另选人员类别',
  ])
  const newApplication = await refusal(clerk, 'applications.submit', applicationInput({ person: stranger() }))
  expect(fieldsOf(newApplication)).toEqual([
    'stage “一审”已停用，请另选民事的阶段',
    'aidForms.0 “民事诉讼代理”已停用，请另选援助形式',
    'hardship.members.0.relation “本人”已停用，请另选与申请人的关系',
  ])
  const newNotice = noticeInput({ organNumber: '（2026）皖0303刑初89号援通', person: stranger() })
  expect(fieldsOf(await refusal(clerk, 'notices.accept', newNotice))).toContain('organKind “人民法院”已停用，请另选办案机关类别')
  await call(
    clerk,
    'consultations.register',
    consultationInput(me, { channel: 'letter', person: null, anonymousReason: '不愿透露' }),
  )

  // Records that hold them: saved untouched without a trace, and mended elsewhere.
  const seen = await call(clerk, 'consultations.get', { id: visit.id })
  const consultation = { ...seen.consultation }
  expect(await call(clerk, 'consultations.update', { id: visit.id, consultation, version: seen.version })).toEqual({
    version: seen.version,
  })
  const filed = await call(clerk, 'applications.get', { id: application.id })
  const mended = { ...filed.application, facts: '2026 年 3 月至 10 月在某工地做工，工资未付。' }
  const saved = await call(clerk, 'applications.update', { id: application.id, application: mended, version: filed.version })
  expect(saved.version).toBe(filed.version + 1)
  const noted = await call(clerk, 'notices.get', { id: notice.id })
  const organName = '蚌埠市中级人民法院'
  const change = { id: notice.id, notice: { ...noted.notice, organName }, version: noted.version }
  expect((await call(clerk, 'notices.update', change)).version).toBe(noted.version + 1)

  // What was applied for may still be granted.
  const decided = await call(center.director, 'decisions.decide', {
    outcome: 'granted',
    applicationId: application.id,
    decidedOn: '2026-11-20',
    aidForms: ['civil-litigation'],
    opinion: '同意给予法律援助',
    version: saved.version,
  })
  expect(decided.caseNumber).toBe('蚌援民〔2026〕1号')
})

import { describe, expect, test } from 'vitest'
import type { PersonTyped } from '../../src-main/contract/people.ts'
import { openCase } from '../support/case-steps.ts'
import { applicationInput, consultationInput, personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter } from '../support/make-center.ts'

const CODE = '91350100M000100Y43'
const bare = (name: string, more: Partial<PersonTyped> = {}) =>
  personInput({ name, certificateKind: null, certificateNumber: null, phone: null, address: null, categories: [], ...more })
const organisation = (name: string, more: Partial<PersonTyped> = {}) =>
  bare(name, { kind: 'organisation', certificateKind: 'credit-code', certificateNumber: CODE, ...more })

async function openRegister() {
  const center = await makeCenter()
  const { user } = await center.call(center.clerk, 'session.current', {})
  const create = (person: PersonTyped) => center.call(center.clerk, 'people.create', { person })
  const get = (id: string) => center.call(center.clerk, 'people.get', { id })
  const visit = (personId: string, more = {}) =>
    center.call(center.clerk, 'consultations.register', consultationInput(user.id, { person: bare('王建国'), personId, ...more }))
  const names = async (filter: Parameters<typeof center.call<'people.list'>>[2]) =>
    (await center.call(center.clerk, 'people.list', filter)).rows.map(row => row.name)
  return { ...center, create, get, visit, names }
}

describe('the register', () => {
  test('lists persons and organisations, newest first; found by characters, pinyin and credit code tail', async () => {
    const { create, names } = await openRegister()
    await create(bare('王建国'))
    await create(organisation('安徽恒远建筑有限公司'))
    await create(bare('李秀英'))
    expect(await names({})).toEqual(['李秀英', '安徽恒远建筑有限公司', '王建国'])
    expect(await names({ kind: 'organisation' })).toEqual(['安徽恒远建筑有限公司'])
    expect(await names({ words: 'wjg' })).toEqual(['王建国'])
    expect(await names({ words: '恒远' })).toEqual(['安徽恒远建筑有限公司'])
    expect(await names({ words: CODE.slice(-4) })).toEqual(['安徽恒远建筑有限公司'])
    expect(await names({ limit: 1, offset: 1 })).toEqual(['安徽恒远建筑有限公司'])
  })

  const refused: [what: string, person: PersonTyped, field: string][] = [
    [
      'an organisation with a resident number',
      organisation('某公司', { certificateKind: 'resident-id', certificateNumber: residentId('1971-08-16', 281) }),
      'certificateKind',
    ],
    [
      'an organisation with a wrong credit code',
      organisation('某公司', { certificateNumber: '91350100M000100Y44' }),
      'certificateNumber',
    ],
    ['an organisation with a sex', organisation('某公司', { sex: 'male' }), 'sex'],
    ['an organisation with a birthday', organisation('某公司', { birthDate: '1990-01-01' }), 'birthDate'],
    ['an organisation with a category of persons', organisation('某公司', { categories: ['elderly'] }), 'categories'],
    [
      'a person with a credit code',
      bare('王建国', { certificateKind: 'credit-code', certificateNumber: CODE }),
      'certificateKind',
    ],
  ]
  test.each(refused)('refuses %s', async (_, person, field) => {
    const { refusal, clerk } = await openRegister()
    expect(await refusal(clerk, 'people.create', { person })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: ['person', field] }],
    })
  })

  test('an organisation applies, and stays one when the form leaves its kind out', async () => {
    const { call, clerk, get } = await openRegister()
    const input = applicationInput({
      person: organisation('蚌埠市阳光养老院'),
      hardship: { route: 'waived', ground: 'w42-1', proof: '证明' },
    })
    const reply = await call(clerk, 'applications.submit', { ...input, hardship: applicationInput().hardship })
    const { kind: _, ...rest } = organisation('蚌埠市阳光养老院', { phone: '0552-3051234' })
    await call(clerk, 'people.update', { id: reply.personId, person: rest, version: 1 })
    expect(await get(reply.personId)).toMatchObject({ kind: 'organisation', phoneMasked: '0552-***1234' })
  })
})

describe('why somebody may be known already', () => {
  const rows: [typed: string, known: string, reason: string | null, says: string][] = [
    ['王建国', '王 建国', 'name', '姓名相同'],
    ['王建国', '王健国', 'sound', '第 2 字不同：建／健'],
    ['李未', '李末', 'look-alike', '形近'],
    ['张琳', '章林', 'sound', '同音'],
    ['林静', '凌静', 'near-sound', '近音'],
    ['王建国', '王建军', 'similar', '第 3 字不同：国／军'],
    ['王建国', '王建', 'similar', '差 1 个字'],
    ['阿依古丽·买买提', '阿依古丽·买买题', 'sound', '同音'],
    ['阿依古丽·买买提', '阿依努丽·买买提', 'similar', '不同'],
    ['安徽恒远建筑有限公司', '安徽恒远建筑有限责任公司', 'similar', '字号相同'],
    ['王建国', '赵建国', null, ''],
    ['王莉', '王伟', null, ''],
    ['王建国', '王志强', null, ''],
  ]
  test.each(rows)('%s and %s: %s', async (typed, known, reason, says) => {
    const { call, clerk, create } = await openRegister()
    await create(bare(known))
    const found = await call(clerk, 'people.match', { name: typed, certificateNumber: '', phone: '' })
    expect(found.flatMap(one => one.reasons)).toEqual(reason === null ? [] : [reason])
    expect(found.flatMap(one => one.explanations).join('')).toContain(says)
  })

  test('a number with one wrong digit, the surest reason first', async () => {
    const { call, clerk, create } = await openRegister()
    const number = residentId('1971-08-16', 281)
    await create(bare('王建国', { certificateKind: 'resident-id', certificateNumber: number }))
    await create(bare('王建军', { phone: '13805520318' }))
    const wrong = `${number.slice(0, 14)}9${number.slice(15)}`
    const found = await call(clerk, 'people.match', { name: '王建国', certificateNumber: wrong, phone: '138 0552 0318' })
    expect(found.map(one => [one.name, one.reasons])).toEqual([
      ['王建军', ['phone', 'similar']],
      ['王建国', ['near-certificate', 'name']],
    ])
  })

  test('of those who are alike by one character alone four are told', async () => {
    const { call, clerk, create } = await openRegister()
    for (const last of '军华明强平民') await create(bare(`王建${last}`))
    expect(await call(clerk, 'people.match', { name: '王建国', certificateNumber: '', phone: '' })).toHaveLength(4)
  })
})

describe('the page of a person', () => {
  test('lists visits, applications and cases with day and time, and matters of others in which they stood', async () => {
    const center = await openRegister()
    const own = await openCase(center, { receivedOn: '2026-11-20', decidedOn: '2026-11-20' })
    const { personId } = await center.call(center.clerk, 'cases.get', { id: own.id })
    await center.visit(personId)
    const li = personInput({ name: '李秀英', certificateNumber: residentId('1985-03-04', 22), categories: [] })
    const conflicts = await center.call(center.clerk, 'conflicts.check', { parties: [{ role: 'opponent', name: '王建国' }] })
    const conflictReasons = conflicts.map(one => ({ key: one.key, reason: '分由两所承办' }))
    const other = await center.call(
      center.clerk,
      'applications.submit',
      applicationInput({ person: li, opponentName: '王 建国', receivedOn: '2026-11-17', conflictReasons }),
    )
    const { history } = await center.get(personId)
    expect(history.map(one => [one.kind, one.role, one.date, one.time, one.link])).toEqual([
      ['case', 'recipient', '2026-11-20', '09:00', 'recorded'],
      ['application', 'applicant', '2026-11-20', '09:00', 'recorded'],
      ['consultation', 'visitor', '2026-11-18', '09:30', 'recorded'],
      ['application', 'opponent', '2026-11-17', null, 'name'],
    ])
    expect(history.at(-1)?.id).toBe(other.id)
  })
})

describe('merging', () => {
  async function twoEntries(more: Partial<PersonTyped> = {}) {
    const register = await openRegister()
    const one = await register.create(bare('王建国', { phone: '13805520318', categories: ['migrant-worker'] }))
    const other = await register.create(bare('王健国', { address: '蚌山区延安路 12 号', categories: ['elderly'], ...more }))
    const early = await register.visit(other.id, { person: bare('王健国') })
    const versions = async () => ({
      survivorId: one.id,
      survivorVersion: (await register.get(one.id)).version,
      mergedId: other.id,
      mergedVersion: (await register.get(other.id)).version,
    })
    const merge = async (input = {}) => register.call(register.clerk, 'people.merge', { ...(await versions()), ...input })
    return { ...register, one, other, early, versions, merge }
  }

  test('moves everything under the survivor, fills its gaps, and the merged entry points to it', async () => {
    const { one, other, early, merge, get, call, clerk, names, refusal } = await twoEntries()
    const preview = await call(clerk, 'people.mergePreview', { survivorId: one.id, mergedId: other.id })
    expect(preview.fields.filter(field => !field.isSame).map(field => [field.field, field.survivor, field.merged])).toEqual([
      ['name', '王建国', '王健国'],
      ['phone', '138****0318', null],
      ['address', null, '蚌山区延安路 12 号'],
    ])
    expect(preview).toMatchObject({ reasonAsked: null, merged: { consultations: 1 }, categories: ['migrant-worker', 'elderly'] })
    expect(await merge()).toMatchObject({ movedRows: 1, version: 2 })
    expect(await get(one.id)).toMatchObject({
      name: '王建国',
      phoneMasked: '138****0318',
      address: '蚌山区延安路 12 号',
      categories: ['elderly', 'migrant-worker'],
      history: [{ id: early.id }],
      merges: [{ mergedName: '王健国', by: '王莉', movedRows: 1, undoneAt: null }],
    })
    expect(await get(other.id)).toMatchObject({ mergedInto: { id: one.id, name: '王建国' }, history: [] })
    expect(await names({})).toEqual(['王建国'])
    expect(await names({ only: 'merged' })).toEqual(['王健国'])
    const { people } = await call(clerk, 'search.find', { words: '王健国' })
    expect(people.map(person => person.id)).toContain(other.id)
    const [match] = await call(clerk, 'people.match', { name: '王健国', certificateNumber: '', phone: '' })
    expect(match).toMatchObject({ id: one.id, explanations: [expect.stringContaining('已并入的 王健国'), expect.any(String)] })
    const update = { id: other.id, person: bare('王健国'), version: 2 }
    expect(await refusal(clerk, 'people.update', update)).toMatchObject({ code: 'RULE', rule: 'merge-merged' })
  })

  test('whoever registers under the merged entry registers under the survivor', async () => {
    const { one, other, merge, visit, get } = await twoEntries()
    await merge()
    expect((await visit(other.id)).personId).toBe(one.id)
    expect((await get(one.id)).history).toHaveLength(2)
  })

  test('takes back exactly what it moved; later visits and later changes stay with the survivor', async () => {
    const { one, other, early, merge, visit, get, call, clerk, director } = await twoEntries()
    const { mergeId } = await merge({ keep: { name: 'merged' } })
    const later = await visit(one.id)
    const person = bare('王建国', {
      phone: '13900004418',
      address: '蚌山区延安路 12 号',
      categories: ['elderly', 'migrant-worker'],
    })
    await call(clerk, 'people.update', {
      id: one.id,
      person: { ...person, name: '王健国' },
      version: (await get(one.id)).version,
    })
    const back = await call(director, 'people.unmerge', { mergeId, reason: '查明是两人', version: 1 })
    expect(back).toEqual({ survivorId: one.id, mergedId: other.id, movedRows: 1 })
    expect(await get(one.id)).toMatchObject({
      name: '王建国',
      phoneMasked: '139****4418',
      address: null,
      categories: ['migrant-worker'],
      history: [{ id: later.id }],
      merges: [{ undoneBy: '陈建国', undoneReason: '查明是两人' }],
    })
    expect(await get(other.id)).toMatchObject({ name: '王健国', mergedInto: null, history: [{ id: early.id }] })
    const trail = await call(director, 'audit.list', { subjectId: other.id })
    expect(trail.slice(0, 2).map(entry => entry.operation)).toEqual(['people.unmerge', 'people.merge'])
  })

  test('of two different valid resident numbers asks for a reason; a passport beside a number does not', async () => {
    const number = (birth: string, serial: number) => ({
      certificateKind: 'resident-id',
      certificateNumber: residentId(birth, serial),
    })
    const register = await openRegister()
    const one = await register.create(bare('王建国', number('1971-08-16', 281)))
    const other = await register.create(bare('王建国', number('1971-08-16', 283)))
    const third = await register.create(bare('王建国', { certificateKind: 'passport', certificateNumber: 'E12345678' }))
    const input = { survivorId: one.id, survivorVersion: 1, mergedId: other.id, mergedVersion: 1 }
    const { call, refusal, clerk } = register
    const preview = await call(clerk, 'people.mergePreview', { survivorId: one.id, mergedId: other.id })
    expect(preview.reasonAsked).toContain('居民身份证号码不同')
    expect(await refusal(clerk, 'people.merge', input)).toMatchObject({ code: 'RULE', rule: 'merge-different-certificates' })
    expect(await call(clerk, 'people.merge', { ...input, reason: '号码更正，原号作废' })).toMatchObject({ version: 2 })
    const again = { survivorId: one.id, survivorVersion: 2, mergedId: third.id, mergedVersion: 1 }
    expect(await call(clerk, 'people.merge', again)).toMatchObject({ version: 3 })
    // The number of an entry that was merged away is the survivor's too.
    const taken = { person: bare('别人', number('1971-08-16', 283)) }
    expect(await refusal(clerk, 'people.create', taken)).toMatchObject({ code: 'DUPLICATE' })
    const [match] = await call(clerk, 'people.match', { name: '', certificateNumber: residentId('1971-08-16', 283), phone: '' })
    expect(match?.id).toBe(one.id)
  })

  test('is refused stale, twice, with oneself, across kinds and by the wrong role; a chain is undone from its end', async () => {
    const { one, other, merge, versions, create, call, refusal, clerk, archivist } = await twoEntries()
    const input = await versions()
    expect(await refusal(archivist, 'people.merge', input)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await refusal(clerk, 'people.merge', { ...input, mergedVersion: 7 })).toMatchObject({ code: 'STALE' })
    expect(await refusal(clerk, 'people.merge', { ...input, mergedId: one.id })).toMatchObject({ code: 'VALIDATION' })
    const firm = await create(organisation('某公司'))
    const across = { ...input, mergedId: firm.id, mergedVersion: 1 }
    expect(await refusal(clerk, 'people.merge', across)).toMatchObject({ code: 'RULE', rule: 'merge-kinds' })
    const { mergeId } = await merge()
    expect(await refusal(clerk, 'people.merge', { ...input, survivorVersion: 2, mergedVersion: 2 })).toMatchObject({
      rule: 'merge-merged',
    })
    const third = await create(bare('王建国'))
    const chain = { survivorId: third.id, survivorVersion: 1, mergedId: one.id, mergedVersion: 2 }
    const second = await call(clerk, 'people.merge', chain)
    const undo = (id: string, version = 1) => ({ mergeId: id, reason: '弄错了', version })
    expect(await refusal(clerk, 'people.unmerge', undo(mergeId))).toMatchObject({ code: 'RULE', rule: 'merge-chained' })
    expect((await call(clerk, 'people.get', { id: other.id })).mergedInto?.id).toBe(third.id)
    await call(clerk, 'people.unmerge', undo(second.mergeId))
    await call(clerk, 'people.unmerge', undo(mergeId))
    expect(await refusal(clerk, 'people.unmerge', undo(mergeId))).toMatchObject({ code: 'STALE' })
    expect(await refusal(clerk, 'people.unmerge', undo(mergeId, 2))).toMatchObject({ code: 'RULE', rule: 'merge-undone' })
  })
})

describe('a protected address and phone', () => {
  test('are stars on every screen, absent from papers, whole only through the audited reveal', async () => {
    const { call, clerk, director, visit, get } = await openRegister()
    const { id: personId } = await call(clerk, 'people.create', { person: bare('王建国') })
    const first = await visit(personId, {
      person: bare('王建国', { phone: '13805520318', address: '蚌山区延安路 12 号', householdAddress: '怀远县榴城镇' }),
    })
    const subject = { kind: 'consultation', id: first.id } as const
    const preview = async () => (await call(clerk, 'papers.preview', { form: 'consultation-register', subject })).html
    expect(await preview()).toContain('13805520318')
    const { version } = await get(personId)
    const on = { id: personId, ground: 'domestic-violence', note: '有保护令', version }
    expect(await call(clerk, 'people.protect', on)).toEqual({ version: version + 1 })
    const person = await get(personId)
    expect(person).toMatchObject({ isProtected: true, protection: { label: '家庭暴力受害人', note: '有保护令' } })
    const screens = JSON.stringify([
      person,
      await call(clerk, 'consultations.get', { id: first.id }),
      await call(clerk, 'people.list', {}),
      await call(clerk, 'people.match', { name: '王建国', certificateNumber: '', phone: '' }),
      await call(director, 'audit.list', {}),
    ])
    for (const secret of ['13805520318', '延安路', '榴城']) expect(screens, secret).not.toContain(secret)
    const html = await preview()
    expect(html).not.toContain('13805520318')
    expect(html).toContain('（依法保密）')
    expect(await call(clerk, 'people.reveal', { id: personId })).toMatchObject({
      phone: '13805520318',
      address: '蚌山区延安路 12 号',
      householdAddress: '怀远县榴城镇',
    })
    const [entry] = await call(director, 'audit.list', { subjectId: personId })
    expect(entry?.summary).toContain('保密的住址电话')
    // What was shown as stars comes back as stars and changes nothing.
    const { consultation } = await call(clerk, 'consultations.get', { id: first.id })
    const same = { id: personId, person: consultation.person ?? bare(''), version: version + 1 }
    expect(await call(clerk, 'people.update', same)).toEqual({ version: version + 1 })
    await call(clerk, 'people.protect', { id: personId, ground: null, version: version + 1 })
    expect(await get(personId)).toMatchObject({ isProtected: false, address: '蚌山区延安路 12 号' })
  })

  test('of a co-applicant are kept from papers too, as they were typed there; papers issued before are told', async () => {
    const { call, clerk, refusal, archivist } = await openRegister()
    const li = { role: 'co-applicant' as const, kind: 'person' as const, name: '李秀英', certificateKind: 'resident-id' }
    const parties = [{ ...li, certificateNumber: residentId('1985-03-04', 22), phone: '13905521234' }]
    const facts = '李秀英的电话 139 0552-1234，工号 2139055212345；现住蚌山区 朝阳路8号。'
    const { id } = await call(clerk, 'applications.submit', applicationInput({ parties, facts, person: personInput() }))
    const { application } = await call(clerk, 'applications.get', { id })
    const personId = application.parties[0]?.personId ?? ''
    const subject = { kind: 'application' as const, id }
    const issued = await call(clerk, 'papers.issue', { form: 'application-form', subject })
    await call(clerk, 'papers.issue', { form: 'materials-receipt', subject })
    // Since then she moved and changed her number.
    const { version } = await call(clerk, 'people.get', { id: personId })
    const now = bare('李秀英', {
      certificateKind: 'resident-id',
      certificateNumber: residentId('1985-03-04', 22),
      phone: '13700000000',
      address: '蚌山区朝阳路 8 号',
    })
    const moved = await call(clerk, 'people.update', { id: personId, person: now, version })
    expect(await call(clerk, 'people.papersWithContact', { id: personId })).toMatchObject([
      { id: issued.id, title: issued.title, subjectId: id },
    ])
    expect(await refusal(archivist, 'people.papersWithContact', { id: personId })).toMatchObject({ code: 'FORBIDDEN' })
    const html = async () => (await call(clerk, 'papers.preview', { form: 'application-form', subject })).html
    expect(await html()).toContain('139 0552-1234')
    await call(clerk, 'people.protect', { id: personId, ground: 'threatened', version: moved.version })
    const shown = await html()
    // Her digits stay where they are part of a longer number.
    for (const secret of ['>13905521234', '139 0552-1234', '13700000000', '朝阳路']) expect(shown, secret).not.toContain(secret)
    for (const kept of ['2139055212345', '13805520318']) expect(shown, kept).toContain(kept)
    expect((await call(clerk, 'papers.get', { id: issued.id })).html).toContain('139 0552-1234')
  })

  test('an unknown ground, a stale screen and the wrong role are refused', async () => {
    const { call, refusal, clerk, archivist, create } = await openRegister()
    const { id } = await create(bare('王建国'))
    const input = { id, ground: 'domestic-violence', version: 1 }
    expect(await refusal(archivist, 'people.protect', input)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await refusal(clerk, 'people.protect', { ...input, ground: 'x' })).toMatchObject({ code: 'VALIDATION' })
    await call(clerk, 'people.protect', input)
    expect(await refusal(clerk, 'people.protect', input)).toMatchObject({ code: 'STALE', version: 2 })
  })
})

import { describe, expect, test } from 'vitest'
import { maskParticulars } from '../../src-main/app/people/masking.ts'
import type { PersonTyped } from '../../src-main/contract/people.ts'
import { residentIdCheckDigit } from '../../src-main/domain/certificate.ts'
import { consultationInput, personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter, type TestCenter } from '../support/make-center.ts'

async function openDesk() {
  const center = await makeCenter()
  const { user } = await center.call(center.clerk, 'session.current', {})
  const register = async (person: PersonTyped, personId: string | null = null) => {
    const input = consultationInput(user.id, { person, personId })
    const registered = await center.call(center.clerk, 'consultations.register', input)
    return { ...registered, personId: registered.personId ?? '' }
  }
  const refuse = (person: PersonTyped, personId: string | null = null) =>
    center.refusal(center.clerk, 'consultations.register', consultationInput(user.id, { person, personId }))
  return { ...center, clerkId: user.id, register, refuse }
}

async function auditOf(center: TestCenter, subjectId: string) {
  return center.call(center.director, 'audit.list', { subjectId })
}

describe('who is at the desk', () => {
  test('a match says why, and shows what the center did before', async () => {
    const desk = await openDesk()
    const { personId, number } = await desk.register(personInput())
    await desk.register(personInput({ name: '王健国', certificateKind: null, certificateNumber: null, phone: null }))
    const match = async (name: string, certificateNumber: string, phone: string) =>
      (await desk.call(desk.clerk, 'people.match', { name, certificateNumber, phone })).map(one => [one.name, one.reasons])
    expect(await match('王建国', '', '')).toEqual([
      ['王建国', ['name']],
      ['王健国', ['sound']],
    ])
    expect(await match('王 建国', residentId('1971-08-16', 281).toLowerCase(), '138 0552 0318')).toEqual([
      ['王建国', ['certificate', 'phone', 'name']],
      ['王健国', ['sound']],
    ])
    expect(await match('李秀英', '', '13805520318')).toEqual([['王建国', ['phone']]])
    expect(await match('', '', '')).toEqual([])
    expect(await match('李秀英', '3403', '1380')).toEqual([])
    const [known] = await desk.call(desk.clerk, 'people.match', { name: '王建国', certificateNumber: '', phone: '' })
    expect(known).toMatchObject({ id: personId, consultations: 1, applications: 0, cases: 0, phoneMasked: '138****0318' })
    expect(known?.certificateMasked).toBe('3403**********2817')
    expect(known?.history).toMatchObject([
      { kind: 'consultation', number, date: '2026-11-18', title: '追索劳动报酬纠纷', status: '解答', by: '王莉' },
    ])
  })

  test('a new person takes sex and birth date from the certificate, whatever was typed', async () => {
    const desk = await openDesk()
    const { personId } = await desk.register(personInput({ sex: 'female', birthDate: '1990-01-01' }))
    const person = await desk.call(desk.clerk, 'people.get', { id: personId })
    expect(person).toMatchObject({ sex: 'male', birthDate: '1971-08-16', categories: ['migrant-worker'], version: 1 })
  })

  test('no category is forced on anyone: a woman of 70 keeps what was ticked', async () => {
    const desk = await openDesk()
    const { personId } = await desk.register(personInput({ certificateNumber: residentId('1956-01-01', 282), categories: [] }))
    const person = await desk.call(desk.clerk, 'people.get', { id: personId })
    expect(person).toMatchObject({ sex: 'female', categories: [] })
  })

  test('the same certificate under another entry is refused with the name, and nothing is written', async () => {
    const desk = await openDesk()
    await desk.register(personInput())
    const error = await desk.refuse(personInput({ name: '王建国（二）' }))
    expect(error).toMatchObject({ code: 'DUPLICATE', field: 'person.certificateNumber' })
    expect(error).toHaveProperty('message', expect.stringContaining('王建国'))
    const next = await desk.register(personInput({ certificateNumber: residentId('1980-02-29', 11) }))
    expect(next.number).toBe('蚌援咨〔2026〕2号')
  })

  test('an old 15-digit number is the same certificate', async () => {
    const desk = await openDesk()
    const whole = residentId('1971-08-16', 281)
    await desk.register(personInput({ certificateNumber: whole }))
    expect(await desk.refuse(personInput({ certificateNumber: `${whole.slice(0, 6)}${whole.slice(8, 17)}` }))).toMatchObject({
      code: 'DUPLICATE',
    })
  })

  test('a known person is brought up to date, with before and after; what was left empty stays', async () => {
    const desk = await openDesk()
    const { personId } = await desk.register(personInput())
    const again = await desk.register(
      personInput({ certificateKind: null, certificateNumber: null, phone: '0552-3051234', address: null, categories: [] }),
      personId,
    )
    expect(again.personId).toBe(personId)
    const person = await desk.call(desk.clerk, 'people.get', { id: personId })
    expect(person).toMatchObject({ phoneMasked: '0552-***1234', address: '蚌山区延安路 12 号', version: 2 })
    expect(person.certificateMasked).toBe('3403**********2817')
    expect(person.categories).toEqual(['migrant-worker'])
    const [entry] = await auditOf(desk, personId)
    expect(Object.keys(entry?.before ?? {})).toEqual(['phone'])
  })

  test('masked numbers that come back as shown change nothing; on the edit form an emptied field is cleared', async () => {
    const desk = await openDesk()
    const { personId } = await desk.register(personInput())
    const shown = personInput({ certificateNumber: '3403**********2817', phone: '138****0318' })
    const update = (person: PersonTyped, version: number) =>
      desk.call(desk.clerk, 'people.update', {
        id: personId,
        person: { ...person, sex: 'male', birthDate: '1971-08-16' },
        version,
      })
    expect(await update(shown, 1)).toEqual({ version: 1 })
    expect(await update({ ...shown, address: null }, 1)).toEqual({ version: 2 })
    const whole = await desk.call(desk.director, 'people.reveal', { id: personId })
    expect(whole).toEqual({
      certificateNumber: residentId('1971-08-16', 281),
      phone: '13805520318',
      address: null,
      householdAddress: null,
    })
    expect((await desk.call(desk.clerk, 'people.get', { id: personId })).address).toBeNull()
  })

  test('a masked number of nobody is refused', async () => {
    const desk = await openDesk()
    const error = await desk.refuse(personInput({ certificateNumber: '3403**********2817' }))
    expect(error).toMatchObject({ code: 'VALIDATION', fields: [{ path: ['person', 'certificateNumber'] }] })
  })

  test('a look at the whole number is written to the audit trail, without the number', async () => {
    const desk = await openDesk()
    const { personId } = await desk.register(personInput())
    await desk.call(desk.clerk, 'people.reveal', { id: personId, purpose: '核对身份' })
    const [entry] = await auditOf(desk, personId)
    expect(entry).toMatchObject({ operation: 'people.reveal', actor: '王莉', before: null, after: null })
    expect(entry?.summary).not.toContain('340303')
    expect(await desk.refusal(desk.administrator, 'people.reveal', { id: personId })).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'role',
    })
  })

  test('an update of a stale screen, by the wrong role or of nobody is refused', async () => {
    const desk = await openDesk()
    const { personId } = await desk.register(personInput())
    await desk.call(desk.clerk, 'people.update', { id: personId, person: personInput({ address: '新地址' }), version: 1 })
    const late = { id: personId, person: personInput(), version: 1 }
    expect(await desk.refusal(desk.clerk, 'people.update', late)).toMatchObject({ code: 'STALE', version: 2 })
    expect(await desk.refusal(desk.archivist, 'people.update', late)).toMatchObject({ code: 'FORBIDDEN' })
    const nobody = '01ARZ3NDEKTSV4RRFFQ69G5FAV'
    expect(await desk.refusal(desk.clerk, 'people.update', { ...late, id: nobody })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await desk.refusal(desk.clerk, 'people.get', { id: nobody })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await desk.refusal(desk.clerk, 'people.reveal', { id: nobody })).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('particulars that cannot be', () => {
  const good = residentId('1971-08-16', 281)
  const wrongDigit = `${good.slice(0, 17)}${good.endsWith('1') ? '2' : '1'}`
  const rows: [what: string, person: Partial<PersonTyped>, path: string, says: string][] = [
    ['a wrong check digit', { certificateNumber: wrongDigit }, 'certificateNumber', '校验码'],
    ['17 digits', { certificateNumber: good.slice(0, 17) }, 'certificateNumber', '少 1 位'],
    ['an impossible birth date', { certificateNumber: '340303197102302811' }, 'certificateNumber', '不存在'],
    ['a birth after today', { certificateNumber: residentId('2026-11-21', 281) }, 'certificateNumber', '今天之后'],
    ['a number without its kind', { certificateKind: null }, 'certificateKind', '种类'],
    ['an unknown kind', { certificateKind: 'library-card' }, 'certificateKind', '列表'],
    [
      'a number where there is no certificate',
      { certificateKind: 'none-with-reason', certificateNote: '遗失' },
      'certificateNumber',
      '无证件',
    ],
    ['no certificate and no reason', { certificateKind: 'none-with-reason', certificateNumber: null }, 'certificateNote', '原因'],
    ['a mobile number of 10 digits', { phone: '1380552031' }, 'phone', '少 1 位'],
    ['letters in a phone', { phone: 'abc' }, 'phone', '不是数字'],
    [
      'a typed birth date after today',
      { certificateKind: null, certificateNumber: null, birthDate: '2026-11-21' },
      'birthDate',
      '今天',
    ],
    ['an unknown category', { categories: ['astronaut'] }, 'categories', '人员类别'],
  ]
  test.each(rows)('%s', async (_, person, field, says) => {
    const desk = await openDesk()
    const error = await desk.refuse(personInput(person))
    expect(error).toMatchObject({ code: 'VALIDATION', fields: [{ path: ['person', field] }] })
    expect(error).toHaveProperty('fields.0.message', expect.stringContaining(says))
  })

  const accepted: [what: string, person: Partial<PersonTyped>][] = [
    ['born today', { certificateNumber: residentId('2026-11-20', 281) }],
    [
      'a residence permit of a Hong Kong resident',
      { certificateKind: 'hmt-residence-permit', certificateNumber: '810000199408230021' },
    ],
    ['a passport', { certificateKind: 'passport', certificateNumber: 'E12345678' }],
    ['no certificate, with a reason', { certificateKind: 'none-with-reason', certificateNumber: null, certificateNote: '遗失' }],
    ['neither certificate nor phone', { certificateKind: null, certificateNumber: null, phone: null }],
  ]
  test.each(accepted)('accepted: %s', async (_, person) => {
    const desk = await openDesk()
    expect((await desk.register(personInput(person))).number).toBe('蚌援咨〔2026〕1号')
  })

  test('all that is wrong is told at once', async () => {
    const desk = await openDesk()
    const error = await desk.refuse(personInput({ certificateNumber: wrongDigit, phone: '12', categories: ['x'] }))
    expect(error.code === 'VALIDATION' ? error.fields.map(one => one.path.at(-1)).sort() : error).toEqual([
      'categories',
      'certificateNumber',
      'phone',
    ])
  })
})

describe('a certificate being typed', () => {
  test('says sex, birth date, age and region', async () => {
    const center = await makeCenter()
    const check = await center.call(center.clerk, 'people.checkCertificate', {
      kind: 'resident-id',
      number: residentId('1971-08-16', 281),
    })
    expect(check).toMatchObject({ ok: true, message: null, sex: 'male', birthDate: '1971-08-16', age: 55 })
    expect(check).toMatchObject({ regionName: '安徽省蚌埠市蚌山区', regionYear: 2021 })
  })

  const rows: [kind: string, number: string, expected: Record<string, unknown>][] = [
    [
      'resident-id',
      '340303710816281',
      { ok: true, normalised: residentId('1971-08-16', 281), message: expect.stringContaining('15 位') },
    ],
    ['resident-id', '34030319710816', { ok: false, message: expect.stringContaining('少 4 位'), birthDate: null }],
    ['passport', 'e1234 5678', { ok: true, normalised: 'E12345678', sex: null, age: null, regionName: null }],
  ]
  test.each(rows)('%s %s', async (kind, number, expected) => {
    const center = await makeCenter()
    expect(await center.call(center.clerk, 'people.checkCertificate', { kind, number })).toMatchObject(expected)
  })

  const regions: [what: string, code: string, name: string, note: string | null, says: string | null][] = [
    ['a county that stands', '340321', '安徽省蚌埠市怀远县', null, null],
    ['a district renamed', '340303', '安徽省蚌埠市蚌山区', '曾为中市区（至 2004 年）', null],
    ['a county abolished in 2013', '330621', '浙江省绍兴市绍兴县', '2013—2014 年间撤销', null],
    ['a district merged in 2013', '320103', '江苏省南京市白下区', '2013 年撤销', null],
    ['a city made a district', '330183', '浙江省杭州市富阳市', '2014—2015 年间撤销', null],
    ['a district merged in 2021', '330103', '浙江省杭州市下城区', '2021 年撤销', null],
    ['a district made in 2021', '330114', '浙江省杭州市钱塘区', null, null],
    ['a district of a municipality', '110103', '北京市崇文区', '2010 年撤销', null],
    ['a district merged in 2009', '310119', '上海市南汇区', '2009 年撤销', null],
    ['a district merged in 2011', '310103', '上海市卢湾区', '2011 年撤销', null],
    ['a district merged in 2015', '310108', '上海市闸北区', '2015 年撤销', null],
    ['a code that another district took over', '500110', '重庆市綦江区', '曾为万盛区（至 2010—2011 年间）', null],
    ['a county of a city that went', '341421', '安徽省巢湖市庐江县', '2011 年撤销', null],
    ['a county directly under a province', '469029', '海南省保亭黎族苗族自治县', null, null],
    ['a city as a whole', '340300', '安徽省蚌埠市', null, null],
    ['a code of no table', '340399', '安徽省蚌埠市', null, '340399 已撤销或者没有收录'],
  ]
  test('names the region of every code that ever stood, and what became of it', async () => {
    const center = await makeCenter()
    for (const [what, code, name, note, says] of regions) {
      const digits = `${code}19710816281`
      const number = `${digits}${residentIdCheckDigit(digits)}`
      const check = await center.call(center.clerk, 'people.checkCertificate', { kind: 'resident-id', number })
      expect(check, what).toMatchObject({ ok: true, regionName: name, regionNote: note, regionYear: 2021 })
      expect(check.message, what).toEqual(says === null ? null : expect.stringContaining(says))
    }
  })

  test('an unknown kind is refused', async () => {
    const center = await makeCenter()
    expect(await center.refusal(center.clerk, 'people.checkCertificate', { kind: 'x', number: '1' })).toMatchObject({
      code: 'VALIDATION',
    })
  })
})

test('numbers in an audit entry are masked however deep they lie', () => {
  expect(
    maskParticulars({ a: [{ certificateNumber: '34030319710816281X', phone: null }], phone: '13805520318', sum: 1 }),
  ).toEqual({
    a: [{ certificateNumber: '3403**********281X', phone: null }],
    phone: '138****0318',
    sum: 1,
  })
})

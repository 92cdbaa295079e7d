import { readFileSync } from 'node:fs'
import path from 'node:path'
import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import type { InputOf } from '../../src-main/contract/index.ts'
import { applicationInput, consultationInput, personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter } from '../support/make-center.ts'

type Register = InputOf<'consultations.register'>
const ANONYMOUS = { person: null, anonymousReason: '只问一般问题' } as const

async function openDesk() {
  const center = await makeCenter()
  const { user } = await center.call(center.clerk, 'session.current', {})
  const input = (more: Partial<Register> = {}) => consultationInput(user.id, more)
  const register = (more: Partial<Register> = {}) => center.call(center.clerk, 'consultations.register', input(more))
  const get = (id: string) => center.call(center.clerk, 'consultations.get', { id })
  const refuse = (more: Partial<Register>) => center.refusal(center.clerk, 'consultations.register', input(more))
  return { ...center, clerkId: user.id, input, register, get, refuse }
}

describe('who comes, and how', () => {
  test('on behalf of somebody, several together, with the number of the hotline’s call', async () => {
    const desk = await openDesk()
    const more = {
      channel: 'phone-12348',
      callNumber: 'GD20261118-0093',
      persons: 3,
      agent: { name: '王小明', relation: '子女', phone: '138 5520 2601' },
    }
    const { id } = await desk.register(more)
    const agent = { ...more.agent, phone: '13855202601' }
    expect((await desk.get(id)).consultation).toMatchObject({ ...more, agent })
    const { rows } = await desk.call(desk.clerk, 'consultations.list', {})
    expect(rows).toMatchObject([{ persons: 3, agentName: '王小明', personName: '王建国' }])
  })

  test('without a name, with a reason: no person is made, and the name can follow', async () => {
    const desk = await openDesk()
    const { id, personId } = await desk.register(ANONYMOUS)
    expect(personId).toBeNull()
    expect((await desk.call(desk.clerk, 'search.find', { words: '王建' })).people).toEqual([])
    expect((await desk.call(desk.clerk, 'search.find', { words: '劳动报酬' })).files).toHaveLength(1)
    expect((await desk.call(desk.clerk, 'consultations.list', {})).rows).toMatchObject([{ personName: '匿名', personId: null }])
    const { consultation } = await desk.get(id)
    expect(consultation).toMatchObject({ person: null, anonymousReason: '只问一般问题' })
    const named = { ...consultation, person: personInput(), anonymousReason: null }
    await desk.call(desk.clerk, 'consultations.update', { id, consultation: named, version: 1 })
    expect((await desk.get(id)).consultation.person?.name).toBe('王建国')
    expect((await desk.call(desk.clerk, 'search.find', { words: '王建' })).files).toHaveLength(1)
  })

  const refused: [what: string, more: Partial<Register>, field: (string | number)[]][] = [
    ['neither a name nor a reason', { person: null }, ['anonymousReason']],
    ['a name and a reason for none', { anonymousReason: '不愿' }, ['anonymousReason']],
    ['nobody, who is to apply', { ...ANONYMOUS, outcome: 'to-application' }, ['anonymousReason']],
    ['a call number of a visit', { callNumber: '1' }, ['callNumber']],
    ['nobody at all', { persons: 0 }, ['persons']],
    ['an agent without a relation', { agent: { name: '王小明', relation: '', phone: null } }, ['agent', 'relation']],
    ['an agent’s phone of ten digits', { agent: { name: '王小明', relation: '子女', phone: '1385520260' } }, ['agent', 'phone']],
    ['not the center’s business, and nowhere to go', { outcome: 'directed' }, ['referrals']],
    ['a place that is in no list', { outcome: 'directed', referrals: ['the-moon'] }, ['referrals', 0]],
    ['a place where the center itself answers', { referrals: ['police'] }, ['referrals']],
  ]
  test.each(refused)('refused: %s', async (_, more, field) => {
    const desk = await openDesk()
    expect(await desk.refuse(more)).toMatchObject({ code: 'VALIDATION', fields: [{ path: field }] })
  })
})

describe('what is not the center’s', () => {
  test('goes to places of the pack, with what the office filled in, on a slip', async () => {
    const desk = await openDesk()
    const [mediation] = await desk.call(desk.clerk, 'consultations.places', {})
    expect(mediation).toMatchObject({ code: 'mediation', phone: null, version: 0 })
    const contact = { code: 'mediation', phone: '0552-3018888', address: '燕山路 2 号' }
    expect(await desk.call(desk.clerk, 'consultations.savePlace', { ...contact, version: 0 })).toEqual({ version: 1 })
    const late = await desk.refusal(desk.clerk, 'consultations.savePlace', { ...contact, version: 0 })
    expect(late).toMatchObject({ code: 'STALE', version: 1 })
    const { id } = await desk.register({
      outcome: 'directed',
      referrals: ['mediation', 'other-center'],
      referralNote: '龙子湖区法律援助中心',
    })
    const subject = { kind: 'consultation', id } as const
    const slip = await desk.call(desk.clerk, 'papers.preview', { form: 'guidance-slip', subject })
    expect(slip.html).toContain('@page{size:148mm 210mm')
    const said = ['不属于本中心', '人民调解委员会', '0552-3018888', '燕山路 2 号', '其他法律援助中心', '龙子湖区法律援助中心']
    for (const words of said) expect(slip.html).toContain(words)
    const form = await desk.call(desk.clerk, 'papers.preview', { form: 'consultation-register', subject })
    expect(form.html).toContain('人民调解委员会、其他法律援助中心；龙子湖区法律援助中心')
  })

  test('a visit that was answered has no slip', async () => {
    const desk = await openDesk()
    const { id } = await desk.register()
    const subject = { kind: 'consultation', id } as const
    const error = await desk.refusal(desk.clerk, 'papers.issue', { form: 'guidance-slip', subject })
    expect(error).toMatchObject({ code: 'RULE', rule: 'guidance-places' })
  })
})

describe('after saving', () => {
  test('open and save changes nothing, whatever is filled in', async () => {
    const desk = await openDesk()
    const kinds: Partial<Register>[] = [
      { agent: { name: '王小明', relation: '子女', phone: '13855202601' }, persons: 4 },
      { ...ANONYMOUS, channel: 'phone-12348', callNumber: '77' },
      { ...ANONYMOUS, outcome: 'directed', referrals: ['police', 'court-filing'], referralNote: '先报案' },
    ]
    for (const more of kinds) {
      const { id } = await desk.register(more)
      const { consultation, changes } = await desk.get(id)
      expect(changes).toEqual([])
      expect(await desk.call(desk.clerk, 'consultations.update', { id, consultation, version: 1 })).toEqual({ version: 1 })
      expect((await desk.call(desk.director, 'audit.list', { subjectId: id })).length).toBe(1)
    }
  })

  test('the entry tells who changed what', async () => {
    const desk = await openDesk()
    const { id } = await desk.register()
    const { consultation } = await desk.get(id)
    const agent = { name: '王小明', relation: '子女', phone: '13855202601' }
    const change = { id, consultation: { ...consultation, answer: null, agent }, version: 1 }
    await desk.call(desk.director, 'consultations.update', change)
    const { changes } = await desk.get(id)
    expect(changes).toMatchObject([
      {
        by: '陈建国',
        summary: '修改咨询 蚌援咨〔2026〕1号',
        fields: [
          { field: 'agent', before: null, after: { name: '王小明', relation: '子女', phone: '138****2601' } },
          { field: 'answer', before: '可以申请法律援助', after: null },
        ],
      },
    ])
  })

  test('a wrong entry is voided, not deleted: number, register and reports keep their word', async () => {
    const desk = await openDesk()
    const { id, number, personId } = await desk.register()
    await desk.register({ receivedOn: '2026-11-19', personId })
    const input = { id, reason: '重复登记', version: 1 }
    expect(await desk.refusal(desk.clerk, 'consultations.void', { ...input, reason: ' ' })).toMatchObject({ code: 'VALIDATION' })
    expect(await desk.refusal(desk.clerk, 'consultations.void', { ...input, version: 2 })).toMatchObject({ code: 'STALE' })
    expect(await desk.call(desk.clerk, 'consultations.void', input)).toEqual({ version: 2 })
    const read = await desk.get(id)
    expect(read).toMatchObject({ voided: { reason: '重复登记', by: '王莉' }, changes: [{ by: '王莉' }] })
    const { consultation } = read
    const mended = await desk.refusal(desk.clerk, 'consultations.update', { id, consultation, version: 2 })
    expect(mended).toMatchObject({ code: 'RULE', rule: 'consultation-voided' })
    const twice = await desk.refusal(desk.clerk, 'consultations.void', { ...input, version: 2 })
    expect(twice).toMatchObject({ rule: 'consultation-voided' })
    const ledger = await desk.call(desk.clerk, 'numbering.ledger', { series: 'consultation', year: 2026 })
    expect(ledger.map(row => [row.text, row.status, row.voidReason])).toEqual([
      [number, 'void', '重复登记'],
      ['蚌援咨〔2026〕2号', 'used', null],
    ])
    const { rows, total } = await desk.call(desk.clerk, 'consultations.list', {})
    expect([total, rows.map(row => row.voidReason)]).toEqual([2, [null, '重复登记']])
    const person = await desk.call(desk.clerk, 'people.get', { id: personId ?? '' })
    expect(person.history.map(entry => entry.number)).toEqual(['蚌援咨〔2026〕2号'])
    const report = await desk.call(desk.clerk, 'reports.compute', { period: { kind: 'month', year: 2026, index: 11 } })
    const counts = report.sections.flatMap(section => section.rows).filter(row => row.label.includes('咨询'))
    expect(counts.map(row => row.value)).toContain(1)
    expect(counts.map(row => row.value)).not.toContain(2)
    const applied = await desk.refusal(desk.clerk, 'applications.submit', applicationInput({ consultationId: id, personId }))
    expect(applied).toMatchObject({ code: 'VALIDATION', fields: [{ path: ['consultationId'] }] })
  })

  test('what has become an application is not voided', async () => {
    const desk = await openDesk()
    const { id, personId } = await desk.register()
    await desk.call(desk.clerk, 'applications.submit', applicationInput({ consultationId: id, personId }))
    const error = await desk.refusal(desk.clerk, 'consultations.void', { id, reason: '错', version: 2 })
    expect(error).toMatchObject({ code: 'RULE', rule: 'consultation-applied' })
  })
})

describe('the register as a book', () => {
  async function book() {
    const desk = await openDesk()
    const { personId } = await desk.register({ receivedOn: '2026-10-31', toldOfRight: false })
    await desk.register({ receivedOn: '2026-11-01', personId, matterType: 'criminal', cause: '盗窃' })
    await desk.register({ ...ANONYMOUS, receivedOn: '2026-11-20', outcome: 'directed', referrals: ['police'] })
    const { user: director } = await desk.call(desk.director, 'session.current', {})
    const other = { person: personInput({ name: '李秀英', certificateNumber: residentId('1985-03-04', 22) }) }
    const last = await desk.register({ ...other, receivedOn: '2026-11-20', consultantId: director.id })
    await desk.call(desk.clerk, 'consultations.void', { id: last.id, reason: '登错人', version: 1 })
    return { ...desk, directorId: director.id }
  }

  test('is narrowed by consultant, matter, being told of the right', async () => {
    const desk = await book()
    const days = async (filter: InputOf<'consultations.list'>) =>
      (await desk.call(desk.archivist, 'consultations.list', filter)).rows.map(row => row.receivedOn.slice(5))
    expect(await days({})).toEqual(['11-20', '11-20', '11-01', '10-31'])
    expect(await days({ consultantId: desk.directorId })).toEqual(['11-20'])
    expect(await days({ matterType: 'criminal' })).toEqual(['11-01'])
    expect(await days({ toldOfRight: false })).toEqual(['10-31'])
    expect(await days({ toldOfRight: true, from: '2026-11-01', to: '2026-11-01' })).toEqual(['11-01'])
  })

  test.each<[what: string, filter: InputOf<'consultations.sheet'>, heading: string, rows: number]>([
    ['a day', { from: '2026-11-20', to: '2026-11-20' }, '2026年11月20日', 2],
    ['a month', { from: '2026-11-01', to: '2026-11-30' }, '2026年11月<', 3],
    ['part of a month', { from: '2026-11-01', to: '2026-11-29' }, '2026年11月1日至2026年11月29日', 3],
    ['a month of 31 days', { from: '2026-10-01', to: '2026-10-31' }, '2026年10月<', 1],
    ['one kind of matter', { matterType: 'criminal' }, '历年　刑事<', 1],
  ])('prints %s, masked, voided entries with their reason', async (_, filter, heading, rows) => {
    const desk = await book()
    const sheet = await desk.call(desk.archivist, 'consultations.sheet', filter)
    expect(sheet).toMatchObject({ title: '法律援助咨询登记簿', landscape: true, rows })
    expect(sheet.html).toContain(heading)
    expect(sheet.html).not.toContain('13805520318')
    if (rows === 2) {
      expect(sheet.html).toContain('共 1 件 1 人次；方式：来访 1；结果：不属于本中心 1；已告知权利 1；另作废 1 件')
      expect(sheet.html).toContain('作废：登错人')
    }
  })

  test('goes out as XLSX with masked numbers; whole ones only by the director, and told in the trail', async () => {
    const desk = await book()
    const file = path.join(desk.folder, '..', `${path.basename(desk.folder)}.xlsx`)
    const input = { from: '2026-10-01', to: '2026-11-30', handle: `path:${file}` }
    const sheetOf = async () => {
      const workbook = new exceljs.Workbook()
      await workbook.xlsx.load(readFileSync(file).buffer)
      return workbook.getWorksheet('咨询登记簿')
    }
    expect(await desk.call(desk.clerk, 'consultations.exportXlsx', input)).toMatchObject({ rows: 4 })
    const masked = await sheetOf()
    expect([masked?.getCell('I4').value, masked?.getCell('J4').value]).toEqual(['3403**********2817', '138****0318'])
    expect(masked?.getCell('G6').value).toBe('匿名')
    expect(masked?.getCell('X7').value).toBe('登错人')
    expect(masked?.pageSetup.printTitlesRow).toBe('3:3')
    const whole = { ...input, isUnmasked: true }
    expect(await desk.refusal(desk.clerk, 'consultations.exportXlsx', whole)).toMatchObject({ code: 'FORBIDDEN' })
    await desk.call(desk.director, 'consultations.exportXlsx', whole)
    expect((await sheetOf())?.getCell('I4').value).toBe(residentId('1971-08-16', 281))
    const trail = await desk.call(desk.director, 'audit.list', { subjectId: 'register' })
    expect(trail.map(entry => entry.summary)).toEqual([
      '导出咨询登记簿 XLSX 2026年10月1日至2026年11月30日（完整号码，4 条）',
      '导出咨询登记簿 XLSX 2026年10月1日至2026年11月30日（号码已隐去，4 条）',
    ])
  })
})

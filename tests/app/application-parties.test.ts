import { describe, expect, test } from 'vitest'
import type { InputOf } from '../../src-main/contract/index.ts'
import { maskCertificate } from '../../src-main/domain/masking.ts'
import { applicationInput, personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter } from '../support/make-center.ts'

type Submit = InputOf<'applications.submit'>
type Party = NonNullable<Submit['parties']>[number]

const LI = residentId('1980-02-02', 101)
const ZHAO = residentId('1985-03-03', 202)

async function openDesk() {
  const center = await makeCenter({ today: '2026-11-20' })
  const submit = (more: Partial<Submit> = {}) => center.call(center.clerk, 'applications.submit', applicationInput(more))
  const refuse = (more: Partial<Submit>) => center.refusal(center.clerk, 'applications.submit', applicationInput(more))
  const get = (id: string) => center.call(center.clerk, 'applications.get', { id })
  return { ...center, submit, refuse, get }
}

function coApplicant(name: string, certificateNumber: string | null, more: Partial<Party> = {}): Party {
  return { role: 'co-applicant', kind: 'person', name, certificateKind: 'resident-id', certificateNumber, phone: null, ...more }
}

function guardian(more: Partial<Party> = {}): Party {
  return { role: 'guardian', kind: 'person', name: '李芳', relation: 'parent', phone: '13805520001', ...more }
}

/** Every field of the official form filled. */
function wholeForm(): Partial<Submit> {
  return {
    person: personInput({
      householdAddress: '怀远县某村',
      ethnicity: 'HU',
      education: 'junior',
      occupation: '务工人员',
      workplace: '某工地',
      registrationKind: 'rural',
    }),
    agencyNumber: '（2026）皖0303民初12号',
    isGroup: true,
    representation: { kind: 'relative', ground: 'detained', proof: '户口簿、拘留通知书' },
    parties: [
      coApplicant('李四', LI, { phone: '13805520002' }),
      guardian({ relation: 'sibling', certificateKind: 'resident-id', certificateNumber: residentId('1975-05-05', 404) }),
      {
        role: 'opponent',
        kind: 'organisation',
        name: '安徽恒远建筑有限公司',
        certificateNumber: '91350100M000100Y43',
        phone: '0552-3018888',
      },
      { role: 'opponent', kind: 'person', name: '钱老板', relation: '法定代表人' },
      { role: 'opponent-agent', kind: 'person', name: '孙律师', note: '某所' },
      { role: 'other', kind: 'person', name: '周证人', relation: '证人' },
    ],
    custody: {
      place: '蚌埠市看守所',
      forward: {
        by: 'custody-place',
        name: '蚌埠市看守所',
        handedOn: '2026-11-17',
        handedAt: '16:00',
        receivedAt: '15:00',
      },
      decisionToCustody: true,
    },
    filling: { by: 'staff', name: '王莉', unit: null, reason: 'cannot-write', fingerprint: true },
    reading: {
      reader: '王莉',
      readOn: '2026-11-18',
      readAt: '10:20',
      manner: 'dialect',
      language: '皖北方言',
      confirmed: true,
    },
  }
}

describe('the parties of an application', () => {
  test('every field of the form reads back, numbers masked, and saving it as it was read changes nothing', async () => {
    const desk = await openDesk()
    const { id } = await desk.submit(wholeForm())
    const read = await desk.get(id)
    expect(read.application).toMatchObject({
      agencyNumber: '（2026）皖0303民初12号',
      isGroup: true,
      representation: wholeForm().representation,
      custody: wholeForm().custody,
      filling: wholeForm().filling,
      reading: wholeForm().reading,
      opponentName: '安徽恒远建筑有限公司',
    })
    expect(read.application.person).toMatchObject({
      ethnicity: 'HU',
      education: 'junior',
      occupation: '务工人员',
      workplace: '某工地',
      registrationKind: 'rural',
    })
    expect(read.application.parties.map(party => [party.role, party.name, party.certificateNumber, party.phone])).toEqual([
      ['co-applicant', '李四', maskCertificate(LI), '138****0002'],
      ['guardian', '李芳', expect.stringContaining('**********'), '138****0001'],
      ['opponent', '安徽恒远建筑有限公司', '91350100M000100Y43', '0552-3018888'],
      ['opponent', '钱老板', null, null],
      ['opponent-agent', '孙律师', null, null],
      ['other', '周证人', null, null],
    ])
    expect(read.persons).toBe(2)
    expect(read.handOver).toEqual({ minutes: 1380, limitHours: 24, lateMinutes: 0, isLate: false, clause: '法律援助法 第39条' })
    const same = await desk.call(desk.clerk, 'applications.update', { id, application: read.application, version: 1 })
    expect(same).toEqual({ version: 1 })
    const whole = await desk.call(desk.clerk, 'applications.revealParty', { id, position: 0 })
    expect(whole).toEqual({ certificateNumber: LI, phone: '13805520002' })
    const looks = await desk.call(desk.director, 'audit.list', { subjectId: id })
    expect(looks[0]?.summary).toBe('查看当事人 李四 的完整证件号码和电话')
  })

  test('a change elsewhere keeps the recorded numbers, in whatever order the parties come back', async () => {
    const desk = await openDesk()
    const { id } = await desk.submit(wholeForm())
    const { application } = await desk.get(id)
    const turned = [...application.parties].reverse().map(party => ({ ...party }))
    const second = turned.filter(party => party.role === 'opponent')
    const parties = [...turned.filter(party => party.role !== 'opponent'), ...second.reverse()]
    const { version } = await desk.call(desk.clerk, 'applications.update', {
      id,
      application: { ...application, parties, agencyNumber: null },
      version: 1,
    })
    expect(version).toBe(2)
    const at = parties.findIndex(party => party.role === 'co-applicant')
    const whole = await desk.call(desk.clerk, 'applications.revealParty', { id, position: at })
    expect(whole).toEqual({ certificateNumber: LI, phone: '13805520002' })
  })

  test('co-applicants become persons of the register, known ones are taken, and the search finds them', async () => {
    const desk = await openDesk()
    const known = await desk.submit({ person: personInput({ name: '李四', certificateNumber: LI, phone: '13805520009' }) })
    const { id } = await desk.submit({ parties: [coApplicant('李四', LI), coApplicant('赵六', ZHAO)] })
    const { application } = await desk.get(id)
    expect(application.parties[0]?.personId).toBe(known.personId)
    const [zhao] = await desk.call(desk.clerk, 'people.match', { name: '赵六', certificateNumber: ZHAO, phone: '' })
    expect(zhao).toMatchObject({ id: application.parties[1]?.personId, sex: 'female', birthDate: '1985-03-03' })
    const kept = await desk.call(desk.clerk, 'people.reveal', { id: known.personId })
    expect(kept).toMatchObject({ certificateNumber: LI, phone: '13805520009' })
    const { rows } = await desk.call(desk.clerk, 'applications.list', { words: '赵六' })
    expect(rows.map(row => row.id)).toEqual([id])
  })

  const faults: [what: string, more: Partial<Submit>, path: (string | number)[]][] = [
    ['a co-applicant without a certificate', { parties: [coApplicant('李四', null)] }, ['parties', 0, 'certificateNumber']],
    [
      'a co-applicant without any papers and no reason',
      { parties: [coApplicant('李四', null, { certificateKind: 'none-with-reason' })] },
      ['parties', 0, 'note'],
    ],
    [
      'a wrong check digit in the second row',
      { parties: [coApplicant('李四', LI), coApplicant('赵六', `${ZHAO.slice(0, 17)}${ZHAO.endsWith('1') ? '2' : '1'}`)] },
      ['parties', 1, 'certificateNumber'],
    ],
    [
      'the same certificate twice',
      { parties: [coApplicant('李四', LI), coApplicant('李思', LI)] },
      ['parties', 1, 'certificateNumber'],
    ],
    [
      "the applicant's certificate under another name",
      { parties: [coApplicant('赵六', residentId('1971-08-16', 281))] },
      ['parties', 0, 'certificateNumber'],
    ],
    ['the applicant again', { parties: [coApplicant('王建国', residentId('1971-08-16', 281))] }, ['parties', 0, 'name']],
    [
      'an organisation as co-applicant',
      { parties: [coApplicant('某公司', null, { kind: 'organisation' })] },
      ['parties', 0, 'kind'],
    ],
    [
      'a wrong credit code',
      {
        parties: [
          { role: 'opponent', kind: 'organisation', name: '安徽恒远建筑有限公司', certificateNumber: '91350100M000100Y44' },
        ],
      },
      ['parties', 0, 'certificateNumber'],
    ],
    [
      'another first opponent than the form names',
      { parties: [{ role: 'opponent', kind: 'organisation', name: '另一家公司' }] },
      ['opponentName'],
    ],
    ['a phone that cannot be', { parties: [guardian({ role: 'other', phone: '1380552' })] }, ['parties', 0, 'phone']],
    [
      'a masked number that nobody is known by',
      { parties: [coApplicant('李四', '3403**********1019')] },
      ['parties', 0, 'certificateNumber'],
    ],
    ['a group without people', { isGroup: true }, ['parties']],
    ['an unknown ethnicity', { person: personInput({ ethnicity: 'XX' }) }, ['person', 'ethnicity']],
    ['an unknown education', { person: personInput({ education: 'wizard' }) }, ['person', 'education']],
    ['an unknown registration', { person: personInput({ registrationKind: 'moon' }) }, ['person', 'registrationKind']],
  ]
  test('refused, with the row named, and nothing is stored', async () => {
    const desk = await openDesk()
    for (const [what, more, path] of faults)
      expect(await desk.refuse(more), what).toMatchObject({ code: 'VALIDATION', fields: [{ path }] })
    expect(await desk.call(desk.clerk, 'numbering.ledger', { series: 'application', year: 2026 })).toEqual([])
    const people = await desk.call(desk.clerk, 'people.match', { name: '李四', certificateNumber: LI, phone: '' })
    expect(people).toEqual([])
  })

  test('an application of before keeps its one opponent and saves unchanged; the first of several becomes the name', async () => {
    const desk = await openDesk()
    const { id } = await desk.submit()
    const { application } = await desk.get(id)
    expect(application).toMatchObject({ parties: [], opponentName: '安徽恒远建筑有限公司', representation: { kind: 'self' } })
    expect(await desk.call(desk.clerk, 'applications.update', { id, application, version: 1 })).toEqual({ version: 1 })
    const parties: Party[] = [
      { role: 'opponent', kind: 'person', name: '钱老板' },
      { role: 'opponent', kind: 'organisation', name: '安徽恒远建筑有限公司' },
    ]
    await desk.call(desk.clerk, 'applications.update', {
      id,
      application: { ...application, opponentName: null, parties },
      version: 1,
    })
    expect((await desk.get(id)).application.opponentName).toBe('钱老板')
  })

  test('forms 2, 3 and 4 print it all, and further papers make a further receipt', async () => {
    const desk = await openDesk()
    const { id } = await desk.submit(wholeForm())
    const subject = { kind: 'application', id } as const
    const textOf = async (form: string) =>
      (await desk.call(desk.clerk, 'papers.preview', { form, subject })).html.replace(/<[^>]+>|\s/g, '')
    const form2 = await textOf('application-form')
    for (const said of [
      '回族',
      '初中',
      '务工人员',
      '某工地',
      '（农村）',
      '李芳',
      '兄弟姐妹',
      '皖0303民初12号',
      '钱老板',
      '按指印',
    ])
      expect(form2, said).toContain(said)
    expect(form2).toContain('共同申请人名单（1人）')
    expect(form2).toContain('未超过24小时')
    for (const form of ['application-form', 'hardship-statement']) {
      const text = await textOf(form)
      expect(text).toContain('宣读记录：2026年11月18日10:20，王莉以“方言宣读（皖北方言）”')
    }
    const mandated: Partial<Submit> = {
      representation: { kind: 'agent', ground: 'mandate', proof: '授权委托书' },
      parties: [{ role: 'agent', kind: 'person', name: '周婷', relation: 'other-relative' }],
      person: personInput({ name: '赵六', certificateNumber: ZHAO }),
    }
    const other = await desk.submit(mandated)
    const form3 = await desk.call(desk.clerk, 'papers.preview', {
      form: 'mandate',
      subject: { kind: 'application', id: other.id },
    })
    expect(form3.html).toContain('周婷')
    expect(await desk.refusal(desk.clerk, 'papers.preview', { form: 'mandate', subject })).toMatchObject({ code: 'NOT_FOUND' })

    const receipt = () => desk.call(desk.clerk, 'papers.issue', { form: 'materials-receipt', subject })
    const first = await receipt()
    expect((await receipt()).isReprint).toBe(true)
    const { application } = await desk.get(id)
    const materials = [...application.materials, { name: '欠条', copies: 2, isOriginal: true }]
    await desk.call(desk.clerk, 'applications.update', { id, application: { ...application, materials }, version: 1 })
    const second = await receipt()
    expect(second).toMatchObject({ isReprint: false })
    expect(second.id).not.toBe(first.id)
    expect(second.html.replace(/<[^>]+>/g, '')).toContain('共 2 种，3 份')
  })

  test('what was read out cannot change under its record', async () => {
    const desk = await openDesk()
    const { id } = await desk.submit(wholeForm())
    const { application } = await desk.get(id)
    const changed = { ...application, facts: '另一种说法' }
    const update = (more: object) => ({ id, application: { ...changed, ...more }, version: 1 })
    expect(await desk.refusal(desk.clerk, 'applications.update', update({}))).toMatchObject({
      fields: [{ path: ['application', 'reading'] }],
    })
    expect(await desk.call(desk.clerk, 'applications.update', update({ reading: null }))).toEqual({ version: 2 })
  })
})

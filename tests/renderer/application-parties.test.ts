import { describe, expect, test } from 'vitest'
import { applicationInput } from '../../src-main/contract/applications.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'
import {
  applicationField,
  applicationInputOf,
  applicationLabel,
  applicationProblems,
  applicationValues,
  emptyApplication,
  pageOfField,
} from '../../src-renderer/features/applications/application-values.ts'
import { declarationPages } from '../../src-renderer/features/applications/declaration-text.ts'
import { readPeopleList } from '../../src-renderer/features/applications/party-list.ts'
import {
  needsPartsPage,
  personsIn,
  tidyTime,
  withOpponentName,
  withParties,
  withRepresentation,
} from '../../src-renderer/features/applications/party-values.ts'
import { draftOf } from '../../src-renderer/ui/draft-shape.ts'
import { withoutCertificate } from '../../src-renderer/ui/person-draft.ts'
import { residentId, applicationInput as typedInput } from '../support/desk-inputs.ts'

const pack = shippedPack()
const TODAY = '2026-11-20'
const isWithout = withoutCertificate(pack.codes.certificateKinds)
const LI = residentId('1980-02-02', 101)
const ZHAO = residentId('1985-03-03', 202)
const saved = applicationInput.parse({
  ...typedInput(),
  agencyNumber: '12号',
  isGroup: true,
  representation: { kind: 'relative', ground: 'detained', proof: '户口簿' },
  parties: [
    { role: 'guardian', kind: 'person', name: '李芳', relation: 'sibling' },
    { role: 'co-applicant', kind: 'person', name: '李四', certificateKind: 'resident-id', certificateNumber: LI },
    { role: 'opponent', kind: 'organisation', name: '安徽恒远建筑有限公司', certificateNumber: '91350100M000100Y43' },
  ],
  custody: {
    place: '看守所',
    forward: { by: 'organ', name: null, handedOn: '2026-11-17', handedAt: '16:00', receivedAt: '15:00' },
    decisionToCustody: false,
  },
  filling: { by: 'passing-body', name: '钱某', unit: '看守所', reason: 'detained', fingerprint: false },
  reading: { reader: '王莉', readOn: '2026-11-18', readAt: '10:20', manner: 'sign', language: null, confirmed: true },
})
const values = applicationValues(pack, saved)

describe('the parts of the form beyond applicant and matter', () => {
  test('opened and saved is the same, and a draft brings all of it back', () => {
    const { hardship: _, ...parts } = saved
    expect(applicationInputOf(values, isWithout)).toMatchObject(parts)
    const restored = draftOf(emptyApplication(pack, TODAY), JSON.parse(JSON.stringify(values)))
    expect(restored && applicationInputOf(restored, isWithout)).toMatchObject(parts)
  })

  test('nothing is answered beforehand, and an ordinary application passes the page by', () => {
    const empty = emptyApplication(pack, TODAY)
    expect(empty).toMatchObject({ isForwarded: null, decisionToCustody: null, fingerprint: null, filledBy: '', readings: [] })
    expect([needsPartsPage(empty), needsPartsPage(values), personsIn(empty), personsIn(values)]).toEqual([false, true, 1, 2])
  })

  test('open questions are told on their page', () => {
    const open = { ...emptyApplication(pack, TODAY), isDetained: true, isFilledIn: true, representationKind: 'relative' }
    const problems = applicationProblems(open, isWithout, TODAY)
    const asked = ['custodyPlace', 'isForwarded', 'decisionToCustody', 'filledBy', 'fingerprint', 'representationGround']
    for (const name of asked) expect([name, pageOfField(name), name in problems]).toEqual([name, 'parties', true])
    expect(applicationProblems({ ...open, isForwarded: true, handedAt: '25:00' }, isWithout, TODAY)).toHaveProperty('handedAt')
    expect(applicationProblems({ ...open, isForwarded: false }, isWithout, TODAY)).not.toHaveProperty('handedAt')
  })

  test.each([
    ['custody.forward.receivedAt', 'custodyReceivedAt'],
    ['representation.ground', 'representationGround'],
    ['filling.by', 'filledBy'],
    ['reading.readOn', 'readings'],
    ['parties.3.name', 'parties.3.name'],
    ['hardship.ground', 'ground'],
  ])('the path %s is the field %s', (path, field) => {
    expect(applicationField(path)).toBe(field)
    expect(applicationLabel(field)).not.toBe('内容')
  })

  test('one representative changes with the way of applying, and goes with it', () => {
    const agent = { ...values, ...withRepresentation(values, 'agent') }
    expect(agent.parties[0]).toMatchObject({ role: 'agent', name: '李芳', relation: '' })
    const self = { ...agent, ...withRepresentation(agent, 'self') }
    expect(self.parties.map(party => party.role)).toEqual(['co-applicant', 'opponent'])
  })

  test('the first opponent has one name on both pages', () => {
    expect(withOpponentName(values, '乙公司').parties?.at(-1)?.name).toBe('乙公司')
    expect(withParties(values.parties.map(party => ({ ...party, name: '丙' }))).opponentName).toBe('丙')
    expect(withOpponentName(emptyApplication(pack, TODAY), '乙公司')).toEqual({ opponentName: '乙公司' })
  })

  test('a time is typed in any of the usual ways', () => {
    expect(['930', '0930', '9:30', '9：30', '2460', '上午'].map(tidyTime)).toEqual([
      '09:30',
      '09:30',
      '09:30',
      '09:30',
      '2460',
      '上午',
    ])
  })
})

describe('a pasted list of people', () => {
  const bad = `${LI.slice(0, 17)}${LI.endsWith('1') ? '2' : '1'}`
  test.each([
    [
      'columns of a spreadsheet',
      `李四\t${LI}\t13805520002`,
      { name: '李四', certificateNumber: LI, phone: '13805520002', fault: null },
    ],
    ['another order, with a place', `1\t${LI}\t13805520002\t李四`, { name: '李四', certificateNumber: LI, phone: '13805520002' }],
    ['blanks', `李四 ${LI} 13805520002`, { name: '李四', certificateNumber: LI, phone: '13805520002' }],
    ['no phone', `李四，${LI}`, { phone: '', fault: null }],
    ['no name', `${LI}\t13805520002`, { fault: '没有姓名' }],
    ['no certificate', '李四\t13805520002', { fault: '没有 18 位身份证号码' }],
    ['a wrong check digit', `李四\t${bad}`, { fault: '第 18 位校验码不对，请逐位核对' }],
    ['one who is in the form', `赵六\t${ZHAO}`, { fault: '名单里已有这个证件号码' }],
  ])('%s', (_, line, expected) => {
    expect(readPeopleList(line, new Set([ZHAO]), TODAY)).toMatchObject([expected])
  })

  test('the head and empty lines are passed over; the second of two is told its row', () => {
    const people = readPeopleList(`姓名\t证号\n李四\t${LI}\n\n李思\t${LI}`, new Set(), TODAY)
    expect(people.map(person => [person.row, person.fault])).toEqual([
      [2, null],
      [4, '与第 2 行的证件号码相同'],
    ])
  })
})

test('the declaration desk reads the facts, the household and the undertaking in the pack’s words', () => {
  const pages = declarationPages(pack, values, saved.hardship)
  expect(pages.map(page => page.title)).toEqual(['一、申请事项和案情', '二、家庭经济状况', '三、承诺'])
  expect(pages[0]?.lines).toContain(saved.facts)
  expect(pages[1]?.lines).toEqual(['王建国（本人）：收入每月 1,200.00 元。'])
  expect(pages[2]?.lines[0]).toContain('本人承诺')
  expect(declarationPages(pack, values, null)[1]?.lines).toEqual(['（经济困难部分尚未填完）'])
})

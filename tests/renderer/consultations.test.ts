import { describe, expect, test } from 'vitest'
import type { ConsultationInput } from '../../src-main/contract/consultations.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'
import {
  type ConsultationValues,
  consultationField,
  consultationInputOf,
  consultationLabel,
  consultationProblems,
  consultationStaleFields,
  consultationValues,
  emptyConsultation,
} from '../../src-renderer/features/consultations/consultation-values.ts'
import { draftOf, editDraftOf, editStart } from '../../src-renderer/ui/draft-shape.ts'
import { problemLine, shownProblems, withoutChanged } from '../../src-renderer/ui/form-problems.ts'
import {
  derivedCategories,
  emptyPerson,
  fillGaps,
  type PersonDraft,
  retickCategories,
  tickedByAppLine,
  withoutCertificate,
} from '../../src-renderer/ui/person-draft.ts'
import { markMatches, matchesWords } from '../../src-renderer/ui/pinyin-match.ts'
import { staleRows } from '../../src-renderer/ui/stale-merge.ts'

const pack = shippedPack()
const { personCategories, certificateKinds } = pack.codes
const isWithout = withoutCertificate(certificateKinds)
const CLERK = '01M7VTFFJ00000000000000001'
const TODAY = '2026-11-20'
const empty = emptyConsultation(pack, { day: TODAY, time: '14:30' }, CLERK)
const filled: ConsultationValues = {
  ...empty,
  name: '李春梅',
  certificateNumber: '340303197108162841',
  phone: '13855202601',
  matterType: 'civil',
  cause: '追索劳动报酬纠纷',
  content: '欠薪，问怎样讨要',
  toldOfRight: true,
  outcome: 'answered',
}

describe('a new register form', () => {
  test('answers no question about the matter, the right or the outcome by itself', () => {
    expect(empty).toMatchObject({ matterType: '', toldOfRight: null, outcome: '', categories: [], personId: null })
  })

  test('says in its own order and words what is missing', () => {
    expect(consultationProblems(empty, isWithout, TODAY)).toEqual({
      name: '请填写姓名',
      matterType: '请选择事项类别',
      cause: '请填写案由',
      content: '请填写咨询内容',
      toldOfRight: '请选择是否已告知可申请法律援助',
      outcome: '请选择办理结果',
    })
    expect(Object.keys(consultationProblems(empty, isWithout, TODAY))[0]).toBe('name')
    expect(consultationInputOf(empty, isWithout)).toBeNull()
  })

  test('is saved as the contract takes it once all is answered', () => {
    expect(consultationProblems(filled, isWithout, TODAY)).toEqual({})
    expect(consultationInputOf(filled, isWithout)).toMatchObject({
      toldOfRight: true,
      opponentName: null,
      answer: null,
      person: { certificateKind: 'resident-id', certificateNumber: '340303197108162841', address: null },
    })
  })

  test.each<[string, Partial<ConsultationValues>, string, string | undefined]>([
    ['today', { receivedOn: '2026-11-20' }, 'receivedOn', undefined],
    ['tomorrow', { receivedOn: '2026-11-21' }, 'receivedOn', '日期不能晚于今天'],
    ['no day', { receivedOn: null }, 'receivedOn', '请填写日期'],
    ['a time', { receivedAt: '23:59' }, 'receivedAt', undefined],
    ['no time', { receivedAt: '' }, 'receivedAt', undefined],
    ['no such time', { receivedAt: '24:00' }, 'receivedAt', '时间应为 时:分，如 14:30'],
    ['eleven digits', { phone: '138 5520 2601' }, 'phone', undefined],
    ['ten digits', { phone: '138 5520 260' }, 'phone', '少 1 位，手机号应为 11 位'],
    ['a recorded phone, masked', { phone: '138****2601' }, 'phone', undefined],
    ['no phone', { phone: '' }, 'phone', undefined],
    ['not told', { toldOfRight: false }, 'toldOfRight', undefined],
    [
      'no certificate, without a reason',
      { certificateKind: 'none-with-reason', certificateNumber: '' },
      'certificateNote',
      '请写明为什么没有证件',
    ],
  ])('%s', (_, patch, field, sentence) => {
    expect(consultationProblems({ ...filled, ...patch }, isWithout, TODAY)[field]).toBe(sentence)
  })

  test('a kind without a number is no certificate; a reason without a certificate is kept', () => {
    expect(consultationInputOf({ ...filled, certificateNumber: '' }, isWithout)?.person).toMatchObject({
      certificateKind: null,
      certificateNumber: null,
    })
    const without = { ...filled, certificateKind: 'none-with-reason', certificateNote: '来电未提供' }
    expect(consultationInputOf(without, isWithout)?.person).toMatchObject({
      certificateKind: 'none-with-reason',
      certificateNumber: null,
      certificateNote: '来电未提供',
    })
  })
})

describe('a saved entry', () => {
  const saved: ConsultationInput = {
    channel: 'letter',
    callNumber: null,
    anonymousReason: null,
    persons: 2,
    agent: { name: '高强', relation: '子女', phone: null },
    referrals: [],
    referralNote: null,
    receivedOn: '2026-11-19',
    receivedAt: null,
    person: {
      name: '高淑兰',
      certificateKind: 'resident-id',
      certificateNumber: '3403**********1281',
      certificateNote: null,
      sex: 'female',
      birthDate: '1958-04-05',
      phone: '130****7788',
      householdAddress: null,
      address: '蚌山区',
      categories: ['elderly', 'woman'],
      ethnicity: 'HA',
      education: null,
      occupation: '农民',
      workplace: null,
      registrationKind: 'rural',
    },
    personId: null,
    matterType: 'civil',
    cause: '赡养纠纷',
    opponentName: null,
    content: '问怎么起诉',
    answer: null,
    toldOfRight: true,
    outcome: 'answered',
    consultantId: CLERK,
  }

  test('opened and saved is the same', () => {
    expect(consultationInputOf(consultationValues(pack, saved), isWithout)).toEqual(saved)
  })

  test('a late save compares field by field, in words', () => {
    const opened = consultationValues(pack, saved)
    const theirs = { ...opened, answer: '可以起诉', channel: 'visit' }
    const mine = { ...opened, answer: '先调解', categories: ['woman'] }
    const rows = staleRows(consultationStaleFields(pack, [{ id: CLERK, name: '王莉' }]), { opened, theirs, mine })
    expect(rows.map(row => [row.label, row.kind, row.opened, row.theirs, row.mine])).toEqual([
      ['答复意见', 'conflict', '', '可以起诉', '先调解'],
      ['人员类别', 'mine', '老年人、妇女', '老年人、妇女', '妇女'],
      ['方式', 'theirs', '信函', '来访', '信函'],
    ])
  })

  test('paths of the contract are the form’s fields', () => {
    expect(consultationField('person.certificateNumber')).toBe('certificateNumber')
    expect(consultationField('person.categories.2')).toBe('categories')
    expect(consultationField('content')).toBe('content')
    expect(consultationLabel('phone')).toBe('联系电话')
  })
})

describe('categories that sex and age decide', () => {
  test.each([
    ['a woman of 59', 'female', '1966-11-21', ['woman']],
    ['a woman of 60 today', 'female', '1966-11-20', ['elderly', 'woman']],
    ['a boy of 17', 'male', '2008-11-21', ['minor']],
    ['a man of 18 today', 'male', '2008-11-20', []],
    ['nobody known', null, null, []],
  ] as const)('%s', (_, sex, birthDate, codes) => {
    expect(derivedCategories(personCategories, { sex, birthDate, day: TODAY })).toEqual(codes)
  })

  test('follow the facts and leave every other tick alone', () => {
    expect(retickCategories(['migrant-worker', 'woman'], personCategories, ['woman'], [])).toEqual(['migrant-worker'])
    expect(retickCategories(['disabled'], personCategories, [], ['elderly', 'woman'])).toEqual(['disabled', 'elderly', 'woman'])
    expect(retickCategories(['disabled'], personCategories, ['woman'], ['woman'])).toEqual(['disabled'])
  })

  test('are named as ticked by the app', () => {
    expect(tickedByAppLine(personCategories, ['woman'], ['woman', 'disabled'])).toBe('“妇女”按性别自动勾选，可改')
    expect(tickedByAppLine(personCategories, ['elderly', 'woman'], ['elderly', 'woman'])).toBe(
      '“老年人”“妇女”按年龄、性别自动勾选，可改',
    )
    expect(tickedByAppLine(personCategories, ['woman'], [])).toBe('')
  })
})

describe('带入上次的资料', () => {
  const known: PersonDraft = {
    ...emptyPerson('resident-id'),
    name: '李春梅',
    certificateNumber: '3403**********2841',
    sex: 'female',
    birthDate: '1971-08-16',
    phone: '138****2601',
    address: '宋庄村 12 号',
    categories: ['woman', 'migrant-worker'],
  }

  test('fills what is empty and never overwrites what was typed', () => {
    const typed: PersonDraft = { ...emptyPerson('passport'), name: '李春枚', phone: '13900000000', categories: ['disabled'] }
    expect(fillGaps(typed, known)).toEqual({
      certificateKind: 'resident-id',
      certificateNumber: '3403**********2841',
      sex: 'female',
      birthDate: '1971-08-16',
      address: '宋庄村 12 号',
      categories: ['disabled', 'woman', 'migrant-worker'],
    })
  })

  test('keeps the kind of a certificate that was typed', () => {
    const typed: PersonDraft = { ...known, certificateKind: 'passport', certificateNumber: 'E12345678' }
    expect(fillGaps(typed, known)).toEqual({})
  })
})

describe('drafts', () => {
  test('come back into the shape of the form', () => {
    expect(draftOf(filled, { name: '王五', toldOfRight: null, categories: 'woman', unknown: 1 })).toEqual({
      ...filled,
      name: '王五',
      toldOfRight: null,
    })
    expect(draftOf(empty, { toldOfRight: true })).toMatchObject({ toldOfRight: true })
    expect(draftOf(empty, { somethingElse: 1 })).toBeNull()
    expect(draftOf(empty, [])).toBeNull()
    expect(draftOf(empty, null)).toBeNull()
  })

  test('of a change keep what they were written upon', () => {
    const ground = editStart(filled, 5)
    const stored = { opened: { values: { ...filled, answer: '旧' }, version: 3 }, values: { ...filled, answer: '新' } }
    expect(editDraftOf(ground, JSON.parse(JSON.stringify(stored)))).toEqual(stored)
    expect(editDraftOf(ground, { values: filled })).toBeNull()
    expect(editDraftOf(ground, { opened: { values: filled, version: '3' }, values: filled })).toBeNull()
  })
})

describe('problems of a form', () => {
  const all = { name: '请填写姓名', 'members.0.name': '请填写成员姓名', phone: '少 1 位，手机号应为 11 位' }
  const quiet = { touched: new Set<string>(), isTried: false, refused: {} }

  test('show once their field was left, or when a save was tried', () => {
    expect(shownProblems(all, quiet)).toEqual({})
    expect(shownProblems(all, { ...quiet, touched: new Set(['phone']) })).toEqual({ phone: all.phone })
    expect(shownProblems(all, { ...quiet, touched: new Set(['members.0']) })).toEqual({ 'members.0.name': '请填写成员姓名' })
    expect(shownProblems(all, { ...quiet, isTried: true })).toEqual(all)
    expect(shownProblems({}, { ...quiet, refused: { phone: '核心说不行' } })).toEqual({ phone: '核心说不行' })
  })

  test('what the core refused goes when its field changes', () => {
    expect(withoutChanged({ phone: 'a', 'members.0.name': 'b' }, ['members'])).toEqual({ phone: 'a' })
    expect(withoutChanged({ phone: 'a' }, ['name'])).toEqual({ phone: 'a' })
  })

  test('are counted and named in one line', () => {
    expect(problemLine({ phone: 'x' }, consultationLabel)).toBe('还有 1 项要改：联系电话')
    expect(problemLine({ name: 'x', phone: 'y', cause: 'z' }, consultationLabel)).toBe('还有 3 项要改：姓名、联系电话 等')
  })
})

describe('matching by characters and by pinyin initials', () => {
  const letters: Record<string, string> = { 周: 'z', 德: 'd', 明: 'm', 追: 'z', 索: 's', 劳: 'l', 动: 'd' }
  const initials = (text: string) => [...text].map(character => letters[character] ?? character)

  test.each([
    ['周德明', 'zdm', [['周德明', true]]],
    [
      '周德明',
      'DM',
      [
        ['周', false],
        ['德明', true],
      ],
    ],
    [
      '周德明',
      '德',
      [
        ['周', false],
        ['德', true],
        ['明', false],
      ],
    ],
    ['周德明', 'zm', [['周德明', false]]],
    [
      '3403**********123X',
      '123x',
      [
        ['3403**********', false],
        ['123X', true],
      ],
    ],
    ['', 'zdm', [['', false]]],
  ] as const)('%s by %s', (text, words, marked) => {
    expect(markMatches(text, words, initials).map(run => [run.text, run.isMatch])).toEqual(marked)
  })

  test('before the dictionary is there only characters count', () => {
    expect(matchesWords('追索劳动报酬纠纷', 'zsld', null)).toBe(false)
    expect(matchesWords('追索劳动报酬纠纷', 'zsld', initials)).toBe(true)
    expect(matchesWords('追索劳动报酬纠纷', '', null)).toBe(true)
  })
})

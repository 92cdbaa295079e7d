import { describe, expect, test } from 'vitest'
import type { ApplicationInput } from '../../src-main/contract/applications.ts'
import { hardshipInput } from '../../src-main/contract/hardship.ts'
import { currentHardship } from '../../src-main/domain/hardship/earlier-input.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'
import { applicationStaleFields } from '../../src-renderer/features/applications/application-stale.ts'
import {
  type ApplicationValues,
  applicationField,
  applicationInputOf,
  applicationLabel,
  applicationProblems,
  applicationValues,
  emptyApplication,
  fromConsultation,
  pageOfField,
} from '../../src-renderer/features/applications/application-values.ts'
import {
  type DecisionValues,
  decisionInputOf,
  decisionProblems,
  emptyDecision,
} from '../../src-renderer/features/applications/decision-values.ts'
import {
  hardshipInputOf,
  hardshipValuesOf,
  type MemberDraft,
  newMember,
} from '../../src-renderer/features/applications/hardship-values.ts'
import { articleOf, routeClauses } from '../../src-renderer/features/applications/hardship-words.ts'
import { checklistRows, proposedMaterials, suggestedMaterials } from '../../src-renderer/features/applications/materials-list.ts'
import { deskRows, firstOfGroup, waitingCount } from '../../src-renderer/features/desk/desk-rows.ts'
import { countWords, deedsAbout, searchGroups } from '../../src-renderer/features/search/search-results.ts'
import { withoutCertificate } from '../../src-renderer/ui/person-draft.ts'
import { staleRows } from '../../src-renderer/ui/stale-merge.ts'

const pack = shippedPack()
const isWithout = withoutCertificate(pack.codes.certificateKinds)
const TODAY = '2026-11-20'
const ID = '01M7VTFFJ00000000000000001'
const empty = emptyApplication(pack, TODAY)
function earning(name: string, relation: string, amountFen: number | null): MemberDraft {
  return { ...newMember(name, relation), incomes: [{ source: 'wages', note: '', amountFen, months: 1 }] }
}
const filled: ApplicationValues = {
  ...empty,
  name: '孙桂英',
  certificateNumber: '340303196603123028',
  sex: 'female',
  birthDate: '1966-03-12',
  matterType: 'civil',
  stage: 'first-instance',
  cause: '机动车交通事故责任纠纷',
  scope: 's31-7',
  aidForms: ['civil-litigation'],
  facts: '骑车被撞伤。',
  route: 'check',
  members: [earning('孙桂英', 'self', 120_000)],
  proofWay: { way: 'declaration', isSigned: true, signedOn: TODAY },
  materials: [{ name: '身份证或者其他有效身份证明', copies: 1, isOriginal: false, code: 'identity' }],
}
const problems = (values: ApplicationValues) => applicationProblems(values, isWithout, TODAY)

describe('a new application', () => {
  test('answers no question of eligibility and ticks no paper by itself', () => {
    expect(empty).toMatchObject({
      matterType: '',
      scope: '',
      aidForms: [],
      route: '',
      members: [],
      proofWay: null,
      opponentInFamily: null,
      registrationArea: null,
      assetsNone: [],
      ground: '',
      materials: [],
    })
  })

  test('says what is missing, first page before second', () => {
    const found = problems(empty)
    expect(found).toMatchObject({
      name: '请填写姓名',
      certificateNumber: '请填写证件号码；确实没有的，证件类型选无证件',
      stage: '请选择阶段',
      aidForms: '请选择申请的援助形式',
      route: '请选择核查、免予核查或不受限制',
    })
    expect(Object.keys(found).map(pageOfField).at(-1)).toBe('hardship')
    expect(Object.keys(found)).not.toContain('hardship')
    expect(applicationInputOf(empty, isWithout)).toBeNull()
  })

  test('is saved as the contract takes it once all is answered', () => {
    expect(problems(filled)).toEqual({})
    expect(applicationInputOf(filled, isWithout)).toMatchObject({
      hardship: {
        route: 'check',
        proofWay: { isSigned: true },
        members: [{ incomes: [{ amountFen: 120_000, note: null }], livesTogether: null, override: null }],
      },
      agency: null,
    })
  })

  const second = earning('周德福', 'spouse', 276_000)
  const self = filled.members[0] ?? second
  test.each<[string, Partial<ApplicationValues>, string, string | undefined]>([
    ['received today', { receivedOn: '2026-11-20' }, 'receivedOn', undefined],
    ['received tomorrow', { receivedOn: '2026-11-21' }, 'receivedOn', '收到日期不能晚于今天'],
    ['no income of zero', { members: [earning('孙桂英', 'self', 0)] }, 'members.0.incomes.0.amountFen', undefined],
    [
      'a source without a sum',
      { members: [earning('孙桂英', 'self', null)] },
      'members.0.incomes.0.amountFen',
      '请填写金额；没有这项收入的删去这一行',
    ],
    ['a row that says nothing yet', { members: [newMember('孙桂英', 'self')] }, 'members.0.incomes.0.amountFen', undefined],
    ['facts left open', { members: [self, second] }, 'members.1.livesTogether', undefined],
    [
      'an override without a reason',
      { members: [self, { ...second, override: { isCounted: false, reason: ' ' } }] },
      'members.1.override.reason',
      '请写明改定的理由',
    ],
    ['a member without a name', { members: [self, { ...second, name: ' ' }] }, 'members.1.name', '请填写成员姓名'],
    ['nobody in the household', { members: [] }, 'members', '请至少填写申请人本人的收入'],
    ['the way of proof left open', { proofWay: null }, 'proofWay', undefined],
    ['a ground left open', { route: 'waived', proof: '低保证' }, 'ground', '请选择属于哪一种情形'],
    ['a proof left open', { route: 'not-applicable', ground: 'n32-4' }, 'proof', '请填写证明材料'],
    [
      'copies left open',
      { materials: [{ name: '户口簿', copies: null, isOriginal: false, code: null }] },
      'materials.0.copies',
      '请填写份数',
    ],
    [
      'a paper without a name',
      { materials: [{ name: '', copies: 1, isOriginal: true, code: null }] },
      'materials.0.name',
      '请填写材料名称',
    ],
    [
      'no certificate, with a reason',
      { certificateKind: 'none-with-reason', certificateNumber: '', certificateNote: '遗失补办中' },
      'certificateNumber',
      undefined,
    ],
  ])('%s', (_, patch, field, sentence) => {
    expect(problems({ ...filled, ...patch })[field]).toBe(sentence)
  })

  test('the check is asked for as soon as it can be sent, and goes without what nobody has said', () => {
    expect(hardshipInputOf(filled)).toMatchObject({ route: 'check' })
    expect(hardshipInputOf({ ...filled, members: [earning('', 'self', 1)] })).toBeNull()
    expect(hardshipInputOf({ ...filled, route: 'waived', ground: 'w42-2', proof: '低保证' })).toEqual({
      route: 'waived',
      ground: 'w42-2',
      proof: '低保证',
      document: null,
    })
    expect(hardshipInputOf(empty)).toBeNull()
  })

  test('takes whoever came on behalf of the person as the agent, with the relation still to be chosen', () => {
    const { person } = applicationInputOf(filled, isWithout) ?? {}
    if (!person) throw new Error('the filled form is sound')
    const agent = { name: '孙小军', relation: '儿子', phone: '13905521234' }
    const consultation = { person, matterType: 'civil', cause: '赡养费纠纷', opponentName: null, content: '问赡养费', agent }
    const values = fromConsultation(pack, empty, { id: ID, personId: ID, consultation })
    expect(values).toMatchObject({
      representationKind: 'agent',
      parties: [{ role: 'agent', name: '孙小军', phone: '13905521234', relation: '', note: '儿子' }],
    })
    expect(Object.keys(applicationProblems(values, isWithout, TODAY))).toContain('representationGround')
    const child = { ...consultation, agent: { ...agent, relation: '子女' } }
    expect(fromConsultation(pack, empty, { id: ID, personId: ID, consultation: child })).toMatchObject({
      parties: [{ name: '孙小军', relation: 'child', note: '' }],
    })
  })

  test('grows out of a consultation without retyping, and leaves eligibility open', () => {
    const { person } = applicationInputOf(filled, isWithout) ?? {}
    if (!person) throw new Error('the filled form is sound')
    const values = fromConsultation(pack, empty, {
      id: ID,
      personId: ID,
      consultation: {
        channel: 'visit',
        receivedOn: TODAY,
        receivedAt: '14:30',
        person,
        personId: ID,
        matterType: 'civil',
        cause: '追索劳动报酬纠纷',
        opponentName: '宏基公司',
        content: '欠薪 23,600 元',
        answer: null,
        toldOfRight: true,
        outcome: 'to-application',
        consultantId: ID,
      },
    })
    expect(values).toMatchObject({
      name: '孙桂英',
      consultationId: ID,
      personId: ID,
      cause: '追索劳动报酬纠纷',
      opponentName: '宏基公司',
      facts: '欠薪 23,600 元',
      scope: '',
      route: '',
    })
  })
})

describe('a saved application', () => {
  const input = applicationInputOf(filled, isWithout)
  const hardships: readonly ApplicationInput['hardship'][] = [
    { route: 'waived', ground: 'w42-2', proof: '低保证', document: null },
    { route: 'not-applicable', ground: 'n32-4', proof: '报警回执', document: null },
  ]

  test.each([input?.hardship, ...hardships])('opened and saved is the same (%#)', hardship => {
    if (!input || !hardship) throw new Error('the filled form is sound')
    const saved: ApplicationInput = { ...input, hardship }
    expect(applicationInputOf(applicationValues(pack, saved), isWithout)).toEqual(saved)
  })

  test('what an earlier version stored opens as it was meant, and is saved as the same', () => {
    const earlier = hardshipInput.parse({
      route: 'check',
      members: [
        { name: '孙桂英', relation: 'self', monthlyIncomeFen: 120_000, incomeSource: '零工', isCounted: true },
        { name: '葛涛', relation: 'spouse', monthlyIncomeFen: 0, incomeSource: null, isCounted: false },
      ],
      isDeclared: false,
    })
    const values = { ...filled, ...hardshipValuesOf(earlier) }
    expect(values.members[1]).toMatchObject({ override: { isCounted: false, reason: '按原登记' }, incomes: [{ amountFen: 0 }] })
    expect(applicationProblems(values, isWithout, TODAY)).toEqual({})
    expect(hardshipInputOf(values)).toEqual(hardshipInput.parse(currentHardship(earlier)))
  })

  test('a late save compares field by field, in words', () => {
    const wages = { source: 'wages', note: '', months: 1 }
    const theirs = {
      ...filled,
      members: filled.members.map(member => ({ ...member, incomes: [{ ...wages, amountFen: 276_000 }] })),
      phone: '1',
    }
    const mine = {
      ...filled,
      members: filled.members.map(member => ({ ...member, incomes: [{ ...wages, amountFen: 280_000 }] })),
      agency: '法院',
    }
    const rows = staleRows(applicationStaleFields(pack), { opened: filled, theirs, mine })
    expect(rows.map(row => [row.label, row.kind, row.theirs, row.mine])).toEqual([
      ['家庭成员收入', 'conflict', '孙桂英 2,760.00', '孙桂英 2,800.00'],
      ['联系电话', 'theirs', '1', ''],
      ['办案机关', 'mine', '', '法院'],
    ])
  })

  test('paths of the contract are the form’s fields', () => {
    expect(applicationField('hardship.members.1.name')).toBe('members.1.name')
    expect(applicationField('person.phone')).toBe('phone')
    expect(applicationField('aidForms.0')).toBe('aidForms')
    expect(applicationLabel('members.1.name')).toBe('家庭成员收入')
    expect(pageOfField('members.1.name')).toBe('hardship')
    expect(pageOfField('facts')).toBe('applicant')
  })
})

describe('the three routes', () => {
  test('carry the article that the pack names', () => {
    expect(routeClauses(pack)).toEqual({
      check: '法律援助法 第34条',
      waived: '法律援助法 第42条',
      'not-applicable': '法律援助法 第32条',
    })
    expect(articleOf([])).toBe('')
    expect(articleOf([{ source: '本中心规定', article: '', confidence: 'L' }])).toBe('本中心规定')
  })

  test('suggest their own papers, as rows to tick', () => {
    expect(suggestedMaterials(pack, 'check', '')).toContain('个人诚信承诺书')
    expect(suggestedMaterials(pack, 'waived', '')).not.toContain('个人诚信承诺书')
    expect(suggestedMaterials(pack, 'waived', 'w42-2')).toEqual(
      expect.arrayContaining(['免予核查经济困难状况的证明材料', '低保证、特困供养证']),
    )
    expect(suggestedMaterials(pack, 'not-applicable', 'w42-2')).not.toContain('低保证、特困供养证')
  })

  test('the checklist follows matter and route; what is ticked or written in keeps its place', () => {
    const names = (patch: Partial<ApplicationValues>) => proposedMaterials(pack, { ...filled, ...patch }).map(one => one.name)
    expect(names({})).toContain('经济困难状况说明表')
    expect(names({ route: 'not-applicable', ground: 'n32-4' })).not.toContain('经济困难状况说明表')
    expect(names({ representationKind: 'agent' })).toContain('授权委托书')
    const proposed = proposedMaterials(pack, filled).slice(0, 2)
    const ticked = [
      { name: '欠条', copies: 1, isOriginal: true, code: null },
      { name: '身份证', copies: 1, isOriginal: false, code: null },
    ]
    expect(checklistRows(proposed, ticked).map(row => [row.name, row.index, row.proposal?.code ?? null])).toEqual([
      ['法律援助申请表', null, 'application-form'],
      ['身份证', 1, 'identity'],
      ['欠条', 0, null],
    ])
  })
})

describe('the decision', () => {
  const open = emptyDecision(['civil-litigation'], TODAY)
  const granted: DecisionValues = { ...open, outcome: 'granted', grantOpinion: '同意给予法律援助。' }

  test('has no default', () => {
    expect(open.outcome).toBe('')
    expect(decisionProblems(open)).toMatchObject({ outcome: '请选择给予或不予' })
    expect(decisionInputOf(open, ID, 1)).toBeNull()
  })

  test('a grant needs a form of aid and an opinion', () => {
    expect(decisionProblems({ ...granted, aidForms: [], grantOpinion: ' ' })).toEqual({
      aidForms: '请选择援助形式',
      opinion: '请填写审批意见',
    })
    expect(decisionInputOf(granted, ID, 3)).toEqual({
      outcome: 'granted',
      applicationId: ID,
      decidedOn: TODAY,
      aidForms: ['civil-litigation'],
      opinion: '同意给予法律援助。',
      backEntry: null,
      withSeal: false,
      version: 3,
    })
  })

  test('the words of a grant never stand under a refusal', () => {
    const refused: DecisionValues = { ...granted, outcome: 'refused' }
    expect(decisionProblems(refused)).toEqual({ reasons: '请选择不予援助的理由', opinion: '请写明理由' })
    const reasoned = { ...refused, reasons: ['not-in-hardship'], refusalOpinion: '人均收入高于标准。' }
    expect(decisionInputOf(reasoned, ID, 3)).toMatchObject({ opinion: '人均收入高于标准。', reasons: ['not-in-hardship'] })
  })
})

describe('the desk', () => {
  const waiting = (id: string) => ({
    kind: 'decision' as const,
    id,
    openPath: `/applications/${id}`,
    name: '甲',
    nameDetail: '',
    title: '',
    titleDetail: '',
    state: '',
    stateKind: 'plain' as const,
    date: '',
    amountFen: null,
    clock: null,
  })
  const groups = [
    { id: 'decisions', title: '待决定', explanation: '', rows: [waiting('a'), waiting('b')] },
    { id: 'assignments', title: '待指派', explanation: '', rows: [] },
    { id: 'volumes', title: '待整理', explanation: '', rows: [waiting('c')] },
  ]

  test('numbers only the groups in which something waits', () => {
    const rows = deskRows(groups)
    expect(rows.map(row => [row.number, row.waiting.id])).toEqual([
      [1, 'a'],
      [1, 'b'],
      [2, 'c'],
    ])
    expect(firstOfGroup(rows, 2)?.waiting.id).toBe('c')
    expect(firstOfGroup(rows, 3)).toBeUndefined()
    expect(waitingCount(groups)).toBe(3)
  })
})

describe('the search box', () => {
  const person = {
    id: ID,
    name: '周德明',
    sex: 'male' as const,
    age: 47,
    certificateMasked: null,
    consultations: 0,
    applications: 2,
    cases: 2,
  }
  const found = {
    people: [person],
    files: [
      { kind: 'case' as const, id: ID, number: '蚌援民〔2026〕121号', personName: '周德明', cause: '工伤', status: '承办' },
    ],
  }

  test('shows people, files, and what can be done for the top person', () => {
    const groups = searchGroups(found, true)
    expect(groups.map(group => group.title)).toEqual(['人员', '案件', '去做'])
    expect(groups.flatMap(group => group.rows.map(row => row.path))).toEqual([
      `/people/${ID}`,
      `/cases/${ID}`,
      `/consultations/new?person=${ID}`,
      `/applications/new?person=${ID}`,
    ])
  })

  test('offers nothing that the role may not do', () => {
    expect(searchGroups(found, false).map(group => group.title)).toEqual(['人员', '案件'])
    expect(deedsAbout(null, true).map(deed => deed.after)).toEqual(['登记来访', '登记申请'])
  })

  test('counts in few words', () => {
    expect(countWords(person)).toBe('申请 2　案件 2')
    expect(countWords({ ...person, consultations: 3, applications: 0, cases: 0 })).toBe('来访 3')
  })
})

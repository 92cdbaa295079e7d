import { describe, expect, it } from 'vitest'
import type { Role } from '../../src-main/contract/operation.ts'
import { type Candidate, cautions, practiceYears, providerChoices } from '../../src-renderer/features/cases/assign-choices.ts'
import { caseStages } from '../../src-renderer/features/cases/case-stages.ts'
import type { CaseDetail } from '../../src-renderer/features/cases/case-words.ts'
import {
  type ClosingForm,
  closingOfForm,
  emptyClosing,
  readClosingDraft,
  validateClosing,
} from '../../src-renderer/features/cases/close-form.ts'
import { nextStep } from '../../src-renderer/features/cases/next-step.ts'
import { stripDays } from '../../src-renderer/ui/day-strip-days.ts'

type Facts = Parameters<typeof caseStages>[0]

const assignment: NonNullable<CaseDetail['assignment']> = {
  id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  number: '蚌援指字〔2026〕1号',
  assignedOn: '2026-11-05',
  providerId: '01ARZ3NDEKTSV4RRFFQ69G5FAW',
  providerName: '安徽正淮律师事务所',
  handlerId: '01ARZ3NDEKTSV4RRFFQ69G5FAX',
  handlerName: '刘思远',
  practiceYears: 9,
  refusal: null,
}
const closing: NonNullable<CaseDetail['closing']> = {
  closedOn: '2026-11-18',
  closingBasis: '民事判决书',
  closingMode: 'judgment',
  outcome: 'won',
  recoveredFen: 0,
  personsHelped: 1,
  hearings: 1,
  complexity: 'ordinary',
  summary: '判决支付工资。',
}

function facts(more: Partial<Facts>): Facts {
  return {
    status: 'awaiting-assignment',
    openedOn: '2026-11-04',
    closedOn: null,
    closing: null,
    papersReviewedOn: null,
    assignment: null,
    earlierAssignments: [],
    subsidy: null,
    volume: null,
    application: { receivedOn: '2026-11-02' },
    decision: { decidedOn: '2026-11-04' },
    ...more,
  }
}

const subsidy = (status: string, totalFen = 80_000) => ({ id: '01ARZ3NDEKTSV4RRFFQ69G5FAY', totalFen, status })
const volume = { id: '01ARZ3NDEKTSV4RRFFQ69G5FAZ', archiveNumber: null, status: 'arranging' }

describe('the stages of a case', () => {
  const rows: readonly [string, Partial<Facts>, string][] = [
    ['waits for its handler', {}, '指派 待指派'],
    ['is handled', { status: 'handling', assignment }, '承办 第 15 日'],
    ['waits for its papers', { status: 'awaiting-papers', assignment, closing }, '结案 待交卷'],
    ['has its papers reviewed', { status: 'reviewing-papers', assignment, closing }, '结案 待审核'],
    ['may be paid', { status: 'awaiting-volume', assignment, closing }, '补贴 待编制'],
    [
      'is paid and arranged at once',
      { status: 'awaiting-volume', assignment, closing, subsidy: subsidy('approved'), volume },
      '补贴 已批　归档 整理中',
    ],
    ['is paid', { status: 'awaiting-volume', assignment, closing, subsidy: subsidy('paid') }, '归档 '],
    ['has nothing due', { status: 'awaiting-volume', assignment, closing, subsidy: subsidy('approved', 0) }, '归档 '],
    [
      'is sealed and still to be paid',
      { status: 'sealed', assignment, closing, subsidy: subsidy('listed'), volume },
      '补贴 已列清单',
    ],
    ['is done', { status: 'sealed', assignment, closing, subsidy: subsidy('paid'), volume }, ''],
  ]
  it.each(rows)('when it %s', (_, more, current) => {
    const stages = caseStages(facts(more), '2026-11-20')
    expect(stages.map(stage => stage.name).join('')).toBe('申请审查决定指派承办结案补贴归档')
    const now = stages.filter(stage => stage.state === 'current')
    expect(now.map(stage => `${stage.name} ${stage.note}`).join('　')).toBe(current)
  })

  it('begin with the opening of a case that no application led to', () => {
    const stages = caseStages(facts({ application: null, decision: null, openedOn: '2026-11-06' }), '2026-11-20')
    expect(stages.map(stage => stage.name).join('')).toBe('立案指派承办结案补贴归档')
    expect(stages[0]?.note).toBe('11-06')
  })

  it('count from the first assignment, and call a stage of no days 当日', () => {
    const earlier = {
      number: '1',
      handlerName: '赵敏',
      providerName: '',
      assignedOn: '2026-11-04',
      endedOn: '2026-11-05',
      reason: '病',
    }
    const stages = caseStages(facts({ status: 'handling', assignment, earlierAssignments: [earlier] }), '2026-11-20')
    expect(stages[4]?.note).toBe('第 16 日')
    expect(caseStages(facts({ decision: { decidedOn: '2026-11-02' } }), '2026-11-20')[1]?.note).toBe('当日')
    expect(caseStages(facts({}), '2026-11-20')[1]?.note).toBe('2 天')
  })
})

describe('the next step of a case', () => {
  const rows: readonly [string, Role[], Parameters<typeof nextStep>[0], string | null][] = [
    ['a clerk assigns', ['clerk'], facts({}), 'assign'],
    ['an archivist waits for the office', ['archivist'], facts({}), 'assign 由接待员或主任'],
    ['a director closes', ['director'], facts({ status: 'handling' }), 'close'],
    ['an archivist takes papers in', ['archivist'], facts({ status: 'awaiting-papers' }), 'receive-papers'],
    ['an administrator waits', ['administrator'], facts({ status: 'reviewing-papers' }), 'accept-papers 由接待员、档案员或主任'],
    ['a clerk prepares the subsidy first', ['clerk'], facts({ status: 'awaiting-volume' }), 'prepare-subsidy'],
    ['an archivist arranges at once', ['archivist'], facts({ status: 'awaiting-volume' }), 'open-volume'],
    [
      'a director with a sheet arranges',
      ['director'],
      facts({ status: 'awaiting-volume', subsidy: subsidy('approved') }),
      'open-volume',
    ],
    [
      'a clerk with a sheet opens it',
      ['clerk'],
      facts({ status: 'awaiting-volume', subsidy: subsidy('returned') }),
      'open-subsidy',
    ],
    [
      'a clerk with a paid sheet waits for the archivist',
      ['clerk'],
      facts({ status: 'awaiting-volume', subsidy: subsidy('paid') }),
      'open-volume 由档案员或主任',
    ],
    ['a sealed case still to be paid', ['clerk'], facts({ status: 'sealed', subsidy: subsidy('approved') }), 'open-subsidy'],
    ['a sealed case with nothing due', ['clerk'], facts({ status: 'sealed', subsidy: subsidy('approved', 0) }), null],
    ['a sealed and paid case', ['director'], facts({ status: 'sealed', subsidy: subsidy('paid') }), null],
  ]
  it.each(rows)('%s', (_, roles, one, expected) => {
    const step = nextStep(one, roles)
    expect(step && [step.act, step.waitsFor && `由${step.waitsFor}`].filter(Boolean).join(' ')).toBe(expected)
  })
})

function candidate(name: string, provider: string, more: Partial<Candidate> = {}, openCases = 0): Candidate {
  return {
    handler: {
      id: name,
      handler: {
        providerId: provider,
        name,
        kind: 'lawyer',
        licenceNumber: null,
        practisingSince: null,
        criminalDefenceSince: null,
        isPublicEmployee: false,
        phone: null,
        certificateNumber: null,
        bankName: null,
        bankAccount: null,
        isActive: true,
      },
      providerName: provider,
      openCases,
      version: 1,
    },
    isAllowed: true,
    refusal: null,
    warnings: [],
    conflicts: [],
    ...more,
  }
}

describe('the choice of a handler', () => {
  it('puts the providers with the fewest open cases first, and counts who may be chosen', () => {
    const refusal = { rule: 'A2', message: '执业不满 3 年', clause: '法律援助法 第26条' }
    const found = providerChoices([
      candidate('甲', '正淮', {}, 3),
      candidate('乙', '正淮', { isAllowed: false, refusal }),
      candidate('丙', '淮河', {}, 1),
    ])
    expect(found).toEqual([
      { id: '淮河', name: '淮河', handlers: 1, allowed: 1, openCases: 1 },
      { id: '正淮', name: '正淮', handlers: 2, allowed: 1, openCases: 3 },
    ])
  })

  it('tells warnings with their clause, and conflicts', () => {
    const warnings = [{ rule: 'A5', message: '请确认：熟悉未成年人身心特点', clause: '办案程序规定 第26条第2款' }]
    expect(cautions(candidate('甲', '正淮', { warnings, conflicts: ['同所 乙正在办理 1 号'] }))).toEqual([
      '请确认：熟悉未成年人身心特点（办案程序规定 第26条第2款）',
      '同所 乙正在办理 1 号',
    ])
  })

  it.each([
    ['2023-10-13', '2026-10-13', 3],
    ['2023-10-14', '2026-10-13', 2],
    ['2026-10-14', '2026-10-13', null],
    [null, '2026-10-13', null],
  ])('practice since %s is on %s %s years', (since, day, years) => {
    expect(practiceYears(since, day)).toBe(years)
  })
})

describe('the closing form', () => {
  const filled: ClosingForm = { ...closing }
  it('asks for every open answer in its own words', () => {
    expect(validateClosing(emptyClosing(1))).toMatchObject({
      closedOn: '请填写结案日期',
      closingBasis: '请填写结案依据',
      closingMode: '请选择结案方式',
      outcome: '请选择承办结果',
      recoveredFen: '请填写金额，没有的填 0',
      hearings: '请填写开庭次数，没有开庭的填 0',
      complexity: '请选择复杂程度',
      summary: '请填写办理经过和结果',
    })
    expect(closingOfForm(emptyClosing(1))).toBeNull()
  })

  it('is what the contract takes once it is filled, nothing recovered and no hearing included', () => {
    expect(validateClosing({ ...filled, recoveredFen: 0, hearings: 0 })).toEqual({})
    expect(closingOfForm({ ...filled, hearings: 0 })).toEqual({ ...closing, hearings: 0 })
  })

  it('reads a draft back, and nothing that is none', () => {
    expect(readClosingDraft(JSON.parse(JSON.stringify({ ...emptyClosing(1), closingBasis: '判决书' })))).toEqual({
      ...emptyClosing(1),
      closingBasis: '判决书',
    })
    expect(readClosingDraft({ costs: [] })).toBeNull()
    expect(readClosingDraft(null)).toBeNull()
  })
})

describe('the first day of a clock', () => {
  it('carries the word of its own event', () => {
    const days = [
      { date: '2026-11-04', kind: 'start' },
      { date: '2026-11-05', kind: 'last' },
    ] as const
    expect(stripDays([...days], 13, '决定')[0]).toMatchObject({ caption: '决定', spoken: expect.stringContaining('决定') })
  })
})

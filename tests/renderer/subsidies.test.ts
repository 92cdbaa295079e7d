import { describe, expect, it } from 'vitest'
import { approvalStages } from '../../src-renderer/features/subsidies/approval-stages.ts'
import {
  type CostRow,
  costProblems,
  EMPTY_FORM,
  entryOfForm,
  formOfEntry,
  newCost,
  previewOfForm,
  readDraft,
  type SubsidyEntry,
  staleFields,
} from '../../src-renderer/features/subsidies/prepare-form.ts'
import {
  groupTotal,
  groupTotals,
  type SubsidyDetail,
  type SubsidyLine,
} from '../../src-renderer/features/subsidies/subsidy-words.ts'
import { mergeStale, staleRows } from '../../src-renderer/ui/stale-merge.ts'

const CASE = '01ARZ3NDEKTSV4RRFFQ69G5FAV'
const travel: CostRow = { key: 'new-1', kind: 'travel', description: '蚌埠—怀远', amountFen: 18_650, vouchers: 4 }
const needs = (kind: string) => kind === 'travel'

describe('the approval chain', () => {
  type One = Parameters<typeof approvalStages>[0]
  const act = (name: SubsidyDetail['history'][number]['act'], by: string, opinion = ''): One['history'][number] => ({
    at: '2026-11-20T02:00:00.000Z',
    by,
    act: name,
    opinion,
  })
  const chain = (more: Partial<One>) =>
    approvalStages(
      { history: [act('prepared', '王莉')], status: 'awaiting-approval', totalFen: 80_000, paymentListNumber: null, ...more },
      () => '10:00',
    ).map(stage => `${stage.state}:${stage.name}`)
  it('tells what was done and what is still to come', () => {
    expect(chain({})).toEqual(['done:制表　王莉', 'current:审批', 'ahead:列入支付清单', 'ahead:支付'])
  })
  it('ends with the approval where nothing is due', () => {
    expect(chain({ totalFen: 0 })).toEqual(['done:制表　王莉', 'current:审批'])
    expect(chain({ totalFen: 0, status: 'approved', history: [act('prepared', '王莉'), act('approved', '陈建国')] })).toEqual([
      'done:制表　王莉',
      'done:审批　陈建国',
    ])
  })
  it('keeps a second return apart from the first', () => {
    const history = [
      act('prepared', '王莉'),
      act('returned', '陈建国', '缺票'),
      act('revised', '王莉'),
      act('returned', '陈建国', '还缺'),
    ]
    expect(chain({ history, status: 'returned' })).toEqual([
      'done:制表　王莉',
      'done:退回　陈建国',
      'done:重新编制　王莉',
      'done:退回（第 2 次）　陈建国',
      'current:重新编制',
      'ahead:审批',
      'ahead:列入支付清单',
      'ahead:支付',
    ])
  })
})

describe('direct costs while they are typed', () => {
  const rows: readonly [string, Partial<CostRow>, Record<string, string>][] = [
    ['a whole row', {}, {}],
    ['no kind', { kind: null }, { kind: '选费用项目' }],
    ['a description of blanks', { description: '  ' }, { description: '写明用途，如往返地点和次数' }],
    ['no amount', { amountFen: null }, { amountFen: '请填写金额' }],
    ['an amount of nothing', { amountFen: 0 }, { amountFen: '金额应大于 0' }],
    ['1 fen', { amountFen: 1 }, {}],
    ['no number of vouchers', { vouchers: '' }, { vouchers: '填票据张数' }],
    ['no voucher where one is needed', { vouchers: 0 }, { vouchers: '须有票据' }],
    ['no voucher where none is needed', { kind: 'copying', vouchers: 0 }, {}],
  ]
  it.each(rows)('%s', (_, more, problems) => {
    expect(costProblems({ ...travel, ...more }, needs)).toEqual(problems)
  })

  it('become the contract’s entry when all rows are whole; the preview leaves out those that are not', () => {
    const half = newCost([travel])
    expect(half.key).toBe('new-2')
    expect(entryOfForm(CASE, { chosenFen: null, costs: [travel, half] })).toBeNull()
    const whole = {
      caseId: CASE,
      chosenFen: 60_000,
      directCosts: [{ kind: 'travel', description: '蚌埠—怀远', amountFen: 18_650, vouchers: 4 }],
    }
    expect(previewOfForm(CASE, { chosenFen: 60_000, costs: [travel, half] })).toEqual(whole)
    expect(entryOfForm(CASE, { chosenFen: 60_000, costs: [travel] })).toEqual(whole)
    expect(entryOfForm(CASE, formOfEntry(whole))).toEqual(whole)
  })

  it('come back from a draft, and nothing that is none', () => {
    expect(readDraft(JSON.parse(JSON.stringify({ chosenFen: 1, costs: [travel] })))).toEqual({ chosenFen: 1, costs: [travel] })
    expect(readDraft({ chosenFen: 1 })).toBeNull()
    expect(readDraft(EMPTY_FORM)).toEqual(EMPTY_FORM)
  })
})

describe('a sheet saved by somebody else in the meantime', () => {
  const fields = staleFields(kind => (kind === 'travel' ? '差旅费' : kind))
  const cost = { kind: 'travel', description: '蚌埠—怀远', amountFen: 18_650, vouchers: 4 }
  const opened: SubsidyEntry = { caseId: CASE, chosenFen: null, directCosts: [] }
  it('merges unlike fields by itself', () => {
    const theirs = { ...opened, chosenFen: 60_000 }
    const mine = { ...opened, directCosts: [cost] }
    const rows = staleRows(fields, { opened, theirs, mine })
    expect(rows.map(row => [row.label, row.kind, row.theirs, row.mine])).toEqual([
      ['核定金额', 'theirs', '600.00 元', '按下限'],
      ['直接费用', 'mine', '无', '差旅费 蚌埠—怀远 186.50 票据 4 张'],
    ])
    expect(mergeStale<SubsidyEntry>(rows, {}, { theirs, mine })).toEqual({ caseId: CASE, chosenFen: 60_000, directCosts: [cost] })
  })
  it('waits for a choice where both changed one field', () => {
    const rows = staleRows(fields, { opened, theirs: { ...opened, chosenFen: 60_000 }, mine: { ...opened, chosenFen: 70_000 } })
    expect(rows).toMatchObject([{ kind: 'conflict', theirs: '600.00 元', mine: '700.00 元' }])
  })
})

describe('the sums of a sheet', () => {
  const line = (group: SubsidyLine['group'], amountFen: number): SubsidyLine => ({
    group,
    label: '',
    detail: '',
    rate: '',
    clause: null,
    amountFen,
  })
  it('stand by group in the order of the form, and leave out groups without lines', () => {
    const lines = [line('labour', 80_000), line('labour', 40_000), line('direct', 18_650), line('direct', 3_100)]
    expect(groupTotal(lines, 'labour')).toBe(120_000)
    expect(groupTotal(lines, 'adjustment')).toBe(0)
    expect(groupTotals(lines)).toEqual([120_000, 21_750])
  })
})

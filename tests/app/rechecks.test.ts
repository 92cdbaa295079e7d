import { describe, expect, it } from 'vitest'
import { openCase, payableCase } from '../support/case-steps.ts'
import { personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter } from '../support/make-center.ts'

const SPAN = { from: '2026-10-01', to: '2026-11-20' }
const other = personInput({ name: '李秀兰', certificateNumber: residentId('1974-05-02', 122), phone: null })
const CHECKED = {
  outcome: 'false',
  checkedOn: '2026-11-20',
  way: '向不动产登记机构、车辆管理所查询',
  finding: '名下另有住房一套、出租年收入 48,000 元',
  version: 1,
} as const

describe('spot re-checks (抽查核实)', () => {
  it('draw from what was granted on a signed undertaking, by the rule of the pack, and can be drawn again', async () => {
    const center = await makeCenter()
    const { call, clerk, director, refusal } = center
    expect(await refusal(director, 'rechecks.draw', SPAN)).toMatchObject({ code: 'RULE', rule: 'recheck-population' })
    const declared = await openCase(center)
    await openCase(center, {
      application: { person: other, hardship: { route: 'waived', ground: 'w42-2', proof: '低保证' } },
    })
    const drawn = await call(director, 'rechecks.draw', { ...SPAN, seed: '2026-四季度' })
    expect(drawn).toMatchObject({ population: 1, size: 1 })
    const { rule, draws, rows } = await call(clerk, 'rechecks.list', {})
    expect(rule).toBe('抽取 10%（不足一件按一件），至少 3 件')
    expect(draws).toMatchObject([{ seed: '2026-四季度', from: SPAN.from, to: SPAN.to, size: 1, drawnBy: '陈建国', rule }])
    expect(draws[0]?.population).toEqual([rows[0]?.applicationNumber])
    expect(rows).toMatchObject([{ applicationId: declared.applicationId, status: 'open', reason: '随机抽取', drawId: drawn.id }])
    expect(await refusal(director, 'rechecks.draw', SPAN), 'nothing is left to draw').toMatchObject({ code: 'RULE' })
    expect(await refusal(clerk, 'rechecks.draw', SPAN)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await refusal(director, 'rechecks.draw', { ...SPAN, to: '2026-11-21' })).toMatchObject({ code: 'VALIDATION' })
  })

  it('a false declaration stands at the application and its case, with what was paid for it and the notice', async () => {
    const center = await makeCenter()
    const { call, clerk, director, refusal } = center
    const one = await payableCase(center)
    const { applicationId } = one
    const sheet = await call(clerk, 'subsidies.prepare', { caseId: one.id, chosenFen: null, directCosts: [] })
    await call(director, 'subsidies.approve', { id: sheet.id, version: sheet.version })
    const { id } = await call(clerk, 'rechecks.add', { applicationId, reason: '群众反映' })
    expect(await refusal(clerk, 'rechecks.add', { applicationId, reason: '再反映' })).toMatchObject({ code: 'RULE' })
    const subject = { kind: 'application', id: applicationId } as const
    expect(await refusal(clerk, 'papers.issue', { form: 'recheck-notice', subject })).toMatchObject({ code: 'NOT_FOUND' })

    expect(await call(clerk, 'rechecks.record', { id, ...CHECKED })).toEqual({ recoverFen: 0 })
    const finding = await call(clerk, 'rechecks.finding', { kind: 'case', id: one.id })
    expect(finding).toMatchObject({
      finding: CHECKED.finding,
      checkedBy: '王莉',
      recoverFen: 0,
      unpaidFen: sheet.totalFen,
      decideBy: null,
      terminationClause: '法律援助法 第48条第1款第1项',
      costClause: '法律援助法 第64条',
    })
    expect(await call(clerk, 'rechecks.finding', { kind: 'application', id: applicationId })).toEqual(finding)
    const { timeline } = await call(clerk, 'cases.get', { id: one.id })
    expect(JSON.stringify(timeline)).toContain('抽查核实：申报不实')
    const { html } = await call(clerk, 'papers.issue', { form: 'recheck-notice', subject })
    expect(html).toContain('蚌援核告〔2026〕1号')
    expect(html).toContain('名下另有住房一套')
    expect(html).not.toContain('号号')
    expect(html).toContain('第六十四条')

    const list = await call(clerk, 'subsidies.createPaymentList', { subsidyIds: [sheet.id], madeOn: '2026-11-20' })
    await call(clerk, 'subsidies.markPaid', { paymentListId: list.id, paidOn: '2026-11-20', receipt: '银付 0117', version: 1 })
    expect(await call(clerk, 'rechecks.finding', { kind: 'case', id: one.id })).toMatchObject({
      recoverFen: sheet.totalFen,
      unpaidFen: 0,
    })
  })

  it.each([
    ['a day to come', { checkedOn: '2026-11-21' }, 'VALIDATION'],
    ['a day before the application', { checkedOn: '2026-10-07' }, 'VALIDATION'],
    ['a stale screen', { version: 2 }, 'STALE'],
    ['no finding', { finding: ' ' }, 'VALIDATION'],
  ])('refuse %s', async (_, more, code) => {
    const center = await makeCenter()
    const { applicationId } = await openCase(center)
    const { id } = await center.call(center.clerk, 'rechecks.add', { applicationId, reason: '复核' })
    expect(await center.refusal(center.clerk, 'rechecks.record', { id, ...CHECKED, ...more })).toMatchObject({ code })
  })

  it('what was true leaves no mark, and is recorded once', async () => {
    const center = await makeCenter()
    const { call, clerk } = center
    const { applicationId, id: caseId } = await openCase(center)
    const { id } = await call(clerk, 'rechecks.add', { applicationId, reason: '复核' })
    await call(clerk, 'rechecks.record', { id, ...CHECKED, outcome: 'true' })
    expect(await call(clerk, 'rechecks.finding', { kind: 'case', id: caseId })).toBeNull()
    expect(await center.refusal(clerk, 'rechecks.record', { id, ...CHECKED, version: 2 })).toMatchObject({ code: 'RULE' })
  })
})

it('a court’s aid waives the check, and the granted aid serves the court (互免审查); the statement carries the household', async () => {
  const center = await makeCenter()
  const { call, clerk } = center
  const document = { number: '（2026）皖0303民初12号', issuedOn: '2026-10-02', issuer: '蚌山区人民法院' }
  const waived = await openCase(center, {
    application: { hardship: { route: 'waived', ground: 'w42-2j', proof: '司法救助决定书', document } },
  })
  const subject = { kind: 'application', id: waived.applicationId } as const
  const preview = await call(clerk, 'papers.preview', { form: 'aid-certificate', subject, pending: null })
  expect(preview.html).not.toContain('蚌援证〔2026〕1号')
  const { html, id: paperId } = await call(clerk, 'papers.issue', { form: 'aid-certificate', subject })
  for (const words of ['蚌援证〔2026〕1号', '蚌山区人民法院', '王建国', '给予法律援助决定', '诉讼费用', '免予核查经济困难状况'])
    expect(html).toContain(words)
  // Asked for again on another day it is the same letter under the same number.
  center.setDay('2026-11-24')
  const again = await call(clerk, 'papers.issue', { form: 'aid-certificate', subject })
  expect(again).toMatchObject({ id: paperId, isReprint: true })
  const series = await call(center.director, 'numbering.series', {})
  expect(series.find(one => one.series === 'aid-certificate')?.years).toMatchObject([{ counter: 1, last: '蚌援证〔2026〕1号' }])
  const plain = await openCase(center, { application: { person: other } })
  const statement = await call(clerk, 'papers.preview', {
    form: 'hardship-statement',
    subject: { kind: 'application', id: plain.applicationId },
    pending: null,
  })
  for (const words of ['工资性收入 务工', '1,200.00', '2026年11月20日']) expect(statement.html).toContain(words)
})

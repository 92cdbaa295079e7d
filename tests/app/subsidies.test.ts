import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { InputOf } from '../../src-main/contract/index.ts'
import { sha256Hex } from '../../src-main/store/keyring.ts'
import { assignCase, closeCase, closingInput, handlerInput, hireHandler, openCase, payableCase } from '../support/case-steps.ts'
import { personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter, PASSWORD, type TestCenter } from '../support/make-center.ts'
import { makeFolder } from '../support/make-folder.ts'

type Entry = InputOf<'subsidies.prepare'>

function entry(caseId: string, more: Partial<Entry> = {}): Entry {
  return { caseId, chosenFen: null, directCosts: [], ...more }
}

const TRAVEL = { kind: 'travel', description: '蚌埠—怀远，2 次', amountFen: 18_650, vouchers: 4 }

/** A sheet that waits for approval, prepared by the clerk. */
async function waitingSheet(center: TestCenter, more: Partial<Entry> = {}) {
  const one = await payableCase(center)
  const sheet = await center.call(center.clerk, 'subsidies.prepare', entry(one.id, more))
  return { ...one, ...sheet, caseId: one.id }
}

/** An approved sheet. */
async function approvedSheet(center: TestCenter, more: Partial<Entry> = {}) {
  const sheet = await waitingSheet(center, more)
  const { version } = await center.call(center.director, 'subsidies.approve', { id: sheet.id, version: sheet.version })
  return { ...sheet, version }
}

describe('preparing a subsidy sheet', () => {
  it('computes by the table of the closing day, keeps steps, clauses and pack version, and draws a number', async () => {
    const center = await makeCenter()
    const { call, clerk, director } = center
    const { id: caseId } = await payableCase(center)
    expect(await call(clerk, 'subsidies.due', {})).toMatchObject([{ caseId, handlerName: '刘思远', closedOn: '2026-11-06' }])
    const preview = await call(clerk, 'subsidies.preview', entry(caseId, { directCosts: [TRAVEL] }))
    const sheet = await call(clerk, 'subsidies.prepare', entry(caseId, { directCosts: [TRAVEL] }))
    expect(sheet).toMatchObject({ number: '蚌援补〔2026〕1号', totalFen: 68_650, version: 1 })
    const stored = await call(clerk, 'subsidies.get', { id: sheet.id })
    expect(stored.computation).toEqual(preview)
    expect(stored).toMatchObject({
      status: 'awaiting-approval',
      preparedBy: '王莉',
      tierLabel: '办案补贴　民事',
      closedOn: '2026-11-06',
      subsidy: { directCosts: [TRAVEL] },
      history: [{ act: 'prepared', by: '王莉' }],
      computation: {
        isPayable: true,
        totalInCapitals: '人民币陆佰捌拾陆元伍角整',
        packVersion: '2026.1',
        tier: { id: 'civil', minFen: 50_000, maxFen: null },
        lines: [
          { group: 'labour', amountFen: 50_000, clause: '工作方案（示例） 法律援助部分' },
          { group: 'direct', label: '差旅费', amountFen: 18_650, rate: '实报' },
        ],
      },
    })
    expect(stored.computation.notUsed[0]).toMatchObject({ label: expect.stringContaining('较复杂民事'), why: '复杂程度不符' })
    expect(await call(clerk, 'subsidies.due', {})).toEqual([])
    expect((await call(director, 'audit.list', { subjectId: sheet.id }))[0]).toMatchObject({
      operation: 'subsidies.prepare',
      after: { totalFen: 68_650 },
    })
    expect((await call(clerk, 'cases.get', { id: caseId })).subsidy).toEqual({
      id: sheet.id,
      totalFen: 68_650,
      status: 'awaiting-approval',
    })
  })

  const steps: readonly [string, string][] = [
    ['handled', '还没有登记结案，不能核算补贴'],
    ['closed', '结案材料审核通过之后才能编制补贴'],
    ['handed in', '结案材料审核通过之后才能编制补贴'],
  ]
  it.each(steps)('waits while the case is only %s', async (step, message) => {
    const center = await makeCenter()
    const { call, clerk, refusal } = center
    const { id } = await openCase(center)
    const provider = await call(clerk, 'providers.create', {
      kind: 'law-firm',
      name: '安徽正淮律师事务所',
      creditCode: null,
      phone: null,
      address: null,
      isActive: true,
    })
    const handler = await call(clerk, 'providers.createHandler', handlerInput(provider.id))
    let { version } = await assignCase(center, id, handler.id)
    if (step !== 'handled') ({ version } = await call(clerk, 'closing.record', { id, closing: closingInput(), version }))
    if (step === 'handed in') await call(clerk, 'closing.receivePapers', { id, receivedOn: '2026-11-10', version })
    expect(await refusal(clerk, 'subsidies.prepare', entry(id))).toMatchObject({ code: 'RULE', message })
    expect((await call(clerk, 'numbering.series', {})).find(series => series.series === 'subsidy')?.years).toEqual([])
  })

  it('is for one sheet a case', async () => {
    const center = await makeCenter()
    const sheet = await waitingSheet(center)
    expect(await center.refusal(center.clerk, 'subsidies.prepare', entry(sheet.caseId))).toEqual({
      code: 'DUPLICATE',
      field: 'caseId',
      message: '这件案件已有核算表 蚌援补〔2026〕1号，一案一表',
    })
  })

  // The pack's example: civil, not below 500.00.
  const choices: readonly [string, number | null, number | string][] = [
    ['nothing chosen: the lower bound', null, 50_000],
    ['the lower bound itself', 50_000, 50_000],
    ['1 fen more', 50_001, 50_001],
    ['1 fen less', 49_999, '核定金额不能低于 500.00 元'],
  ]
  it.each(choices)('with %s', async (_, chosenFen, result) => {
    const center = await makeCenter()
    const { id } = await payableCase(center)
    const reply = await center.attempt(center.clerk, 'subsidies.prepare', entry(id, { chosenFen }))
    if (typeof result === 'number') expect(reply).toMatchObject({ ok: true, value: { totalFen: result } })
    else
      expect(reply).toMatchObject({
        ok: false,
        error: { code: 'VALIDATION', fields: [{ path: ['chosenFen'], message: result }] },
      })
  })

  // Other non-litigation: between 500.00 and 800.00, to be chosen.
  const asked: readonly [string, number | null, number | string][] = [
    ['nothing chosen', null, '请在标准之内核定金额：500.00 至 800.00 元'],
    ['the upper bound', 80_000, 80_000],
    ['1 fen above it', 80_001, '核定金额不能高于 800.00 元'],
  ]
  it.each(asked)('of a matter whose amount must be chosen, with %s', async (_, chosenFen, result) => {
    const center = await makeCenter()
    const { id } = await payableCase(center, {
      application: { matterType: 'non-litigation', stage: 'negotiation', aidForms: await formsFor(center, 'non-litigation') },
      closing: { closingMode: 'settlement', outcome: await outcomeFor(center, 'non-litigation') },
    })
    const reply = await center.attempt(center.clerk, 'subsidies.prepare', entry(id, { chosenFen }))
    if (typeof result === 'number') expect(reply).toMatchObject({ ok: true, value: { totalFen: result } })
    else
      expect(reply).toMatchObject({
        ok: false,
        error: { fields: [{ path: ['chosenFen'], message: result }] },
      })
  })

  const costs: readonly [string, Partial<typeof TRAVEL>, string, string][] = [
    ['a cost the table does not know', { kind: 'meals' }, 'kind', '请从列表中选择费用项目'],
    ['no voucher', { vouchers: 0 }, 'vouchers', '差旅费须有票据'],
    ['a cost of nothing', { amountFen: 0 }, 'amountFen', '金额应大于 0'],
    ['no description', { description: ' ' }, 'description', '请填写费用说明'],
    ['half a fen', { amountFen: 0.5 }, 'amountFen', '金额最多两位小数'],
  ]
  it.each(costs)('is refused with %s', async (_, more, field, message) => {
    const center = await makeCenter()
    const { id } = await payableCase(center)
    const error = await center.refusal(center.clerk, 'subsidies.prepare', entry(id, { directCosts: [{ ...TRAVEL, ...more }] }))
    expect(error).toEqual({ code: 'VALIDATION', fields: [{ path: ['directCosts', 0, field], message }] })
  })

  it('takes the tier of a complex case', async () => {
    const center = await makeCenter()
    const { id } = await payableCase(center, { closing: { complexity: 'complex', hearings: 2 } })
    expect(await center.call(center.clerk, 'subsidies.preview', entry(id))).toMatchObject({
      totalFen: 80_000,
      tier: { id: 'civil-complex' },
    })
  })

  // The pack's only table is in force from 2022-01-01.
  const closings: readonly [string, string, string | null][] = [
    ['the day before the first table', '2021-12-31', '结案日 2021-12-31 没有适用的补贴标准'],
    ['the first day of the table', '2022-01-01', null],
  ]
  it.each(closings)('of a case closed on %s', async (_, closedOn, message) => {
    const center = await makeCenter()
    const { id } = await openCase(center, { receivedOn: '2021-10-08', decidedOn: '2021-10-12' })
    const handler = await hireHandler(center)
    await assignCase(center, id, handler.id, '2021-10-13')
    await closeCase(center, id, { closedOn })
    const reply = await center.attempt(center.clerk, 'subsidies.prepare', entry(id))
    expect(reply.ok ? null : reply.error).toEqual(
      message === null ? null : { code: 'RULE', rule: 'subsidy-table', message, clause: null },
    )
  })

  it('is for clerk and director', async () => {
    const center = await makeCenter()
    const { id } = await payableCase(center)
    for (const role of ['archivist', 'administrator'] as const)
      expect(await center.refusal(center[role], 'subsidies.prepare', entry(id))).toMatchObject({
        code: 'FORBIDDEN',
        reason: 'role',
      })
  })
})

describe('handlers who get no subsidy', () => {
  it.each([
    ['a public employee', { isPublicEmployee: true }, {}, '由财政供养的公职人员不领取办案补贴（补贴指导意见）'],
    [
      'staff of the center',
      { kind: 'center-staff' },
      { kind: 'center', name: '蚌山区法律援助中心' },
      '法律援助机构工作人员不领取办案补贴（补贴指导意见）',
    ],
  ] as const)('%s: recorded with the reason, approved, and never on a payment list', async (_, handler, provider, reason) => {
    const center = await makeCenter()
    const { call, clerk, director, refusal } = center
    const { id } = await payableCase(center, { handler, provider })
    const sheet = await call(clerk, 'subsidies.prepare', entry(id))
    expect(sheet.totalFen).toBe(0)
    const stored = await call(clerk, 'subsidies.get', { id: sheet.id })
    expect(stored.computation).toMatchObject({
      isPayable: false,
      notPayableReason: reason,
      totalInCapitals: '人民币零元整',
      lines: [],
    })
    const { version } = await call(director, 'subsidies.approve', { id: sheet.id, version: 1 })
    expect(version).toBe(2)
    expect(await refusal(clerk, 'subsidies.createPaymentList', { subsidyIds: [sheet.id], madeOn: '2026-11-20' })).toMatchObject({
      code: 'RULE',
      rule: 'payment-list-amount',
    })
  })

  it('still have their direct costs met', async () => {
    const center = await makeCenter()
    const { id } = await payableCase(center, { handler: { isPublicEmployee: true } })
    const preview = await center.call(center.clerk, 'subsidies.preview', entry(id, { directCosts: [TRAVEL] }))
    expect(preview).toMatchObject({ isPayable: true, totalFen: 18_650, tier: null })
    expect(preview.steps).toContainEqual(
      expect.objectContaining({ label: '承办人', value: '不计劳务费', clause: '补贴指导意见' }),
    )
  })
})

describe('approval', () => {
  it('is not for whoever prepared the sheet', async () => {
    const center = await makeCenter()
    const { call, director, refusal } = center
    const { id: caseId } = await payableCase(center)
    const sheet = await call(director, 'subsidies.prepare', entry(caseId))
    expect(await refusal(director, 'subsidies.approve', { id: sheet.id, version: 1 })).toEqual({
      code: 'FORBIDDEN',
      reason: 'separation',
      message: '这张核算表是您编制的，须由另一名主任审批',
    })
    const other = await secondDirector(center)
    center.setDay('2026-11-20', '10:00:00')
    await call(other, 'subsidies.approve', { id: sheet.id, opinion: '同意', version: 1 })
    expect(await call(director, 'subsidies.get', { id: sheet.id })).toMatchObject({
      status: 'approved',
      approvedBy: '李主任',
      history: [
        { act: 'prepared', by: '陈建国' },
        { act: 'approved', by: '李主任', opinion: '同意' },
      ],
    })
  })

  it('is not for whoever revised the sheet last', async () => {
    const center = await makeCenter()
    const { call, director, refusal } = center
    const sheet = await waitingSheet(center)
    const revised = await call(director, 'subsidies.revise', {
      id: sheet.id,
      subsidy: entry(sheet.caseId, { chosenFen: 60_000 }),
      version: 1,
    })
    expect(await refusal(director, 'subsidies.approve', { id: sheet.id, version: revised.version })).toMatchObject({
      reason: 'separation',
    })
  })

  it.each(['clerk', 'archivist', 'administrator'] as const)('is not for the %s', async role => {
    const center = await makeCenter()
    const sheet = await waitingSheet(center)
    expect(await center.refusal(center[role], 'subsidies.approve', { id: sheet.id, version: 1 })).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'role',
    })
    expect(await center.refusal(center[role], 'subsidies.return', { id: sheet.id, opinion: '缺票据', version: 1 })).toMatchObject(
      { code: 'FORBIDDEN' },
    )
  })

  it('goes through return and revision, each kept with its opinion', async () => {
    const center = await makeCenter()
    const { call, clerk, director, refusal, setDay } = center
    const sheet = await waitingSheet(center)
    setDay('2026-11-20', '10:00:00')
    expect(await refusal(director, 'subsidies.return', { id: sheet.id, opinion: '  ', version: 1 })).toMatchObject({
      fields: [{ message: '请填写退回意见' }],
    })
    const returned = await call(director, 'subsidies.return', { id: sheet.id, opinion: '差旅费没有列', version: 1 })
    expect(await refusal(director, 'subsidies.approve', { id: sheet.id, version: returned.version })).toEqual({
      code: 'RULE',
      rule: 'subsidy-status',
      message: '核算表已退回，不能批准',
      clause: null,
    })
    setDay('2026-11-20', '11:00:00')
    const subsidy = entry(sheet.caseId, { directCosts: [TRAVEL] })
    const revised = await call(clerk, 'subsidies.revise', { id: sheet.id, subsidy, version: returned.version })
    expect(revised.totalFen).toBe(68_650)
    setDay('2026-11-20', '12:00:00')
    await call(director, 'subsidies.approve', { id: sheet.id, version: revised.version })
    const stored = await call(clerk, 'subsidies.get', { id: sheet.id })
    expect(stored).toMatchObject({ number: sheet.number, status: 'approved', timesReturned: 1, totalFen: 68_650 })
    expect(stored.history.map(act => [act.act, act.by, act.opinion])).toEqual([
      ['prepared', '王莉', ''],
      ['returned', '陈建国', '差旅费没有列'],
      ['revised', '王莉', ''],
      ['approved', '陈建国', ''],
    ])
  })

  it('is refused when the sheet changed under the director', async () => {
    const center = await makeCenter()
    const { call, clerk, director, refusal } = center
    const sheet = await waitingSheet(center)
    await call(clerk, 'subsidies.revise', { id: sheet.id, subsidy: entry(sheet.caseId, { chosenFen: 70_000 }), version: 1 })
    expect(await refusal(director, 'subsidies.approve', { id: sheet.id, version: 1 })).toMatchObject({
      code: 'STALE',
      what: '补贴核算表',
      version: 2,
      changed: { by: '王莉' },
    })
  })

  it('stands: an approved sheet is not revised, nor moved to another case', async () => {
    const center = await makeCenter()
    const sheet = await approvedSheet(center)
    const change = { id: sheet.id, subsidy: entry(sheet.caseId, { chosenFen: 90_000 }), version: sheet.version }
    expect(await center.refusal(center.clerk, 'subsidies.revise', change)).toMatchObject({
      code: 'RULE',
      message: '核算表已批，不能重新编制',
    })
  })
})

describe('the payment list', () => {
  it('takes approved sheets together, is numbered and issued, and says when it was paid', async () => {
    const center = await makeCenter({ today: '2026-11-20' })
    const { call, clerk, refusal, setDay } = center
    const sheet = await approvedSheet(center, { directCosts: [TRAVEL] })
    setDay('2026-11-20', '14:00:00')
    const list = await call(clerk, 'subsidies.createPaymentList', { subsidyIds: [sheet.id, sheet.id], madeOn: '2026-11-20' })
    expect(list).toMatchObject({ number: '蚌援支〔2026〕1号', totalFen: 68_650 })
    expect((await call(clerk, 'papers.get', { id: list.paperId })).html).toContain('人民币陆佰捌拾陆元伍角整')
    expect(await call(clerk, 'subsidies.get', { id: sheet.id })).toMatchObject({
      status: 'listed',
      paymentListNumber: list.number,
    })
    expect(await refusal(clerk, 'subsidies.createPaymentList', { subsidyIds: [sheet.id], madeOn: '2026-11-20' })).toMatchObject({
      code: 'RULE',
      rule: 'payment-list-approved',
    })
    setDay('2026-11-25')
    const paid = await call(clerk, 'subsidies.markPaid', {
      paymentListId: list.id,
      paidOn: '2026-11-24',
      receipt: '银付 0117',
      version: 1,
    })
    expect(await call(clerk, 'subsidies.paymentLists', {})).toMatchObject([
      { number: list.number, count: 1, totalFen: 68_650, paidOn: '2026-11-24', madeBy: '王莉', version: paid.version },
    ])
    const stored = await call(clerk, 'subsidies.get', { id: sheet.id })
    expect(stored.status).toBe('paid')
    expect(stored.history.at(-1)).toMatchObject({ act: 'paid', opinion: '2026-11-24 支付，回单 银付 0117' })
    expect(
      await refusal(clerk, 'subsidies.markPaid', {
        paymentListId: list.id,
        paidOn: '2026-11-24',
        receipt: '再付',
        version: paid.version,
      }),
    ).toMatchObject({
      code: 'RULE',
      rule: 'payment-list-paid',
    })
    expect(await call(clerk, 'subsidies.list', { status: 'paid' })).toMatchObject({ total: 1, totalFen: 68_650 })
  })

  it('is all or nothing: a sheet that is not approved keeps the others off, and no number is drawn', async () => {
    const center = await makeCenter()
    const { call, clerk, refusal } = center
    const first = await approvedSheet(center)
    const person = personInput({ name: '孙桂英', certificateNumber: residentId('1965-02-03', 122), categories: [] })
    const other = await payableCase(center, { application: { person }, provider: { name: '淮上律师事务所' } })
    const second = await call(clerk, 'subsidies.prepare', entry(other.id))
    expect(
      await refusal(clerk, 'subsidies.createPaymentList', { subsidyIds: [first.id, second.id], madeOn: '2026-11-20' }),
    ).toMatchObject({ code: 'RULE' })
    expect(await call(clerk, 'subsidies.get', { id: first.id })).toMatchObject({ status: 'approved', paymentListId: null })
    expect(await call(clerk, 'subsidies.paymentLists', {})).toEqual([])
    const list = await call(clerk, 'subsidies.createPaymentList', { subsidyIds: [first.id], madeOn: '2026-11-20' })
    expect(list.number).toBe('蚌援支〔2026〕1号')
  })

  const listDays: readonly [string, string, string | null][] = [
    ['the day before the approval', '2026-11-19', '清单日期不能早于 蚌援补〔2026〕1号 的批准日期 2026-11-20'],
    ['the day of the approval', '2026-11-20', null],
    ['tomorrow', '2026-11-21', '清单日期不能晚于今天'],
  ]
  it.each(listDays)('is made on %s', async (_, madeOn, message) => {
    const center = await makeCenter({ today: '2026-11-20' })
    const sheet = await approvedSheet(center)
    const reply = await center.attempt(center.clerk, 'subsidies.createPaymentList', { subsidyIds: [sheet.id], madeOn })
    expect(reply.ok ? null : reply.error).toEqual(
      message === null ? null : { code: 'VALIDATION', fields: [{ path: ['madeOn'], message }] },
    )
  })

  const payDays: readonly [string, string, string | null][] = [
    ['the day before the list', '2026-11-19', '支付日期不能早于清单日期 2026-11-20'],
    ['the day of the list', '2026-11-20', null],
    ['tomorrow', '2026-11-21', '支付日期不能晚于今天'],
  ]
  it.each(payDays)('is paid on %s', async (_, paidOn, message) => {
    const center = await makeCenter({ today: '2026-11-20' })
    const sheet = await approvedSheet(center)
    const list = await center.call(center.clerk, 'subsidies.createPaymentList', { subsidyIds: [sheet.id], madeOn: '2026-11-20' })
    const reply = await center.attempt(center.clerk, 'subsidies.markPaid', {
      paymentListId: list.id,
      paidOn,
      receipt: '银付 0117',
      version: 1,
    })
    expect(reply.ok ? null : reply.error).toEqual(
      message === null ? null : { code: 'VALIDATION', fields: [{ path: ['paidOn'], message }] },
    )
  })

  it('is refused on a stale screen, and not for archivist or administrator', async () => {
    const center = await makeCenter({ today: '2026-11-20' })
    const sheet = await approvedSheet(center)
    const list = await center.call(center.clerk, 'subsidies.createPaymentList', { subsidyIds: [sheet.id], madeOn: '2026-11-20' })
    const pay = { paymentListId: list.id, paidOn: '2026-11-20', receipt: '银付 0117', version: 2 }
    expect(await center.refusal(center.clerk, 'subsidies.markPaid', pay)).toMatchObject({
      code: 'STALE',
      what: '支付清单',
      version: 1,
    })
    for (const role of ['archivist', 'administrator'] as const) {
      expect(await center.refusal(center[role], 'subsidies.markPaid', { ...pay, version: 1 })).toMatchObject({ reason: 'role' })
      expect(await center.refusal(center[role], 'subsidies.exportPaymentList', { id: list.id, handle: 'x' })).toMatchObject({
        reason: 'role',
      })
    }
  })

  it('exports a workbook that another reader opens, with its sum told', async () => {
    const center = await makeCenter({ today: '2026-11-20' })
    const { call, clerk, director } = center
    const one = await payableCase(center, { handler: { certificateNumber: residentId('1985-04-02', 231) } })
    const sheet = await call(clerk, 'subsidies.prepare', entry(one.id, { directCosts: [TRAVEL] }))
    await call(director, 'subsidies.approve', { id: sheet.id, version: 1 })
    const list = await call(clerk, 'subsidies.createPaymentList', { subsidyIds: [sheet.id], madeOn: '2026-11-20' })
    const folder = makeFolder()
    const file = path.join(folder, 'list.xlsx')
    const written = await call(clerk, 'subsidies.exportPaymentList', { id: list.id, handle: `path:${file}` })
    const content = readFileSync(file)
    expect(written).toEqual({ bytes: content.length, sha256: sha256Hex(content) })
    const lines = csvOf(file, folder)
    expect(lines).toContain('序号,收款人,证件号码,单位,开户行,账号,金额,案号,用途')
    const row = lines.find(line => line.startsWith('1,刘思远'))
    expect(row).toContain(residentId('1985-04-02', 231))
    expect(row).toContain('6217001234567890123')
    expect(row).toMatch(/,686\.50?,蚌援民〔2026〕1号/)
    expect(lines.join('\n')).toContain('人民币陆佰捌拾陆元伍角整')
    const [audited] = await call(director, 'audit.list', { subjectId: list.id, limit: 1 })
    expect(audited).toMatchObject({ operation: 'subsidies.exportPaymentList', after: written })
  })
})

/** The workbook as LibreOffice reads it. */
function csvOf(file: string, folder: string): string[] {
  execFileSync(
    'soffice',
    [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76',
      '--outdir',
      folder,
      file,
    ],
    {
      stdio: 'ignore',
      timeout: 120_000,
    },
  )
  const csv = path.join(folder, 'list.csv')
  if (!existsSync(csv)) throw new Error('LibreOffice wrote nothing')
  return readFileSync(csv, 'utf8').split(/\r?\n/)
}

async function secondDirector(center: TestCenter): Promise<string> {
  const { id } = await center.call(center.director, 'users.create', { name: '李主任', roles: ['director'], password: PASSWORD })
  return (await center.call(null, 'session.login', { userId: id, password: PASSWORD })).session
}

type Pack = { codes: { matterTypes: { code: string; outcomes: { code: string }[] }[]; aidForms: { code: string }[] } }

async function packOf({ call, clerk }: TestCenter): Promise<Pack> {
  return (await call(clerk, 'packs.current', {})).pack as unknown as Pack
}

async function outcomeFor(center: TestCenter, matterType: string): Promise<string> {
  const { codes } = await packOf(center)
  return codes.matterTypes.find(type => type.code === matterType)?.outcomes[0]?.code ?? ''
}

async function formsFor(center: TestCenter, matterType: string): Promise<string[]> {
  const { codes } = await packOf(center)
  return [codes.aidForms.find(form => form.code.startsWith(matterType))?.code ?? codes.aidForms[0]?.code ?? '']
}

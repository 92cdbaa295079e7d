import { describe, expect, it } from 'vitest'
import type { InputOf } from '../../src-main/contract/index.ts'
import { consultationInput } from '../support/desk-inputs.ts'
import { makeCenter, type TestCenter } from '../support/make-center.ts'

const PLACE = { series: 'consultation', year: 2026 } as const

/** A desk whose clerk registers visits; `backEntry` gives an old number. */
async function openDesk(today = '2026-11-20') {
  const center = await makeCenter({ today })
  let personId: string | null = null
  const [consultant] = await center.call(center.clerk, 'users.names', {})
  const input = (receivedOn: string, number: string | null, reason = '停电当日纸质登记') =>
    consultationInput(consultant?.id ?? '', { receivedOn, personId, backEntry: number === null ? null : { number, reason } })
  const register = async (receivedOn: string, number: string | null = null) => {
    const saved = await center.call(center.clerk, 'consultations.register', input(receivedOn, number))
    personId = saved.personId
    return saved.number
  }
  const refused = async (receivedOn: string, number: string) => {
    const error = await center.refusal(center.clerk, 'consultations.register', input(receivedOn, number))
    return error.code === 'VALIDATION' ? error.fields.map(field => `${field.path.join('.')}: ${field.message}`) : [error]
  }
  return { ...center, register, refused }
}

async function reserve(center: TestCenter, more: Partial<InputOf<'numbering.reserve'>> = {}) {
  const wanted = { ...PLACE, count: 3, holder: '长青乡工作站', reason: '停电纸质登记', ...more }
  return center.call(center.clerk, 'numbering.reserve', wanted)
}

describe('an old number given by the clerk (补录)', () => {
  it('takes its true year and place, marked in the ledger with by, when and why', async () => {
    const desk = await openDesk()
    expect(await desk.register('2026-11-20')).toBe('蚌援咨〔2026〕1号')
    // A past year may be entered in any order; its counter never lies below what was entered.
    expect(await desk.register('2024-03-05', '蚌援咨[2024]第 37 号')).toBe('蚌援咨〔2024〕37号')
    expect(await desk.register('2024-03-04', '36')).toBe('蚌援咨〔2024〕36号')
    expect(await desk.register('2024-12-31')).toBe('蚌援咨〔2024〕38号')
    expect(await desk.register('2026-11-20')).toBe('蚌援咨〔2026〕2号')
    const rows = await desk.call(desk.clerk, 'numbering.ledger', { series: 'consultation', year: 2024 })
    expect(rows.map(row => [row.seq, row.datedOn, row.backReason])).toEqual([
      [36, '2024-03-04', '停电当日纸质登记'],
      [37, '2024-03-05', '停电当日纸质登记'],
      [38, '2024-12-31', null],
    ])
    expect(rows[1]).toMatchObject({
      drawnBy: '王莉',
      drawnAt: '2026-11-20T01:00:00.000Z',
      subjectKind: 'consultation',
      status: 'used',
    })
    expect(await desk.call(desk.clerk, 'numbering.gaps', { series: 'consultation', year: 2024 })).toMatchObject({
      counter: 38,
      unexplained: 35,
      gaps: [{ kind: 'unexplained', first: 1, last: 35 }],
    })
  })

  it('is refused where it cannot be, at its own field, and then nothing is registered', async () => {
    const desk = await openDesk()
    await desk.register('2026-11-19')
    await desk.register('2026-11-19')
    await desk.register('2025-05-05', '9')
    await desk.call(desk.director, 'numbering.void', { text: '蚌援咨〔2026〕2号', reason: '重复登记' })
    const above = (seq: number, now: string) =>
      `backEntry.number: ${seq} 号还没有轮到，${now}。要先占用号码，请预留号段；启用前的纸质登记，请主任在编号里说明`
    const table: readonly (readonly [string, string, string])[] = [
      ['2026-11-20', '1', 'backEntry.number: 蚌援咨〔2026〕1号 已经用过，不能再用'],
      ['2026-11-20', '蚌援咨〔2026〕2号', 'backEntry.number: 蚌援咨〔2026〕2号 已作废，作废的号不再使用'],
      ['2026-11-20', '3', above(3, '现在取到 2 号')],
      ['2025-05-06', '9', 'backEntry.number: 蚌援咨〔2025〕9号 已经用过，不能再用'],
      ['2025-05-06', '蚌援咨〔2024〕8号', 'backEntry.number: 旧号写的是 2024 年，登记的日期在 2025 年，请核对'],
      [
        '2025-05-06',
        '蚌援申〔2025〕8号',
        'backEntry.number: 旧号“蚌援申〔2025〕8号”不合咨询登记的编号格式，应如 蚌援咨〔2025〕37号，也可以只填序号',
      ],
      ['2025-05-06', '0', 'backEntry.number: 旧号“0”不合咨询登记的编号格式，应如 蚌援咨〔2025〕37号，也可以只填序号'],
    ]
    for (const [day, number, problem] of table) expect(await desk.refused(day, number), number).toEqual([problem])
    expect((await desk.call(desk.clerk, 'consultations.list', {})).total).toBe(3)
    // What the screen asks while the clerk types says the same.
    const check = (day: string, number: string) =>
      desk.call(desk.clerk, 'numbering.checkBackEntry', { seriesId: 'consultation', day, number })
    expect(await check('2025-05-06', '8')).toEqual({ text: '蚌援咨〔2025〕8号', problem: null, note: null })
    expect(await check('2025-05-06', '12')).toEqual({
      text: '蚌援咨〔2025〕12号',
      problem: null,
      note: '2025 年的流水号随之到 12',
    })
    expect((await check('2026-11-20', '2')).problem).toBe('蚌援咨〔2026〕2号 已作废，作废的号不再使用')
  })
})

describe('the turn of the year', () => {
  it('counts by the Shanghai day: 31 December and 1 January lie in different years, the old year stays open for its own days', async () => {
    const desk = await openDesk('2026-12-31')
    desk.setDay('2026-12-31', '23:59:59')
    expect(await desk.register('2026-12-31')).toBe('蚌援咨〔2026〕1号')
    const tomorrow = await desk.refusal(desk.clerk, 'numbering.reserve', {
      ...PLACE,
      year: 2028,
      count: 1,
      holder: '王莉',
      reason: '值班',
    })
    expect(tomorrow).toMatchObject({ code: 'VALIDATION', fields: [{ path: ['year'], message: '只能预留本年度或下一年度的号' }] })
    desk.setDay('2027-01-01', '00:00:01')
    expect(await desk.register('2027-01-01')).toBe('蚌援咨〔2027〕1号')
    expect(await desk.register('2026-12-31')).toBe('蚌援咨〔2026〕2号')
    // A past year's hole above its counter may be entered now, and the counter follows.
    expect(await desk.register('2026-12-30', '5')).toBe('蚌援咨〔2026〕5号')
    expect(await desk.register('2026-12-31')).toBe('蚌援咨〔2026〕6号')
    expect(await desk.register('2027-01-01')).toBe('蚌援咨〔2027〕2号')
  })
})

describe('blocks for paper days (预留号段)', () => {
  it('leave the running counter, are entered later with their true day, and keep the text that was printed', async () => {
    const desk = await openDesk()
    await desk.register('2026-11-20')
    const block = await reserve(desk)
    expect(block).toMatchObject({ first: '蚌援咨〔2026〕2号', last: '蚌援咨〔2026〕4号' })
    expect(await desk.register('2026-11-20')).toBe('蚌援咨〔2026〕5号')
    const sheet = await desk.call(desk.clerk, 'numbering.blockSheet', { id: block.id })
    expect(sheet.title).toBe('纸质登记号段单　咨询登记')
    for (const text of ['蚌援咨〔2026〕2号', '蚌援咨〔2026〕4号', '长青乡工作站']) expect(sheet.html).toContain(text)
    // The center is renamed before the paper register comes back.
    const { regionName: _, idleMinutes, version, ...particulars } = await desk.call(desk.director, 'center.get', {})
    await desk.call(desk.director, 'center.update', { center: { ...particulars, shortName: '龙' }, idleMinutes, version })
    expect(await desk.register('2026-11-18', '蚌援咨〔2026〕3号')).toBe('蚌援咨〔2026〕3号')
    expect(await desk.register('2026-11-19', '4')).toBe('蚌援咨〔2026〕4号')
    expect(await desk.register('2026-11-20')).toBe('龙援咨〔2026〕6号')
    expect(await desk.call(desk.clerk, 'numbering.blocks', { place: PLACE })).toMatchObject([
      { first: 2, last: 4, holder: '长青乡工作站', used: 2, voided: 0, unused: 1, label: '咨询登记', reservedBy: '王莉' },
    ])
    const [entry] = await desk.call(desk.director, 'audit.list', { subjectId: block.id })
    expect(entry?.summary).toBe('预留号段 蚌援咨〔2026〕2号 至 蚌援咨〔2026〕4号，共 3 个，长青乡工作站：停电纸质登记')
  })

  it('unused numbers are given back or written off with a reason, and never come back', async () => {
    const desk = await openDesk()
    const { id } = await reserve(desk, { count: 5 })
    await desk.register('2026-11-19', '1')
    const release = (seqs: number[] | null, how: 'returned' | 'spoiled' = 'returned') =>
      ({ id, seqs, how, reason: '恢复供电' }) as const
    expect(await desk.refusal(desk.clerk, 'numbering.release', release([1]))).toMatchObject({
      code: 'RULE',
      message: '蚌援咨〔2026〕1号 已经用过，不能交回',
    })
    expect(await desk.call(desk.clerk, 'numbering.release', release([2], 'spoiled'))).toEqual({ released: 1 })
    expect(await desk.refusal(desk.clerk, 'numbering.release', release([2, 3]))).toMatchObject({
      message: '蚌援咨〔2026〕2号 已作废，不能交回',
    })
    expect(await desk.refusal(desk.clerk, 'numbering.release', release([6]))).toMatchObject({ message: '号段里没有这样的未用号' })
    expect(await desk.call(desk.clerk, 'numbering.gaps', PLACE)).toMatchObject({
      counter: 5,
      unexplained: 0,
      gaps: [
        { kind: 'void', first: 2, reason: '号段写坏作废：恢复供电', by: '王莉' },
        { kind: 'reserved', first: 3, last: 5, holder: '长青乡工作站', reason: '停电纸质登记', blockId: id },
      ],
    })
    expect(await desk.call(desk.clerk, 'numbering.release', release(null))).toEqual({ released: 3 })
    expect(await desk.refusal(desk.clerk, 'numbering.release', release(null))).toMatchObject({
      message: '号段里没有这样的未用号',
    })
    expect(await desk.refused('2026-11-19', '3')).toEqual(['backEntry.number: 蚌援咨〔2026〕3号 已作废，作废的号不再使用'])
    expect(await desk.register('2026-11-20')).toBe('蚌援咨〔2026〕6号')
  })

  it('refuses what cannot be reserved', async () => {
    const desk = await openDesk()
    const wanted = { ...PLACE, count: 3, holder: '王莉', reason: '值班' }
    const table = [
      [
        { ...wanted, series: 'case:涉' },
        { code: 'NOT_FOUND', what: '这种编号' },
      ],
      [
        { ...wanted, year: 2025 },
        { code: 'VALIDATION', fields: [{ path: ['year'], message: '只能预留本年度或下一年度的号' }] },
      ],
      [
        { ...wanted, count: 0 },
        { code: 'VALIDATION', fields: [{ path: ['count'], message: '至少预留 1 个' }] },
      ],
      [
        { ...wanted, count: 301 },
        { code: 'VALIDATION', fields: [{ path: ['count'], message: '一次最多预留 300 个' }] },
      ],
      [
        { ...wanted, holder: ' ' },
        { code: 'VALIDATION', fields: [{ path: ['holder'], message: '请填写持有人' }] },
      ],
    ] as const
    for (const [input, error] of table) expect(await desk.refusal(desk.clerk, 'numbering.reserve', input)).toEqual(error)
    expect(await desk.refusal(desk.archivist, 'numbering.reserve', wanted)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await reserve(desk, { series: 'case:民', year: 2027, count: 300 })).toMatchObject({
      first: '蚌援民〔2027〕1号',
      last: '蚌援民〔2027〕300号',
    })
  })
})

describe('the paper register before the app (空号说明)', () => {
  const statement = { ...PLACE, first: 1, last: 57, kind: 'before-start', reason: '本年度 1–57 号为启用前纸质登记' } as const

  it('moves the counter past its numbers, explains them, and lets its files be entered late', async () => {
    const desk = await openDesk()
    expect(await desk.refusal(desk.clerk, 'numbering.explain', statement)).toMatchObject({ code: 'FORBIDDEN' })
    const { id, counter } = await desk.call(desk.director, 'numbering.explain', statement)
    expect(counter).toBe(57)
    expect(await desk.register('2026-11-20')).toBe('蚌援咨〔2026〕58号')
    expect(await desk.register('2026-01-09', '12')).toBe('蚌援咨〔2026〕12号')
    expect(await desk.call(desk.clerk, 'numbering.gaps', PLACE)).toMatchObject({
      counter: 58,
      unexplained: 0,
      gaps: [
        { kind: 'explained', first: 1, last: 11, reason: statement.reason, by: '陈建国', statementId: id },
        { kind: 'explained', first: 13, last: 57 },
      ],
    })
    expect(await desk.refusal(desk.director, 'numbering.withdrawExplanation', { id, reason: '写错' })).toMatchObject({
      code: 'RULE',
      rule: 'numbers-follow',
    })
    expect((await desk.call(desk.clerk, 'numbering.series', {}))[0]).toMatchObject({
      years: [{ year: 2026, counter: 58, drawn: 2, unexplained: 0, last: '蚌援咨〔2026〕58号' }],
    })
  })

  it('can be taken back while nothing follows; any other statement only explains what is missing', async () => {
    const desk = await openDesk()
    const wrong = await desk.call(desk.director, 'numbering.explain', { ...statement, last: 570 })
    expect(await desk.call(desk.director, 'numbering.withdrawExplanation', { id: wrong.id, reason: '多写一位' })).toEqual({
      counter: 0,
    })
    expect(await desk.refusal(desk.director, 'numbering.withdrawExplanation', { id: wrong.id, reason: '再撤' })).toMatchObject({
      code: 'NOT_FOUND',
    })
    await desk.call(desk.director, 'numbering.explain', { ...statement, last: 3 })
    expect(await desk.register('2026-11-20')).toBe('蚌援咨〔2026〕4号')
    const explain = (first: number, last: number, more = {}) =>
      desk.refusal(desk.director, 'numbering.explain', { ...statement, kind: 'other', reason: '原因', first, last, ...more })
    const fault = (path: string, message: string) => ({ code: 'VALIDATION', fields: [{ path: [path], message }] })
    expect(await explain(5, 5)).toEqual(fault('last', '这一年只取到 4 号'))
    expect(await explain(4, 4)).toEqual(fault('first', '4 号里有 1 个号登记簿里已经有了，如 蚌援咨〔2026〕4号'))
    expect(await explain(3, 3)).toEqual(fault('first', '1–3 号已有说明：本年度 1–57 号为启用前纸质登记'))
    expect(await explain(3, 2)).toEqual(fault('last', '止号不能小于起号'))
    expect(await explain(1, 1, { year: 2027 })).toMatchObject({ code: 'VALIDATION' })
    expect(await explain(1, 1, { series: '没有' })).toEqual({ code: 'NOT_FOUND', what: '这种编号' })
  })

  it('prints as 空号说明, the unexplained in plain words', async () => {
    const desk = await openDesk()
    await desk.call(desk.director, 'numbering.explain', { ...statement, last: 2 })
    await desk.register('2026-11-20')
    await desk.register('2025-11-20', '2')
    const words = async (year: number) => {
      const { html } = await desk.call(desk.clerk, 'numbering.gapSheet', { series: 'consultation', year })
      return html.replace(/<style[\s\S]*?<\/style>/g, '').replace(/<[^>]+>/g, '|')
    }
    expect(await words(2026)).toMatch(/序号 1–2[|\s]*2[|\s]*空号[|\s]*本年度 1–57 号为启用前纸质登记[|\s]*陈建国[|\s]*2026-11-20/)
    expect(await words(2026)).toContain('作废 0 号，预留未用 0 号，已说明的空号 2 号，未说明的空号 0 号')
    expect(await words(2025)).toMatch(/序号 1[|\s]*1[|\s]*未说明[|\s]*登记簿无记录，未说明/)
    expect(await desk.refusal(desk.clerk, 'numbering.gapSheet', { series: 'receipt', year: 2026 })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

import { describe, expect, it } from 'vitest'
import { drawNumber, listLedger, NumberTakenError } from '../../src-main/store/number-store.ts'
import { makeCenter, type TestCenter } from '../support/make-center.ts'

/** Draws numbers the way a command does, in one transaction; `fail` makes it roll back at the end. */
async function draw(center: TestCenter, series: string, year: number, count: number, fail = false): Promise<string[]> {
  const { database } = center.core.center.open
  const drawnBy = center.core.center.actorOfSession(center.clerk, false).userId
  const texts: string[] = []
  const work = database.writer.transaction().execute(async trx => {
    for (let one = 0; one < count; one += 1) {
      const text = await drawNumber(trx, series, year, seq => `${series} ${year} ${seq}`, {
        subjectKind: 'case',
        subjectId: '01J0000000000000000000000A',
        drawnAt: '2026-11-20T01:00:00.000Z',
        drawnBy,
      })
      texts.push(text)
    }
    if (fail) throw new Error('the rest of the command failed')
  })
  if (fail) await expect(work).rejects.toThrow('the rest of the command failed')
  else await work
  return texts
}

async function ledgerTexts(center: TestCenter, series: string, year: number): Promise<string[]> {
  return (await center.call(center.clerk, 'numbering.ledger', { series, year })).map(row => row.text)
}

describe('the number ledger', () => {
  it('gives each of many parallel draws its own number, without a gap', async () => {
    const center = await makeCenter()
    const drawn = await Promise.all(Array.from({ length: 40 }, () => draw(center, 'decision-grant', 2026, 1)))
    const seqs = drawn.flat().map(text => Number(text.split(' ').at(-1)))
    expect(seqs.toSorted((left, right) => left - right)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
    expect(await ledgerTexts(center, 'decision-grant', 2026)).toHaveLength(40)
  })

  it('gives a number back when its command rolls back, also between parallel ones', async () => {
    const center = await makeCenter()
    const [first] = await draw(center, 'subsidy', 2026, 1)
    await Promise.all([
      draw(center, 'subsidy', 2026, 1),
      draw(center, 'subsidy', 2026, 3, true),
      draw(center, 'subsidy', 2026, 1),
      draw(center, 'subsidy', 2026, 1, true),
    ])
    expect(first).toBe('subsidy 2026 1')
    expect(await ledgerTexts(center, 'subsidy', 2026)).toEqual(['subsidy 2026 1', 'subsidy 2026 2', 'subsidy 2026 3'])
  })

  it('counts each series, kind and year from 1', async () => {
    const center = await makeCenter()
    await draw(center, 'case:民', 2025, 2)
    await draw(center, 'case:民', 2026, 1)
    await draw(center, 'case:刑', 2026, 1)
    expect(await ledgerTexts(center, 'case:民', 2026)).toEqual(['case:民 2026 1'])
    expect(await ledgerTexts(center, 'case:刑', 2026)).toEqual(['case:刑 2026 1'])
    expect(await ledgerTexts(center, 'case:民', 2025)).toHaveLength(2)
  })

  it('never takes two numbers of one text', async () => {
    const center = await makeCenter()
    const { database } = center.core.center.open
    const drawnBy = center.core.center.actorOfSession(center.clerk, false).userId
    const drawnFor = { subjectKind: 'case', subjectId: 'A', drawnAt: '2026-11-20T01:00:00.000Z', drawnBy }
    const drawSame = (series: string) =>
      database.writer.transaction().execute(trx => drawNumber(trx, series, 2026, () => '蚌援〔2026〕1号', drawnFor))
    await drawSame('case:民')
    await expect(drawSame('subsidy')).rejects.toBeInstanceOf(NumberTakenError)
    expect(await listLedger(database.reader, 'subsidy', 2026)).toEqual([])
  })
})

describe('numbering.series', () => {
  it('lists the pack’s series with an example, and case numbers for each kind of matter', async () => {
    const center = await makeCenter()
    const series = await center.call(center.clerk, 'numbering.series', {})
    expect(series.find(one => one.series === 'decision-grant')).toEqual({
      series: 'decision-grant',
      label: '给予法律援助决定书',
      pattern: '{short}援决字〔{year}〕{seq}号',
      example: '蚌援决字〔2026〕1号',
      isCurrent: true,
      thisYear: 2026,
      years: [],
    })
    expect(series.filter(one => one.series.startsWith('case:')).map(one => one.example)).toEqual([
      '蚌援民〔2026〕1号',
      '蚌援刑〔2026〕1号',
      '蚌援行〔2026〕1号',
      '蚌援仲〔2026〕1号',
      '蚌援非〔2026〕1号',
    ])
  })

  it('tells the last number as it was drawn, after the short name has changed', async () => {
    const center = await makeCenter()
    await draw(center, 'decision-grant', 2025, 1)
    await draw(center, 'decision-grant', 2026, 3)
    const { regionName: _, idleMinutes, version, ...particulars } = await center.call(center.director, 'center.get', {})
    await center.call(center.director, 'center.update', {
      center: { ...particulars, shortName: '龙' },
      idleMinutes,
      version,
    })
    await center.call(center.director, 'numbering.void', { text: 'decision-grant 2026 2', reason: '打印错误' })
    const series = await center.call(center.clerk, 'numbering.series', {})
    expect(series.find(one => one.series === 'decision-grant')).toMatchObject({
      example: '龙援决字〔2026〕1号',
      years: [
        { year: 2026, drawn: 3, voided: 1, last: 'decision-grant 2026 3' },
        { year: 2025, drawn: 1, voided: 0, last: 'decision-grant 2025 1' },
      ],
    })
  })

  it('keeps series that only the ledger holds: archive numbers, and kinds that no pack has any more', async () => {
    const center = await makeCenter()
    await draw(center, 'archive:MS:D30', 2026, 2)
    await draw(center, 'case:涉', 2024, 1)
    const series = await center.call(center.clerk, 'numbering.series', {})
    expect(series.find(one => one.series === 'archive:MS:D30')).toMatchObject({
      label: '档号（民事，定期30年）',
      example: 'J019-ZY·FY·MS·2026·D30-001',
      years: [{ year: 2026, drawn: 2, voided: 0, last: 'archive:MS:D30 2026 2' }],
    })
    expect(series.find(one => one.series === 'case:涉')).toMatchObject({ label: 'case:涉', years: [{ year: 2024 }] })
  })
})

describe('numbering.void', () => {
  it('keeps the row with its reason and never gives the number again', async () => {
    const center = await makeCenter()
    await draw(center, 'receipt', 2026, 2)
    await center.call(center.director, 'numbering.void', { text: 'receipt 2026 2', reason: '  打印错误  ' })
    expect(await draw(center, 'receipt', 2026, 1)).toEqual(['receipt 2026 3'])
    const rows = await center.call(center.clerk, 'numbering.ledger', { series: 'receipt', year: 2026 })
    expect(rows.map(row => [row.seq, row.status, row.voidReason])).toEqual([
      [1, 'used', null],
      [2, 'void', '打印错误'],
      [3, 'used', null],
    ])
    expect(rows[0]).toMatchObject({ drawnBy: '王莉', subjectKind: 'case', drawnAt: '2026-11-20T01:00:00.000Z' })
    const [entry] = await center.call(center.director, 'audit.list', { subjectId: 'receipt 2026 2' })
    expect(entry).toMatchObject({ before: { status: 'used' }, after: { status: 'void', reason: '打印错误' } })
  })

  it.each([
    ['a number that is void already', 'receipt 2026 1', '再作废', { code: 'NOT_FOUND', what: '在用的编号 receipt 2026 1' }],
    ['a number never drawn', '蚌援民〔2026〕9号', '没有', { code: 'NOT_FOUND', what: '在用的编号 蚌援民〔2026〕9号' }],
    ['no reason', 'receipt 2026 2', '   ', { code: 'VALIDATION', fields: [{ path: ['reason'], message: '请填写作废原因' }] }],
    [
      'a reason of 201 letters',
      'receipt 2026 2',
      '错'.repeat(201),
      { code: 'VALIDATION', fields: [{ path: ['reason'], message: '作废原因最多 200 个字' }] },
    ],
  ])('refuses %s', async (_, text, reason, error) => {
    const center = await makeCenter()
    await draw(center, 'receipt', 2026, 2)
    await center.call(center.director, 'numbering.void', { text: 'receipt 2026 1', reason: '打印错误' })
    expect(await center.refusal(center.director, 'numbering.void', { text, reason })).toEqual(error)
  })

  it('is the director’s alone', async () => {
    const center = await makeCenter()
    await draw(center, 'receipt', 2026, 1)
    for (const session of [center.clerk, center.archivist, center.administrator])
      expect(await center.refusal(session, 'numbering.void', { text: 'receipt 2026 1', reason: '错' })).toMatchObject({
        code: 'FORBIDDEN',
        message: '只有主任可以这样做',
      })
  })

  it('cannot be undone behind the program’s back: rows of the ledger are never deleted', async () => {
    const center = await makeCenter()
    await draw(center, 'receipt', 2026, 1)
    const { writer } = center.core.center.open.database
    await expect(writer.deleteFrom('number_ledger').execute()).rejects.toThrow('numbers are never deleted')
  })
})

describe('numbering.sheet', () => {
  it('prints every number, the void one with its reason, and a gap by its place', async () => {
    const center = await makeCenter()
    await draw(center, 'decision-grant', 2026, 2)
    const { writer } = center.core.center.open.database
    // A legacy register with a hole: rows that another program wrote.
    await writer.updateTable('number_series').set({ last_seq: 4 }).where('series', '=', 'decision-grant').execute()
    await draw(center, 'decision-grant', 2026, 1)
    await center.call(center.director, 'numbering.void', { text: 'decision-grant 2026 2', reason: '打印错误' })
    const sheet = await center.call(center.clerk, 'numbering.sheet', { series: 'decision-grant', year: 2026 })
    expect(sheet).toMatchObject({ title: '编号清单　给予法律援助决定书', landscape: false })
    const words = sheet.html.replace(/<style[\s\S]*?<\/style>/g, '').replace(/<[^>]+>/g, '|')
    expect(words).toContain('蚌山区法律援助中心　给予法律援助决定书　2026年')
    expect(words).toContain('共 5 号：使用 2 号，空号 2 号（未说明 2 号），作废 1 号。')
    expect(words).toMatch(/decision-grant 2026 2[|\s]*作废[|\s]*2026-11-20[|\s]*案件[|\s]*王莉[|\s]*打印错误/)
    expect(words).toMatch(/序号 3–4[|\s]*未说明[|\s]*登记簿无记录，未说明/)
  })

  it('refuses a year in which nothing was drawn', async () => {
    const center = await makeCenter()
    expect(await center.refusal(center.clerk, 'numbering.sheet', { series: 'receipt', year: 2026 })).toEqual({
      code: 'NOT_FOUND',
      what: '这一年的编号',
    })
  })
})

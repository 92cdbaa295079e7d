import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { OutputOf } from '../../src-main/contract/index.ts'
import { createElectronPrinter } from '../../src-main/host/electron-printer.ts'
import { openCase, payableCase } from '../support/case-steps.ts'
import { applicationInput, consultationInput, personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter, type TestCenter } from '../support/make-center.ts'
import { makeFolder } from '../support/make-folder.ts'

const YEAR = { kind: 'year', year: 2026, index: 1 } as const
const NOVEMBER = { kind: 'month', year: 2026, index: 11 } as const

const printer = createElectronPrinter()
afterAll(() => printer.close())

/**
 * On 2026-11-20: two consultations (one in October), a case that was closed on 2026-11-06 with its subsidy approved today, a criminal one
 * that is open since 2026-10-12, and an application of 2026-11-18 that waits.
 */
async function workedCenter(options: Parameters<typeof makeCenter>[0] = {}) {
  const center = await makeCenter({ today: '2026-11-20', ...options })
  const { call, clerk, director } = center
  const clerkId = (await call(clerk, 'session.current', {})).user.id
  const { personId } = await call(clerk, 'consultations.register', consultationInput(clerkId))
  const early = {
    channel: 'phone-12348',
    receivedOn: '2026-10-31',
    person: personInput({ name: '李秀英', certificateNumber: residentId('1966-02-03', 44) }),
  }
  await call(clerk, 'consultations.register', consultationInput(clerkId, early))
  const closed = await payableCase(center, { application: { personId } })
  const sheet = await call(clerk, 'subsidies.prepare', { caseId: closed.id, chosenFen: null, directCosts: [] })
  await call(director, 'subsidies.approve', { id: sheet.id, version: 1 })
  await openCase(center, {
    application: {
      person: personInput({ name: '周家豪', certificateNumber: residentId('2009-05-06', 33), categories: ['minor'] }),
      matterType: 'criminal',
      stage: 'investigation',
      scope: 's24',
      cause: '盗窃罪',
      aidForms: ['criminal-defence'],
    },
  })
  await call(
    clerk,
    'applications.submit',
    applicationInput({ person: personInput({ name: '孙桂芳', certificateNumber: residentId('1970-07-08', 66) }) }),
  )
  return { ...center, sheetFen: sheet.totalFen }
}

type Report = OutputOf<'reports.compute'>
function cells(report: Report): Record<string, number | null> {
  return Object.fromEntries(report.sections.flatMap(section => section.rows).map(row => [row.row, row.value]))
}

describe('the figures of a report (统计报表)', () => {
  it('count what happened in the period, add up, and each opens exactly the rows behind it', async () => {
    const center = await workedCenter()
    const report = await center.call(center.director, 'reports.compute', { period: YEAR })
    expect(report.period).toEqual({ kind: 'year', label: '2026年度', from: '2026-01-01', to: '2026-12-31' })
    expect(cells(report)).toMatchObject({
      'c-all': 2,
      'c-visit': 1,
      'c-phone-12348': 1,
      'a-received': 3,
      'a-granted': 2,
      'k-start': 0,
      'k-opened': 2,
      'k-opened-civil': 1,
      'k-opened-criminal': 1,
      'k-closed': 1,
      'k-closed-civil': 1,
      'k-end': 1,
      'p-minor': 1,
      'h-lawyer': 1,
      'o-helped': 1,
      'o-recovered': 2_360_000,
      's-approved': 1,
      's-approved-fen': center.sheetFen,
      's-paid': 0,
      't-criminal': 50,
      't-lawyer': 100,
    })
    expect(report.checks.map(check => [check.id, check.holds])).toEqual(['X1', 'X2', 'X3', 'X4', 'X5'].map(id => [id, true]))
    for (const cell of report.sections.flatMap(section => section.rows)) {
      const behind = await center.call(center.director, 'reports.rows', { period: YEAR, row: cell.row })
      expect({ row: cell.row, rows: behind.rows.length, value: behind.value }).toEqual({
        row: cell.row,
        rows: cell.rows,
        value: cell.value,
      })
    }
    const closed = await center.call(center.director, 'reports.rows', { period: YEAR, row: 'k-closed' })
    expect(closed.rows).toEqual([
      expect.objectContaining({
        kind: 'case',
        number: '蚌援民〔2026〕1号',
        date: '2026-11-06',
        title: '王建国　追索劳动报酬纠纷',
      }),
    ])
  })

  it.each([
    { period: NOVEMBER, consultations: 1, opened: 0, start: 2, closed: 1, end: 1 },
    { period: { kind: 'month', year: 2026, index: 10 } as const, consultations: 1, opened: 2, start: 0, closed: 0, end: 2 },
    { period: { kind: 'quarter', year: 2026, index: 3 } as const, consultations: 0, opened: 0, start: 0, closed: 0, end: 0 },
    { period: { kind: 'quarter', year: 2026, index: 4 } as const, consultations: 2, opened: 2, start: 0, closed: 1, end: 1 },
  ])('$period.kind $period.index counts its own days', async ({ period, consultations, opened, start, closed, end }) => {
    const center = await workedCenter()
    const report = await center.call(center.clerk, 'reports.compute', { period })
    expect(cells(report)).toMatchObject({
      'c-all': consultations,
      'k-start': start,
      'k-opened': opened,
      'k-closed': closed,
      'k-end': end,
    })
    expect(report.checks.every(check => check.holds)).toBe(true)
  })

  it.each([
    ['the month that begins tomorrow', '2026-11-30', { kind: 'month', year: 2026, index: 12 }, false],
    ['the month that begins today', '2026-12-01', { kind: 'month', year: 2026, index: 12 }, true],
    ['next year', '2026-12-31', { kind: 'year', year: 2027, index: 1 }, false],
    ['the quarter that began', '2026-10-01', { kind: 'quarter', year: 2026, index: 4 }, true],
    ['a fifth quarter', '2026-11-20', { kind: 'quarter', year: 2025, index: 5 }, false],
  ])('%s, asked on %s', async (_, today, period, isTaken) => {
    const center = await makeCenter({ today })
    const reply = await center.attempt(center.director, 'reports.compute', { period: period as typeof YEAR })
    if (isTaken) expect(reply).toMatchObject({ ok: true })
    else
      expect(reply).toMatchObject({
        ok: false,
        error: { code: 'VALIDATION', fields: [{ message: expect.stringMatching(/统计期|季度/) }] },
      })
  })

  it('refuses a figure that the report does not have', async () => {
    const center = await makeCenter()
    expect(await center.refusal(center.director, 'reports.rows', { period: NOVEMBER, row: 'x' })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

function unpack(target: string, name: string): string {
  const folder = path.join(target, 'unpacked')
  execFileSync('unzip', ['-q', path.join(target, name), '-d', folder])
  return folder
}

/** All sheets of a workbook as LibreOffice reads them. */
function csvOf(folder: string, name: string): string {
  const table = makeFolder()
  copyFileSync(path.join(folder, name), path.join(table, 'report.xlsx'))
  const place = ['--headless', `-env:UserInstallation=file://${table}/profile`]
  const kind = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
  execFileSync('soffice', [...place, '--convert-to', kind, '--outdir', table, path.join(table, 'report.xlsx')], {
    stdio: 'ignore',
    timeout: 120_000,
  })
  const sheets = readdirSync(table).filter(one => one.endsWith('.csv'))
  return sheets.map(one => readFileSync(path.join(table, one), 'utf8')).join('\n')
}

async function exported(center: TestCenter, target: string) {
  return center.call(center.director, 'reports.export', { period: YEAR, handle: `path:${target}` })
}

describe('the parcel (报送包)', { timeout: 240_000 }, () => {
  it('is one zip whose sums other programs accept, with the same figures in every form, and nobody’s name in it', async () => {
    const center = await workedCenter({ printer })
    const target = makeFolder()
    const parcel = await exported(center, target)
    expect(readdirSync(target)).toEqual([parcel.name])
    const zip = readFileSync(path.join(target, parcel.name))
    expect(parcel).toMatchObject({ bytes: zip.length, sha256: createHash('sha256').update(zip).digest('hex') })
    const folder = unpack(target, parcel.name)
    const checked = execFileSync('sha256sum', ['-c', 'manifest-sha256.txt'], { cwd: folder, encoding: 'utf8' })
    expect(checked.trim().split('\n')).toHaveLength(readdirSync(folder).length - 1)

    const data = JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8'))
    expect(data).toMatchObject({
      format: 'yuanjuan-report/1',
      number: parcel.number,
      period: { from: '2026-01-01', to: '2026-12-31' },
    })
    const figures = cells(data)
    const workbook = readdirSync(folder).find(name => name.endsWith('.xlsx')) ?? ''
    const table = csvOf(folder, workbook)
    const lines = table.split(/\r?\n/).map(line => line.replaceAll(/[",\s]/g, ''))
    const rows: Report['sections'][number]['rows'] = data.sections.flatMap((section: Report['sections'][number]) => section.rows)
    for (const { row, label, unit } of rows.filter(one => one.depth === 0 && ['件', '人次', '人'].includes(one.unit)))
      expect({
        row,
        stands: lines.some(line => line.includes(`${label}${unit}`) && line.endsWith(String(figures[row]))),
      }).toEqual({ row, stands: true })
    expect(lines.join('\n')).toContain('元23600')

    const pdfs = readdirSync(folder).filter(name => name.endsWith('.pdf'))
    const text = (name: string) => execFileSync('pdftotext', ['-layout', path.join(folder, name), '-'], { encoding: 'utf8' })
    expect(text('报送封面.pdf').replaceAll(/\s/g, '')).toContain(parcel.number.replaceAll(/\s/g, ''))
    expect(pdfs).toHaveLength(2)
    const words = [...pdfs.map(text), table, JSON.stringify(data)].join('\n')
    for (const name of ['王建国', '李秀英', '周家豪', '孙桂芳', '刘思远', residentId('1971-08-16', 281)])
      expect(words).not.toContain(name)

    const kept = await center.call(center.director, 'reports.parcels', {})
    expect(kept).toMatchObject([{ number: parcel.number, sha256: parcel.sha256, madeBy: '陈建国' }])
    const second = await exported(center, target)
    expect(second.number).not.toBe(parcel.number)
    expect(readFileSync(path.join(target, parcel.name)).equals(zip)).toBe(true)
  })

  it('does not write over a file of its name, draws no number then, and keeps no parcel', async () => {
    const center = await workedCenter({ printer })
    const target = makeFolder()
    const made = await exported(center, makeFolder())
    const next = made.name.replace('1号', '2号')
    expect(next).not.toBe(made.name)
    writeFileSync(path.join(target, next), 'somebody else’s')
    const input = { period: YEAR, handle: `path:${target}` }
    expect(await center.refusal(center.director, 'reports.export', input)).toMatchObject({
      code: 'STORAGE',
      reason: 'unreadable',
    })
    expect(readFileSync(path.join(target, next), 'utf8')).toBe('somebody else’s')
    expect(readdirSync(target)).toEqual([next])
    expect(await center.call(center.director, 'reports.parcels', {})).toHaveLength(1)
    const drawn = await center.call(center.director, 'numbering.ledger', { series: 'parcel', year: 2026 })
    expect(drawn.map(one => one.seq)).toEqual([1])
  })

  it('without a printer or a folder nothing is drawn or left', async () => {
    const center = await workedCenter()
    const target = makeFolder()
    const input = { period: YEAR, handle: `path:${target}` }
    expect(await center.refusal(center.director, 'reports.export', input)).toMatchObject({ code: 'STORAGE', reason: 'printer' })
    expect(readdirSync(target)).toEqual([])
    expect(await center.call(center.director, 'numbering.ledger', { series: 'parcel', year: 2026 })).toEqual([])
    expect(existsSync(path.join(target, 'report.json'))).toBe(false)
  })
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PaymentListFacts } from '../../src-main/papers/forms/payment-list.ts'
import type { ReportSheetFacts } from '../../src-main/papers/forms/report-sheet.ts'
import { paymentListWorkbook } from '../../src-main/papers/payment-list-xlsx.ts'
import { reportWorkbook } from '../../src-main/papers/report-xlsx.ts'
import { sheetNames } from '../../src-main/papers/workbook.ts'
import { isInstalled, run } from './command.ts'
import { PAYMENTS } from './samples/files.ts'
import { REPORT_SECTIONS } from './samples/office.ts'
import { ORIGIN } from './samples/sample.ts'

const PAYMENT_FACTS: PaymentListFacts = {
  number: '蚌援付〔2026〕6号',
  centerName: '蚌山区法律援助中心',
  period: '2026年11月',
  payments: PAYMENTS,
  madeBy: '王莉',
  checkedBy: null,
  approvedBy: null,
  origin: ORIGIN,
}

const REPORT_FACTS: ReportSheetFacts = {
  title: '法律援助工作统计月报表',
  number: null,
  unit: '蚌山区法律援助中心',
  period: '2026年11月',
  sections: REPORT_SECTIONS,
  notes: ['受援人按人次统计。'],
  responsible: '陈建国',
  checkedBy: null,
  filledBy: '王莉',
  reportedOn: '2026-12-02',
  origin: ORIGIN,
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'papers-xlsx-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function opened(bytes: Uint8Array) {
  const workbook = new exceljs.Workbook()
  const file = path.join(folder, `${Math.trunc(performance.now() * 1000)}.xlsx`)
  writeFileSync(file, bytes)
  await workbook.xlsx.readFile(file)
  return workbook
}

describe('payment list', () => {
  test('has the columns of the paper in their order', async () => {
    const sheet = (await opened(await paymentListWorkbook(PAYMENT_FACTS))).getWorksheet('支付清单')
    const heads = ['序号', '收款人', '证件号码', '单位', '开户行', '账号', '金额', '案号', '用途']
    expect(heads.map((_, index) => sheet?.getCell(3, index + 1).value)).toEqual(heads)
  })

  test('keeps long numbers as text and amounts as numbers with two decimals', async () => {
    const sheet = (await opened(await paymentListWorkbook(PAYMENT_FACTS))).getWorksheet('支付清单')
    expect(sheet?.getCell('C5').value).toBe('34030219790101001X')
    expect(sheet?.getCell('F4').value).toBe('6228480000000000018')
    expect(sheet?.getCell('F4').numFmt).toBe('@')
    expect(sheet?.getCell('G4').value).toBe(1477.5)
    expect(sheet?.getCell('G4').numFmt).toBe('0.00')
    expect(sheet?.getCell('A4').value).toBe(1)
  })

  test('adds up in a formula, and in capitals', async () => {
    const sheet = (await opened(await paymentListWorkbook(PAYMENT_FACTS))).getWorksheet('支付清单')
    expect(sheet?.getCell('G7').value).toMatchObject({ formula: 'SUM(G4:G6)', result: 4277.55 })
    expect(sheet?.getCell('B8').value).toBe('人民币肆仟贰佰柒拾柒元伍角伍分')
  })

  test('a list of nobody totals nothing', async () => {
    const sheet = (await opened(await paymentListWorkbook({ ...PAYMENT_FACTS, payments: [] }))).getWorksheet('支付清单')
    expect(sheet?.getCell('G4').value).toBe(0)
    expect(sheet?.getCell('B5').value).toBe('人民币零元整')
  })

  test('a name that looks like a formula stays a name', async () => {
    const payments = [{ ...PAYMENTS[0], payee: '=1+1', bank: '@SUM(A1)\u0007' }]
    const sheet = (await opened(await paymentListWorkbook({ ...PAYMENT_FACTS, payments }))).getWorksheet('支付清单')
    expect(sheet?.getCell('B4').value).toBe('=1+1')
    expect(sheet?.getCell('B4').type).toBe(exceljs.ValueType.String)
    expect(sheet?.getCell('E4').value).toBe('@SUM(A1)')
  })
})

describe('report', () => {
  test('has a sheet for each section, then the notes', async () => {
    const workbook = await opened(await reportWorkbook(REPORT_FACTS))
    expect(workbook.worksheets.map(sheet => sheet.name)).toEqual(['一、受理与办结', '二、经费', '说明'])
  })

  test('writes figures as numbers and leaves out what was not collected', async () => {
    const workbook = await opened(await reportWorkbook(REPORT_FACTS))
    const first = workbook.getWorksheet('一、受理与办结')
    expect(first?.getCell('C4').value).toBe(42)
    expect(first?.getCell('E6').value).toBeNull()
    expect(first?.getCell('D7').value).toBeCloseTo(0.987)
    expect(first?.getCell('D7').numFmt).toBe('0.00%')
    const money = workbook.getWorksheet('二、经费')?.getCell('D4')
    expect(money?.value).toBe(512060)
    expect(money?.numFmt).toBe('#,##0.00')
  })

  test('says who made it, when, under which pack', async () => {
    const notes = (await opened(await reportWorkbook(REPORT_FACTS))).getWorksheet('说明')
    const said = Object.fromEntries(notes?.getRows(1, 12)?.map(row => [row.getCell(1).value, row.getCell(2).value]) ?? [])
    expect(said).toMatchObject({ 规则包: '2026.2', 制表时间: '2026-11-20 10:05', 制表人: '王莉', '口径 1': '受援人按人次统计。' })
  })
})

describe('sheetNames', () => {
  test.each([
    { name: 'signs a workbook refuses', wanted: ['a/b:c*d?e[f]g\\h'], names: ['a b c d e f g h'] },
    { name: 'more than 31 signs', wanted: ['援'.repeat(40)], names: ['援'.repeat(31)] },
    { name: 'the same name twice, whatever the case', wanted: ['Sum', 'sum'], names: ['Sum', 'sum（2）'] },
    { name: 'nothing at all', wanted: ['', ' '], names: ['表', '表（2）'] },
  ])('$name', ({ wanted, names }) => expect(sheetNames(wanted)).toEqual(names))
})

describe.skipIf(!isInstalled('soffice'))('opened by an office program', () => {
  const csvOf = (name: string) => readFileSync(path.join(folder, name), 'utf8').split('\n')

  beforeAll(async () => {
    const files = [path.join(folder, 'payments.xlsx'), path.join(folder, 'report.xlsx')] as const
    writeFileSync(files[0], await paymentListWorkbook(PAYMENT_FACTS))
    writeFileSync(files[1], await reportWorkbook(REPORT_FACTS))
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`
    // UTF-8, every sheet to a file of its own, cells as they are shown.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1'
    await run('soffice', profile, '--headless', '--convert-to', filter, '--outdir', folder, ...files)
  })

  test('the payment list reads line by line', () => {
    const lines = csvOf('payments-支付清单.csv')
    expect(lines[3]).toBe(
      '1,赵敏,340302198506124528,安徽淮河律师事务所,中国农业银行股份有限公司蚌埠延安路支行,6228480000000000018,1477.50,蚌援民〔2026〕45号,办案补贴',
    )
    expect(lines[6]).toContain('4277.55')
    expect(lines[7]).toContain('人民币肆仟贰佰柒拾柒元伍角伍分')
  })

  test('the report shows its figures', () => {
    const lines = csvOf('report-一、受理与办结.csv')
    expect(lines[3]).toBe('1,受理法律援助案件（件）,42,463,418')
    expect(lines[6]).toBe('4,按期决定率,100.00%,98.70%,95.24%')
  })
})

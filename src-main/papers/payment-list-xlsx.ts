import type { Cell, Worksheet } from 'exceljs'
import { capitalAmount } from './capital-amount.ts'
import { originFoot } from './forms/origin-foot.ts'
import type { PaymentListFacts } from './forms/payment-list.ts'
import { PAYMENT_COLUMNS, paymentTotalFen } from './forms/payment-list.ts'
import { printable } from './paper-text.ts'
import { FONT, RULES, setUpForPrint, startWorkbook, workbookBytes } from './workbook.ts'

const WIDTHS = [6, 12, 22, 26, 34, 24, 14, 22, 14] as const
const AMOUNT_COLUMN = 7
const HEAD_ROW = 3

/**
 * Makes the workbook of a payment list (支付清单) that the finance office reads: the paper's columns, amounts as numbers in
 * yuan with two decimals, everything else as text, a total and the total in capitals. Returns the bytes of an XLSX file.
 */
export async function paymentListWorkbook(facts: PaymentListFacts): Promise<Uint8Array> {
  const workbook = await startWorkbook(facts.origin)
  const sheet = workbook.addWorksheet('支付清单')
  sheet.columns = WIDTHS.map(width => ({ width }))
  heading(sheet, facts)
  for (const [index, payment] of facts.payments.entries()) {
    const { payee, idNumber, unit, bank, account, amountFen, caseNumber, purpose } = payment
    const values = [index + 1, payee, idNumber, unit, bank, account, amountFen / 100, caseNumber, purpose]
    for (const [column, value] of values.entries()) fill(sheet.getRow(HEAD_ROW + 1 + index).getCell(column + 1), value)
  }
  totals(sheet, facts)
  setUpForPrint(sheet, { landscape: true, headRow: HEAD_ROW, foot: originFoot(facts.origin) })
  return workbookBytes(workbook)
}

function heading(sheet: Worksheet, facts: PaymentListFacts): void {
  sheet.mergeCells(1, 1, 1, PAYMENT_COLUMNS.length)
  sheet.getCell(1, 1).value = '法律援助补贴支付清单'
  sheet.getCell(1, 1).font = { ...FONT, size: 18, bold: true }
  sheet.getCell(1, 1).alignment = { horizontal: 'center' }
  sheet.mergeCells(2, 1, 2, PAYMENT_COLUMNS.length)
  const number = facts.number === null ? '' : `　批次编号：${facts.number}`
  sheet.getCell(2, 1).value = printable(`${facts.centerName}　${facts.period}${number}　金额单位：元`)
  sheet.getCell(2, 1).font = FONT
  for (const [index, name] of PAYMENT_COLUMNS.entries()) {
    const cell = sheet.getCell(HEAD_ROW, index + 1)
    fill(cell, name)
    cell.font = { ...FONT, bold: true }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  }
}

function totals(sheet: Worksheet, facts: PaymentListFacts): void {
  const first = HEAD_ROW + 1
  const last = HEAD_ROW + facts.payments.length
  const sum = paymentTotalFen(facts.payments)
  const total = sheet.getRow(last + 1)
  for (let column = 1; column <= PAYMENT_COLUMNS.length; column += 1) fill(total.getCell(column), '')
  fill(total.getCell(1), '合计')
  const amount = total.getCell(AMOUNT_COLUMN)
  fill(amount, sum / 100)
  // A formula, so that the finance office sees where the total comes from; its result is stored beside it.
  if (facts.payments.length > 0) amount.value = { formula: `SUM(G${first}:G${last})`, result: sum / 100 }
  const capitals = sheet.getRow(last + 2)
  for (let column = 1; column <= PAYMENT_COLUMNS.length; column += 1) fill(capitals.getCell(column), '')
  sheet.mergeCells(last + 2, 2, last + 2, PAYMENT_COLUMNS.length)
  fill(capitals.getCell(1), '大写')
  fill(capitals.getCell(2), capitalAmount(sum))
  total.font = { ...FONT, bold: true }
  capitals.font = { ...FONT, bold: true }
}

function fill(cell: Cell, value: string | number): void {
  cell.font = FONT
  cell.border = RULES
  cell.alignment = { vertical: 'middle', wrapText: true }
  if (typeof value === 'string') {
    cell.value = printable(value)
    cell.numFmt = '@'
  } else {
    cell.value = value
    cell.numFmt = Number(cell.col) === AMOUNT_COLUMN ? '0.00' : '0'
  }
}

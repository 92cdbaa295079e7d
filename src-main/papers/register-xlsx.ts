import type { Cell } from 'exceljs'
import type { ConsultationListFacts } from './forms/consultation-list.ts'
import { originFoot } from './forms/origin-foot.ts'
import { printable } from './paper-text.ts'
import { FONT, RULES, setUpForPrint, startWorkbook, workbookBytes } from './workbook.ts'

export type RegisterWorkbookFacts = ConsultationListFacts & {
  readonly isUnmasked: boolean
  /** What the file says beyond the paper, for each row; numbers masked already unless `isUnmasked`. */
  readonly numbers: readonly {
    readonly certificate: string
    readonly phone: string
    readonly agentPhone: string
    readonly agentRelation: string
    readonly sex: string
    readonly opponent: string
  }[]
}

const COLUMNS = [
  ['序号', 6],
  ['编号', 22],
  ['日期', 12],
  ['时间', 8],
  ['方式', 12],
  ['工单号', 16],
  ['来访人', 12],
  ['性别', 6],
  ['证件号码', 22],
  ['联系电话', 16],
  ['人数', 6],
  ['代为来访人', 12],
  ['与本人关系', 12],
  ['代为来访人电话', 16],
  ['事项类别', 10],
  ['案由', 22],
  ['对方当事人', 24],
  ['咨询内容', 48],
  ['答复意见', 40],
  ['办理结果', 14],
  ['引导去处', 24],
  ['已告知权利', 10],
  ['接待人', 10],
  ['作废原因', 20],
] as const
const HEAD_ROW = 3

/** Makes the workbook of the consultation register (咨询登记簿), a row for each entry, every number as text. Returns the bytes of an XLSX file. */
export async function registerWorkbook(facts: RegisterWorkbookFacts): Promise<Uint8Array> {
  const workbook = await startWorkbook(facts.origin)
  const sheet = workbook.addWorksheet('咨询登记簿')
  sheet.columns = COLUMNS.map(([, width]) => ({ width }))
  const heading = [facts.centerName, facts.period, facts.narrowed, facts.isUnmasked ? '含完整号码，注意保密' : '号码已隐去']
  for (const [index, text] of ['法律援助咨询登记簿', heading.filter(Boolean).join('　')].entries()) {
    sheet.mergeCells(index + 1, 1, index + 1, COLUMNS.length)
    const cell = sheet.getCell(index + 1, 1)
    cell.value = printable(text)
    cell.font = index === 0 ? { ...FONT, size: 18, bold: true } : FONT
  }
  for (const [index, [name]] of COLUMNS.entries()) {
    const cell = sheet.getCell(HEAD_ROW, index + 1)
    fill(cell, name)
    cell.font = { ...FONT, bold: true }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  }
  for (const [index, row] of facts.rows.entries()) {
    const more = facts.numbers[index]
    const values = [
      index + 1,
      row.number,
      row.day,
      row.time ?? '',
      row.channel,
      row.callNumber ?? '',
      row.name,
      more?.sex ?? '',
      more?.certificate ?? '',
      more?.phone ?? '',
      row.persons,
      row.agent ?? '',
      more?.agentRelation ?? '',
      more?.agentPhone ?? '',
      row.matter,
      row.cause,
      more?.opponent ?? '',
      row.content,
      row.answer ?? '',
      row.outcome,
      row.places,
      row.toldOfRight ? '是' : '否',
      row.consultant,
      row.voidReason ?? '',
    ]
    for (const [column, value] of values.entries()) fill(sheet.getRow(HEAD_ROW + 1 + index).getCell(column + 1), value)
  }
  setUpForPrint(sheet, { landscape: true, headRow: HEAD_ROW, foot: originFoot(facts.origin) })
  return workbookBytes(workbook)
}

function fill(cell: Cell, value: string | number): void {
  cell.font = FONT
  cell.border = RULES
  cell.alignment = { vertical: 'middle', wrapText: true }
  cell.numFmt = typeof value === 'string' ? '@' : '0'
  cell.value = typeof value === 'string' ? printable(value) : value
}

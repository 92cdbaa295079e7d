import { type ImportField, importFields, type RegisterKind } from '../../domain/imports/fields.ts'
import type { Origin } from '../model.ts'
import { FONT, RULES, startWorkbook, workbookBytes } from '../workbook.ts'

const TITLES: Readonly<Record<RegisterKind, string>> = { consultation: '咨询登记台账', case: '法律援助案件台账' }
const LAST_ROW = 500

/** What the template needs of the office: the words of each list and the form of its numbers. */
export type TemplateFacts = {
  readonly register: RegisterKind
  readonly wordsOf: (list: NonNullable<ImportField['list']>) => readonly string[]
  /** A number as the center writes it: 蚌援咨〔2019〕37号. */
  readonly numberExample: string
  readonly origin: Origin
}

/**
 * The workbook (模板) in which an old register can be typed or pasted: a sheet with the heads that are recognised, closed lists to choose
 * from, text columns that keep long numbers whole, and a sheet 填写说明 that says how. Returns the bytes of an XLSX file.
 */
export async function registerTemplate(facts: TemplateFacts): Promise<Uint8Array> {
  const workbook = await startWorkbook(facts.origin)
  const fields = importFields(facts.register)
  const sheet = workbook.addWorksheet(TITLES[facts.register])
  for (const [index, field] of fields.entries()) {
    const column = sheet.getColumn(index + 1)
    column.width = field.longest > 200 ? 40 : field.longest > 60 ? 24 : 16
    column.numFmt = '@'
    const head = sheet.getCell(1, index + 1)
    head.value = field.label
    head.font = { ...FONT, bold: field.need !== 'may' }
    head.border = RULES
    head.alignment = { horizontal: 'center', vertical: 'middle' }
    head.note = noteOf(field, facts)
    const words = field.list === null || field.id === 'categories' ? [] : facts.wordsOf(field.list)
    const formula = `"${words.join(',')}"`
    // Excel takes at most 255 characters of listed words.
    if (words.length > 0 && formula.length <= 255)
      for (let row = 2; row <= LAST_ROW; row += 1)
        sheet.getCell(row, index + 1).dataValidation = { type: 'list', allowBlank: true, formulae: [formula] }
  }
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
  const notes = workbook.addWorksheet('填写说明')
  notes.columns = [{ width: 18 }, { width: 12 }, { width: 90 }]
  notes.addRow(['栏目', '是否必填', '怎样填']).font = { ...FONT, bold: true }
  for (const field of fields) notes.addRow([field.label, NEEDS[field.need], noteOf(field, facts)])
  for (const text of GENERAL_NOTES) notes.addRow(['', '', text])
  notes.eachRow(row => {
    row.alignment = { wrapText: true, vertical: 'top' }
  })
  return workbookBytes(workbook)
}

const NEEDS: Readonly<Record<ImportField['need'], string>> = { must: '每行必填', choose: '必填', may: '可不填' }

const GENERAL_NOTES = [
  '一行一件。不要合并单元格；合计行、填表人等不必删除，导入时自动跳过。',
  '“必填”的栏目整本台账都一样时可以留空，导入时选一个固定值。',
  '日期写 2019-3-5、2019.3.5 或 2019年3月5日都可以；只写 3月5日 的，年份取自编号。',
  '证件号码、电话所在的列已设为“文本”，粘贴时请用“只粘贴值”，以免末几位变成 0。',
] as const

function noteOf(field: ImportField, facts: TemplateFacts): string {
  if (field.id === 'number')
    return `照旧册填写，如 ${facts.numberExample}；只写序号 37 的，按年份补全；没有编号的留空，导入时按日期补编`
  if (field.list !== null)
    return `填：${facts.wordsOf(field.list).join('、')}${field.id === 'categories' ? '；有几类的用顿号分开' : ''}`
  if (field.id === 'day' || field.id === 'closedOn' || field.id === 'birthDate') return '年月日，如 2019-3-5'
  if (field.id === 'certificateNumber') return '居民身份证 18 位；旧的 15 位也可以；没有的留空'
  if (field.id === 'phone') return '手机或带区号的固定电话；用来认出是不是同一人'
  return `最多 ${field.longest} 个字`
}

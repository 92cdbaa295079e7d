import { writeFileSync } from 'node:fs'
import path from 'node:path'
import exceljs, { type Worksheet } from 'exceljs'
import type { ImportPlanInput } from '../../src-main/contract/imports.ts'
import type { InputOf } from '../../src-main/contract/index.ts'
import { residentId } from './desk-inputs.ts'
import type { TestCenter } from './make-center.ts'
import { makeFolder } from './make-folder.ts'

/** Writes a workbook that `fill` has filled, and returns its path. */
export async function workbookFile(name: string, fill: (sheet: Worksheet, workbook: exceljs.Workbook) => void): Promise<string> {
  const workbook = new exceljs.Workbook()
  fill(workbook.addWorksheet('2019年'), workbook)
  const file = path.join(makeFolder(), name)
  writeFileSync(file, new Uint8Array(await workbook.xlsx.writeBuffer()))
  return file
}

export const CONSULTATION_HEADS = [
  '编号',
  '来访日期',
  '来访人',
  '身份证号',
  '联系电话',
  '案件类别',
  '案由',
  '咨询内容',
  '答复意见',
  '接待人',
]

/** A sound row of a consultation register; `serial` tells people apart. */
export function consultationRow(serial: number, more: { readonly number?: string; readonly day?: unknown } = {}): unknown[] {
  return [
    more.number ?? `蚌援咨〔2019〕${serial}号`,
    more.day ?? `2019.${1 + (serial % 12)}.${1 + (serial % 28)}`,
    `访客${serial}`,
    residentId('1970-01-01', serial % 1000),
    `138${String(10_000_000 + serial)}`,
    '民事',
    '追索劳动报酬纠纷',
    `拖欠工资 ${serial}`,
    '告知申请仲裁',
    '李志强',
  ]
}

/** A consultation register as offices keep it: a title, a head, sound rows, a total. */
export async function consultationRegister(rows: readonly unknown[][], name = '2019年咨询登记簿.xlsx'): Promise<string> {
  return workbookFile(name, sheet => {
    sheet.addRow(['蚌山区法律援助中心2019年咨询登记簿'])
    sheet.mergeCells(1, 1, 1, CONSULTATION_HEADS.length)
    sheet.addRow(CONSULTATION_HEADS)
    for (const row of rows) sheet.addRow(row)
    sheet.addRow(['合计', null, rows.length])
  })
}

/** What a whole register lacks and is answered once: channel, told of the right, outcome. */
export const CONSULTATION_CONSTANTS = [
  { field: 'channel' as const, value: 'visit' },
  { field: 'toldOfRight' as const, value: 'yes' },
  { field: 'outcome' as const, value: 'answered' },
]

const CASE_HEADS = [
  '案号',
  '受理日期',
  '受援人',
  '电话',
  '案件类型',
  '阶段',
  '案由',
  '对方当事人',
  '承办单位',
  '承办律师',
  '结案时间',
  '结案方式',
  '档案号',
  '备注',
]

/** A closed divorce case of 2018 as a row of an old case register; `change` replaces cells by their place. */
export function oldCase(seq: number, change: Record<number, unknown> = {}): unknown[] {
  const row = [
    `蚌援民〔2018〕${seq}号`,
    '2018-3-5',
    `受援${seq}`,
    `1390552${String(1000 + seq)}`,
    '民事',
    '一审',
    '离婚纠纷',
    `对方${seq}`,
    '安徽正淮律师事务所',
    '刘思远',
    '2018-9-1',
    '判决，部分胜诉',
    `2018-民-${seq}`,
    null,
  ]
  return row.map((cell, index) => (index in change ? change[index] : cell))
}

/** A case register with its head and these rows. */
export function caseRegister(rows: readonly unknown[][]): Promise<string> {
  return workbookFile('2018年案件台账.xlsx', sheet => {
    sheet.addRow(CASE_HEADS)
    for (const row of rows) sheet.addRow(row)
  })
}

/** Reads a file as the screen does and answers what the register lacks. */
export async function planOf(center: TestCenter, file: string, more: Partial<ImportPlanInput> = {}) {
  const read = await center.call(center.clerk, 'imports.read', { handle: `path:${file}` })
  const constants = read.plan.register === 'consultation' && !read.isRemembered ? CONSULTATION_CONSTANTS : read.plan.constants
  const plan: ImportPlanInput = { ...read.plan, constants: [...constants], ...more }
  return { handle: `path:${file}`, sha256: read.sha256, plan, read }
}

/** The dry run of a file. */
export async function tryOut(
  center: TestCenter,
  file: string,
  more: Partial<ImportPlanInput> = {},
  show: InputOf<'imports.tryOut'>['show'] = 'all',
) {
  const { handle, sha256, plan } = await planOf(center, file, more)
  return center.call(center.clerk, 'imports.tryOut', { handle, sha256, plan, show, limit: 500 })
}

/** Stores a file as the clerk. */
export async function bringIn(center: TestCenter, file: string, more: Partial<ImportPlanInput> = {}) {
  const { handle, sha256, plan } = await planOf(center, file, more)
  return center.call(center.clerk, 'imports.commit', { handle, sha256, plan })
}

/** Everything an import may write to, counted. */
export async function countRows(center: Pick<TestCenter, 'core'>) {
  const { reader } = center.core.center.open.database
  const count = async (
    table:
      | 'person'
      | 'consultation'
      | 'aid_case'
      | 'number_ledger'
      | 'register_import'
      | 'imported_row'
      | 'search_entry'
      | 'import_mapping',
  ) =>
    (
      await reader
        .selectFrom(table)
        .select(eb => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n
  return {
    people: await count('person'),
    consultations: await count('consultation'),
    cases: await count('aid_case'),
    numbers: await count('number_ledger'),
    imports: await count('register_import'),
    rows: await count('imported_row'),
    entries: await count('search_entry'),
    mappings: await count('import_mapping'),
  }
}

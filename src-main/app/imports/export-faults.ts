import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { cellText } from '../../domain/imports/cell.ts'
import type { ImportFault } from '../../domain/imports/entry.ts'
import { importFields } from '../../domain/imports/fields.ts'
import { faultCopy } from '../../papers/imports/fault-copy.ts'
import type { JobContext } from '../context.ts'
import { checkRegister } from './check-register.ts'
import { readSameRegister, sheetNamed } from './picked-register.ts'
import { breathe } from './try-out.ts'

/** Writes the person's own workbook with what is wrong with each row in a last column 错误, so that it can be mended and tried again. */
export async function exportFaults(
  ctx: JobContext,
  input: ParsedInputOf<'imports.exportFaults'>,
): Promise<OutputOf<'imports.exportFaults'>> {
  ctx.progress(0, 2, '逐行检查')
  const picked = await readSameRegister(ctx, input)
  const sheet = sheetNamed(picked, input.plan.sheet)
  const { faults } = await checkRegister(ctx, sheet, input.plan)
  const labels = new Map(importFields(input.plan.register).map(field => [field.id, field.label]))
  const byRow = new Map<number, ImportFault[]>()
  for (const fault of faults) byRow.set(fault.row, [...(byRow.get(fault.row) ?? []), fault])
  const rows = [...byRow].map(([row, own]) => {
    return {
      row,
      columns: own.flatMap(fault => fault.column ?? []),
      text: own
        .map(fault => {
          const label = fault.field === null ? '' : `${labels.get(fault.field) ?? ''}：`
          return `${fault.severity === 'warning' ? '提醒 ' : ''}${label}${fault.message}`
        })
        .join('\n'),
    }
  })
  await breathe()
  ctx.progress(1, 2, '写出错误清单')
  const isWorkbook = picked.content[0] === 0x50
  const cells = new Map(sheet.rows.map(row => [row.number, row.cells.map(cellText)]))
  const values = isWorkbook
    ? null
    : Array.from({ length: sheet.rows.at(-1)?.number ?? 0 }, (_, index) => cells.get(index + 1) ?? [])
  const content = await faultCopy(
    { content: picked.content, values },
    { sheet: sheet.name, headerRow: input.plan.headerRow, width: sheet.width },
    rows,
  )
  ctx.files.write(input.target, content)
  return { bytes: content.length, rows: rows.length }
}

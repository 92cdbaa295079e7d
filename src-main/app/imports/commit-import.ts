import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { findStandingImports, insertImport, rememberMapping } from '../../store/import-store.ts'
import { recordAttachment } from '../../store/paper-store.ts'
import type { JobContext } from '../context.ts'
import { duplicate, invalid } from '../refusal.ts'
import { shanghaiDay } from '../shanghai-time.ts'
import { type CheckedRegister, checkRegister } from './check-register.ts'
import { ImportSteps } from './import-steps.ts'
import { forgetPickedRegister, type PickedRegister, readSameRegister, sheetNamed } from './picked-register.ts'
import { storeEntries } from './store-entries.ts'
import { planToRemember, shapeOf } from './suggest-plan.ts'
import { breathe, countsOf } from './try-out.ts'

const MEDIA_TYPES = { workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', values: 'text/csv' } as const

/**
 * Stores an old register (旧台账导入): people, consultations or cases, their numbers in their true year, the source file and what was made
 * of each row, in one transaction, all or nothing. Known people keep what is recorded of them.
 * @throws Refusal VALIDATION while a row that is not left out has an error; DUPLICATE for a file that was brought in before.
 */
export async function commitImport(ctx: JobContext, input: ParsedInputOf<'imports.commit'>): Promise<OutputOf<'imports.commit'>> {
  const { plan } = input
  ctx.progress(0, 1, '逐行检查')
  const picked = await readSameRegister(ctx, input)
  await refuseRepeat(ctx, picked, input.acceptsRepeat)
  await breathe()
  const sheet = sheetNamed(picked, plan.sheet)
  const checked = await checkRegister(ctx, sheet, plan)
  refuseErrors(checked)
  const counts = countsOf(checked)
  const steps = new ImportSteps(ctx, counts.rows * 2 + counts.newPeople * 2)
  const id = ctx.newId()
  await steps.last('保存原件')
  await storeSource(ctx, picked)
  await insertImport(ctx.trx, {
    id,
    register: plan.register,
    file_name: picked.name,
    sha256: picked.sha256,
    sheet: plan.sheet,
    plan: JSON.stringify(plan),
    row_count: counts.rows,
    new_people: counts.newPeople,
    known_people: counts.knownPeople,
    warnings: counts.warnings,
    skipped: counts.skipped,
    imported_by: ctx.actor.userId,
    imported_at: ctx.now,
    pack_version: ctx.inForce.version,
  })
  await storeEntries(ctx, id, plan.register, checked, steps)
  await rememberMapping(ctx.trx, {
    register: plan.register,
    header_hash: shapeOf(sheet, { row: plan.headerRow, rows: plan.headerRows }),
    plan: JSON.stringify(planToRemember(plan)),
    saved_at: ctx.now,
  })
  await ctx.audit({
    subjectKind: 'import',
    subjectId: id,
    summary: `导入旧台账“${picked.name}”${counts.rows} 行`,
    after: { register: plan.register, file: picked.name, sha256: picked.sha256, ...counts },
  })
  await steps.last('提交')
  ctx.afterCommit(forgetPickedRegister)
  return { id, rows: counts.rows, newPeople: counts.newPeople, knownPeople: counts.knownPeople }
}

async function storeSource(ctx: JobContext, picked: PickedRegister): Promise<void> {
  const sha256 = ctx.attachments.put(picked.content)
  const mediaType = MEDIA_TYPES[/\.(csv|txt)$/i.test(picked.name) ? 'values' : 'workbook']
  await recordAttachment(ctx.trx, { sha256, bytes: picked.content.length, mediaType, pages: 0, createdAt: ctx.now })
}

async function refuseRepeat(ctx: JobContext, picked: PickedRegister, acceptsRepeat: boolean): Promise<void> {
  const [earlier] = await findStandingImports(ctx.db, picked.sha256)
  if (!earlier || acceptsRepeat) return
  const day = shanghaiDay(new Date(earlier.imported_at))
  throw duplicate('sha256', `这个文件 ${earlier.imported_by_name} 已于 ${day} 导入过；确要再导入一次的，请勾选“仍要导入”`)
}

function refuseErrors(checked: CheckedRegister): void {
  const errors = checked.faults.filter(fault => fault.severity === 'error')
  const rows = [...new Set(errors.map(fault => fault.row))]
  if (checked.entries.length === 0) throw invalid(['plan'], '没有可导入的行')
  if (errors.length === 0) return
  const shown = rows.slice(0, 5).map(row => `第 ${row} 行`)
  throw invalid(
    ['plan', 'excluded'],
    `还有 ${rows.length} 行有错误（${shown.join('、')}${rows.length > 5 ? ' 等' : ''}），请改正后重新读取，或写明原因排除这些行`,
  )
}

import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { IMPORT_UNDONE, voidImportedNumbers } from '../../store/import-number-store.ts'
import {
  deleteImported,
  findImport,
  listImportedVersions,
  listMergedSince,
  listReferences,
  markUndone,
} from '../../store/import-store.ts'
import { removeFromIndex } from '../../store/search-store.ts'
import type { JobContext, QueryContext } from '../context.ts'
import { notFound, ruleRefusal } from '../refusal.ts'
import { breathe } from './try-out.ts'

/** Why a row keeps its import from being undone. */
export type UndoBlocker = OutputOf<'imports.get'>['blockers'][number]

/** What refers to an imported row, in the office's words; whatever is added later is named by what it is called in the database. */
const TABLE_WORDS: Readonly<Record<string, string>> = {
  application: '申请',
  assignment: '指派',
  case_event: '案件进展',
  subsidy_sheet: '补贴核算表',
  volume: '案卷',
  aid_case: '转阶段案件',
  paper: '文书',
  matter_restriction: '保密设置',
}

const MOST_NAMED = 5

/**
 * Everything that has been built on an import: rows and new people that somebody has changed since, and whatever refers to a consultation or
 * case that it made. Found through the schema's own references, so that records of a kind added later count too. Empty: it can be undone.
 */
export async function undoBlockers(ctx: Pick<QueryContext, 'db'>, importId: string): Promise<readonly UndoBlocker[]> {
  const rows = await listImportedVersions(ctx.db, importId)
  const references = await listReferences(ctx.db, importId)
  const merged = await listMergedSince(ctx.db, importId)
  const bySubject = new Map<string, string>()
  for (const { table, ids } of references.subjects)
    for (const id of ids) bySubject.set(id, `已有${TABLE_WORDS[table] ?? ` ${table} 记录`}`)
  return rows.flatMap(row => {
    const subject = row.subject_kind === 'consultation' ? row.consultation_version : row.case_version
    const message =
      bySubject.get(row.subject_id) ??
      (subject === null ? '已被删除' : subject > 1 ? '导入后修改过' : null) ??
      (merged.has(row.person_id) ? '其人员后来合并过' : null) ??
      (row.made_person === 1 && (row.person_version ?? 2) > 1 ? '导入时新登记的人员后来修改过' : null)
    return message === null ? [] : [{ row: row.row_number, number: row.number, message }]
  })
}

/**
 * Takes a whole import back (导入撤销): its consultations or cases go, and the people it made whom nothing else names. Its numbers stay in the
 * ledger as void for 导入撤销. @throws Refusal NOT_FOUND; RULE when it was undone already or has been built upon, naming the rows.
 */
export async function undoImport(ctx: JobContext, input: ParsedInputOf<'imports.undo'>): Promise<OutputOf<'imports.undo'>> {
  const one = await findImport(ctx.db, input.id)
  if (!one) throw notFound('导入记录')
  if (one.undone_at !== null) throw ruleRefusal('import-undone', '这次导入已经撤销', null)
  ctx.progress(0, 3, '检查能否撤销')
  const blockers = await undoBlockers(ctx, one.id)
  if (blockers.length > 0) throw ruleRefusal('import-built-upon', blockedSentence(blockers), null)
  const rows = await listImportedVersions(ctx.db, one.id)
  const subjects = rows.map(row => row.subject_id)
  await breathe()
  ctx.progress(1, 3, '撤下检索')
  await removeFromIndex(ctx.trx, subjects)
  await breathe()
  ctx.progress(2, 3, '撤下登记')
  await deleteImported(ctx.trx, one.register, subjects, [])
  // Only now do the import's own rows no longer name its people: whoever is still named is used elsewhere and stays.
  const { people: used } = await listReferences(ctx.db, one.id)
  const stillUsed = new Set(used.flatMap(reference => reference.ids))
  const people = [...new Set(rows.flatMap(row => (row.made_person === 1 && !stillUsed.has(row.person_id) ? row.person_id : [])))]
  await removeFromIndex(ctx.trx, people)
  await deleteImported(ctx.trx, one.register, [], people)
  await voidImportedNumbers(ctx.trx, subjects, { at: ctx.now, by: ctx.actor.userId })
  await markUndone(ctx.trx, one.id, { by: ctx.actor.userId, at: ctx.now, reason: input.reason })
  await ctx.audit({
    subjectKind: 'import',
    subjectId: one.id,
    summary: `撤销导入“${one.file_name}”${rows.length} 行：${input.reason}`,
    before: { rows: rows.length, numbers: 'used' },
    after: { rows: 0, people: people.length, numbers: IMPORT_UNDONE },
  })
  await breathe()
  ctx.progress(3, 3, '提交')
  return { rows: rows.length, people: people.length }
}

function blockedSentence(blockers: readonly UndoBlocker[]): string {
  const named = blockers.slice(0, MOST_NAMED).map(one => `第 ${one.row} 行 ${one.number} ${one.message}`)
  const more = blockers.length > MOST_NAMED ? ` 等 ${blockers.length} 行` : ''
  return `这次导入已有后续登记，不能整体撤销：${named.join('；')}${more}`
}

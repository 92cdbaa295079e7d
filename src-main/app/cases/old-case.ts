import type { OutputOf } from '../../contract/index.ts'
import { findImportedCase } from '../../store/import-store.ts'
import type { QueryContext } from '../context.ts'
import type { LoadedCase } from './load-case.ts'

type Detail = OutputOf<'cases.get'>

/** What an old register says of a case (旧册案件): its own words, the day it closed, and the steps that it knows. Null for a case of today. */
export async function oldCaseOf(
  ctx: Pick<QueryContext, 'db'>,
  { record }: LoadedCase,
): Promise<{
  readonly old: NonNullable<Detail['old']>
  readonly closedOn: string | null
  readonly timeline: Detail['timeline']
} | null> {
  if (record.status !== 'historic') return null
  const row = await findImportedCase(ctx.db, record.id)
  if (!row) return null
  const who = [row.provider_name, row.handler_name].filter(name => name !== null).join('　')
  const step = (date: string, title: string, detail: string) => ({ date, title, detail, by: null })
  return {
    old: {
      importId: row.import_id,
      fileName: row.file_name,
      providerName: row.provider_name,
      handlerName: row.handler_name,
      closing: row.closing,
      archiveNumber: row.archive_number,
      note: row.note,
    },
    closedOn: row.closed_on,
    timeline: [
      step(record.openedOn, '立案', who),
      ...(row.closed_on === null ? [] : [step(row.closed_on, '结案', row.closing ?? '')]),
    ],
  }
}

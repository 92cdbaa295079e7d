import type { ApplicationStatus } from '../../contract/applications.ts'
import { APPLICATION_STATUS_WORDS } from '../../contract/status-words.ts'
import { findApplication, listSupplements } from '../../store/application-store.ts'
import type { CommandContext } from '../context.ts'
import { notFound, ruleRefusal, stale } from '../refusal.ts'

/**
 * The application that a command works on, with its notices of missing material, when the screen is fresh and the application stands where
 * the command may touch it.
 * @throws Refusal NOT_FOUND, STALE, RULE when it has moved on.
 */
export async function loadForChange(ctx: CommandContext, id: string, version: number, allowed: readonly ApplicationStatus[]) {
  const row = await findApplication(ctx.db, id)
  if (!row) throw notFound('申请')
  if (row.version !== version) throw stale('申请', row.version)
  if (!allowed.includes(row.status))
    throw ruleRefusal(
      'application-status',
      `申请 ${row.number} 现在是“${APPLICATION_STATUS_WORDS[row.status]}”，不能再这样办理`,
      null,
    )
  return { row, supplements: await listSupplements(ctx.db, [id]) }
}

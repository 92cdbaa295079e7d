import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { listApplicationParts, updateApplication } from '../../store/application-store.ts'
import { indexFile } from '../../store/search-store.ts'
import { changedParts } from '../changed-parts.ts'
import { conflictsOfApplication } from '../conflicts/recorded-conflicts.ts'
import { requireReasons } from '../conflicts/require-reasons.ts'
import type { CommandContext } from '../context.ts'
import { savePerson } from '../people/save-person.ts'
import { invalid } from '../refusal.ts'
import { factsOf } from './application-facts.ts'
import { assessHardship, currentEntry } from './assess-hardship.ts'
import { checkApplication } from './check-application.ts'
import { loadForChange } from './open-application.ts'
import { registerCoApplicants } from './settle-parties.ts'
import { noteOnConsultation } from './submit-application.ts'

const PARTIES: readonly string[] = ['personId', 'opponentName', 'parties']

/** What the applicant states and has read out (宣读): once read, it cannot change under the record. */
const STATED: readonly string[] = ['facts', 'hardship']

/** Mends an application that is not decided yet, and assesses hardship anew under the rule pack in force. Saved unchanged, nothing changes. */
export async function changeApplication(
  ctx: CommandContext,
  { id, application: input, conflictReasons, version }: ParsedInputOf<'applications.update'>,
): Promise<OutputOf<'applications.update'>> {
  const { row, supplements } = await loadForChange(ctx, id, version, ['deciding', 'supplementing'])
  const recorded = factsOf(row, await listApplicationParts(ctx.db, id))
  const checked = await checkApplication(ctx, input, ['application'], { id, facts: recorded })
  const firstAsked = supplements[0]?.askedOn
  if (firstAsked !== undefined && input.receivedOn > firstAsked)
    throw invalid(['application', 'receivedOn'], `收到申请的日期不能晚于补正通知的日期 ${firstAsked}`)
  const { person, personId, ...application } = { ...checked, hardship: currentEntry(checked.hardship) }
  const path = ['application', 'person']
  const saved = await savePerson(ctx, { person, personId, path, emptyMeans: 'none', needsCertificate: true })
  const { assessment: earlier, ...before } = recorded
  const parties = await registerCoApplicants(ctx, application.parties, saved.id, ['application', 'parties'])
  const after = { ...application, parties, personId: saved.id, categories: [...person.categories].sort() }
  const changed = changedParts(before, after)
  if (!changed) return { version }
  const isReadOld = before.reading !== null && JSON.stringify(before.reading) === JSON.stringify(after.reading)
  if (isReadOld && STATED.some(part => part in changed.after))
    throw invalid(['application', 'reading'], '宣读以后改动了所陈述的内容，请重新宣读，或者删去宣读记录')
  // What was assessed under an earlier pack stays as it was, unless what it rests on has changed.
  const isAssessedAnew = ['hardship', 'receivedOn', 'scope', 'cause'].some(part => part in changed.after)
  const assessment = isAssessedAnew ? assessHardship(ctx, input) : earlier
  await updateApplication(ctx.trx, id, { ...after, assessment })
  await indexFile(ctx, 'application', id)
  // Only a change of the parties asks again: a conflict that another file brought later shows on the page.
  const isAsked = conflictReasons.length > 0 || PARTIES.some(part => part in changed.after)
  if (isAsked) await requireReasons(ctx, { kind: 'application', id }, await conflictsOfApplication(ctx, id), conflictReasons)
  if (input.consultationId !== null && input.consultationId !== row.consultation_id)
    await noteOnConsultation(ctx, input.consultationId, row.number)
  await ctx.audit({
    subjectKind: 'application',
    subjectId: id,
    summary: `修改申请 ${row.number}`,
    before: isAssessedAnew ? { ...changed.before, assessment: earlier } : changed.before,
    after: isAssessedAnew ? { ...changed.after, assessment } : changed.after,
  })
  return { version: version + 1 }
}

import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { findApplication } from '../../store/application-store.ts'
import { findConsultation, updateConsultation } from '../../store/consultation-store.ts'
import { indexFile } from '../../store/search-store.ts'
import { changedParts } from '../changed-parts.ts'
import type { CommandContext } from '../context.ts'
import { savePerson } from '../people/save-person.ts'
import { invalid, notFound, ruleRefusal, stale } from '../refusal.ts'
import { checkConsultation, TURNED_INTO_APPLICATION } from './check-consultation.ts'
import { factsOf } from './consultation-facts.ts'

/** Mends an entry of the register. Its number and who registered it stay; a person id of null says that it was somebody else, still unknown. */
export async function changeConsultation(
  ctx: CommandContext,
  { id, consultation: input, version }: ParsedInputOf<'consultations.update'>,
): Promise<OutputOf<'consultations.update'>> {
  const row = await findConsultation(ctx.db, id)
  if (!row) throw notFound('咨询')
  if (row.version !== version) throw stale('咨询', row.version)
  if (row.voided_at !== null) throw ruleRefusal('consultation-voided', `咨询 ${row.number} 已作废，不能修改`, null)
  const before = factsOf(row)
  const checked = await checkConsultation(ctx, input, ['consultation'], before)
  const application = row.application_id === null ? undefined : await findApplication(ctx.db, row.application_id)
  if (application && application.status !== 'withdrawn') {
    if (input.outcome !== TURNED_INTO_APPLICATION)
      throw invalid(['consultation', 'outcome'], `这次咨询已转为申请 ${application.number}，处理结果不能改`)
    if (input.receivedOn > application.received_on)
      throw invalid(['consultation', 'receivedOn'], `咨询日期不能晚于申请的收到日期 ${application.received_on}`)
  }
  const { person, personId, ...rest } = input
  const path = ['consultation', 'person']
  const saved =
    person === null ? null : await savePerson(ctx, { person, personId, path, emptyMeans: 'none', needsCertificate: false })
  const facts = { ...rest, ...checked, personId: saved?.id ?? null }
  const changed = changedParts(before, facts)
  if (!changed) return { version }
  await updateConsultation(ctx.trx, id, facts)
  await indexFile(ctx, 'consultation', id)
  await ctx.audit({ subjectKind: 'consultation', subjectId: id, summary: `修改咨询 ${row.number}`, ...changed })
  return { version: version + 1 }
}

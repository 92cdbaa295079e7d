import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { insertApplication } from '../../store/application-store.ts'
import { findConsultation, setConsultationOutcome } from '../../store/consultation-store.ts'
import { indexFile } from '../../store/search-store.ts'
import { conflictsOfApplication } from '../conflicts/recorded-conflicts.ts'
import { requireReasons } from '../conflicts/require-reasons.ts'
import { TURNED_INTO_APPLICATION } from '../consultations/check-consultation.ts'
import type { CommandContext } from '../context.ts'
import { drawSeriesNumber } from '../numbering/draw-number.ts'
import { savePerson } from '../people/save-person.ts'
import { assessHardship, currentEntry } from './assess-hardship.ts'
import { checkApplication } from './check-application.ts'
import { registerCoApplicants } from './settle-parties.ts'

/** Takes in an application (受理申请): person, matter, hardship check and materials, with its number; its clock starts. */
export async function submitApplication(
  ctx: CommandContext,
  input: ParsedInputOf<'applications.submit'>,
): Promise<OutputOf<'applications.submit'>> {
  const { conflictReasons, backEntry, ...entered } = input
  const checked = await checkApplication(ctx, entered, [], null)
  const { person, personId, ...application } = { ...checked, hardship: currentEntry(checked.hardship) }
  const saved = await savePerson(ctx, { person, personId, path: ['person'], emptyMeans: 'unknown', needsCertificate: true })
  const parties = await registerCoApplicants(ctx, application.parties, saved.id, ['parties'])
  const assessment = assessHardship(ctx, input)
  const facts = { ...application, parties, personId: saved.id, categories: person.categories, assessment }
  const id = ctx.newId()
  const number = await drawSeriesNumber(
    ctx,
    'application',
    input.receivedOn,
    { kind: 'application', id },
    {
      matterType: input.matterType,
      stage: input.stage,
      backEntry,
    },
  )
  await insertApplication(ctx.trx, id, number, facts, { by: ctx.actor.userId, at: ctx.now })
  await indexFile(ctx, 'application', id)
  await requireReasons(ctx, { kind: 'application', id }, await conflictsOfApplication(ctx, id), conflictReasons)
  if (input.consultationId !== null) await noteOnConsultation(ctx, input.consultationId, number)
  await ctx.audit({
    subjectKind: 'application',
    subjectId: id,
    summary: `收到申请 ${number} ${saved.name}${backEntry ? `，补录：${backEntry.reason}` : ''}`,
    after: facts,
  })
  return { id, number, personId: saved.id, version: 1 }
}

/** The register shows what became of the visit. */
export async function noteOnConsultation(ctx: CommandContext, consultationId: string, applicationNumber: string): Promise<void> {
  const before = await findConsultation(ctx.db, consultationId)
  if (!before || before.outcome === TURNED_INTO_APPLICATION) return
  await setConsultationOutcome(ctx.trx, consultationId, TURNED_INTO_APPLICATION)
  await indexFile(ctx, 'consultation', consultationId)
  await ctx.audit({
    subjectKind: 'consultation',
    subjectId: consultationId,
    summary: `咨询 ${before.number} 转为申请 ${applicationNumber}`,
    before: { outcome: before.outcome },
    after: { outcome: TURNED_INTO_APPLICATION },
  })
}

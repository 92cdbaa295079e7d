import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { insertConsultation } from '../../store/consultation-store.ts'
import { indexFile } from '../../store/search-store.ts'
import type { CommandContext } from '../context.ts'
import { drawSeriesNumber } from '../numbering/draw-number.ts'
import { savePerson } from '../people/save-person.ts'
import { checkConsultation } from './check-consultation.ts'

/** Registers a visit, call, letter or message (咨询登记) with its person and its number. */
export async function registerConsultation(
  ctx: CommandContext,
  input: ParsedInputOf<'consultations.register'>,
): Promise<OutputOf<'consultations.register'>> {
  await checkConsultation(ctx, input, [])
  const { person, personId, ...consultation } = input
  const saved = await savePerson(ctx, { person, personId, path: ['person'], emptyMeans: 'unknown', needsCertificate: false })
  const id = ctx.newId()
  const number = await drawSeriesNumber(ctx, 'consultation', input.receivedOn, { kind: 'consultation', id })
  const facts = { ...consultation, personId: saved.id }
  await insertConsultation(ctx.trx, id, number, facts, { by: ctx.actor.userId, at: ctx.now })
  await indexFile(ctx, 'consultation', id)
  await ctx.audit({ subjectKind: 'consultation', subjectId: id, summary: `登记咨询 ${number} ${saved.name}`, after: facts })
  return { id, number, personId: saved.id, version: 1 }
}

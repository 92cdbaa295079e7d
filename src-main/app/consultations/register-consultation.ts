import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { insertConsultation } from '../../store/consultation-store.ts'
import { indexFile } from '../../store/search-store.ts'
import type { CommandContext } from '../context.ts'
import { drawSeriesNumber } from '../numbering/draw-number.ts'
import { savePerson } from '../people/save-person.ts'
import { finishTicket } from '../queue/call-ticket.ts'
import { checkConsultation } from './check-consultation.ts'
import { ANONYMOUS } from './consultation-facts.ts'

/** Registers a visit, call, letter or message (咨询登记) with its person and its number. */
export async function registerConsultation(
  ctx: CommandContext,
  input: ParsedInputOf<'consultations.register'>,
): Promise<OutputOf<'consultations.register'>> {
  const checked = await checkConsultation(ctx, input, [])
  const { person, personId, ticketId, backEntry, ...consultation } = input
  const saved =
    person === null
      ? null
      : await savePerson(ctx, { person, personId, path: ['person'], emptyMeans: 'unknown', needsCertificate: false })
  const id = ctx.newId()
  const about = { matterType: input.matterType, backEntry }
  const number = await drawSeriesNumber(ctx, 'consultation', input.receivedOn, { kind: 'consultation', id }, about)
  const facts = { ...consultation, ...checked, personId: saved?.id ?? null }
  await insertConsultation(ctx.trx, id, number, facts, { by: ctx.actor.userId, at: ctx.now })
  if (ticketId !== null) await finishTicket(ctx, ticketId, id)
  await indexFile(ctx, 'consultation', id)
  const summary = `登记咨询 ${number} ${saved?.name ?? ANONYMOUS}${backEntry ? `，补录：${backEntry.reason}` : ''}`
  await ctx.audit({ subjectKind: 'consultation', subjectId: id, summary, after: facts })
  return { id, number, personId: saved?.id ?? null, version: 1 }
}

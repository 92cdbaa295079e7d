import { findConsultation, listConsultations } from '../../store/consultation-store.ts'
import { findPerson } from '../../store/person-store.ts'
import { command, type HandlersOf, query } from '../context.ts'
import { maskedParticularsOf } from '../people/save-person.ts'
import { notFound } from '../refusal.ts'
import { factsOf } from './consultation-facts.ts'
import { registerConsultation } from './register-consultation.ts'
import { changeConsultation } from './update-consultation.ts'

/** The consultation register (咨询登记簿). */
export const consultationHandlers: HandlersOf<'consultations'> = {
  'consultations.register': command(registerConsultation),
  'consultations.update': command(changeConsultation),
  'consultations.get': query(async ({ db }, { id }) => {
    const row = await findConsultation(db, id)
    const person = row && (await findPerson(db, row.person_id))
    if (!row || !person) throw notFound('咨询')
    return {
      id,
      number: row.number,
      consultation: { ...factsOf(row), person: maskedParticularsOf(person) },
      personId: person.id,
      applicationId: row.application_id,
      registeredAt: row.registered_at,
      registeredBy: row.registrar_name,
      version: row.version,
    }
  }),
  'consultations.list': query(async ({ db }, filter) => {
    const { rows, total } = await listConsultations(db, filter)
    return {
      rows: rows.map(row => ({
        id: row.id,
        number: row.number,
        receivedOn: row.received_on,
        receivedAt: row.received_at,
        channel: row.channel,
        personId: row.person_id,
        personName: row.person_name,
        matterType: row.matter_type,
        cause: row.cause,
        content: row.content,
        outcome: row.outcome,
        consultantName: row.consultant_name,
        applicationId: row.application_id,
      })),
      total,
    }
  }),
}

import { findConsultation, listConsultations } from '../../store/consultation-store.ts'
import { findImportedConsultation } from '../../store/import-store.ts'
import { findPerson } from '../../store/person-store.ts'
import { command, type HandlersOf, query } from '../context.ts'
import { maskedParticularsOf } from '../people/save-person.ts'
import { notFound } from '../refusal.ts'
import { changesOf } from './consultation-changes.ts'
import { ANONYMOUS, factsOf } from './consultation-facts.ts'
import { exportRegister } from './export-register.ts'
import { listPlaces, savePlace } from './places.ts'
import { registerConsultation } from './register-consultation.ts'
import { registerSheet } from './register-sheet.ts'
import { changeConsultation } from './update-consultation.ts'
import { voidEntry } from './void-consultation.ts'

/** The consultation register (咨询登记簿). */
export const consultationHandlers: HandlersOf<'consultations'> = {
  'consultations.register': command(registerConsultation),
  'consultations.update': command(changeConsultation),
  'consultations.void': command(voidEntry),
  'consultations.places': query(listPlaces),
  'consultations.savePlace': command(savePlace),
  'consultations.get': query(async ({ db }, { id }) => {
    const row = await findConsultation(db, id)
    const person = row?.person_id ? await findPerson(db, row.person_id) : null
    if (!row) throw notFound('咨询')
    const old = await findImportedConsultation(db, id)
    return {
      id,
      number: row.number,
      consultation: { ...factsOf(row), person: person === null ? null : maskedParticularsOf(person) },
      personId: row.person_id,
      applicationId: row.application_id,
      registeredAt: row.registered_at,
      registeredBy: row.registrar_name,
      voided: row.voided_at === null ? null : { reason: row.void_reason ?? '', at: row.voided_at, by: row.voider_name ?? '' },
      oldRegister: old
        ? {
            importId: old.import_id,
            fileName: old.file_name,
            row: old.row_number,
            consultantName: old.consultant_name,
            note: old.note,
          }
        : null,
      changes: await changesOf({ db }, id),
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
        personName: row.person_name ?? ANONYMOUS,
        persons: row.persons,
        agentName: row.agent_name,
        matterType: row.matter_type,
        cause: row.cause,
        content: row.content,
        toldOfRight: row.told_of_right === 1,
        outcome: row.outcome,
        consultantName: row.consultant_name,
        applicationId: row.application_id,
        voidReason: row.void_reason,
      })),
      total,
    }
  }),
  'consultations.sheet': query(registerSheet),
  'consultations.exportXlsx': command(exportRegister),
}

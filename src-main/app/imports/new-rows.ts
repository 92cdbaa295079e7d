import type { Insertable } from 'kysely'
import { type ImportEntry, type ImportedPerson, NOT_RECORDED } from '../../domain/imports/entry.ts'
import { nameKey, opponentKeyOf } from '../../domain/name-key.ts'
import { nameInitials, nameSound } from '../../store/folded-text.ts'
import type { AidCaseTable } from '../../store/schema/cases.ts'
import type { ConsultationTable } from '../../store/schema/desk.ts'
import type { PersonTable } from '../../store/schema/people.ts'

/** A new person from all rows of the register that name them: what the first row leaves open a later one may tell. */
export function mergedPerson(rows: readonly ImportedPerson[]): ImportedPerson {
  const [first, ...later] = rows
  if (!first) throw new Error('A person comes of at least one row')
  return later.reduce(
    (person, one) => ({
      name: person.name,
      sex: person.sex ?? one.sex,
      birthDate: person.birthDate ?? one.birthDate,
      certificateKind: person.certificateKind ?? one.certificateKind,
      certificateNumber: person.certificateNumber ?? one.certificateNumber,
      phone: person.phone ?? one.phone,
      householdAddress: person.householdAddress ?? one.householdAddress,
      address: person.address ?? one.address,
      categories: [...new Set([...person.categories, ...one.categories])],
    }),
    first,
  )
}

export function personRow(id: string, person: ImportedPerson, createdAt: string): Insertable<PersonTable> {
  return {
    id,
    name: person.name,
    name_key: nameKey(person.name),
    pinyin: nameSound(person.name),
    pinyin_initials: nameInitials(person.name),
    certificate_kind: person.certificateKind,
    certificate_number: person.certificateNumber,
    certificate_note: null,
    sex: person.sex,
    birth_date: person.birthDate,
    phone: person.phone,
    household_address: person.householdAddress,
    address: person.address,
    created_at: createdAt,
    version: 1,
  }
}

type Made = { readonly id: string; readonly number: string; readonly personId: string }

/** An entry of an old consultation register as a consultation. A field that must not be empty says 旧册未记载. */
export function consultationRow(
  entry: ImportEntry,
  { id, number, personId }: Made,
  registered: { readonly consultantId: string; readonly by: string; readonly at: string },
): Insertable<ConsultationTable> {
  return {
    id,
    number,
    channel: present(entry.channel),
    received_on: present(entry.day),
    received_at: entry.time,
    person_id: personId,
    matter_type: present(entry.matterType),
    cause: entry.cause ?? NOT_RECORDED,
    opponent_name: entry.opponentName,
    content: entry.content ?? NOT_RECORDED,
    answer: entry.answer,
    persons: 1,
    told_of_right: entry.toldOfRight === true ? 1 : 0,
    referrals: '[]',
    outcome: present(entry.outcome),
    consultant_id: registered.consultantId,
    registered_by: registered.by,
    registered_at: registered.at,
    version: 1,
  }
}

/** An entry of an old case register as a case that is only looked at (旧册案件). */
export function caseRow(entry: ImportEntry, { id, number, personId }: Made, packVersion: string): Insertable<AidCaseTable> {
  return {
    id,
    number,
    door: 'imported',
    application_id: null,
    notice_id: null,
    parent_case_id: null,
    person_id: personId,
    opened_on: present(entry.day),
    matter_type: present(entry.matterType),
    stage: entry.stage ?? '',
    cause: entry.cause ?? NOT_RECORDED,
    scope: '',
    aid_forms: '[]',
    opponent_name: entry.opponentName,
    opponent_key: opponentKeyOf(entry.opponentName),
    agency: entry.agency,
    facts: entry.content ?? '',
    is_life_or_death: 0,
    status: 'historic',
    closed_on: entry.closedOn,
    closing_basis: null,
    closing_mode: null,
    outcome: null,
    recovered_fen: null,
    persons_helped: null,
    hearings: null,
    complexity: null,
    closing_summary: null,
    closed_by: null,
    papers_received_on: null,
    papers_reviewed_on: null,
    pack_version: packVersion,
    version: 1,
  }
}

function present(value: string | null): string {
  if (value === null) throw new Error('An entry without faults lacks a field that it must have')
  return value
}

import { nameKey } from '../../../domain/name-key.ts'
import { nameInitials, nameSound } from '../../../store/folded-text.ts'
import type { SampleCase } from '../sample-case.ts'
import { inventPerson, type SamplePerson, type SamplePlace } from '../sample-people.ts'
import { ANSWERS, QUESTIONS } from '../sample-words.ts'
import { instantOf, type Rows, type SampleRows } from './sample-rows.ts'

/** Visits and calls of a day that lead to nothing more: about one for each case. */
export function addVisits(rows: SampleRows, day: string, place: SamplePlace): void {
  const { random } = rows.setting
  const count = random.whole(3)
  for (let index = 0; index < count; index += 1) {
    const person = inventPerson(random, place, day)
    addConsultation(
      rows,
      addPerson(rows, person, [], day),
      day,
      random.chance(20) ? 'drafted' : 'answered',
      random.pick(['labour', 'family', 'traffic']),
      null,
    )
  }
}

/** Somebody of the register with their categories. @returns the id. */
export function addPerson(rows: SampleRows, person: SamplePerson, categories: readonly string[], day: string): string {
  const id = rows.setting.newId()
  rows.tables.person.push({
    id,
    name: person.name,
    name_key: nameKey(person.name),
    pinyin: nameSound(person.name),
    pinyin_initials: nameInitials(person.name),
    certificate_kind: 'resident-id',
    certificate_number: person.certificateNumber,
    certificate_note: null,
    sex: person.sex,
    birth_date: person.birthDate,
    phone: person.phone,
    household_address: person.householdAddress,
    address: person.address,
    created_at: instantOf(day, 1),
    version: 1,
  })
  for (const category of categories) rows.tables.person_category.push({ person_id: id, category })
  return id
}

/** A consultation; one that leads to an application carries its facts. @returns the id. */
export function addConsultation(
  rows: SampleRows,
  personId: string,
  day: string,
  outcome: string,
  question: string,
  sample: SampleCase | null,
): string {
  const { random, newId, clerk } = rows.setting
  const id = newId()
  const causes = rows.setting.inForce.pack.codes.causes.filter(one => one.matterTypes.includes('civil'))
  const row: Rows['consultation'][number] = {
    id,
    number: '',
    channel: random.pick(['visit', 'visit', 'visit', 'phone-12348', 'phone-12348', 'letter', 'network']),
    received_on: day,
    received_at: `${String(8 + random.whole(9)).padStart(2, '0')}:${random.pick(['05', '20', '35', '50'])}`,
    person_id: personId,
    persons: 1,
    matter_type: sample?.matterType ?? 'civil',
    cause: sample?.cause ?? random.pick(causes).label,
    opponent_name: sample && sample.opponent !== '' ? sample.opponent : null,
    content: sample?.facts ?? `${random.pick(QUESTIONS)}${question === '' ? '' : '。'}`,
    answer: sample ? '属法律援助范围，已指导填写申请表。' : random.pick(ANSWERS),
    told_of_right: 1,
    outcome,
    referrals: '[]',
    consultant_id: clerk,
    registered_by: clerk,
    registered_at: instantOf(day, 2),
    version: 1,
  }
  rows.wish('consultation', day, 'consultation', id, text => {
    row.number = text
  })
  rows.tables.consultation.push(row)
  return id
}

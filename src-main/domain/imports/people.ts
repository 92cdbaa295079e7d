import { nameKey } from '../name-key.ts'
import type { ImportEntry, ImportFault } from './entry.ts'
import type { PersonChoice } from './plan.ts'

/** A person of the center's register (人员), as far as recognising goes. */
export type KnownPerson = {
  readonly id: string
  readonly name: string
  readonly certificateNumber: string | null
  readonly phone: string | null
}

/** Who the person of a row is: a known one and why, or a new one; `key` is the row that first names the new person. */
export type RowPerson =
  | { readonly row: number; readonly kind: 'known'; readonly personId: string; readonly why: 'certificate' | 'phone' | 'chosen' }
  | {
      readonly row: number
      readonly kind: 'new'
      readonly key: number
      readonly why: 'first' | 'certificate' | 'phone' | 'chosen'
    }

/**
 * Recognises the person of each row: by the certificate, else by name and phone, else a new one; rows of the file are recognised among
 * themselves in the same way. `choices` made by hand go first, but a known certificate has one holder. A certificate held under another name
 * is an error until somebody says that it is the same person.
 */
export function recognisePeople(
  entries: readonly ImportEntry[],
  known: readonly KnownPerson[],
  choices: readonly PersonChoice[],
): { readonly people: readonly RowPerson[]; readonly faults: readonly ImportFault[] } {
  const byCertificate = new Map(
    known.flatMap(one => (one.certificateNumber === null ? [] : [[one.certificateNumber, one] as const])),
  )
  const byPhone = new Map(known.flatMap(one => (one.phone === null ? [] : [[phoneKey(one.name, one.phone), one] as const])))
  const byId = new Map(known.map(one => [one.id, one]))
  const chosen = new Map(choices.map(one => [one.row, one.personId]))
  const newByCertificate = new Map<string, { key: number; name: string }>()
  const newByPhone = new Map<string, { key: number; certificateNumber: string | null }>()
  const people: RowPerson[] = []
  const faults: ImportFault[] = []
  for (const entry of entries) {
    const { row, person } = entry
    const { certificateNumber } = person
    const error = (field: 'name' | 'certificateNumber', message: string) =>
      faults.push({ row, column: null, field, severity: 'error', message })
    const phone = person.phone === null ? null : phoneKey(person.name, person.phone)
    const choice = chosen.get(row)
    const holder = certificateNumber === null ? undefined : byCertificate.get(certificateNumber)
    if (choice !== undefined && choice !== null) {
      const one = byId.get(choice)
      if (!one) error('name', '所选的人员已不在册，请重新选择')
      else if (holder && holder.id !== one.id) error('certificateNumber', `证件号码已登记为 ${holder.name}，不能选别人`)
      else if (certificateNumber !== null && one.certificateNumber !== null && one.certificateNumber !== certificateNumber)
        error('certificateNumber', `与所选人员 ${one.name} 登记的证件号码不同`)
      people.push({ row, kind: 'known', personId: choice, why: 'chosen' })
      continue
    }
    if (holder) {
      if (nameKey(holder.name) !== nameKey(person.name))
        error('name', `证件号码已登记为 ${holder.name}，这里写 ${person.name}；确是同一人的，请在“认人”里选定`)
      else if (choice === null) error('certificateNumber', `证件号码已登记为 ${holder.name}，不能再登记为新的人`)
      people.push({ row, kind: 'known', personId: holder.id, why: 'certificate' })
      continue
    }
    const namesake = phone === null ? undefined : byPhone.get(phone)
    if (choice === undefined && namesake && fits(namesake.certificateNumber, certificateNumber)) {
      people.push({ row, kind: 'known', personId: namesake.id, why: 'phone' })
      continue
    }
    const same = certificateNumber === null ? undefined : newByCertificate.get(certificateNumber)
    if (same) {
      if (nameKey(same.name) !== nameKey(person.name))
        error('name', `证件号码与第 ${same.key} 行相同，姓名却不同（${same.name}）`)
      people.push({ row, kind: 'new', key: same.key, why: 'certificate' })
      continue
    }
    const sameNamed = phone === null || choice === null ? undefined : newByPhone.get(phone)
    if (sameNamed && fits(sameNamed.certificateNumber, certificateNumber)) {
      people.push({ row, kind: 'new', key: sameNamed.key, why: 'phone' })
      if (certificateNumber !== null) {
        sameNamed.certificateNumber = certificateNumber
        newByCertificate.set(certificateNumber, { key: sameNamed.key, name: person.name })
      }
      continue
    }
    people.push({ row, kind: 'new', key: row, why: choice === null ? 'chosen' : 'first' })
    if (certificateNumber !== null) newByCertificate.set(certificateNumber, { key: row, name: person.name })
    if (phone !== null) newByPhone.set(phone, { key: row, certificateNumber })
  }
  return { people, faults }
}

function phoneKey(name: string, phone: string): string {
  return `${nameKey(name)} ${phone}`
}

/** Two certificates can be one person's when they are the same, or one is not known. */
function fits(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other
}

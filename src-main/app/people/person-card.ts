import type { HistoryEntry, PersonCard } from '../../contract/people.ts'
import { APPLICATION_STATUS_WORDS, CASE_STATUS_WORDS } from '../../contract/status-words.ts'
import { timeOfInstant } from '../../domain/calendar-date.ts'
import { maskCertificate, maskPhone, WHOLLY_HIDDEN } from '../../domain/masking.ts'
import type { RulePack } from '../../domain/rule-pack/rule-pack.ts'
import type { PersonFile, PersonRecord } from '../../store/person-store.ts'

/** A person as lists and screens show them: certificate and phone masked, a protected phone wholly. */
export function personCardOf(person: PersonRecord): PersonCard {
  return {
    id: person.id,
    kind: person.kind,
    name: person.name,
    sex: person.sex,
    birthDate: person.birthDate,
    certificateKind: person.certificateKind,
    certificateMasked: person.certificateNumber === null ? null : maskCertificate(person.certificateNumber),
    ...maskedContactOf(person),
    isProtected: person.protection !== null,
  }
}

/** The phone masked; where the person is protected (保密住址和电话), wholly. */
export function maskedContactOf({ phone, protection }: Pick<PersonRecord, 'phone' | 'protection'>) {
  return { phoneMasked: phone === null ? null : protection === null ? maskPhone(phone) : WHOLLY_HIDDEN }
}

/** The addresses as screens show them: stars where the person is protected. */
export function shownAddressesOf({
  address,
  householdAddress,
  protection,
}: Pick<PersonRecord, 'address' | 'householdAddress' | 'protection'>) {
  const shown = (text: string | null) => (text === null || protection === null ? text : WHOLLY_HIDDEN)
  return { address: shown(address), householdAddress: shown(householdAddress) }
}

/** A person's earlier visits, applications and cases (历次办理), in the order given. */
export function historyOf(pack: RulePack, files: readonly PersonFile[]): HistoryEntry[] {
  return files.map(file => ({
    kind: file.kind,
    id: file.id,
    date: file.date,
    time: file.time ?? (file.enteredAt === null ? null : timeOfInstant(file.enteredAt)),
    role: file.role,
    link: file.link,
    title: file.cause,
    number: file.number,
    status: statusWord(pack, file.kind, file.status),
    by: file.by,
  }))
}

/** Where a file stands, in the office's words; a code that the pack no longer lists is shown as it is. */
export function statusWord(pack: RulePack, kind: PersonFile['kind'], status: string): string {
  const words: Readonly<Record<string, string>> =
    kind === 'application'
      ? APPLICATION_STATUS_WORDS
      : kind === 'case'
        ? CASE_STATUS_WORDS
        : Object.fromEntries(pack.codes.consultationOutcomes.map(one => [one.code, one.label]))
  return words[status] ?? status
}

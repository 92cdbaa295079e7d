import type { HistoryEntry, PersonCard } from '../../contract/people.ts'
import { APPLICATION_STATUS_WORDS, CASE_STATUS_WORDS } from '../../contract/status-words.ts'
import { maskCertificate, maskPhone } from '../../domain/masking.ts'
import type { RulePack } from '../../domain/rule-pack.ts'
import type { PersonFile, PersonRecord } from '../../store/person-store.ts'

/** A person as lists and screens show them: certificate and phone masked. */
export function personCardOf(person: PersonRecord): PersonCard {
  return {
    id: person.id,
    name: person.name,
    sex: person.sex,
    birthDate: person.birthDate,
    certificateKind: person.certificateKind,
    certificateMasked: person.certificateNumber === null ? null : maskCertificate(person.certificateNumber),
    phoneMasked: person.phone === null ? null : maskPhone(person.phone),
  }
}

/** A person's earlier visits, applications and cases (历次办理), in the order given. */
export function historyOf(pack: RulePack, files: readonly PersonFile[]): HistoryEntry[] {
  return files.map(file => ({
    kind: file.kind,
    id: file.id,
    date: file.date,
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

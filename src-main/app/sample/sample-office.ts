import type { Insertable } from 'kysely'
import { addDays } from '../../domain/calendar-date.ts'
import type { HandlerTable, ProviderTable } from '../../store/schema/cases.ts'
import { inventPerson } from './sample-people.ts'
import { FIRMS, LEGAL_SERVICE_OFFICES } from './sample-words.ts'
import type { SeededRandom } from './seeded-random.ts'

/** Providers (承办机构) and handlers (承办人) of the practice county. */
export type SampleOffice = { readonly providers: Insertable<ProviderTable>[]; readonly handlers: Insertable<HandlerTable>[] }

/** Invents five law firms, three legal service offices and the center itself, with their handlers. */
export function inventOffice(
  random: SeededRandom,
  newId: () => string,
  place: { readonly regionCode: string; readonly countyName: string; readonly centerName: string },
  today: string,
): SampleOffice {
  const handlers: Insertable<HandlerTable>[] = []
  const provider = (kind: string, name: string, handlerKind: string, count: number): Insertable<ProviderTable> => {
    const id = newId()
    for (let index = 0; index < count; index += 1) {
      const person = inventPerson(random, place, today, 26)
      const since = addDays(today, -(200 + random.whole(5_000)))
      handlers.push({
        id: newId(),
        provider_id: id,
        name: person.name,
        kind: handlerKind,
        licence_number:
          handlerKind === 'lawyer'
            ? `1${place.regionCode.slice(0, 4)}${since.slice(0, 4)}1${person.sex === 'male' ? 0 : 1}${String(100_000 + random.whole(899_999))}`
            : null,
        practising_since: since,
        criminal_defence_since: handlerKind === 'lawyer' ? since : null,
        is_public_employee: handlerKind === 'center-staff' ? 1 : 0,
        phone: person.phone,
        certificate_number: person.certificateNumber,
        bank_name: handlerKind === 'center-staff' ? null : '蚌埠农村商业银行蚌山支行（练习）',
        bank_account:
          handlerKind === 'center-staff'
            ? null
            : `6228${String(10_000_000 + random.whole(89_999_999))}${String(1_000 + random.whole(8_999))}`,
        is_active: 1,
        version: 1,
      })
    }
    return {
      id,
      kind,
      name,
      credit_code: null,
      phone: `0552-${String(2_000_000 + random.whole(1_999_999))}`,
      address: `${place.countyName}胜利中路`,
      is_active: 1,
      version: 1,
    }
  }
  const providers = [
    ...FIRMS.map(name => provider('law-firm', `安徽${name}`, 'lawyer', 3 + random.whole(3))),
    ...LEGAL_SERVICE_OFFICES.map(name => provider('legal-service-office', name, 'legal-worker', 2)),
    provider('center', place.centerName, 'center-staff', 2),
  ]
  return { providers, handlers }
}

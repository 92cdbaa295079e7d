import { addDays } from '../../domain/calendar-date.ts'
import { residentIdCheckDigit } from '../../domain/certificate.ts'
import { FEMALE_NAMES, MALE_NAMES, SURNAMES, TOWNSHIPS, VILLAGES } from './sample-words.ts'
import type { SeededRandom } from './seeded-random.ts'

/** An invented person with a resident ID whose check digit is right. */
export type SamplePerson = {
  readonly name: string
  readonly sex: 'male' | 'female'
  readonly birthDate: string
  readonly certificateNumber: string
  readonly phone: string
  readonly householdAddress: string
  readonly address: string
}

/** Where the practice county is. */
export type SamplePlace = { readonly regionCode: string; readonly countyName: string }

/** Invents a person (人员) of the county who is between `youngest` and 85 years old on a day. */
export function inventPerson(random: SeededRandom, place: SamplePlace, onDay: string, youngest = 19): SamplePerson {
  const sex = inventSex(random)
  return person(random, place, onDay, sex, youngest + random.whole(random.chance(70) ? 40 : 85 - youngest))
}

/** Invents a person of an age in whole years on a day; `sex` null for either. */
export function inventPersonOfAge(
  random: SeededRandom,
  place: SamplePlace,
  onDay: string,
  age: number,
  sex: SamplePerson['sex'] | null,
): SamplePerson {
  return person(random, place, onDay, sex ?? inventSex(random), age)
}

function inventSex(random: SeededRandom): SamplePerson['sex'] {
  return random.chance(48) ? 'male' : 'female'
}

function person(
  random: SeededRandom,
  { regionCode, countyName }: SamplePlace,
  onDay: string,
  sex: SamplePerson['sex'],
  age: number,
): SamplePerson {
  const birthDate = addDays(onDay, -(age * 365 + Math.floor(age / 4) + random.whole(365)))
  const serial = String(random.whole(500) * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0')
  const digits = `${regionCode}${birthDate.replaceAll('-', '')}${serial}`
  const village = `${countyName}${random.pick(TOWNSHIPS)}${random.pick(VILLAGES)}`
  return {
    name: `${random.pick(SURNAMES)}${random.pick(sex === 'male' ? MALE_NAMES : FEMALE_NAMES)}`,
    sex,
    birthDate,
    certificateNumber: `${digits}${residentIdCheckDigit(digits)}`,
    phone: `1${random.pick(['38', '39', '50', '52', '77', '87'])}${String(10_000_000 + random.whole(89_999_999))}`,
    householdAddress: village,
    address: `${village}${1 + random.whole(240)}号`,
  }
}

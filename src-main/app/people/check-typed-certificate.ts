import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { ageOn } from '../../domain/calendar-date.ts'
import { checkCertificate } from '../../domain/certificate.ts'
import { regionName } from '../center/regions.ts'
import type { QueryContext } from '../context.ts'
import { invalid } from '../refusal.ts'

/** What a certificate number says while it is being typed: sex, birth date, age and region, or a sentence that says how to mend it. */
export async function checkTypedCertificate(
  { pack, today }: QueryContext,
  input: ParsedInputOf<'people.checkCertificate'>,
): Promise<OutputOf<'people.checkCertificate'>> {
  const kind = pack.codes.certificateKinds.find(one => one.code === input.kind)
  if (!kind) throw invalid(['kind'], '请从列表中选择证件种类')
  const result = checkCertificate(kind.check, input.number, today)
  const nothing = { normalised: null, sex: null, birthDate: null, age: null, regionName: null }
  if (!result.ok) return { ok: false, message: result.message, ...nothing }
  return {
    ok: true,
    message: result.notice,
    normalised: result.normalised,
    sex: result.sex,
    birthDate: result.birthDate,
    age: result.birthDate === null ? null : ageOn(result.birthDate, today),
    regionName: result.regionCode === null ? null : regionName(result.regionCode),
  }
}

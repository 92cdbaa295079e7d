import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { ageOn } from '../../domain/calendar-date.ts'
import { checkCertificate } from '../../domain/certificate.ts'
import { findRegion, REGION_YEAR, type RegionFound } from '../center/regions.ts'
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
  const nothing = {
    normalised: null,
    sex: null,
    birthDate: null,
    age: null,
    regionName: null,
    regionNote: null,
    regionYear: null,
  }
  if (!result.ok) return { ok: false, message: result.message, ...nothing }
  const region = result.regionCode === null ? null : findRegion(result.regionCode)
  return {
    ok: true,
    message: [result.notice, regionNotice(result.regionCode, region)].filter(one => one !== null).join('；') || null,
    normalised: result.normalised,
    sex: result.sex,
    birthDate: result.birthDate,
    age: result.birthDate === null ? null : ageOn(result.birthDate, today),
    regionName: region?.name ?? null,
    regionNote: region?.note ?? null,
    regionYear: result.regionCode === null ? null : REGION_YEAR,
  }
}

/** A code that the tables do not know is no fault of the number: counties are merged and renamed, certificates keep their codes. */
function regionNotice(code: string | null, region: RegionFound | null): string | null {
  // Residence permits (港澳台居民居住证) carry a code of their own.
  if (code === null || region?.isWhole || /^8[123]0000$/.test(code)) return null
  return `地区代码 ${code} 已撤销或者没有收录（区划表自 2002 年末至 ${REGION_YEAR} 年末），请与证件核对`
}

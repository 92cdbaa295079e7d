import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { tidyCertificate } from '../../domain/certificate.ts'
import { nameKey } from '../../domain/name-key.ts'
import { checkPhone } from '../../domain/phone.ts'
import { nameSound } from '../../store/folded-text.ts'
import { countFilesOf, findLikelyPeople, listFilesOf, type PersonRecord } from '../../store/person-store.ts'
import type { QueryContext } from '../context.ts'
import { historyOf, personCardOf } from './person-card.ts'

type Match = OutputOf<'people.match'>[number]
type Reason = Match['reasons'][number]

const MOST_MATCHES = 12
const STRENGTH: readonly Reason[] = ['certificate', 'phone', 'name', 'sound']

/** Who the person at the desk may be, the surest match first, each with the reasons and everything the center did for them before. */
export async function matchPeople(ctx: QueryContext, input: ParsedInputOf<'people.match'>): Promise<OutputOf<'people.match'>> {
  const phone = checkPhone(input.phone)
  const sought = {
    name: input.name.trim(),
    certificateNumber: tidyCertificate(input.certificateNumber),
    // A number that is still being typed is nobody's yet.
    phone: phone.ok ? phone.normalised : '',
  }
  const people = await findLikelyPeople(ctx.db, sought, MOST_MATCHES)
  const ids = people.map(person => person.id)
  const counts = await countFilesOf(ctx.db, ids)
  const files = await listFilesOf(ctx.db, ids)
  return people
    .map(person => ({
      ...personCardOf(person),
      reasons: reasonsFor(person, sought),
      consultations: counts.get(person.id)?.consultations ?? 0,
      applications: counts.get(person.id)?.applications ?? 0,
      cases: counts.get(person.id)?.cases ?? 0,
      history: historyOf(
        ctx.pack,
        files.filter(file => file.personId === person.id),
      ),
    }))
    .sort((a, b) => strengthOf(a) - strengthOf(b))
}

function reasonsFor(
  person: PersonRecord,
  sought: { readonly name: string; readonly certificateNumber: string; readonly phone: string },
): Reason[] {
  const reasons: Reason[] = []
  if (sought.certificateNumber !== '' && person.certificateNumber === sought.certificateNumber) reasons.push('certificate')
  if (sought.phone !== '' && person.phone === sought.phone) reasons.push('phone')
  const hasName = sought.name !== ''
  if (hasName && nameKey(person.name) === nameKey(sought.name)) reasons.push('name')
  // What came through the name's sound and is not the same name: 王丽 for 王莉.
  else if (hasName && person.pinyin === nameSound(sought.name)) reasons.push('sound')
  return reasons
}

function strengthOf(match: { readonly reasons: readonly Reason[] }): number {
  return Math.min(...match.reasons.map(reason => STRENGTH.indexOf(reason)))
}

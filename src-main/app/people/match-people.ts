import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import type { MatchReason } from '../../contract/people.ts'
import { tidyCertificate } from '../../domain/certificate.ts'
import { nameKey } from '../../domain/name-key.ts'
import {
  editDistance,
  lookAlike,
  mostDifferences,
  nearSounds,
  oneDifference,
  organisationCore,
} from '../../domain/name-likeness.ts'
import { checkPhone } from '../../domain/phone.ts'
import { nameSound, nameSyllables } from '../../store/folded-text.ts'
import { listFilesOf } from '../../store/person-files-store.ts'
import { countFilesOf, findLikelyPeople, findStandingPerson, type PersonRecord } from '../../store/person-store.ts'
import type { QueryContext } from '../context.ts'
import { historyOf, personCardOf } from './person-card.ts'

const MOST_MATCHES = 12
/** Of those that are alike only by a character that means nothing else, no more than these. */
const MOST_WEAK = 4
/** The surest first. */
const STRENGTH: readonly MatchReason[] = [
  'certificate',
  'phone',
  'near-certificate',
  'name',
  'sound',
  'look-alike',
  'near-sound',
  'similar',
]

type Sought = { readonly name: string; readonly certificateNumber: string; readonly phone: string }
type Why = { readonly reason: MatchReason; readonly explanation: string }
type Candidate = { readonly person: PersonRecord; readonly why: readonly Why[] }

/** Who the person at the desk may be, the surest match first, each with the reasons and everything the center did for them before. */
export async function matchPeople(ctx: QueryContext, input: ParsedInputOf<'people.match'>): Promise<OutputOf<'people.match'>> {
  const phone = checkPhone(input.phone)
  const sought = {
    name: input.name.trim(),
    certificateNumber: tidyCertificate(input.certificateNumber),
    // A number that is still being typed is nobody's yet.
    phone: phone.ok ? phone.normalised : '',
  }
  const candidates = await standing(ctx, await findLikelyPeople(ctx.db, sought), sought)
  const ranked = [...candidates].sort((a, b) => rankOf(a) - rankOf(b) || newestFirst(a, b))
  const weakest = STRENGTH.length - 1
  const weak = ranked.filter(one => rankOf(one) === weakest).slice(0, MOST_WEAK)
  const shown = [...ranked.filter(one => rankOf(one) < weakest), ...weak].slice(0, MOST_MATCHES)
  const ids = shown.map(one => one.person.id)
  const counts = await countFilesOf(ctx.db, ids)
  const files = await listFilesOf(ctx.db, ids)
  return shown.map(({ person, why }) => ({
    ...personCardOf(person),
    reasons: why.map(one => one.reason),
    explanations: why.map(one => one.explanation),
    consultations: counts.get(person.id)?.consultations ?? 0,
    applications: counts.get(person.id)?.applications ?? 0,
    cases: counts.get(person.id)?.cases ?? 0,
    history: historyOf(
      ctx.pack,
      files.filter(file => file.personId === person.id),
    ),
  }))
}

/** Entries that were merged away speak for the one that stands for them, with its own reasons and theirs. */
async function standing(ctx: QueryContext, people: readonly PersonRecord[], sought: Sought): Promise<Candidate[]> {
  const found = new Map<string, { person: PersonRecord; why: Why[] }>()
  for (const entry of people) {
    const why = reasonsFor(entry, sought)
    const person = entry.mergedInto === null ? entry : await findStandingPerson(ctx.db, entry.id)
    if (why.length === 0 || !person) continue
    const told =
      entry.mergedInto === null ? why : why.map(one => ({ ...one, explanation: `${one.explanation}（已并入的 ${entry.name}）` }))
    const known = found.get(person.id)
    const added = told.filter(one => !known?.why.some(other => other.reason === one.reason))
    found.set(person.id, { person, why: [...(known?.why ?? []), ...added].sort((a, b) => strength(a) - strength(b)) })
  }
  return [...found.values()]
}

function reasonsFor(person: PersonRecord, sought: Sought): Why[] {
  const found: Why[] = []
  const mine = sought.certificateNumber
  const theirs = person.certificateNumber ?? ''
  if (mine !== '' && theirs === mine) found.push({ reason: 'certificate', explanation: '证件号码一致' })
  else if (mine.length >= 15 && mine.length === theirs.length && editDistance(mine, theirs) === 1)
    found.push({ reason: 'near-certificate', explanation: '证件号码只差一位，或者相邻两位颠倒' })
  if (sought.phone !== '' && person.phone === sought.phone) found.push({ reason: 'phone', explanation: '联系电话一致' })
  const name = sought.name === '' ? null : nameReason(person, sought.name)
  if (name) found.push(name)
  return found.sort((a, b) => strength(a) - strength(b))
}

/** The surest way in which two names are alike, or null. */
function nameReason(person: PersonRecord, typed: string): Why | null {
  const [mine, theirs] = [nameKey(typed), nameKey(person.name)]
  if (mine === theirs) return { reason: 'name', explanation: '姓名相同' }
  const difference = oneDifference(mine, theirs)
  const where = difference && `第 ${difference.place} 字不同：${difference.mine}／${difference.theirs}`
  // What came through the name's sound and is not the same name: 王丽 for 王莉.
  if (person.pinyin === nameSound(typed)) return { reason: 'sound', explanation: `姓名同音${where ? `，${where}` : ''}` }
  if (difference && lookAlike(difference.mine, difference.theirs))
    return { reason: 'look-alike', explanation: `姓名形近，${where}` }
  if (nearSounds(nameSyllables(typed)).includes(person.pinyin))
    return { reason: 'near-sound', explanation: `姓名近音${where ? `，${where}` : ''}` }
  if (organisationCore(mine) === organisationCore(theirs) && Array.from(organisationCore(mine)).length > 3)
    return { reason: 'similar', explanation: '单位字号相同，后缀不同' }
  // Another surname is another family: alike only by sound or look, and that was asked above.
  const isSurname = difference?.place === 1 && Array.from(mine).length <= 4
  const distance = editDistance(mine, theirs)
  if (isSurname || distance > mostDifferences(mine)) return null
  return { reason: 'similar', explanation: where ? `姓名${where}` : `名称差 ${distance} 个字` }
}

function strength(why: Why): number {
  return STRENGTH.indexOf(why.reason)
}

/** The surest reason's place; two entries of the same place are in the order of how many reasons they have. */
function rankOf({ why }: Candidate): number {
  const [first] = why
  return first ? strength(first) : STRENGTH.length
}

function newestFirst(a: Candidate, b: Candidate): number {
  return b.why.length - a.why.length || (a.person.createdAt < b.person.createdAt ? 1 : -1)
}

import { type HardshipEntry, hardshipInput } from '../../contract/hardship.ts'
import { addDays, ageOn } from '../../domain/calendar-date.ts'
import type { CaseFacts, CaseFlag, MatterType } from '../../domain/case-facts.ts'
import { assessHardship, type HardshipAssessment } from '../../domain/hardship/assess.ts'
import type { RulePack } from '../../domain/rule-pack/rule-pack.ts'
import { inventPerson, type SamplePerson } from './sample-people.ts'
import { CLOSING_SUMMARIES, COMPANIES, type SampleSide, STORIES } from './sample-words.ts'
import type { SeededRandom } from './seeded-random.ts'

/** How far a practice case has come. */
export type SampleProgress =
  | 'deciding'
  | 'refused'
  | 'awaiting-assignment'
  | 'handling'
  | 'awaiting-papers'
  | 'reviewing-papers'
  | 'awaiting-volume'
  | 'sealed'

/** One practice case (练习案件) from the application on: invented facts, results by the domain's own rules. */
export type SampleCase = {
  readonly person: SamplePerson
  readonly categories: readonly string[]
  readonly matterType: MatterType
  readonly stage: string
  readonly cause: string
  readonly scope: string
  readonly aidForm: string
  readonly opponent: string
  readonly facts: string
  readonly hardshipInput: HardshipEntry
  readonly hardship: HardshipAssessment
  readonly receivedOn: string
  readonly decidedOn: string | null
  readonly assignedOn: string | null
  readonly closedOn: string | null
  readonly papersReceivedOn: string | null
  readonly papersReviewedOn: string | null
  readonly sealedOn: string | null
  readonly progress: SampleProgress
  readonly closing: {
    readonly mode: string
    readonly outcome: string
    readonly recoveredFen: number
    readonly hearings: number
    readonly complexity: 'ordinary' | 'complex'
    readonly summary: string
  }
}

const MATTERS: readonly { readonly matterType: MatterType; readonly weight: number; readonly aidForm: string }[] = [
  { matterType: 'civil', weight: 52, aidForm: 'civil-litigation' },
  { matterType: 'criminal', weight: 20, aidForm: 'criminal-defence' },
  { matterType: 'arbitration', weight: 16, aidForm: 'labour-arbitration' },
  { matterType: 'non-litigation', weight: 9, aidForm: 'non-litigation' },
  { matterType: 'administrative', weight: 3, aidForm: 'administrative-litigation' },
]

/** Invents the case whose application came on a day; `today` decides how far it can have come. */
export function inventCase(
  random: SeededRandom,
  pack: RulePack,
  place: { readonly regionCode: string; readonly countyName: string },
  receivedOn: string,
  today: string,
): SampleCase {
  const { matterType, aidForm } = pickMatter(random)
  const entry = pack.codes.matterTypes.find(one => one.code === matterType)
  if (!entry) throw new Error(`The rule pack has no matter type ${matterType}`)
  const person = inventPerson(random, place, receivedOn, matterType === 'criminal' ? 16 : 19)
  const causes = pack.codes.causes.filter(one => one.matterTypes.includes(matterType))
  const cause = random.pick(causes)
  const story = STORIES.find(one => one.causes.includes(cause.code)) ?? random.pick(STORIES.slice(-1))
  const money = (8 + random.whole(600)) * 100
  const hardshipEntry = inventHardship(random, pack, person, cause.code, receivedOn)
  const hardship = assessHardship(hardshipEntry, receivedOn, pack.hardship)
  const isRefused = hardship.outcome === 'not-met' || hardship.outcome === 'needs-person'
  const days = timeline(random, receivedOn, today, isRefused)
  const mode = random.pick(entry.closingModes.filter(one => one.code !== 'terminated'))
  const outcome = random.pick(entry.outcomes.filter(one => one.code !== 'none'))
  const isHeard = matterType !== 'non-litigation' && mode.code !== 'withdrawal'
  return {
    person,
    categories: categoriesOf(random, pack, person, receivedOn, cause.code),
    matterType,
    stage: random.chance(82)
      ? (entry.stages[matterType === 'criminal' ? random.whole(3) : 0]?.code ?? '')
      : random.pick(entry.stages).code,
    cause: cause.label,
    scope:
      cause.scope ??
      pack.codes.scopes.find(one => one.matterTypes.includes(matterType) && one.routes.includes('application'))?.code ??
      '',
    aidForm,
    opponent: matterType === 'criminal' ? '' : inventOpponent(random, place, story.side, receivedOn),
    facts: story.facts.replaceAll('{money}', String(money)).replaceAll('{year}', receivedOn.slice(0, 4)),
    hardshipInput: hardshipEntry,
    hardship,
    receivedOn,
    ...days,
    closing: {
      mode: mode.code,
      outcome: outcome.code,
      recoveredFen: matterType === 'criminal' || outcome.code === 'lost' ? 0 : money * 80,
      hearings: isHeard ? 1 + random.whole(2) : 0,
      complexity: random.chance(30) ? 'complex' : 'ordinary',
      summary: random.pick(CLOSING_SUMMARIES),
    },
  }
}

/** What the pack's rules may ask about a practice case. */
export function caseFactsOf(sample: SampleCase, isClosed: boolean): CaseFacts {
  const age = ageOn(sample.person.birthDate, sample.receivedOn)
  const flags: CaseFlag[] = [
    ...(age !== null && age < 18 ? (['minor-recipient'] as const) : []),
    ...(isClosed && sample.closing.hearings > 0 ? (['heard'] as const) : []),
  ]
  return {
    matterType: sample.matterType,
    stage: sample.stage,
    route: 'application',
    aidForms: [sample.aidForm],
    hardshipRoute: sample.hardshipInput.route,
    complexity: isClosed ? sample.closing.complexity : null,
    closingMode: isClosed ? sample.closing.mode : null,
    hearings: isClosed ? sample.closing.hearings : null,
    sentenceMonths: null,
    claimFen: null,
    flags,
  }
}

function inventOpponent(
  random: SeededRandom,
  place: { readonly regionCode: string; readonly countyName: string },
  side: SampleSide,
  onDay: string,
): string {
  if (side === 'company') return `${place.countyName.slice(-3)}${random.pick(COMPANIES)}`
  return inventPerson(random, place, onDay).name
}

function pickMatter(random: SeededRandom) {
  let left = random.whole(100)
  for (const matter of MATTERS) {
    left -= matter.weight
    if (left < 0) return matter
  }
  throw new Error('The weights of the matters do not add up to 100')
}

function inventHardship(
  random: SeededRandom,
  pack: RulePack,
  person: SamplePerson,
  cause: string,
  receivedOn: string,
): HardshipEntry {
  if (['wage', 'work-injury', 'economic-compensation'].includes(cause) || random.chance(20)) {
    const ground =
      cause === 'wage' || cause === 'work-injury'
        ? (pack.hardship.waivedGrounds[2] ?? random.pick(pack.hardship.waivedGrounds))
        : random.pick(pack.hardship.waivedGrounds)
    return { route: 'waived', ground: ground.code, proof: ground.proofs[0] ?? '相应证明材料', document: null }
  }
  if (cause === 'protection-order' || random.chance(4)) {
    const ground = pack.hardship.notApplicableGrounds[3] ?? random.pick(pack.hardship.notApplicableGrounds)
    return { route: 'not-applicable', ground: ground.code, proof: ground.proofs[0] ?? '相应证明材料', document: null }
  }
  const isPoor = random.chance(92)
  const income = (source: string, note: string) => [
    { source, note, amountFen: (isPoor ? 300 + random.whole(1_500) : 2_400 + random.whole(4_000)) * 100, months: 1 },
  ]
  const others = ['spouse', 'child'].filter(() => random.chance(55))
  const together = { livesTogether: true, sharesIncome: true }
  return hardshipInput.parse({
    route: 'check',
    opponentInFamily: false,
    registrationArea: 'rural',
    residenceArea: 'rural',
    proofWay: { way: 'declaration', isSigned: true, signedOn: receivedOn },
    members: [
      { name: person.name, relation: 'self', incomes: income('wages', '务农、零工') },
      ...others.map(relation =>
        relation === 'spouse'
          ? { name: '配偶', relation, ...together, incomes: income('wages', '务工') }
          : { name: '子女', relation, ...together, occupation: '在校学生', hasNoIncome: true },
      ),
    ],
  })
}

function categoriesOf(random: SeededRandom, pack: RulePack, person: SamplePerson, onDay: string, cause: string): string[] {
  const age = ageOn(person.birthDate, onDay) ?? 0
  const derived = pack.codes.personCategories.filter(({ derivation }) => {
    if (!derivation) return false
    if ('sex' in derivation) return derivation.sex === person.sex
    if ('ageFrom' in derivation) return age >= derivation.ageFrom
    return age < derivation.ageBelow
  })
  const own = [
    ...(['wage', 'work-injury', 'labour-relation', 'economic-compensation'].includes(cause) ? ['migrant-worker'] : []),
    ...(random.chance(9) ? ['disabled'] : []),
    ...(random.chance(12) ? ['minimum-living'] : []),
    ...(random.chance(40) ? ['rural'] : []),
  ]
  return [...new Set([...derived.map(one => one.code), ...own])]
}

/** The days on which each step was taken, as far as `today` lets them be; steps take about as long as in a real office. */
function timeline(random: SeededRandom, receivedOn: string, today: string, isRefused: boolean) {
  const reached = (day: string | null, after: number) => {
    if (day === null) return null
    const next = addDays(day, after)
    return next <= today ? next : null
  }
  const decidedOn = reached(receivedOn, 1 + random.whole(6))
  const assignedOn = isRefused ? null : reached(decidedOn, random.whole(3))
  const closedOn = reached(assignedOn, 35 + random.whole(140))
  const papersReceivedOn = reached(closedOn, 4 + random.whole(random.chance(8) ? 45 : 24))
  const papersReviewedOn = reached(papersReceivedOn, 2 + random.whole(12))
  const sealedOn = reached(papersReviewedOn, 10 + random.whole(50))
  const progress: SampleProgress =
    decidedOn === null
      ? 'deciding'
      : isRefused
        ? 'refused'
        : assignedOn === null
          ? 'awaiting-assignment'
          : closedOn === null
            ? 'handling'
            : papersReceivedOn === null
              ? 'awaiting-papers'
              : papersReviewedOn === null
                ? 'reviewing-papers'
                : sealedOn === null
                  ? 'awaiting-volume'
                  : 'sealed'
  return { decidedOn, assignedOn, closedOn, papersReceivedOn, papersReviewedOn, sealedOn, progress }
}

import { hardshipResult } from '../../contract/hardship.ts'
import { ageOn } from '../../domain/calendar-date.ts'
import { type CaseFacts, type CaseFlag, MATTER_TYPES, type MatterType, type Route } from '../../domain/case-facts.ts'
import type { RulePack } from '../../domain/rule-pack/rule-pack.ts'
import type { CaseRecord } from '../../store/case-store.ts'

/** Facts of a case that stand in other tables than its own. */
export type CaseBackground = {
  readonly assignments: readonly { readonly endedOn: string | null }[]
  readonly supplements: readonly unknown[]
}

/** What the pack's rules of assignment and subsidy may ask of a case, as far as the records answer it. */
export function caseFactsOf(record: CaseRecord, { assignments, supplements }: CaseBackground, pack: RulePack): CaseFacts {
  const { closing } = record
  const so: Partial<Record<CaseFlag, boolean>> = {
    'life-or-death': record.isLifeOrDeath || record.stage === DEATH_REVIEW,
    'minor-recipient': isMinor(record, pack),
    heard: (closing?.hearings ?? 0) > 0,
    terminated: closing?.closingMode === 'terminated',
    'handler-changed': assignments.some(one => one.endedOn !== null),
    supplemented: supplements.length > 0,
  }
  const ofCause = pack.codes.causes.find(one => one.label === record.cause)?.flags ?? []
  const ofScope = pack.codes.scopes.find(one => one.code === record.scope)?.flags ?? []
  const flags = new Set<CaseFlag>([...(Object.keys(so) as CaseFlag[]).filter(flag => so[flag]), ...ofCause, ...ofScope])
  return {
    matterType: matterTypeOf(record.matterType),
    stage: record.stage,
    route: record.noticeId === null ? routeOf(pack, record.scope) : 'notified',
    aidForms: record.aidForms,
    hardshipRoute: record.application ? hardshipRouteOf(record.application.hardshipResult) : null,
    complexity: closing?.complexity ?? null,
    closingMode: closing?.closingMode ?? null,
    hearings: closing?.hearings ?? null,
    sentenceMonths: null,
    claimFen: null,
    flags: [...flags],
  }
}

/** 死刑复核: the flag of life or death holds for it without a mark (办案程序规定 26). */
const DEATH_REVIEW = 'death-review'

function matterTypeOf(code: string): MatterType {
  const known = MATTER_TYPES.find(one => one === code)
  if (!known) throw new Error(`Unknown matter type ${code}`)
  return known
}

function hardshipRouteOf(json: string): NonNullable<CaseFacts['hardshipRoute']> {
  const { outcome } = hardshipResult.parse(JSON.parse(json))
  return outcome === 'waived' || outcome === 'not-applicable' ? outcome : 'check'
}

/** How a case came without a notice on record. A scope that the law opens only to notified cases (通知辩护、通知代理) says by which route the case came. */
function routeOf(pack: RulePack, scope: string): Route {
  const routes = pack.codes.scopes.find(one => one.code === scope)?.routes ?? ['application']
  return routes.includes('application') ? 'application' : 'notified'
}

/** Whether the recipient was a minor when applying: by the category ticked, or the age from which the pack derives it. */
function isMinor(record: CaseRecord, pack: RulePack): boolean {
  const { birthDate } = record.person
  const age = birthDate === null ? null : ageOn(birthDate, record.application?.receivedOn ?? record.openedOn)
  return pack.codes.personCategories.some(category => {
    const { derivation } = category
    if (!derivation || !('ageBelow' in derivation)) return false
    return record.categories.includes(category.code) || (age !== null && age < derivation.ageBelow)
  })
}

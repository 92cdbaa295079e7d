import type { OutputOf } from '../../../src-main/contract/index.ts'
import { wholeYears } from '../../../src-main/domain/calendar-date.ts'

export type Candidate = OutputOf<'cases.candidates'>[number]

/** A provider (承办机构) in the choice of a handler: how many of its handlers may be assigned, and what they handle now. */
export type ProviderChoice = {
  readonly id: string
  readonly name: string
  readonly handlers: number
  readonly allowed: number
  readonly openCases: number
}

/** The providers of the candidates, those with the fewest open cases first, then by name. */
export function providerChoices(candidates: readonly Candidate[]): readonly ProviderChoice[] {
  const byId = new Map<string, ProviderChoice>()
  for (const { handler, isAllowed } of candidates) {
    const id = handler.handler.providerId
    const before = byId.get(id) ?? { id, name: handler.providerName, handlers: 0, allowed: 0, openCases: 0 }
    byId.set(id, {
      ...before,
      handlers: before.handlers + 1,
      allowed: before.allowed + (isAllowed ? 1 : 0),
      openCases: before.openCases + handler.openCases,
    })
  }
  return [...byId.values()].toSorted((a, b) => a.openCases - b.openCases || a.name.localeCompare(b.name, 'zh-CN'))
}

/** Whole years of practice on a day; null when the first day of practice is not known or lies after it. */
export function practiceYears(since: string | null, day: string): number | null {
  return since === null || since > day ? null : wholeYears(since, day)
}

/** What the office has to look at before it assigns this handler: rules that only warn, and cases that stand against this one. */
export function cautions(candidate: Candidate): readonly string[] {
  return [...candidate.warnings.map(warning => `${warning.message}（${warning.clause ?? warning.rule}）`), ...candidate.conflicts]
}

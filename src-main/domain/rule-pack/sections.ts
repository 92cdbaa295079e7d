import type { Basis } from '../rule-basis.ts'
import { applicationSection } from './application-section.ts'
import { archiveSections } from './archive-sections.ts'
import { timeSection } from './desk-sections.ts'
import { frontDeskSection } from './front-desk-section.ts'
import { hardshipSection } from './hardship-section.ts'
import { assignmentSection, numberSection, subsidySection } from './office-sections.ts'
import { reportSection } from './report-section.ts'
import type { RulePack } from './rule-pack.ts'
import { codeSection, otherSections, scopeSection } from './word-sections.ts'

/** One rule in plain words: what it is about, what it says, and what it rests on (依据); null where a list rests on its group's. */
export type PackLine = { readonly key: string; readonly title: string; readonly text: string; readonly basis: Basis | null }
/** Rules that stand together. `note` says how they work on each other. */
export type PackGroup = { readonly title: string; readonly note?: string; readonly lines: readonly PackLine[] }
/** A chapter of the rule pack as people read it. */
export type PackSection = { readonly id: string; readonly title: string; readonly groups: readonly PackGroup[] }

/** The whole rule pack (规则包) as chapters in the order of the office's work. */
export function packSections(pack: RulePack): readonly PackSection[] {
  return [
    hardshipSection(pack),
    scopeSection(pack),
    frontDeskSection(pack),
    applicationSection(pack),
    timeSection(pack),
    numberSection(pack),
    assignmentSection(pack),
    subsidySection(pack),
    ...archiveSections(pack),
    reportSection(pack),
    codeSection(pack),
    ...otherSections(pack),
  ]
}

/** How many bases (依据) of a chapter still wait to be verified (待核实): confidence M or L. One that many rules share counts once. */
export function unverified(section: PackSection): number {
  const unsure = section.groups
    .flatMap(group => group.lines)
    .flatMap(line => (line.basis !== null && line.basis.confidence !== 'H' ? [JSON.stringify(line.basis)] : []))
  return new Set(unsure).size
}

/** The one basis that all rules of a group rest on, or null when they differ. */
export function sharedBasis(group: PackGroup): Basis | null {
  const [first, ...rest] = group.lines
  if (!first || first.basis === null || rest.length === 0) return null
  const words = JSON.stringify(first.basis)
  return rest.every(line => JSON.stringify(line.basis) === words) ? first.basis : null
}

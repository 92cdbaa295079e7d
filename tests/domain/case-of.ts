import type { CaseFacts } from '../../src-main/domain/case-facts.ts'

/** An ordinary civil case of first instance, changed where a test says so. */
export function caseOf(changes: Partial<CaseFacts> = {}): CaseFacts {
  return {
    matterType: 'civil',
    stage: 'first-instance',
    route: 'application',
    aidForms: ['civil-litigation'],
    hardshipRoute: 'check',
    complexity: 'ordinary',
    closingMode: 'judgment',
    hearings: 1,
    sentenceMonths: null,
    claimFen: null,
    flags: [],
    ...changes,
  }
}

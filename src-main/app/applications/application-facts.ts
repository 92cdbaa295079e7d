import type { ApplicationInput } from '../../contract/applications.ts'
import { type HardshipResult, hardshipResult } from '../../contract/hardship.ts'
import type { ApplicationFacts } from '../../store/application-store.ts'
import type { ApplicationTable } from '../../store/schema.ts'
import { storedHardship } from './assess-hardship.ts'

type Parts = { readonly materials: ApplicationInput['materials']; readonly categories: readonly string[] }

/** What a stored application says, in the form in which it was entered, with the assessment made of it. */
export function factsOf(row: ApplicationTable, parts: Parts): ApplicationFacts {
  const aidForms: string[] = JSON.parse(row.aid_forms)
  return {
    consultationId: row.consultation_id,
    receivedOn: row.received_on,
    personId: row.person_id,
    matterType: row.matter_type,
    stage: row.stage,
    cause: row.cause,
    scope: row.scope,
    aidForms,
    opponentName: row.opponent_name,
    agency: row.agency,
    facts: row.facts,
    hardship: storedHardship(row.hardship_input),
    materials: parts.materials,
    categories: parts.categories,
    assessment: assessmentOf(row),
  }
}

/** The hardship result (经济困难核查结果) as it was stored. */
export function assessmentOf(row: Pick<ApplicationTable, 'hardship_result'>): HardshipResult {
  return hardshipResult.parse(JSON.parse(row.hardship_result))
}

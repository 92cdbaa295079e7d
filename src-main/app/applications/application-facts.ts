import { custody, filling, OWN_APPLICATION, reading, representation } from '../../contract/application-parties.ts'
import type { ApplicationInput } from '../../contract/applications.ts'
import { type HardshipResult, hardshipResult } from '../../contract/hardship.ts'
import type { ApplicationFacts } from '../../store/application-store.ts'
import type { ApplicationTable } from '../../store/schema/applications.ts'
import { storedHardship } from './assess-hardship.ts'

type Parts = {
  readonly materials: ApplicationInput['materials']
  readonly categories: readonly string[]
  readonly parties: ApplicationFacts['parties']
}

/** What a stored application says, in the form in which it was entered, with the assessment made of it. */
export function factsOf(row: ApplicationTable, parts: Parts): ApplicationFacts {
  return {
    consultationId: row.consultation_id,
    receivedOn: row.received_on,
    personId: row.person_id,
    matterType: row.matter_type,
    stage: row.stage,
    cause: row.cause,
    scope: row.scope,
    ...appliedFor(row),
    opponentName: row.opponent_name,
    agency: row.agency,
    facts: row.facts,
    hardship: storedHardship(row.hardship_input),
    materials: parts.materials,
    parties: parts.parties,
    isGroup: row.is_group === 1,
    agencyNumber: row.agency_number,
    ...statementOf(row),
    categories: parts.categories,
    assessment: assessmentOf(row),
  }
}

/** The forms of aid (援助形式) that were applied for; what is proposed and decided may name them though they have been retired since. */
export function appliedFor(row: Pick<ApplicationTable, 'aid_forms'>): Pick<ApplicationFacts, 'aidForms'> {
  return { aidForms: JSON.parse(row.aid_forms) }
}

/** Who applied for whom, custody, and who filled in and read the form (代为申请、在押、代填、宣读), as stored. */
export function statementOf(row: Pick<ApplicationTable, 'representation' | 'custody' | 'filling' | 'reading'>) {
  return {
    representation: row.representation === null ? OWN_APPLICATION : representation.parse(JSON.parse(row.representation)),
    custody: row.custody === null ? null : custody.parse(JSON.parse(row.custody)),
    filling: row.filling === null ? null : filling.parse(JSON.parse(row.filling)),
    reading: row.reading === null ? null : reading.parse(JSON.parse(row.reading)),
  }
}

/** The hardship result (经济困难核查结果) as it was stored. */
export function assessmentOf(row: Pick<ApplicationTable, 'hardship_result'>): HardshipResult {
  return hardshipResult.parse(JSON.parse(row.hardship_result))
}

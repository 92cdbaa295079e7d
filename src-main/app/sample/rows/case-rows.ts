import { opponentKeyOf } from '../../../domain/name-key.ts'
import type { SampleCase } from '../sample-case.ts'
import { instantOf, type Rows, type SampleRows } from './sample-rows.ts'
import { addSubsidy } from './subsidy-rows.ts'
import { addConsultation, addPerson } from './visit-rows.ts'
import { addVolume } from './volume-rows.ts'

/** One case from the visit to as far as it has come; an application that is refused or not yet decided opens none. */
export function addCase(rows: SampleRows, sample: SampleCase): void {
  const personId = addPerson(rows, sample.person, sample.categories, sample.receivedOn)
  const consultationId = rows.setting.random.chance(70)
    ? addConsultation(rows, personId, sample.receivedOn, 'to-application', '', sample)
    : null
  const applicationId = addApplication(rows, sample, personId, consultationId)
  if (sample.decidedOn === null) return
  const isGranted = sample.progress !== 'refused'
  addDecision(rows, sample, applicationId, isGranted)
  if (!isGranted) return
  const caseId = addAidCase(rows, sample, applicationId, personId)
  if (sample.assignedOn === null) return
  const handler = addAssignment(rows, sample, caseId)
  if (sample.papersReviewedOn !== null) addSubsidy(rows, sample, caseId, handler)
  if (sample.sealedOn !== null) addVolume(rows, sample, caseId)
}

function addApplication(rows: SampleRows, sample: SampleCase, personId: string, consultationId: string | null): string {
  const { newId, clerk, inForce } = rows.setting
  const id = newId()
  const row: Rows['application'][number] = {
    id,
    number: '',
    consultation_id: consultationId,
    received_on: sample.receivedOn,
    person_id: personId,
    matter_type: sample.matterType,
    stage: sample.stage,
    cause: sample.cause,
    scope: sample.scope,
    aid_forms: JSON.stringify([sample.aidForm]),
    opponent_name: sample.opponent === '' ? null : sample.opponent,
    opponent_key: opponentKeyOf(sample.opponent),
    agency: agencyOf(sample),
    facts: sample.facts,
    hardship_input: JSON.stringify(sample.hardshipInput),
    hardship_result: JSON.stringify({ ...sample.hardship, packVersion: inForce.version }),
    hardship_outcome: sample.hardship.outcome,
    pack_version: inForce.version,
    status: sample.decidedOn === null ? 'deciding' : sample.progress === 'refused' ? 'refused' : 'granted',
    closed_on: sample.decidedOn,
    registered_by: clerk,
    registered_at: instantOf(sample.receivedOn, 3),
    version: sample.decidedOn === null ? 1 : 2,
  }
  rows.wish('application', sample.receivedOn, 'application', id, text => {
    row.number = text
  })
  rows.tables.application.push(row)
  for (const category of sample.categories) rows.tables.application_category.push({ application_id: id, category })
  for (const [index, name] of ['身份证复印件', '案件材料'].entries())
    rows.tables.application_material.push({ application_id: id, position: index + 1, name, copies: 1, is_original: 0 })
  return id
}

function addDecision(rows: SampleRows, sample: SampleCase, applicationId: string, isGranted: boolean): void {
  if (sample.decidedOn === null) return
  const { newId, director, inForce } = rows.setting
  const row: Rows['decision'][number] = {
    id: newId(),
    application_id: applicationId,
    outcome: isGranted ? 'granted' : 'refused',
    number: '',
    decided_on: sample.decidedOn,
    decided_by: director,
    aid_forms: JSON.stringify(isGranted ? [sample.aidForm] : []),
    refusal_reasons: JSON.stringify(isGranted ? [] : ['not-in-hardship']),
    opinion: isGranted ? '同意给予法律援助。' : '人均月收入高于本地经济困难标准。',
    pack_version: inForce.version,
    decided_at: instantOf(sample.decidedOn, 6),
    reviewed_by: null,
    last_day: null,
    days_late: 0,
    held_by: null,
    held_step: null,
    set_aside_on: null,
  }
  rows.wish(isGranted ? 'decision-grant' : 'decision-refusal', sample.decidedOn, 'application', applicationId, text => {
    row.number = text
  })
  rows.tables.decision.push(row)
}

function addAidCase(rows: SampleRows, sample: SampleCase, applicationId: string, personId: string): string {
  const { newId, clerk, inForce } = rows.setting
  const id = newId()
  const isClosed = sample.closedOn !== null
  const { closing } = sample
  const openedOn = sample.decidedOn ?? sample.receivedOn
  const row: Rows['aid_case'][number] = {
    id,
    number: '',
    door: 'application',
    application_id: applicationId,
    notice_id: null,
    parent_case_id: null,
    person_id: personId,
    opened_on: openedOn,
    matter_type: sample.matterType,
    stage: sample.stage,
    cause: sample.cause,
    scope: sample.scope,
    aid_forms: JSON.stringify([sample.aidForm]),
    opponent_name: sample.opponent === '' ? null : sample.opponent,
    opponent_key: opponentKeyOf(sample.opponent),
    agency: agencyOf(sample),
    facts: sample.facts,
    is_life_or_death: 0,
    status: sample.progress === 'deciding' || sample.progress === 'refused' ? 'awaiting-assignment' : sample.progress,
    closed_on: sample.closedOn,
    closing_basis: isClosed ? '收到法律文书之日' : null,
    closing_mode: isClosed ? closing.mode : null,
    outcome: isClosed ? closing.outcome : null,
    recovered_fen: isClosed ? closing.recoveredFen : null,
    persons_helped: isClosed ? 1 : null,
    hearings: isClosed ? closing.hearings : null,
    complexity: isClosed ? closing.complexity : null,
    closing_summary: isClosed ? closing.summary : null,
    closed_by: isClosed ? clerk : null,
    papers_received_on: sample.papersReceivedOn,
    papers_reviewed_on: sample.papersReviewedOn,
    pack_version: inForce.version,
    version: 1,
  }
  const kind = rows.setting.inForce.pack.codes.matterTypes.find(one => one.code === sample.matterType)?.numberWord ?? ''
  rows.wish(
    'case',
    openedOn,
    'case',
    id,
    text => {
      row.number = text
    },
    kind,
  )
  rows.tables.aid_case.push(row)
  for (const category of sample.categories) rows.tables.case_category.push({ case_id: id, category })
  return id
}

function addAssignment(rows: SampleRows, sample: SampleCase, caseId: string) {
  const { random, newId, office, clerk, inForce } = rows.setting
  const isDefence = sample.aidForm === 'criminal-defence'
  const handler = random.pick(
    office.handlers.filter(one => (isDefence ? one.kind === 'lawyer' : one.kind !== 'center-staff' || random.chance(10))),
  )
  const assignedOn = sample.assignedOn ?? sample.receivedOn
  const row: Rows['assignment'][number] = {
    id: newId(),
    case_id: caseId,
    provider_id: handler.provider_id,
    handler_id: handler.id,
    number: '',
    assigned_on: assignedOn,
    ended_on: null,
    end_reason: null,
    pack_version: inForce.version,
    assigned_by: clerk,
  }
  rows.wish('assignment', assignedOn, 'case', caseId, text => {
    row.number = text
  })
  rows.tables.assignment.push(row)
  return handler
}

/** The organ before which a practice matter stands. */
function agencyOf(sample: SampleCase): string | null {
  if (sample.matterType === 'non-litigation') return null
  return sample.matterType === 'arbitration' ? '蚌山区劳动人事争议仲裁委员会' : '蚌山区人民法院'
}

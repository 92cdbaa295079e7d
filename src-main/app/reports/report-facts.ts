import type { ReportFact } from '../../domain/report.ts'
import { caseRecipients, type JointPerson } from '../../domain/report-people.ts'
import { CLOSING_NOT_RECORDED } from '../../domain/rule-pack/report.ts'
import {
  listApplicationsTouching,
  listCasesTouching,
  listCoApplicantsOf,
  listConsultationsBetween,
  listSubsidiesTouching,
} from '../../store/report-store.ts'
import type { QueryContext } from '../context.ts'
import { shanghaiDay } from '../shanghai-time.ts'

const NOTHING = { people: [{ count: 1, categories: [] }], helped: null, recoveredFen: 0, subsidyFen: 0 } as const

/** Everything that a report of this period (calendar days, inclusive) may count under a pack, as plain facts. */
export async function loadReportFacts(
  { db, pack }: Pick<QueryContext, 'db' | 'pack'>,
  from: string,
  to: string,
): Promise<ReportFact[]> {
  const [consultations, applications, cases, subsidies] = await Promise.all([
    listConsultationsBetween(db, from, to),
    listApplicationsTouching(db, from, to),
    listCasesTouching(db, from, to),
    listSubsidiesTouching(db, from, to),
  ])
  const { countingRules: counting } = pack.report
  const isCounted = counting.jointPersons.counted
  const joint = new Map<string, JointPerson[]>()
  for (const { application_id, sex, birth_date, categories } of isCounted
    ? await listCoApplicantsOf(db, [...new Set(cases.flatMap(row => row.application_id ?? []))])
    : []) {
    const known = joint.get(application_id) ?? []
    joint.set(application_id, [...known, { sex, birthDate: birth_date, categories }])
  }
  return [
    ...consultations.map(
      (row): ReportFact => ({
        ...NOTHING,
        people: [{ count: row.persons, categories: [] }],
        kind: 'consultation',
        id: row.id,
        number: row.number,
        title: `${row.name}　${row.cause}`,
        days: { received: row.received_on },
        codes: { channel: [row.channel], matterType: [row.matter_type], consultationOutcome: [row.outcome] },
      }),
    ),
    ...applications.map(
      (row): ReportFact => ({
        ...NOTHING,
        kind: 'application',
        id: row.id,
        number: row.number,
        title: `${row.name}　${row.cause}`,
        days: {
          received: row.received_on,
          ...(row.decision_outcome === 'granted' && row.decided_on !== null ? { granted: row.decided_on } : {}),
          ...(row.decision_outcome === 'refused' && row.decided_on !== null ? { refused: row.decided_on } : {}),
          ...(row.status === 'withdrawn' && row.closed_on !== null ? { [endEvent(row.end_kind)]: row.closed_on } : {}),
          ...(row.objected_on === null ? {} : { objected: row.objected_on }),
          ...(row.corrected_on === null ? {} : { corrected: row.corrected_on }),
        },
        codes: {
          matterType: [row.matter_type],
          stage: [row.stage],
          scope: [row.scope],
          aidForm: codesIn(row.aid_forms),
          hardshipOutcome: [row.hardship_outcome],
          refusalReason: codesIn(row.refusal_reasons),
        },
      }),
    ),
    ...cases
      .filter(row => counting.importedCases.counted || row.door !== 'imported')
      .map(
        (row): ReportFact => ({
          kind: 'case',
          id: row.id,
          number: row.number,
          title: `${row.name}　${row.cause}`,
          days: {
            opened: row.opened_on,
            ...(row.closed_on === null ? {} : { closed: row.closed_on }),
            ...(row.sealed_at === null ? {} : { sealed: shanghaiDay(new Date(row.sealed_at)) }),
          },
          codes: {
            matterType: [row.matter_type],
            stage: [row.stage],
            scope: [row.scope],
            aidForm: codesIn(row.aid_forms),
            door: [row.door],
            hardshipOutcome: some(row.hardship_outcome),
            closingMode: some(row.closing_mode),
            outcome: some(row.outcome),
            handlerKind: some(row.handler_kind),
            providerKind: some(row.provider_kind),
            oldRecord: row.status === 'historic' && row.closed_on === null ? [CLOSING_NOT_RECORDED] : [],
          },
          people: caseRecipients(
            counting,
            pack.codes.personCategories,
            {
              applicant: row.categories,
              isGroup: row.is_group === 1,
              joint: joint.get(row.application_id ?? '') ?? [],
              helped: row.persons_helped,
            },
            row.opened_on,
          ),
          helped: isCounted ? row.persons_helped : null,
          recoveredFen: row.recovered_fen ?? 0,
          subsidyFen: 0,
        }),
      ),
    ...subsidies.map(
      (row): ReportFact => ({
        ...NOTHING,
        kind: 'subsidy',
        id: row.id,
        number: row.number,
        title: `${row.handler_name}　${row.case_number}`,
        days: {
          ...(row.approved_on === null ? {} : { approved: row.approved_on }),
          ...(row.paid_on === null ? {} : { paid: row.paid_on }),
        },
        codes: {
          matterType: [row.matter_type],
          stage: [row.stage],
          handlerKind: [row.handler_kind],
          providerKind: [row.provider_kind],
        },
        subsidyFen: row.total_fen,
      }),
    ),
  ]
}

/** Passed on to whoever is competent (移送、告知另行处理), or given up by the applicant (撤回、视为撤回). */
function endEvent(kind: string | null): 'handed-on' | 'withdrawn' {
  return kind === 'handed-over' || kind === 'not-ours' ? 'handed-on' : 'withdrawn'
}

function codesIn(stored: string | null): string[] {
  return stored === null ? [] : JSON.parse(stored)
}

function some(code: string | null): string[] {
  return code === null ? [] : [code]
}

import type { ReportFact } from '../../domain/report.ts'
import {
  listApplicationsTouching,
  listCasesTouching,
  listConsultationsBetween,
  listSubsidiesTouching,
} from '../../store/report-store.ts'
import type { QueryContext } from '../context.ts'
import { shanghaiDay } from '../shanghai-time.ts'

const NOTHING = { persons: 1, recoveredFen: 0, subsidyFen: 0 } as const

/** Everything that a report of this period (calendar days, inclusive) may count, as plain facts. */
export async function loadReportFacts(db: QueryContext['db'], from: string, to: string): Promise<ReportFact[]> {
  const [consultations, applications, cases, subsidies] = await Promise.all([
    listConsultationsBetween(db, from, to),
    listApplicationsTouching(db, from, to),
    listCasesTouching(db, from, to),
    listSubsidiesTouching(db, from, to),
  ])
  return [
    ...consultations.map(
      (row): ReportFact => ({
        ...NOTHING,
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
          ...(row.status === 'withdrawn' && row.closed_on !== null ? { withdrawn: row.closed_on } : {}),
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
    ...cases.map(
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
          personCategory: row.categories,
          closingMode: some(row.closing_mode),
          outcome: some(row.outcome),
          handlerKind: some(row.handler_kind),
          providerKind: some(row.provider_kind),
        },
        persons: row.persons_helped ?? 1,
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

function codesIn(stored: string | null): string[] {
  return stored === null ? [] : JSON.parse(stored)
}

function some(code: string | null): string[] {
  return code === null ? [] : [code]
}

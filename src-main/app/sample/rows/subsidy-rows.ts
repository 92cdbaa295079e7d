import { addDays } from '../../../domain/calendar-date.ts'
import { computeSubsidy } from '../../../domain/subsidy.ts'
import { capitalAmount } from '../../../papers/capital-amount.ts'
import { caseFactsOf, type SampleCase } from '../sample-case.ts'
import type { SampleOffice } from '../sample-office.ts'
import { instantOf, type Rows, type SampleRows } from './sample-rows.ts'

/** The subsidy sheet (补贴核算表) of a case whose papers were accepted, as the pack computes it. */
export function addSubsidy(
  rows: SampleRows,
  sample: SampleCase,
  caseId: string,
  handler: SampleOffice['handlers'][number],
): void {
  const { newId, clerk, director, inForce, random } = rows.setting
  if (sample.closedOn === null || sample.papersReviewedOn === null) return
  const directCosts = random.chance(35)
    ? [{ kind: 'travel', description: '往返法院', amountFen: (20 + random.whole(180)) * 100, vouchers: 2 }]
    : []
  const question = {
    facts: caseFactsOf(sample, true),
    closedOn: sample.closedOn,
    handler: { kind: handler.kind, isPublicEmployee: handler.is_public_employee === 1 },
    chosenFen: null,
    recipients: 1,
    qualityGrade: null,
    chosenShares: {},
    directCosts,
  }
  const tables = inForce.pack.subsidyTables
  const first = computeSubsidy(question, tables)
  const chosenFen = !first.isPayable && first.tier?.maxFen ? first.tier.minFen : null
  const result = chosenFen === null ? first : computeSubsidy({ ...question, chosenFen }, tables)
  if (!result.isPayable || result.tier === null) return
  const id = newId()
  const isApproved = sample.sealedOn !== null || random.chance(60)
  const preparedOn = sample.papersReviewedOn
  const row: Rows['subsidy_sheet'][number] = {
    id,
    number: '',
    case_id: caseId,
    handler_id: handler.id,
    input: JSON.stringify({ caseId, chosenFen, directCosts }),
    computation: JSON.stringify({
      ...result,
      lines: result.lines.map(({ id: _, ...line }) => line),
      totalInCapitals: capitalAmount(result.totalFen),
      packVersion: inForce.version,
    }),
    tier_label: result.tier.label,
    total_fen: result.totalFen,
    pack_version: inForce.version,
    status: isApproved ? 'approved' : 'awaiting-approval',
    prepared_by: clerk,
    prepared_at: instantOf(preparedOn, 4),
    approved_by: isApproved ? director : null,
    approved_at: isApproved ? instantOf(preparedOn, 7) : null,
    approved_on: isApproved ? preparedOn : null,
    times_returned: 0,
    payment_list_id: null,
    version: isApproved ? 2 : 1,
  }
  rows.wish('subsidy', preparedOn, 'subsidy', id, text => {
    row.number = text
  })
  rows.tables.subsidy_sheet.push(row)
  addAct(rows, id, 'prepared', preparedOn)
  if (isApproved) addAct(rows, id, 'approved', preparedOn)
}

/** A payment list at the end of each month for the sheets approved in it. */
export function addPaymentLists(rows: SampleRows, today: string): void {
  const months = new Map<string, Rows['subsidy_sheet']>()
  for (const sheet of rows.tables.subsidy_sheet) {
    if (sheet.approved_on === null || sheet.approved_on === undefined) continue
    const month = sheet.approved_on.slice(0, 7)
    if (month >= today.slice(0, 7)) continue
    const list = months.get(month)
    if (list) list.push(sheet)
    else months.set(month, [sheet])
  }
  for (const [month, sheets] of months) {
    const day = `${month}-28`
    const id = rows.setting.newId()
    const row: Rows['payment_list'][number] = {
      id,
      number: '',
      made_on: day,
      made_by: rows.setting.clerk,
      total_fen: sum(sheets),
      paid_on: addDays(day, 3),
      receipt: `回单${month.replace('-', '')}`,
      version: 2,
    }
    rows.wish('payment-list', day, 'payment-list', id, text => {
      row.number = text
    })
    rows.tables.payment_list.push(row)
    for (const sheet of sheets) {
      sheet.status = 'paid'
      sheet.payment_list_id = id
      addAct(rows, sheet.id, 'listed', day)
      addAct(rows, sheet.id, 'paid', addDays(day, 3))
    }
  }
}

function addAct(rows: SampleRows, subsidyId: string, act: 'prepared' | 'approved' | 'listed' | 'paid', day: string): void {
  const { newId, clerk, director } = rows.setting
  const hour = { prepared: 4, approved: 7, listed: 8, paid: 9 }[act]
  rows.tables.subsidy_act.push({
    id: newId(),
    subsidy_id: subsidyId,
    act,
    opinion: '',
    acted_by: act === 'approved' ? director : clerk,
    acted_at: instantOf(day, hour),
  })
}

function sum(sheets: readonly { readonly total_fen: number }[]): number {
  return sheets.reduce((total, sheet) => total + sheet.total_fen, 0)
}

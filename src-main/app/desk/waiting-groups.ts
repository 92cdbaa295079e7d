import { type HardshipResult, hardshipResult } from '../../contract/hardship.ts'
import type { OutputOf } from '../../contract/index.ts'
import { dayOfInstant } from '../../domain/calendar-date.ts'
import type { RulePack } from '../../domain/rule-pack/rule-pack.ts'
import { listDeciding, listOwedCases, listWaitingSubsidies } from '../../store/desk-store.ts'
import { listReviewCourses, NEW_COURSE } from '../../store/review-course-store.ts'
import { currentClock } from '../cases/case-clocks.ts'
import { type CancelledClocks, cancelledClocks } from '../clocks/cancelled-clocks.ts'
import { applicationClock } from '../clocks/clock-view.ts'
import type { QueryContext } from '../context.ts'
import { labelOf } from '../papers/wording.ts'
import { incomingRows, lapsedSupplementRows, objectionRows, urgentPaperRows } from './review-rows.ts'

type Group = OutputOf<'desk.today'>['groups'][number]
type Row = Group['rows'][number]
type OwedCase = Awaited<ReturnType<typeof listOwedCases>>[number]

const SNIPPET = 24
const HARDSHIP_WORDS = {
  met: '符合',
  'not-met': '不符合',
  waived: '免予核查',
  'not-applicable': '不适用',
  'needs-person': '须人工核查',
} as const

/** What waits for this person: each role sees the steps it owes, and everyone sees what is late. */
export async function waitingGroups(ctx: QueryContext): Promise<Group[]> {
  const has = (role: QueryContext['actor']['roles'][number]) => ctx.actor.roles.includes(role)
  const [decisions, owed, subsidies, lapsed, objections, owedPapers, letters] = await Promise.all([
    decisionRows(ctx),
    listOwedCases(ctx.db),
    subsidyRows(ctx, has('director')),
    lapsedSupplementRows(ctx),
    objectionRows(ctx),
    urgentPaperRows(ctx),
    incomingRows(ctx),
  ])
  const cancelled = await cancelledClocks(
    ctx,
    'case',
    owed.map(one => one.id),
  )
  const owedBy = (status: OwedCase['status']) =>
    nearestFirst(owed.filter(one => one.status === status).map(one => caseRow(ctx, one, cancelled)))
  const assigning = owedBy('awaiting-assignment')
  const reviewing = owedBy('reviewing-papers')
  const handedIn = owedBy('awaiting-papers')
  return [
    ...(has('director') || has('clerk')
      ? [{ id: 'decisions', title: '待决定', explanation: '收到申请起算，补正和异地协作的时间不计', rows: decisions }]
      : []),
    ...(has('director') || has('clerk')
      ? [
          { id: 'lapsed-supplements', title: '补正期满', explanation: '期满没有补齐，可以视为撤回', rows: lapsed },
          { id: 'objections', title: '异议审查', explanation: '司法局收到异议起算', rows: objections },
          { id: 'urgent-papers', title: '先行提供待补办', explanation: ctx.pack.procedure.urgent.consequence, rows: owedPapers },
          { id: 'incoming-cooperation', title: '来函协查', explanation: '不能协作的书面说明', rows: letters },
        ].filter(group => group.rows.length > 0)
      : []),
    ...(has('director') || has('clerk')
      ? [{ id: 'assignments', title: '待指派', explanation: '给予决定后及时指派承办机构', rows: assigning }]
      : []),
    ...(has('director') || has('clerk')
      ? [
          {
            id: 'subsidies',
            title: has('director') ? '待批补贴' : '退回补贴',
            explanation: '制表人不能批准自己的表',
            rows: subsidies,
          },
        ]
      : []),
    ...(has('clerk') || has('archivist')
      ? [{ id: 'papers-review', title: '待审核', explanation: '承办人已交卷，审核齐全后付补贴', rows: reviewing }]
      : []),
    ...(has('archivist')
      ? [{ id: 'volumes', title: '待整理', explanation: '一案一卷，封卷后不能改', rows: owedBy('awaiting-volume') }]
      : []),
    {
      id: 'late-papers',
      title: '超期未交卷',
      explanation: '超期不能删除，只能办结或写明原因',
      rows: handedIn.filter(row => row.clock?.state === 'overdue'),
    },
  ]
}

async function decisionRows(ctx: QueryContext): Promise<Row[]> {
  const rows = await listDeciding(ctx.db)
  const cancelled = await cancelledClocks(
    ctx,
    'application',
    rows.map(row => row.id),
  )
  const courses = await listReviewCourses(
    ctx.db,
    rows.map(row => row.id),
  )
  return nearestFirst(
    rows.map(row => {
      const hardship: HardshipResult = hardshipResult.parse(JSON.parse(row.hardship_result))
      const aidForms: string[] = JSON.parse(row.aid_forms)
      return {
        kind: 'decision' as const,
        id: row.id,
        openPath: `/applications/${row.id}`,
        name: row.name,
        nameDetail: `${matterLabel(ctx.pack, row.matter_type)}・${row.cause}`,
        title: aidForms.map(code => labelOf(ctx.pack.codes.aidForms, code)).join('、'),
        titleDetail: shortened(row.facts),
        state: row.status === 'supplementing' ? '待补正' : HARDSHIP_WORDS[hardship.outcome],
        stateKind: row.status === 'supplementing' ? ('attention' as const) : hardship.outcome,
        date: `${row.received_on.slice(5)} 收到`,
        amountFen: null,
        clock: applicationClock(ctx, { ...row, closed_on: null }, courses.get(row.id) ?? NEW_COURSE, cancelled),
      }
    }),
  )
}

function caseRow(ctx: QueryContext, row: OwedCase, cancelled: CancelledClocks): Row {
  const clock = currentClock(
    ctx,
    {
      id: row.id,
      status: row.status,
      openedOn: row.opened_on,
      door: row.door,
      closedOn: row.closed_on,
      papersReceivedOn: row.papers_received_on,
      papersReturnedOn: row.papers_returned_on,
      packVersion: row.pack_version,
    },
    cancelled,
  )
  const base = {
    id: row.id,
    openPath: `/cases/${row.id}`,
    name: row.name,
    nameDetail: `${matterLabel(ctx.pack, row.matter_type)}・${row.cause}`,
    title: row.number,
    titleDetail: [row.provider_name, row.handler_name].filter(Boolean).join('　'),
    stateKind: 'plain' as const,
    amountFen: null,
  }
  switch (row.status) {
    case 'awaiting-assignment':
      return {
        ...base,
        kind: 'assignment',
        state: '尚未指派承办机构',
        date: `${row.opened_on.slice(5)} ${row.door === 'application' ? '决定' : '立案'}`,
        clock,
      }
    case 'awaiting-papers':
      return {
        ...base,
        kind: 'closing-papers',
        state: '结案材料未交',
        date: dayLabel(row.closed_on, '结案'),
        clock,
      }
    case 'reviewing-papers':
      return {
        ...base,
        kind: 'papers-review',
        state: '结案材料待审核',
        date: dayLabel(row.papers_received_on, '交卷'),
        clock,
      }
    default:
      return {
        ...base,
        kind: 'volume',
        openPath: '/archives',
        state: '结案材料齐全，可以立卷',
        date: dayLabel(row.papers_reviewed_on, '审核'),
        clock: null,
      }
  }
}

async function subsidyRows(ctx: QueryContext, approves: boolean): Promise<Row[]> {
  const rows = await listWaitingSubsidies(ctx.db)
  return rows
    .filter(row =>
      approves ? row.status === 'awaiting-approval' : row.status === 'returned' && row.prepared_by === ctx.actor.userId,
    )
    .map(row => ({
      kind: 'subsidy' as const,
      id: row.id,
      openPath: `/subsidies/${row.id}`,
      name: row.handler_name,
      nameDetail: row.provider_name,
      title: row.case_number,
      titleDetail: row.cause,
      state: row.times_returned > 0 ? `退回后重报　第 ${row.times_returned + 1} 次` : row.tier_label,
      stateKind: row.times_returned > 0 ? ('attention' as const) : ('plain' as const),
      date: `${row.preparer_name} 制表　${dayOfInstant(row.prepared_at).slice(5)}`,
      amountFen: row.total_fen,
      clock: null,
    }))
}

function dayLabel(day: string | null, what: string): string {
  return day === null ? '' : `${day.slice(5)} ${what}`
}

function nearestFirst(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (a.clock?.lastDay ?? '9999').localeCompare(b.clock?.lastDay ?? '9999'))
}

function matterLabel(pack: RulePack, code: string): string {
  return labelOf(pack.codes.matterTypes, code)
}

function shortened(text: string): string {
  return text.length > SNIPPET ? `${text.slice(0, SNIPPET)}…` : text
}

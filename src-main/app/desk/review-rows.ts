import type { OutputOf } from '../../contract/index.ts'
import { daysBetween } from '../../domain/calendar-date.ts'
import { listIncoming } from '../../store/cooperation-store.ts'
import { listLapsedSupplements } from '../../store/desk-store.ts'
import { listOpenObjections } from '../../store/objection-store.ts'
import { listOwedUrgentPapers } from '../../store/urgent-aid-store.ts'
import { clockView, packOfRow } from '../clocks/clock-view.ts'
import type { QueryContext } from '../context.ts'
import { labelOf } from '../papers/wording.ts'

type Row = OutputOf<'desk.today'>['groups'][number]['rows'][number]

/** Most rows that a group of the desk shows. */
const MOST_ROWS = 200

/** Applications whose missing material did not come by its last day (补正期满): they may be deemed withdrawn. */
export async function lapsedSupplementRows(ctx: QueryContext): Promise<Row[]> {
  return (await listLapsedSupplements(ctx.db, ctx.today)).map(row => ({
    ...plainRow(ctx, row),
    kind: 'lapsed-supplement' as const,
    title: row.number,
    titleDetail: (JSON.parse(row.missing) as string[]).join('、'),
    state: '期满未补齐，可视为撤回',
    stateKind: 'attention' as const,
    date: `${row.due_on?.slice(5)} 期满`,
  }))
}

/** Objections (异议) that the bureau has not answered. */
export async function objectionRows(ctx: QueryContext): Promise<Row[]> {
  return (await listOpenObjections(ctx.db, MOST_ROWS)).map(row => ({
    ...plainRow(ctx, row),
    kind: 'objection' as const,
    title: row.number,
    titleDetail: '等司法局审查决定',
    state: '异议审查中',
    stateKind: 'plain' as const,
    date: `${row.bureau_received_on.slice(5)} 司法局收到`,
    clock: clockView(ctx, {
      limit: 'objection-decision',
      pack: packOfRow(ctx, row.pack_version),
      startedOn: row.bureau_received_on,
      doneOn: null,
    }),
  }))
}

/** Prior aid (先行提供) whose papers have not all come. */
export async function urgentPaperRows(ctx: QueryContext): Promise<Row[]> {
  return (await listOwedUrgentPapers(ctx.db, MOST_ROWS)).map(row => ({
    ...plainRow(ctx, row),
    kind: 'urgent-papers' as const,
    title: row.case_number,
    titleDetail: `还缺 ${row.owed} 种`,
    ...dueState(ctx.today, row.due_on, '待补办'),
    date: `${row.due_on.slice(5)} 前`,
  }))
}

/** Requests of other centers (来函协查) without an answer. */
export async function incomingRows(ctx: QueryContext): Promise<Row[]> {
  return (await listIncoming(ctx.db))
    .filter(row => row.answered_on === null)
    .map(row => ({
      kind: 'incoming-cooperation' as const,
      id: row.id,
      openPath: '/applications/cooperation',
      name: row.from_center,
      nameDetail: row.letter_number ?? '',
      title: row.number,
      titleDetail: row.about,
      ...dueState(ctx.today, row.due_on, '待答复'),
      date: row.due_on === null ? `${row.received_on.slice(5)} 收到` : `${row.due_on.slice(5)} 前`,
      amountFen: null,
      clock: null,
    }))
}

function dueState(today: string, dueOn: string | null, word: string): Pick<Row, 'state' | 'stateKind' | 'due'> {
  const late = dueOn === null ? 0 : daysBetween(dueOn, today)
  if (late > 0) return { state: `逾期 ${late} 日`, stateKind: 'attention', due: 'overdue' }
  return { state: word, stateKind: 'plain', ...(dueOn === today ? { due: 'due-today' as const } : {}) }
}

function plainRow(
  ctx: QueryContext,
  row: { readonly id: string; readonly name: string; readonly matter_type: string; readonly cause: string },
) {
  return {
    id: row.id,
    openPath: `/applications/${row.id}`,
    name: row.name,
    nameDetail: `${labelOf(ctx.pack.codes.matterTypes, row.matter_type)}・${row.cause}`,
    amountFen: null,
    clock: null,
  }
}

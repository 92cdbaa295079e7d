import type { NoticeInput } from '../../contract/notices.ts'
import { findNotice, listNotices, noticeFactsOf } from '../../store/notice-store.ts'
import { findPerson } from '../../store/person-store.ts'
import { clockView, packOfRow } from '../clocks/clock-view.ts'
import { command, type HandlersOf, type QueryContext, query } from '../context.ts'
import { personCardOf } from '../people/person-card.ts'
import { maskedParticularsOf } from '../people/save-person.ts'
import { notFound } from '../refusal.ts'
import { acceptNotice, returnNotice } from './accept-notice.ts'
import { changeNotice, tellOrgan } from './change-notice.ts'

/** Notices of courts, procuratorates and police (通知辩护、通知代理), the second door of the center. */
export const noticeHandlers: HandlersOf<'notices'> = {
  'notices.accept': command(acceptNotice),
  'notices.return': command(returnNotice),
  'notices.update': command(changeNotice),
  'notices.tellOrgan': command(tellOrgan),
  'notices.get': query(async (ctx, { id }) => {
    const row = await findNotice(ctx.db, id)
    const person = row && (await findPerson(ctx.db, row.person_id))
    if (!row || !person) throw notFound('通知书')
    const { personId, categories, ...facts } = noticeFactsOf(row)
    const notice: NoticeInput = { ...facts, personId, person: { ...maskedParticularsOf(person), categories: [...categories] } }
    return {
      id,
      number: row.number,
      notice,
      person: personCardOf(person),
      status: row.status,
      returned:
        row.return_reason === null || row.returned_on === null
          ? null
          : { reason: row.return_reason, explanation: row.return_explanation ?? '', returnedOn: row.returned_on },
      case:
        row.case_id === null || row.case_number === null || row.case_status === null
          ? null
          : { id: row.case_id, number: row.case_number, status: row.case_status, handlerName: row.handler_name },
      clock: noticeClock(ctx, row),
      told:
        row.told_on === null || row.told_way === null
          ? null
          : { toldOn: row.told_on, way: row.told_way, note: row.told_note ?? '' },
      registeredBy: row.registrar_name,
      registeredAt: row.registered_at,
      version: row.version,
    }
  }),
  'notices.list': query(async (ctx, filter) => {
    const { rows, total } = await listNotices(ctx.db, filter)
    return {
      rows: rows.map(row => ({
        id: row.id,
        number: row.number,
        kind: row.kind,
        organName: row.organ_name,
        organNumber: row.organ_number,
        receivedOn: row.received_on,
        personId: row.person_id,
        personName: row.person_name,
        stage: row.stage,
        cause: row.cause,
        scope: row.scope,
        hearingOn: row.hearing_on,
        status: row.status,
        caseId: row.case_id,
        caseNumber: row.case_number,
        clock: noticeClock(ctx, row),
        toldOn: row.told_on,
        version: row.version,
      })),
      total,
    }
  }),
}

/** The three days to assign (指派期限) from the day of receipt, until somebody was assigned. */
function noticeClock(
  ctx: QueryContext,
  row: {
    readonly status: string
    readonly received_on: string
    readonly assigned_on: string | null
    readonly pack_version: string
  },
) {
  if (row.status === 'returned') return null
  const pack = packOfRow(ctx, row.pack_version)
  return clockView(ctx, { limit: 'notified-assignment', pack, startedOn: row.received_on, doneOn: row.assigned_on })
}

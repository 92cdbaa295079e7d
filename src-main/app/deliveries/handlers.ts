import { dayOfInstant } from '../../domain/calendar-date.ts'
import { listDecisions } from '../../store/decision-store.ts'
import { insertDelivery } from '../../store/delivery-store.ts'
import { findPaper } from '../../store/paper-store.ts'
import { command, type HandlersOf, query } from '../context.ts'
import { FieldProblems } from '../field-problems.ts'
import { notFound, ruleRefusal } from '../refusal.ts'
import { listMatterDeliveries } from './list-deliveries.ts'

/** Deliveries (送达): which paper reached whom, how and when. */
export const deliveryHandlers: HandlersOf<'deliveries'> = {
  'deliveries.record': command(async (ctx, input) => {
    const paper = await findPaper(ctx.db, input.paperId)
    if (!paper) throw notFound('文书')
    if (!DELIVERABLE.has(paper.subject_kind)) throw ruleRefusal('paper-not-delivered', `《${paper.title}》不是送达的文书`, null)
    const problems = new FieldProblems()
    const way = problems.entryOf(ctx.pack.codes.deliveryWays, input.way, ['way'], '送达方式')
    problems.note(input.deliveredOn > ctx.today, ['deliveredOn'], '送达日期不能晚于今天')
    // A decision written back to its true day may have been delivered before it was entered here, but never before it was made.
    const decision = (await listDecisions(ctx.db, paper.subject_id)).find(one => one.number === paper.number)
    const earliest = decision?.decided_on ?? dayOfInstant(paper.issued_at)
    problems.note(input.deliveredOn < earliest, ['deliveredOn'], `送达日期不能早于文书日期 ${earliest}`)
    problems.note(way?.needs === 'signature' && input.signedBy === null, ['signedBy'], '请填写签收人')
    problems.note(way?.needs === 'tracking' && input.trackingNumber === null, ['trackingNumber'], '请填写邮件号码')
    problems.note(way?.needs === 'witness' && input.witness === null, ['witness'], '留置送达请填写见证人')
    problems.note(way?.needs === 'witness' && input.remark === null, ['remark'], '留置送达请写明情况')
    problems.refuseIfAny()
    const id = ctx.newId()
    await insertDelivery(ctx.trx, {
      id,
      paper_id: paper.id,
      subject_kind: paper.subject_kind,
      subject_id: paper.subject_id,
      addressee: input.addressee,
      way: input.way,
      place: input.place,
      delivered_on: input.deliveredOn,
      signed_by: input.signedBy,
      relation: input.relation,
      tracking_number: input.trackingNumber,
      witness: input.witness,
      remark: input.remark,
      recorded_by: ctx.actor.userId,
      recorded_at: ctx.now,
    })
    await ctx.audit({
      subjectKind: paper.subject_kind,
      subjectId: paper.subject_id,
      summary: `送达《${paper.title}》${paper.number ?? ''}（${way?.label}，${input.addressee}）`,
      after: { paper: paper.id, ...input },
    })
    return { id }
  }),
  'deliveries.list': query(listMatterDeliveries),
}

/** Papers of these are sent to people; reports, lists and volumes are not. */
const DELIVERABLE: ReadonlySet<string> = new Set(['application', 'case', 'cooperation', 'objection'])

import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { listCooperations } from '../../store/cooperation-store.ts'
import { listDeliveries } from '../../store/delivery-store.ts'
import { findEnding } from '../../store/ending-store.ts'
import { listObjections } from '../../store/objection-store.ts'
import { findApplicationFacts, findCaseFacts, listPapers } from '../../store/paper-store.ts'
import type { QueryContext } from '../context.ts'
import { notFound } from '../refusal.ts'

/** A subject whose papers are sent, and to whom they go as a rule. */
type Sender = { readonly kind: string; readonly id: string; readonly addressee: string; readonly place: string | null }
type IssuedPaper = Awaited<ReturnType<typeof listPapers>>[number]

/** What a matter has to deliver (送达), the newest paper first, and what was delivered. */
export async function listMatterDeliveries(
  { db }: QueryContext,
  { subject }: ParsedInputOf<'deliveries.list'>,
): Promise<OutputOf<'deliveries.list'>> {
  const senders = await sendersOf(db, subject)
  const issued = (await Promise.all(senders.map(one => listPapers(db, one.kind, one.id)))).flat()
  const deliveries = (await Promise.all(senders.map(one => listDeliveries(db, one.kind, one.id)))).flat()
  const papers = toDeliver(issued).map(paper => {
    const sender = senders.find(one => one.id === paper.subject_id)
    return {
      id: paper.id,
      title: paper.title,
      number: paper.number ?? '',
      addressee: sender?.addressee ?? '',
      place: sender?.place ?? null,
      timesDelivered: deliveries.filter(one => one.paper_form === paper.form && one.paper_number === paper.number).length,
    }
  })
  return {
    papers,
    deliveries: await Promise.all(
      deliveries
        .toSorted((left, right) => right.delivered_on.localeCompare(left.delivered_on))
        .map(async row => ({
          id: row.id,
          paperId: row.paper_id,
          paperTitle: row.paper_title,
          paperNumber: row.paper_number,
          addressee: row.addressee,
          way: row.way,
          place: row.place,
          deliveredOn: row.delivered_on,
          signedBy: row.signed_by,
          relation: row.relation,
          trackingNumber: row.tracking_number,
          witness: row.witness,
          remark: row.remark,
          recordedBy: row.recorder_name,
          receiptPaperId: (await listPapers(db, 'delivery', row.id)).at(-1)?.id ?? null,
        })),
    ),
  }
}

async function sendersOf(db: QueryContext['db'], { kind, id }: Pick<Sender, 'kind' | 'id'>): Promise<readonly Sender[]> {
  if (kind === 'case') {
    const facts = await findCaseFacts(db, id)
    if (!facts) throw notFound('案件')
    const before = facts.application_id === null ? [] : await sendersOf(db, { kind: 'application', id: facts.application_id })
    return [{ kind, id, addressee: facts.provider_name ?? '', place: null }, ...before]
  }
  const facts = await findApplicationFacts(db, id)
  if (!facts) throw notFound('申请')
  const ending = await findEnding(db, id)
  const isHandedOver = facts.end_kind === 'handed-over'
  const applicant = { addressee: facts.name, place: facts.address }
  return [
    { kind, id, ...(isHandedOver && ending ? { addressee: ending.place ?? '', place: ending.place_address } : applicant) },
    ...(await listCooperations(db, [id])).map(one => ({ kind: 'cooperation', id: one.id, addressee: one.toCenter, place: null })),
    ...(await listObjections(db, id)).map(one => ({ kind: 'objection', id: one.id, ...applicant })),
  ]
}

/** Numbered papers go out; of one with and one without the seal image (印章图) the sealed one. The newest stands first. */
function toDeliver(issued: readonly IssuedPaper[]): readonly IssuedPaper[] {
  const newest = issued
    .filter(one => one.number !== null && !KEPT_HERE.has(one.form))
    .toSorted((left, right) => right.issued_at.localeCompare(left.issued_at))
  return newest.filter(paper => {
    const copies = newest.filter(one => one.form === paper.form && one.number === paper.number)
    return (copies.find(one => one.seal_sha256 !== null) ?? copies[0]) === paper
  })
}

/** Numbered papers that the center keeps for itself. */
const KEPT_HERE: ReadonlySet<string> = new Set([
  'application-form',
  'hardship-statement',
  'review-sheet',
  'hardship-check-sheet',
  'closing-report',
])

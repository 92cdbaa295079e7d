import type { ApplicationCourse } from '../../contract/procedure.ts'
import type { listDeliveries } from '../../store/delivery-store.ts'

/** A delivery (送达) as the contract carries it. */
export function deliveryViewOf(row: Awaited<ReturnType<typeof listDeliveries>>[number]): ApplicationCourse['deliveries'][number] {
  return {
    id: row.id,
    paperId: row.paper_id,
    paperTitle: row.paper_title,
    paperNumber: row.paper_number,
    addressee: row.addressee,
    way: row.way,
    place: row.place,
    deliveredOn: row.delivered_on,
    signedBy: row.signed_by,
    remark: row.remark,
  }
}

import { listDeliveries } from '../../store/delivery-store.ts'
import type { QueryContext } from '../context.ts'

/** The day on which a refusal reached the applicant: its delivery (送达) where it was recorded, else the day of the decision. */
export async function servedOn(
  { db }: Pick<QueryContext, 'db'>,
  applicationId: string,
  decision: { readonly number: string; readonly decided_on: string },
): Promise<string> {
  const deliveries = await listDeliveries(db, 'application', applicationId)
  return deliveries.find(one => one.paper_number === decision.number)?.delivered_on ?? decision.decided_on
}

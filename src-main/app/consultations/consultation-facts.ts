import type { ConsultationFacts } from '../../store/consultation-store.ts'
import type { ConsultationTable } from '../../store/schema.ts'

/** What a row of the register says, in the form in which it was entered. */
export function factsOf(row: ConsultationTable): ConsultationFacts {
  return {
    channel: row.channel,
    receivedOn: row.received_on,
    receivedAt: row.received_at,
    matterType: row.matter_type,
    cause: row.cause,
    opponentName: row.opponent_name,
    content: row.content,
    answer: row.answer,
    toldOfRight: row.told_of_right === 1,
    outcome: row.outcome,
    consultantId: row.consultant_id,
    personId: row.person_id,
  }
}

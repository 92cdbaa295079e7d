import { z } from 'zod'
import type { RulePack } from '../../domain/rule-pack/rule-pack.ts'
import type { ConsultationFacts } from '../../store/consultation-store.ts'
import type { ConsultationTable } from '../../store/schema/desk.ts'

/** What lists and papers call somebody who gave no name (匿名). */
export const ANONYMOUS = '匿名'

const codeList = z.array(z.string())

/** What a row of the register says, in the form in which it was entered. */
export function factsOf(row: ConsultationTable): ConsultationFacts {
  return {
    channel: row.channel,
    callNumber: row.call_number,
    receivedOn: row.received_on,
    receivedAt: row.received_at,
    personId: row.person_id,
    anonymousReason: row.anonymous_reason,
    persons: row.persons,
    agent:
      row.agent_name === null || row.agent_relation === null
        ? null
        : { name: row.agent_name, relation: row.agent_relation, phone: row.agent_phone },
    matterType: row.matter_type,
    cause: row.cause,
    opponentName: row.opponent_name,
    content: row.content,
    answer: row.answer,
    toldOfRight: row.told_of_right === 1,
    outcome: row.outcome,
    referrals: placesOf(row.referrals),
    referralNote: row.referral_note,
    consultantId: row.consultant_id,
  }
}

/** Codes of the places (引导去处) that a row keeps as JSON. */
export function placesOf(stored: string): string[] {
  return codeList.parse(JSON.parse(stored))
}

/** The places of a row in words, with what was noted about them; empty when the person was sent nowhere. */
export function placeWords(pack: RulePack, row: { readonly referrals: string; readonly referral_note: string | null }): string {
  const places = placesOf(row.referrals).map(code => pack.frontDesk.places.find(one => one.code === code)?.label ?? code)
  return [places.join('、'), row.referral_note ?? ''].filter(Boolean).join('；')
}

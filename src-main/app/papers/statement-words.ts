import type { Custody, Filling, Reading } from '../../contract/application-parties.ts'
import { chineseDay } from '../../domain/calendar-date.ts'
import { CUSTODY_LIMIT, handOverOf, hoursAndMinutes } from '../../domain/custody.ts'
import type { AgentFacts } from '../../papers/forms/application-form.ts'
import type { StoredParty } from '../../store/application-party-store.ts'
import type { PaperContext } from './composed-paper.ts'
import { labelOf, wordingOf } from './wording.ts'

type Packed = Pick<PaperContext, 'pack'>

/** 户籍地 with its kind: 怀远县某村（农村）. */
export function domicileWords({ pack }: Packed, address: string | null, kind: string | null): string | null {
  const word = kind === null ? null : labelOf(pack.codes.registrationKinds, kind)
  if (address === null) return word
  return word === null ? address : `${address}（${word}）`
}

/** What a representative is to the applicant (与申请人关系), in words. */
export function relationWords({ pack }: Packed, relation: string | null): string | null {
  return relation === null ? null : labelOf(pack.application.relations, relation)
}

/** The representative (代理人) as the form names one; null where the applicant applies. */
export function agentOf(ctx: Packed, parties: readonly StoredParty[]): AgentFacts | null {
  const party = parties.find(one => one.role === 'agent' || one.role === 'guardian')
  if (!party) return null
  return {
    name: party.name,
    relation: relationWords(ctx, party.relation),
    idNumber: party.certificateNumber,
    phone: party.phone,
  }
}

/** The opponents (对方当事人) in one line; null where none is listed. */
export function opponentsOf(parties: readonly StoredParty[]): string | null {
  const names = parties.filter(party => party.role === 'opponent').map(party => party.name)
  return names.length === 0 ? null : names.join('、')
}

/** 代填人: name, where from, why, and whether the applicant gave a fingerprint. */
export function fillingWords({ pack }: Packed, filling: Filling | null): string | null {
  if (filling === null) return null
  const from = filling.unit ?? (filling.by === 'staff' ? '本中心' : '转交单位')
  const reason = labelOf(pack.application.fillingReasons, filling.reason)
  return `${filling.name}（${from}）　${reason}${filling.fingerprint ? '，申请人按指印' : ''}`
}

/** Where the applicant is held, and how the application was passed on (转交) within its hours. */
export function custodyWords({ pack }: Packed, custody: Custody | null, receivedOn: string): string | null {
  if (custody === null) return null
  const { forward, place } = custody
  if (forward === null) return `羁押于${place}`
  const by = forward.name ?? labelOf(pack.application.forwarders, forward.by)
  const times = `${chineseDay(forward.handedOn)} ${forward.handedAt} 交${by}，${chineseDay(receivedOn)} ${forward.receivedAt} 送到本中心`
  const limit = pack.time.hourLimits.find(one => one.id === CUSTODY_LIMIT)
  if (!limit) return `羁押于${place}；${times}`
  const received = { day: receivedOn, time: forward.receivedAt }
  const { lateMinutes, limitHours, isLate } = handOverOf({ day: forward.handedOn, time: forward.handedAt }, received, limit)
  const verdict = isLate ? `超过 ${limitHours} 小时（迟 ${hoursAndMinutes(lateMinutes)}）` : `未超过 ${limitHours} 小时`
  return `羁押于${place}；${times}，${verdict}`
}

/** The record of the reading (宣读记录) as it is printed at the foot of forms 2 and 4; null when nothing was read. */
export function readingRecordOf({ pack }: Packed, reading: Reading | null): string | null {
  if (reading === null) return null
  const manner = labelOf(pack.application.readingManners, reading.manner)
  return wordingOf(pack, 'reading-record', {
    readAt: `${chineseDay(reading.readOn)} ${reading.readAt}`,
    reader: reading.reader,
    manner: reading.language === null ? manner : `${manner}（${reading.language}）`,
  })
}

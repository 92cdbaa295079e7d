import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { wordOf } from '../../ui/person-words.ts'
import type { PartsValues } from './party-values.ts'
import { yesNoWord } from './yes-no-words.ts'

/** The parts that a late save compares, in words. */
export function partsWords(pack: RulePack): { readonly [Key in keyof PartsValues]: (values: PartsValues) => string } {
  const { application, codes } = pack
  return {
    agencyNumber: values => values.agencyNumber,
    representationKind: values => wordOf(codes.agentKinds, values.representationKind),
    representationGround: values => wordOf(application.grounds, values.representationGround),
    representationProof: values => values.representationProof,
    isDetained: values => (values.isDetained ? '在押' : '否'),
    custodyPlace: values => values.custodyPlace,
    isForwarded: values => yesNoWord(values.isForwarded),
    forwardBy: values => wordOf(application.forwarders, values.forwardBy),
    forwardName: values => values.forwardName,
    handedOn: values => values.handedOn ?? '',
    handedAt: values => values.handedAt,
    custodyReceivedAt: values => values.custodyReceivedAt,
    decisionToCustody: values => yesNoWord(values.decisionToCustody),
    isFilledIn: values => yesNoWord(values.isFilledIn),
    filledBy: values => (values.filledBy === '' ? '' : FILLED_BY[values.filledBy]),
    filledName: values => values.filledName,
    filledUnit: values => values.filledUnit,
    fillingReason: values => wordOf(application.fillingReasons, values.fillingReason),
    fingerprint: values => (values.fingerprint === null ? '' : values.fingerprint ? '按指印' : '签名'),
    readings: values => values.readings.map(one => `${one.reader} ${one.readOn} ${one.readAt}`).join(''),
    isGroup: values => yesNoWord(values.isGroup),
    parties: values => values.parties.map(party => party.name).join('、'),
  }
}

/** Where who filled the form in belongs (代填人). */
export const FILLED_BY = { staff: '本中心工作人员', 'passing-body': '转交单位工作人员' } as const

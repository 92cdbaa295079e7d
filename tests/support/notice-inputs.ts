import type { InputOf } from '../../src-main/contract/index.ts'
import { personInput, residentId } from './desk-inputs.ts'

/** A boy of sixteen on the day of the notice, as a court's papers name him. */
export const MINOR = personInput({
  name: '陈小军',
  certificateNumber: residentId('2010-03-02', 117),
  phone: null,
  address: null,
  categories: ['minor'],
})

/** A court's notice of defence (通知辩护) for a minor, received on 2026-11-19. */
export function noticeInput(more: Partial<InputOf<'notices.accept'>> = {}): InputOf<'notices.accept'> {
  return {
    kind: 'defence',
    organKind: 'court',
    organName: '蚌山区人民法院',
    organNumber: '（2026）皖0303刑初88号援通',
    contactName: '周法官',
    contactPhone: '0552-3000000',
    noticedOn: '2026-11-18',
    receivedOn: '2026-11-19',
    receivedAt: '15:20',
    person: MINOR,
    personId: null,
    matterType: 'criminal',
    stage: 'first-instance',
    cause: '盗窃罪',
    scope: 's25-1-1',
    opponentName: null,
    custodyPlace: '蚌埠市看守所',
    hearingOn: null,
    facts: '涉嫌盗窃电动车两辆。',
    documents: [{ name: '起诉书', copies: 1 }],
    parentCaseId: null,
    ...more,
  }
}

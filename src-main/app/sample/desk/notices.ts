import type { InputOf } from '../../../contract/index.ts'
import type { PracticeDesk } from './practice-desk.ts'
import { Kept, type PracticeDiary } from './practice-diary.ts'

type Notice = InputOf<'notices.accept'>
type Accepted = { readonly id: string; readonly personId: string; readonly caseId: string }

const COURT = { organKind: 'court', organName: '蚌山区人民法院', contactName: '周法官', contactPhone: '0552-0003000' } as const
const PROCURATORATE = {
  organKind: 'procuratorate',
  organName: '蚌山区人民检察院',
  contactName: '吴检察官',
  contactPhone: '0552-0003100',
} as const

function notice(desk: PracticeDesk, on: number, more: Partial<Notice> & Pick<Notice, 'organNumber' | 'scope' | 'cause'>): Notice {
  return {
    kind: 'defence',
    ...COURT,
    noticedOn: desk.day(on),
    receivedOn: desk.day(on),
    receivedAt: '15:20',
    person: desk.somebody(37, { phone: null }),
    personId: null,
    matterType: 'criminal',
    stage: 'first-instance',
    opponentName: null,
    custodyPlace: '蚌埠市看守所',
    hearingOn: null,
    facts: '被告人没有委托辩护人，通知指派律师辩护。',
    documents: [{ name: '起诉书', copies: 1 }],
    parentCaseId: null,
    ...more,
  }
}

/** The second door: notices of defence and agency (通知辩护、通知代理), from assigned in time to overdue, and one sent back. */
export function enterNotices(diary: PracticeDiary): void {
  enterJuvenile(diary)
  enterTwoStages(diary)
  const accept = (on: number, more: Parameters<typeof notice>[2]) => {
    const accepted = new Kept<Accepted>()
    diary.on(on, '15:30', async desk => accepted.keep(await desk.ask('clerk', 'notices.accept', notice(desk, on, more))))
    return accepted
  }
  const agency = accept(11, {
    kind: 'agency',
    organNumber: '（练）皖0303刑医2号援通',
    scope: 's28',
    stage: 'compulsory-treatment',
    cause: '强制医疗',
    facts: '被申请人没有委托诉讼代理人，通知指派律师提供法律帮助。',
  })
  diary.on(10, '10:00', desk => desk.assign(agency.get().caseId, 10))
  // Nobody was assigned within the three days of 法律援助法 36.
  accept(7, { organNumber: '（练）皖0303刑初97号援通', scope: 's25-1-4', cause: '故意杀人罪' })
  accept(1, { organNumber: '（练）皖0303刑初112号援通', scope: 's25-2', cause: '盗窃罪' })
  diary.on(9, '14:10', desk =>
    desk.ask('clerk', 'notices.return', {
      notice: notice(desk, 9, { organNumber: '（练）皖0303刑初93号援通', scope: 's25-2', cause: '诈骗罪' }),
      reason: 'retained',
      explanation: '本人已委托辩护律师，附委托书复印件。',
      returnedOn: desk.day(9),
    }),
  )
}

/** A boy of sixteen: the matter is shown only to those who need it (未成年人事项). */
function enterJuvenile(diary: PracticeDiary): void {
  const accepted = new Kept<Accepted>()
  diary.on(16, '15:30', async desk => {
    const person = desk.somebody(16, { phone: null, address: null })
    const input = notice(desk, 16, { organNumber: '（练）皖0303刑初81号援通', scope: 's25-1-1', cause: '盗窃罪', person })
    accepted.keep(await desk.ask('clerk', 'notices.accept', input))
  })
  diary.on(16, '15:40', async desk => {
    const matter = { kind: 'case' as const, id: accepted.get().caseId }
    await desk.ask('clerk', 'privacy.restrict', { matter, ground: 'juvenile', note: '未成年被告人', version: 0 })
  })
  diary.on(15, '10:30', desk => desk.assign(accepted.get().caseId, 15))
  diary.on(14, '11:00', desk => tell(desk, accepted.get().id, 14))
}

/** One person from the procuratorate's stage to the court's: a second notice carries the first one's case on (转阶段). */
function enterTwoStages(diary: PracticeDiary): void {
  const first = new Kept<Accepted>()
  const second = new Kept<Accepted>()
  const facts = { scope: 's25-1-2', cause: '故意伤害罪', facts: '听力残疾人，没有委托辩护人，通知指派律师辩护。' }
  const person = new Kept<Notice['person']>()
  diary.on(29, '15:30', async desk => {
    person.keep(desk.somebody(41, { phone: null, categories: ['deaf-blind-mute'] }))
    const more = { ...facts, ...PROCURATORATE, organNumber: '（练）蚌检援通31号', stage: 'prosecution', person: person.get() }
    first.keep(await desk.ask('clerk', 'notices.accept', notice(desk, 29, more)))
  })
  diary.on(28, '09:30', desk => desk.assign(first.get().caseId, 28))
  diary.on(28, '11:00', desk => tell(desk, first.get().id, 28))
  diary.on(5, '15:30', async desk => {
    const { personId, caseId } = first.get()
    const more = { ...facts, organNumber: '（练）皖0303刑初104号援通', person: person.get(), personId, parentCaseId: caseId }
    second.keep(await desk.ask('clerk', 'notices.accept', notice(desk, 5, more)))
  })
  diary.on(4, '09:30', desk => desk.assign(second.get().caseId, 4))
}

/** Tells the organ who was assigned (告知办案机关). */
async function tell(desk: PracticeDesk, id: string, on: number): Promise<void> {
  const { version } = await desk.ask('clerk', 'notices.get', { id })
  await desk.ask('clerk', 'notices.tellOrgan', {
    id,
    toldOn: desk.day(on),
    way: 'direct',
    note: '指派通知书副本已送办案机关',
    version,
  })
}

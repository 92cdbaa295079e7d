import type { InputOf } from '../../../contract/index.ts'
import type { PracticeDesk } from './practice-desk.ts'
import { Kept, type PracticeDiary } from './practice-diary.ts'

type Visit = InputOf<'consultations.register'>

/** A visit as most are; `on` says how many working days ago. */
function visit(desk: PracticeDesk, on: number, more: Partial<Visit>): Promise<{ id: string; personId: string | null }> {
  return desk.ask('clerk', 'consultations.register', {
    channel: 'visit',
    receivedOn: desk.day(on),
    receivedAt: '09:20',
    person: more.anonymousReason ? null : desk.somebody(52),
    personId: null,
    matterType: 'civil',
    cause: '追索劳动报酬纠纷',
    opponentName: null,
    content: '工资被拖欠，问如何取证、到哪里申请。',
    answer: '已告知保留考勤、转账记录，可先向劳动监察部门投诉，也可以申请法律援助。',
    toldOfRight: true,
    outcome: 'answered',
    consultantId: desk.consultantId,
    ...more,
  })
}

/** Consultations (咨询) by every channel, with and without a name, alone, together and on behalf of others. */
export function enterVisits(diary: PracticeDiary): void {
  const simple: readonly (readonly [on: number, time: string, more: Partial<Visit>])[] = [
    [30, '09:20', {}],
    [28, '10:05', { channel: 'phone-12348', callNumber: '12348-0117', cause: '离婚纠纷', content: '问离婚需要准备哪些材料。' }],
    [26, '14:30', { channel: 'letter', receivedAt: null, cause: '土地承包经营权纠纷', content: '来信反映承包地被占用。' }],
    [23, '15:10', { channel: 'network', cause: '机动车交通事故责任纠纷', content: '网上留言问赔偿标准和起诉时效。' }],
    [19, '16:00', { channel: 'phone-12348', callNumber: '12348-0262', outcome: 'drafted', content: '请求代写劳动仲裁申请书。' }],
    [15, '09:40', { persons: 5, content: '五名工友一起来访，同一工地欠薪，问能否一并申请。' }],
    [9, '10:30', { cause: '抚养费纠纷', content: '问抚养费能否增加。' }],
    [6, '15:30', { channel: 'network', cause: '民间借贷纠纷', content: '借款没有借条，只有转账记录，问能否起诉。' }],
    [3, '09:10', { cause: '赡养纠纷', content: '子女不支付赡养费，问怎样办理。' }],
    [2, '14:15', { channel: 'phone-12348', callNumber: '12348-0388', cause: '房屋租赁合同纠纷', content: '房东不退押金。' }],
    [1, '09:30', {}],
  ]
  for (const [on, time, more] of simple)
    diary.on(on, time, desk => visit(desk, on, { ...(more.receivedAt === null ? {} : { receivedAt: time }), ...more }))

  diary.on(21, '11:00', desk =>
    visit(desk, 21, {
      channel: 'phone-12348',
      anonymousReason: '本人不愿留名',
      cause: '申请人身安全保护令',
      content: '被丈夫殴打，问怎样申请人身安全保护令。',
      answer: '已告知报警、就医留证，可以直接向法院申请，也可以申请法律援助，不审查经济困难状况。',
    }),
  )
  diary.on(17, '10:20', desk =>
    visit(desk, 17, {
      person: desk.somebody(78, { categories: ['elderly'] }),
      agent: { name: '孙玉珍', relation: 'child', phone: '13955207716' },
      cause: '赡养纠纷',
      content: '女儿代母亲来访，问其他子女不出赡养费怎么办。',
    }),
  )
  diary.on(30, '08:40', desk =>
    desk.ask('clerk', 'consultations.savePlace', {
      code: 'labour-arbitration',
      phone: '0552-0003712',
      address: '蚌山区政务中心三楼',
      version: 0,
    }),
  )
  diary.on(12, '16:20', desk =>
    visit(desk, 12, {
      outcome: 'directed',
      referrals: ['labour-arbitration'],
      referralNote: '先申请劳动仲裁',
      content: '问工伤待遇争议到哪里处理。',
    }),
  )
  enterVoidedVisit(diary)
  enterTwins(diary)
}

/** Entered twice by mistake: the second entry is voided (作废), and its number with it. */
function enterVoidedVisit(diary: PracticeDiary): void {
  const second = new Kept<string>()
  diary.on(8, '10:10', desk => visit(desk, 8, {}))
  diary.on(8, '10:25', async desk => second.keep((await visit(desk, 8, { content: '（重复登记）' })).id))
  diary.on(8, '10:40', desk =>
    desk.ask('clerk', 'consultations.void', { id: second.get(), reason: '同一来访登记了两次', version: 1 }),
  )
}

/** One man twice in the register, once without his card: the two entries are merged (合并). Another pair is left to be found. */
function enterTwins(diary: PracticeDiary): void {
  const whole = new Kept<{ id: string; name: string; phone: string | null }>()
  const bare = new Kept<string>()
  diary.on(14, '09:50', async desk => {
    const person = desk.somebody(58, { sex: 'male' })
    const { personId } = await visit(desk, 14, { person, cause: '民间借贷纠纷', content: '问借款到期不还怎样起诉。' })
    whole.keep({ id: personId ?? '', name: person.name, phone: person.phone })
  })
  const again = async (desk: PracticeDesk, on: number) => {
    const { name, phone } = whole.get()
    const person = { ...desk.somebody(58), name, phone, certificateKind: null, certificateNumber: null, address: null }
    return (await visit(desk, on, { channel: 'phone-12348', callNumber: '12348-0301', person, content: '电话追问起诉的时效。' }))
      .personId
  }
  diary.on(11, '15:40', async desk => bare.keep((await again(desk, 11)) ?? ''))
  diary.on(10, '09:00', async desk => {
    const pair = { survivorId: whole.get().id, mergedId: bare.get() }
    const { survivor, merged } = await desk.ask('clerk', 'people.mergePreview', pair)
    await desk.ask('clerk', 'people.merge', {
      ...pair,
      survivorVersion: survivor.version,
      mergedVersion: merged.version,
      reason: '电话核实是同一人',
    })
  })
  diary.on(4, '16:10', desk => again(desk, 4))
}

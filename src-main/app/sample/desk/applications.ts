import type { ApplicationFacts, PracticeDesk } from './practice-desk.ts'
import { Kept, type PracticeDiary } from './practice-diary.ts'

type Steps = { readonly received: number; readonly granted?: number; readonly assigned?: number }
type Facts = Omit<ApplicationFacts, 'receivedOn'>

const WAGES: Facts = {
  cause: '追索劳动报酬纠纷',
  scope: 's31-5',
  opponentName: '蚌山区宏基建筑劳务有限公司',
  facts: '在工地做工五个月，约定日工资 260 元，工程完工后拖欠工资 38,000 元，有考勤表和工头的微信记录，多次催要未果。',
}
const TRAFFIC: Facts = {
  cause: '机动车交通事故责任纠纷',
  scope: 's31-7',
  opponentName: '蚌山区顺达出租汽车有限公司',
  facts: '骑电动车时被出租车撞伤，交警认定对方全责，医疗费、误工费、护理费共 52,000 元，保险公司只同意赔付一部分。',
}
const SUPPORT: Facts = {
  cause: '赡养纠纷',
  scope: 's31-4',
  opponentName: '陆志强',
  facts: '年事已高，儿子近两年不支付生活费和医药费，要求每月支付赡养费 600 元。',
}

/** Enters an application, and its grant and assignment where they came; what is left out has not been done yet. */
export function enterApplication(
  diary: PracticeDiary,
  steps: Steps,
  facts: (desk: PracticeDesk) => Facts,
): { readonly application: Kept<string>; readonly aidCase: Kept<string> } {
  const application = new Kept<string>()
  const aidCase = new Kept<string>()
  const { received, granted, assigned } = steps
  diary.on(received, '09:40', async desk => {
    application.keep((await desk.submit({ ...facts(desk), receivedOn: desk.day(received) })).id)
  })
  if (granted !== undefined) diary.on(granted, '16:30', async desk => aidCase.keep(await desk.grant(application.get(), granted)))
  if (assigned !== undefined) diary.on(assigned, '17:00', desk => desk.assign(aidCase.get(), assigned))
  return { application, aidCase }
}

/** Applications as they come in: alone, by others, in a group, from custody, through a station; waiting, proposed, overdue. */
export function enterApplications(diary: PracticeDiary): void {
  enterFromVisit(diary)
  const review = (id: Kept<string>, on: number, proposal: 'grant' | 'refuse', opinion: string) =>
    diary.on(on, '15:00', desk => desk.review(id.get(), on, proposal, opinion))
  const proposed = enterApplication(diary, { received: 3 }, () => WAGES)
  review(proposed.application, 2, 'grant', '属法律援助范围，经济困难状况符合，建议给予。')
  const second = enterApplication(diary, { received: 4 }, () => TRAFFIC)
  review(second.application, 2, 'grant', '材料齐全，建议给予。')
  const doubtful = enterApplication(diary, { received: 5 }, () => ({ ...TRAFFIC, facts: '称被车撞伤，没有事故认定书和病历。' }))
  review(doubtful.application, 3, 'refuse', '没有提供事实根据，建议不予。')
  // The seven days of 法律援助法 43 have passed without a decision.
  enterApplication(diary, { received: 9 }, () => WAGES)
  enterProtectedWife(diary)
  enterByOthers(diary)
  enterGroup(diary)
  enterFromCustody(diary)
  enterDictated(diary)
}

/** A visit that leads to an application (转为申请). */
function enterFromVisit(diary: PracticeDiary): void {
  const visit = new Kept<{ id: string; personId: string | null }>()
  const person = new Kept<ApplicationFacts['person']>()
  diary.on(1, '10:10', async desk => {
    const one = desk.somebody(49, { categories: ['migrant-worker'] })
    person.keep(one)
    const made = await desk.ask('clerk', 'consultations.register', {
      channel: 'visit',
      receivedOn: desk.day(1),
      receivedAt: '10:10',
      person: one,
      personId: null,
      matterType: 'civil',
      cause: WAGES.cause,
      opponentName: WAGES.opponentName ?? null,
      content: WAGES.facts,
      answer: '属法律援助范围，已指导填写申请表。',
      toldOfRight: true,
      outcome: 'to-application',
      consultantId: desk.consultantId,
    })
    visit.keep(made)
  })
  diary.on(1, '10:40', desk =>
    desk.submit({
      ...WAGES,
      receivedOn: desk.day(1),
      consultationId: visit.get().id,
      person: person.get(),
      personId: visit.get().personId,
    }),
  )
}

/** A woman beaten at home (家庭暴力受害人): no hardship condition by 法律援助法 32, her address and phone kept from every paper. */
function enterProtectedWife(diary: PracticeDiary): void {
  const { application } = enterApplication(diary, { received: 8, granted: 6, assigned: 5 }, desk => ({
    cause: '申请人身安全保护令',
    scope: 's32-4',
    opponentName: '段海涛',
    facts: '婚后多次被丈夫殴打，有派出所出警记录、伤情照片和病历，申请人身安全保护令并准备起诉离婚。',
    person: desk.somebody(34, { sex: 'female', categories: ['woman'] }),
    hardship: { route: 'not-applicable', ground: 'n32-4', proof: '出警记录、告诫书' },
  }))
  diary.on(8, '09:50', async desk => {
    const { person } = await desk.ask('clerk', 'applications.get', { id: application.get() })
    const { version } = await desk.ask('clerk', 'people.get', { id: person.id })
    await desk.ask('clerk', 'people.protect', {
      id: person.id,
      ground: 'domestic-violence',
      note: '本人要求保密住址和电话',
      version,
    })
  })
}

/** A mother for her child (法定代理人), a nephew with a mandate for his aunt (委托代理). */
function enterByOthers(diary: PracticeDiary): void {
  enterApplication(diary, { received: 13, granted: 10, assigned: 9 }, desk => ({
    cause: '抚养费纠纷',
    scope: 's31-4',
    opponentName: '尹建军',
    facts: '父母离婚后随母亲生活，父亲两年没有支付抚养费，共拖欠 19,200 元。',
    person: desk.somebody(9, { phone: null, categories: ['minor'] }),
    representation: { kind: 'guardian', ground: 'incapable', proof: '户口簿、离婚协议' },
    parties: [{ role: 'guardian', kind: 'person', name: '何春梅', relation: 'parent', phone: '13955201882' }],
  }))
  enterApplication(diary, { received: 10, granted: 7 }, desk => ({
    ...SUPPORT,
    person: desk.somebody(81, { categories: ['elderly'] }),
    representation: { kind: 'agent', ground: 'mandate', proof: '授权委托书' },
    parties: [{ role: 'agent', kind: 'person', name: '吴涛', relation: 'other-relative', phone: '13855203371' }],
  }))
}

/** Seven workers of one building site as one application (群体). */
function enterGroup(diary: PracticeDiary): void {
  enterApplication(diary, { received: 15, granted: 12, assigned: 11 }, desk => ({
    ...WAGES,
    person: desk.somebody(44, { categories: ['migrant-worker'] }),
    facts: '七名工人在同一工地做工，工程款已结，包工头失联，共拖欠工资 186,400 元，由一人代表提出申请。',
    isGroup: true,
    parties: [39, 51, 47, 33, 56, 42].map(age => {
      const { name, certificateNumber = null, phone } = desk.somebody(age)
      return { role: 'co-applicant', kind: 'person', name, certificateKind: 'resident-id', certificateNumber, phone }
    }),
  }))
}

/** Two men in custody (在押): one passed on within the 24 hours of 法律援助法 39, one too late. */
function enterFromCustody(diary: PracticeDiary): void {
  const detained = (desk: PracticeDesk, handed: number, at: string): Facts => ({
    matterType: 'criminal',
    stage: 'investigation',
    cause: '诈骗罪',
    scope: 's24',
    aidForms: ['criminal-defence'],
    agency: '蚌埠市公安局蚌山分局',
    facts: '被采取强制措施，家庭困难，没有能力委托辩护人。',
    person: desk.somebody(29, { phone: null }),
    custody: {
      place: '蚌埠市看守所',
      forward: { by: 'custody-place', name: '蚌埠市看守所', handedOn: desk.day(handed), handedAt: at, receivedAt: '09:30' },
      decisionToCustody: true,
    },
    filling: { by: 'passing-body', name: '值班民警', unit: '蚌埠市看守所', reason: 'detained', fingerprint: true },
  })
  enterApplication(diary, { received: 11, granted: 8, assigned: 7 }, desk => detained(desk, 11, '08:10'))
  enterApplication(diary, { received: 2 }, desk => detained(desk, 4, '16:00'))
}

/** A woman who cannot write: the clerk filled the form in and read it to her (代填、宣读). */
function enterDictated(diary: PracticeDiary): void {
  enterApplication(diary, { received: 2 }, desk => ({
    ...SUPPORT,
    person: desk.somebody(76, { sex: 'female', categories: ['elderly'] }),
    filling: { by: 'staff', name: '王莉', unit: null, reason: 'cannot-write', fingerprint: true },
    reading: {
      reader: '王莉',
      readOn: desk.day(2),
      readAt: '09:35',
      manner: 'dialect',
      language: '皖北方言',
      confirmed: true,
    },
  }))
}

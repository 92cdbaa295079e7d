import { enterApplication } from './applications.ts'
import type { PracticeDesk } from './practice-desk.ts'
import { Kept, type PracticeDiary } from './practice-diary.ts'

const LOAN = {
  cause: '民间借贷纠纷',
  scope: 's31-9',
  opponentName: '蚌山区鑫源置业有限公司',
  facts: '对方收款后没有按约定履行，涉及金额 24,000 元，有转账记录和聊天记录。',
} as const
const INJURY = {
  cause: '提供劳务者受害责任纠纷',
  scope: 's31-7',
  opponentName: '蚌山区金鼎装饰工程有限公司',
  facts: '装修时从脚手架跌落骨折，住院二十余日，对方垫付一部分后不再支付，要求赔偿 46,000 元。',
} as const
const MISSING = ['劳动合同或者考勤记录', '银行流水']

/** What may happen between receipt and the end of an objection (办理经过): one matter for each course. */
export function enterCourses(diary: PracticeDiary): void {
  enterSupplements(diary)
  enterLetters(diary)
  enterUrgentAid(diary)
  enterEndings(diary)
  enterObjections(diary)
  enterStageChange(diary)
}

async function askFor(desk: PracticeDesk, id: string, on: number): Promise<void> {
  const version = await desk.versionOf(id)
  await desk.ask('clerk', 'applications.askSupplement', { id, askedOn: desk.day(on), missing: MISSING, dueOn: null, version })
}

/** Notices of missing material (补正): under way, answered in two parts, lapsed, and taken as withdrawn (视为撤回). */
function enterSupplements(diary: PracticeDiary): void {
  const asked = (received: number, on: number, steps: { granted?: number; assigned?: number } = {}) => {
    const { application } = enterApplication(diary, { received, ...steps }, () => INJURY)
    diary.on(on, '10:00', desk => askFor(desk, application.get(), on))
    return application
  }
  asked(5, 3)
  const answered = asked(14, 12, { granted: 7, assigned: 6 })
  const receive = (on: number, received: string[]) =>
    diary.on(on, '14:00', async desk => {
      const version = await desk.versionOf(answered.get())
      await desk.ask('clerk', 'applications.receiveSupplement', {
        id: answered.get(),
        answeredOn: desk.day(on),
        received,
        version,
      })
    })
  receive(10, MISSING.slice(0, 1))
  receive(9, MISSING.slice(1))
  asked(20, 18)
  const lapsed = asked(27, 25)
  diary.on(13, '11:00', async desk => {
    const version = await desk.versionOf(lapsed.get())
    await desk.ask('clerk', 'endings.deemWithdrawn', { id: lapsed.get(), endedOn: desk.day(13), version })
  })
}

/** Letters (异地协作): one out, one answered, and three requests of other centers: answered, open, overdue. */
function enterLetters(diary: PracticeDiary): void {
  const send = (id: Kept<string>, on: number, toCenter: string) => {
    const letter = new Kept<string>()
    diary.on(on, '10:20', async desk => {
      const sent = await desk.ask('clerk', 'cooperation.send', {
        applicationId: id.get(),
        sentOn: desk.day(on),
        toCenter,
        toContact: null,
        facts: '申请人户籍在你县，申报名下没有房产和车辆。',
        items: ['申请人在你县有无房产', '申请人家庭是否享受低保'],
        dueOn: null,
        version: await desk.versionOf(id.get()),
      })
      letter.keep(sent.id)
    })
    return letter
  }
  send(enterApplication(diary, { received: 7 }, () => INJURY).application, 6, '怀远县法律援助中心')
  const { application } = enterApplication(diary, { received: 16, granted: 9 }, () => INJURY)
  const letter = send(application, 15, '五河县法律援助中心')
  diary.on(11, '10:30', async desk =>
    desk.ask('clerk', 'cooperation.answer', {
      id: letter.get(),
      answeredOn: desk.day(11),
      kind: 'answered',
      answer: '名下无房产，家庭享受农村低保。',
      version: await desk.versionOf(application.get()),
    }),
  )
  const register = (on: number, fromCenter: string, letterNumber: string, due: number | null) => {
    const request = new Kept<string>()
    diary.on(on, '11:10', async desk => {
      const input = {
        receivedOn: desk.day(on),
        fromCenter,
        letterNumber,
        about: '某某，追索劳动报酬',
        items: ['在蚌山区有无房产、车辆'],
        dueOn: due === null ? null : desk.day(due),
      }
      request.keep((await desk.ask('clerk', 'cooperation.register', input)).id)
    })
    return request
  }
  const done = register(19, '合肥市庐阳区法律援助中心', '庐援协字〔练〕5号', 12)
  diary.on(13, '15:10', desk =>
    desk.ask('clerk', 'cooperation.reply', {
      id: done.get(),
      answeredOn: desk.day(13),
      kind: 'answered',
      answer: '经查询不动产登记机构，名下无房产。',
      version: 1,
    }),
  )
  register(17, '宿州市埇桥区法律援助中心', '埇援协字〔练〕11号', 3)
  register(4, '固镇县法律援助中心', '固援协字〔练〕2号', null)
}

/** Prior aid (先行提供): one whose papers came, one that still owes some of them past the day. */
function enterUrgentAid(diary: PracticeDiary): void {
  const provide = (on: number, ground: string, due: number) => {
    const { application } = enterApplication(diary, { received: on }, () => ({
      ...INJURY,
      cause: '工伤保险待遇纠纷',
      scope: 's31-2',
    }))
    diary.on(on, '11:30', async desk => {
      await desk.ask('director', 'urgentAid.provide', {
        applicationId: application.get(),
        decidedOn: desk.day(on),
        ground,
        limitEndsOn: ground === 'limit-expiring' ? desk.day(on - 1) : null,
        aidForms: ['civil-litigation'],
        opinion: '时效将届满，先行提供法律援助，手续随后补办。',
        owed: ['经济困难状况说明表', '身份证复印件'],
        dueOn: desk.day(due),
        version: await desk.versionOf(application.get()),
      })
    })
    return application
  }
  const handIn = (id: Kept<string>, on: number, papers: string[]) =>
    diary.on(on, '14:20', async desk =>
      desk.ask('clerk', 'urgentAid.handIn', {
        applicationId: id.get(),
        handedInOn: desk.day(on),
        papers,
        version: await desk.versionOf(id.get()),
      }),
    )
  handIn(provide(18, 'preservation', 13), 16, ['经济困难状况说明表', '身份证复印件'])
  handIn(provide(6, 'limit-expiring', 2), 4, ['身份证复印件'])
}

/** Ends without a decision: withdrawn (撤回), handed over (移送), not for this center (不属于本中心). */
function enterEndings(diary: PracticeDiary): void {
  const withdrawn = enterApplication(diary, { received: 9 }, () => LOAN).application
  diary.on(7, '09:20', async desk =>
    desk.ask('clerk', 'applications.withdraw', {
      id: withdrawn.get(),
      withdrawnOn: desk.day(7),
      reason: '对方已经还款，当事人自愿撤回',
      version: await desk.versionOf(withdrawn.get()),
    }),
  )
  const handedOver = enterApplication(diary, { received: 14 }, () => LOAN).application
  diary.on(13, '09:20', async desk =>
    desk.ask('clerk', 'endings.handOver', {
      id: handedOver.get(),
      endedOn: desk.day(13),
      ground: 'no-jurisdiction',
      reason: '争议由怀远县人民法院审理',
      toCenter: '怀远县法律援助中心',
      placeAddress: '怀远县禹王中路',
      placePhone: null,
      receivedHereAt: { date: desk.day(14), time: '09:40' },
      receivedThereAt: null,
      version: await desk.versionOf(handedOver.get()),
    }),
  )
  diary.on(10, '16:40', async desk =>
    desk.ask('clerk', 'endings.confirmHandOver', {
      id: handedOver.get(),
      confirmedOn: desk.day(10),
      confirmedBy: '怀远中心　许明',
      version: await desk.versionOf(handedOver.get()),
    }),
  )
  const elsewhere = enterApplication(diary, { received: 12 }, () => LOAN).application
  diary.on(11, '09:20', async desk =>
    desk.ask('clerk', 'endings.notOurs', {
      id: elsewhere.get(),
      endedOn: desk.day(11),
      ground: 'other-organ',
      reason: '属劳动监察事项，可以直接投诉处理',
      place: '蚌山区劳动保障监察大队',
      placeAddress: '蚌山区政务中心二楼',
      placePhone: '0552-0003718',
      version: await desk.versionOf(elsewhere.get()),
    }),
  )
}

/** Refusals (不予) with their delivery, and objections (异议): upheld, corrected and granted, under way. */
function enterObjections(diary: PracticeDiary): void {
  const refused = (received: number, on: number, delivered: { on: number; way: string; more: object }) => {
    const { application } = enterApplication(diary, { received }, () => ({ ...LOAN, facts: '称借款给对方，没有任何凭证。' }))
    const paper = new Kept<string>()
    diary.on(on, '16:00', async desk =>
      paper.keep(await desk.refuse(application.get(), on, 'no-case', '没有提供借款事实的任何证据。')),
    )
    diary.on(delivered.on, '16:30', async desk => {
      const { person } = await desk.ask('clerk', 'applications.get', { id: application.get() })
      await desk.ask('clerk', 'deliveries.record', {
        paperId: paper.get(),
        addressee: person.name,
        way: delivered.way,
        place: person.address ?? '本中心',
        deliveredOn: desk.day(delivered.on),
        signedBy: delivered.way === 'left' ? null : person.name,
        relation: null,
        trackingNumber: null,
        witness: null,
        remark: null,
        ...delivered.more,
      })
    })
    return application
  }
  const object = (application: Kept<string>, on: number) => {
    const objection = new Kept<string>()
    diary.on(on, '10:50', async desk => {
      const filed = await desk.ask('clerk', 'objections.file', {
        applicationId: application.get(),
        filedOn: desk.day(on),
        bureauReceivedOn: desk.day(on),
        reasons: '有证人可以证明借款经过，要求重新审查。',
        lateReason: null,
        version: await desk.versionOf(application.get()),
      })
      objection.keep(filed.id)
    })
    return objection
  }
  const answer = (application: Kept<string>, objection: Kept<string>, on: number, result: 'upheld' | 'corrected', seq: number) =>
    diary.on(on, '11:20', async desk =>
      desk.ask('clerk', 'objections.answer', {
        id: objection.get(),
        answeredOn: desk.day(on),
        result,
        answerNumber: `蚌司援异〔练〕${seq}号`,
        note: result === 'upheld' ? '维持不予法律援助决定' : '责令重新作出决定',
        version: await desk.versionOf(application.get()),
      }),
    )
  const kept = refused(26, 23, { on: 22, way: 'direct', more: {} })
  answer(kept, object(kept, 20), 17, 'upheld', 1)
  const corrected = refused(25, 22, { on: 21, way: 'post', more: { trackingNumber: '1098 0033 2210 4' } })
  answer(corrected, object(corrected, 19), 16, 'corrected', 2)
  const reopened = new Kept<string>()
  diary.on(14, '16:10', async desk => reopened.keep(await desk.grant(corrected.get(), 14)))
  diary.on(13, '17:10', desk => desk.assign(reopened.get(), 13))
  const underWay = refused(8, 5, { on: 4, way: 'left', more: { witness: '居委会　胡敏', remark: '本人拒签，留置于住所' } })
  object(underWay, 2)
}

/** A case whose first instance has ended and that goes on with a number of its own (转阶段). */
function enterStageChange(diary: PracticeDiary): void {
  const { aidCase } = enterApplication(diary, { received: 30, granted: 27, assigned: 26 }, () => INJURY)
  diary.on(3, '09:50', async desk => {
    const { version } = await desk.ask('clerk', 'cases.get', { id: aidCase.get() })
    await desk.ask('clerk', 'cases.changeStage', {
      id: aidCase.get(),
      stage: 'second-instance',
      changedOn: desk.day(3),
      agency: '蚌埠市中级人民法院',
      basis: '一审判决后对方上诉',
      version,
    })
  })
}

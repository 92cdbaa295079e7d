import type { FactsOf, FormId, RenderedPaper, WordedOptions } from '../../src-main/papers/catalogue.ts'
import { composePaper, renderPaper, renderPaperDocx } from '../../src-main/papers/catalogue.ts'
import type { Composition } from '../../src-main/papers/render-html.ts'

/** A form filled with invented facts, and texts that must stand in the result in this order. */
export type SamplePaper = {
  readonly id: FormId
  readonly composition: () => Composition
  readonly html: (extra?: { readonly stamp?: '预览' }) => RenderedPaper
  readonly docx: () => Promise<Uint8Array>
  readonly inOrder: readonly string[]
  readonly landscape: boolean
  /** The same form with every text of its facts and its wording changed. */
  readonly changed: (change: (text: string) => string) => SamplePaper
}

function sample<Id extends FormId>(
  id: Id,
  facts: FactsOf<Id>,
  wording: WordedOptions<Id>['wording'],
  inOrder: readonly string[],
  landscape = false,
): SamplePaper {
  const options: WordedOptions<Id> = { numberPlaceholder: { before: '蚌援字〔2026〕', after: '号' }, wording }
  return {
    id,
    composition: () => composePaper<Id>(id, facts, options),
    html: extra => renderPaper<Id>(id, facts, { ...options, ...extra }),
    docx: () => renderPaperDocx<Id>(id, facts, options),
    inOrder,
    landscape,
    changed: change => sample<Id>(id, changeTexts(facts, change), changeTexts(wording, change), [], landscape),
  }
}

/** What a program writes, not a person: never changed. */
const FIXED = new Set(['state', 'kind', 'madeAt', 'packVersion', 'maker'])

function changeTexts<Value>(value: Value, change: (text: string) => string): Value {
  const walk = (one: unknown, key: string): unknown => {
    if (FIXED.has(key)) return one
    if (typeof one === 'string') return change(one)
    if (Array.isArray(one)) return one.map(each => walk(each, ''))
    if (typeof one === 'object' && one !== null) {
      return Object.fromEntries(Object.entries(one).map(([name, each]) => [name, walk(each, name)]))
    }
    return one
  }
  return walk(value, '') as Value
}

export const ORIGIN = { packVersion: '2026.2', madeAt: '2026-11-20T02:05:00.000Z', maker: '王莉' } as const
export const FOOT = '规则包 2026.2　制表 2026-11-20 10:05　制表人 王莉'

const CENTER = '蚌山区法律援助中心'
const CAUSE = '机动车交通事故责任纠纷'

function choices(all: readonly string[], ...checked: readonly string[]) {
  return all.map(label => ({ label, checked: checked.includes(label) }))
}

const MATTERS = ['民事', '刑事', '行政', '国家赔偿', '劳动仲裁', '其他']
const CATEGORIES = [
  '妇女',
  '老年人',
  '未成年人',
  '残疾人',
  '农民工',
  '农村居民',
  '军人军属',
  '退役军人',
  '少数民族',
  '低保对象',
  '特困人员',
  '失业人员',
  '其他',
]
const AID_FORMS = [
  '法律咨询',
  '代拟法律文书',
  '刑事辩护与代理',
  '民事诉讼代理',
  '行政诉讼代理',
  '国家赔偿代理',
  '非诉讼代理',
  '劳动争议调解与仲裁代理',
  '值班律师法律帮助',
]

const NARRATIVE =
  '2026年7月19日14时许，申请人骑三轮电动车沿燕山路由东向西行驶，被葛涛驾驶的小型轿车撞伤，当日送医，诊断为左侧胫腓骨骨折，住院32天，经鉴定构成十级伤残。交警部门认定葛涛负事故全部责任。\n申请人多次与保险公司协商，保险公司只愿赔偿38,000元，双方不能达成一致。申请人现无力聘请律师，请求提供法律援助，代理提起诉讼。'

const consultation = sample(
  'consultation-register',
  {
    number: '蚌援咨〔2026〕1103号',
    centerName: CENTER,
    day: '2026-11-11',
    time: '09:20',
    channels: choices(['来访', '电话12348', '信函', '网络'], '来访'),
    callNumber: '12348-20261111-0093',
    name: '孙桂英',
    persons: 3,
    agent: '孙强（子女）　13900005527',
    sex: '女',
    birthDay: '1966-03-12',
    ethnicity: '汉族',
    idNumber: '340304196603123027',
    phone: '13900004418',
    address: '安徽省蚌埠市蚌山区燕山乡姜桥村22号',
    occupation: '零工',
    personCategories: choices(CATEGORIES, '妇女', '老年人', '农村居民'),
    matterKinds: choices(MATTERS, '民事'),
    cause: CAUSE,
    opponent: '葛涛；永安财险蚌埠支公司',
    content: NARRATIVE,
    answer:
      '告知可以就医疗费、误工费、护理费、残疾赔偿金等主张赔偿，说明诉讼时效和举证要求；来访人可能符合法律援助条件，已告知申请法律援助的权利、条件和程序。',
    outcomes: choices(['当场解答', '代拟法律文书', '引导申请法律援助', '转介其他部门'], '当场解答', '引导申请法律援助'),
    places: '人民调解委员会；先到燕山乡调委会',
    toldOfRight: true,
    consultant: '陈建国',
    recorder: '王莉',
  },
  undefined,
  [
    '法律援助咨询登记表',
    CENTER,
    '蚌援咨〔2026〕1103号',
    '2026年11月11日 09:20',
    '孙桂英',
    '340304196603123027',
    '永安财险',
    '胫腓骨骨折',
    '举证要求',
    '引导申请法律援助',
    '陈建国',
    '王莉',
  ],
)

const mandate = sample(
  'mandate',
  {
    principal: {
      name: '孙桂英',
      idNumber: '340304196603123027',
      phone: '13900004418',
      address: '安徽省蚌埠市蚌山区燕山乡姜桥村22号',
    },
    agent: { name: '周婷', idNumber: '340304200408123023', phone: '13900004419', address: null, relation: '子女' },
    isFingerprint: true,
  },
  {
    mandate: `委托人因${CAUSE}一案申请法律援助，委托受托人代为办理下列事项：代为提出法律援助申请，提交申请材料，接受询问、说明情况，补充材料，签收有关文书。`,
    term: '委托期限自签署之日起至法律援助机构作出是否给予法律援助的决定之日止。',
  },
  [
    '授权委托书',
    '孙桂英',
    '周婷',
    '子女',
    '340304200408123023',
    CAUSE,
    '委托期限',
    '委托人（指印）',
    '受托人（签名）',
    '一式两份',
  ],
)

const application = sample(
  'application-form',
  {
    number: '蚌援申〔2026〕163号',
    centerName: CENTER,
    applicant: {
      name: '孙桂英',
      sex: '女',
      birthDay: '1966-03-12',
      ethnicity: '汉族',
      idKind: '居民身份证',
      idNumber: '340304196603123027',
      domicile: '安徽省蚌埠市蚌山区燕山乡姜桥村',
      address: '安徽省蚌埠市蚌山区燕山乡姜桥村22号',
      postcode: '233000',
      phone: '13900004418',
      workUnit: null,
      occupation: '零工',
      education: '小学',
    },
    categories: choices(CATEGORIES, '妇女', '老年人', '农村居民'),
    agent: { name: '周婷', relation: '女儿', idNumber: '340304200408123023', phone: '13900004419' },
    agentKinds: choices(['法定代理人', '委托代理人', '近亲属'], '委托代理人'),
    matterKinds: choices(MATTERS, '民事'),
    aidForms: choices(AID_FORMS, '民事诉讼代理'),
    stages: choices(['侦查', '审查起诉', '一审', '二审', '再审', '仲裁', '执行', '非诉讼'], '一审'),
    cause: CAUSE,
    opponent: '葛涛；永安财险蚌埠支公司',
    agency: '蚌山区人民法院',
    agencyNumber: null,
    statement: NARRATIVE,
    hardshipRoutes: choices(['提交经济困难状况说明表', '免予核查经济困难状况', '不受经济困难条件限制'], '提交经济困难状况说明表'),
    signedOn: '2026-11-11',
    filledBy: '王莉（本中心）　不识字、书写困难，申请人按指印',
    isFingerprint: true,
    coApplicants: [
      { name: '周德福', idNumber: '34030419640708301X', phone: '13900004420' },
      { name: '周强', idNumber: '340304199001013012', phone: null },
    ],
    custody: '羁押于蚌埠市看守所；2026年11月10日 16:00 交蚌埠市看守所，2026年11月11日 15:00 送到本中心，未超过 24 小时',
    readingRecord: '宣读记录：2026年11月11日 09:40，王莉以“方言宣读（皖北方言）”的方式将以上内容告知申请人，申请人确认无误。',
    receivedBy: '王莉',
    receivedOn: '2026-11-11',
  },
  {
    undertaking: '本人承诺所填内容及提交的材料真实、准确、完整，并同意法律援助机构依法核查。如有虚假，愿承担相应法律责任。',
    filling: '填写有困难的，可以由工作人员代为填写，经申请人核对后签名或者捺印。',
    fraudWarning: '受援人以欺骗、提供虚假证明或者其他不正当手段获得法律援助的，依照《中华人民共和国法律援助法》第六十四条处理。',
  },
  [
    '法律援助申请表',
    '蚌援申〔2026〕163号',
    '孙桂英',
    '340304196603123027',
    '周婷',
    '340304200408123023',
    CAUSE,
    '胫腓骨骨折',
    '本人承诺',
    '按指印',
    '2026年11月11日',
    '不识字',
    '宣读记录',
    '第六十四条',
    '代为填写',
    '共同申请人名单（2人）',
    '34030419640708301X',
  ],
)

const statement = sample(
  'hardship-statement',
  {
    number: '蚌援申〔2026〕163号',
    centerName: CENTER,
    applicant: '孙桂英',
    idNumber: '340304196603123027',
    phone: '13900004418',
    cause: CAUSE,
    address: '安徽省蚌埠市蚌山区燕山乡姜桥村22号',
    members: [
      { name: '孙桂英', relation: '本人', age: 60, occupation: '零工', incomeSource: '劳务收入', monthlyIncomeFen: 120000 },
      { name: '周德福', relation: '配偶', age: 62, occupation: '务工', incomeSource: '劳务收入', monthlyIncomeFen: 276000 },
      { name: '周婷', relation: '女儿', age: 22, occupation: '在校学生', incomeSource: '无', monthlyIncomeFen: 0 },
    ],
    outlays: '每月医疗康复费用约1,500元，女儿在校生活费每月1,200元。',
    property: '自住房1套；存款12,400元；无机动车。',
    debts: '因住院向亲友借款20,000元。',
    exemptions: choices(
      [
        '无固定生活来源的未成年人、老年人、残疾人等特定群体',
        '社会救助、司法救助或者优抚对象',
        '申请支付劳动报酬或者请求工伤事故人身损害赔偿的进城务工人员',
        '无',
      ],
      '无',
    ),
    signedOn: '2026-11-11',
    readingRecord: null,
  },
  {
    undertaking: '本人承诺以上内容真实、准确、完整。如有虚假，愿意承担由此产生的法律责任，并同意法律援助机构查询、核实。',
    fraudWarning: '以不正当手段获得法律援助的，依法承担相应责任。',
  },
  ['经济困难状况说明表', '孙桂英', '周德福', '2,760.00', '周婷', '0.00', '存款12,400元', '本人承诺'],
)

const checkSheet = sample(
  'hardship-check-sheet',
  {
    centerName: CENTER,
    applicationNumber: '蚌援申〔2026〕163号',
    applicant: '孙桂英',
    idNumber: '340304196603123027',
    cause: CAUSE,
    appliedOn: '2026-11-11',
    method: '个人诚信承诺，辅以信息共享查询',
    steps: [
      {
        label: '核查对象',
        detail: '本人、配偶周德福、女儿周婷（在校）。对方当事人不在户内。',
        value: '3 人',
        clause: '规则 H-02（待核实）',
      },
      {
        label: '月收入',
        detail:
          '孙桂英 近6个月 7,200.00 ÷ 6 = 1,200.00\n周德福 近6个月 16,560.00 ÷ 6 = 2,760.00\n周婷 在校学生，无收入\n残疾人护理补贴 80.00，不计入',
        value: '3,960.00',
        clause: '规则 H-04、H-05',
      },
      { label: '人均月收入', detail: '3,960.00 ÷ 3 人', value: '1,320.00', clause: '规则 H-06' },
      { label: '困难标准', detail: '2.5 × 780.00 元（蚌埠市2026年低保标准）', value: '1,950.00', clause: '法律援助法第三十四条' },
      { label: '比较', detail: '1,320.00 ＜ 1,950.00，相差 630.00 元／人·月', value: '低于标准', clause: '规则 H-07' },
      { label: '财产', detail: '自住房1套；存款12,400.00，上限46,800.00；无机动车', value: '未超限', clause: '规则 H-09' },
    ],
    result: '符合经济困难标准',
    resultDetail: '人均月收入 1,320.00 元，低于标准 1,950.00 元；财产未超限。',
    opinion: '经核查，申请人符合经济困难标准。',
    checkedBy: '王莉',
    checkedOn: '2026-11-17',
    origin: ORIGIN,
  },
  undefined,
  [
    '经济困难状况核查表',
    '蚌援申〔2026〕163号',
    '孙桂英',
    '核查对象',
    '3,960.00',
    '1,320.00',
    '1,950.00',
    '未超限',
    '符合经济困难标准',
    '2026年11月17日',
  ],
)

const receipt = sample(
  'materials-receipt',
  {
    number: null,
    centerName: CENTER,
    centerAddress: '蚌埠市蚌山区延安路88号',
    centerPhone: '0552-2040148',
    applicant: '孙桂英',
    cause: CAUSE,
    receivedOn: '2026-11-11',
    materials: [
      { name: '法律援助申请表', copies: 1, pages: 2, form: '原件', remark: '' },
      { name: '居民身份证', copies: 1, pages: 1, form: '复印件', remark: '与原件核对无异' },
      { name: '经济困难状况说明表', copies: 1, pages: 2, form: '原件', remark: '' },
      { name: '道路交通事故认定书', copies: 1, pages: 3, form: '复印件', remark: '' },
      { name: '出院记录、鉴定意见书', copies: 1, pages: 11, form: '复印件', remark: '' },
    ],
    submitter: '孙桂英',
    receiver: '王莉',
  },
  { nextStep: '本中心将自收到申请之日起七日内作出是否给予法律援助的决定；补充材料、作出说明所需时间不计入审查期限。' },
  [
    '法律援助申请材料接收凭证',
    '蚌援字〔2026〕',
    '孙桂英',
    '道路交通事故认定书',
    '共5种，5份',
    '自收到申请之日起七日内',
    '提交人',
    CENTER,
    '2026年11月11日',
    '0552-2040148',
  ],
)

const supplement = sample(
  'supplement-notice',
  {
    number: '蚌援补〔2026〕31号',
    centerName: CENTER,
    centerAddress: '蚌埠市蚌山区延安路88号',
    centerPhone: '0552-2040148',
    contactPerson: '王莉',
    addressee: '孙桂英',
    items: ['配偶周德福近6个月的收入情况说明；', '道路交通事故认定书原件核对；', '对存款12,400元来源作出说明。'],
    deadline: '2026-11-16',
    issuedOn: '2026-11-12',
  },
  {
    opening:
      '你于2026年11月11日提出的法律援助申请收悉。经审查，你提交的申请材料不齐全，根据《中华人民共和国法律援助法》第四十三条第二款的规定，请补充下列材料或者作出说明：',
    consequence: '未按要求补充材料或者作出说明的，视为撤回申请。',
  },
  [
    '补充材料/说明通知书',
    '蚌援补〔2026〕31号',
    '孙桂英：',
    '第四十三条第二款',
    '1. 配偶周德福',
    '3. 对存款',
    '2026年11月16日',
    '视为撤回申请',
    '王莉',
    CENTER,
    '2026年11月12日',
    '签收人',
  ],
)

const GRANT_WORDING = {
  grant:
    '你于2026年11月11日向本中心提出的机动车交通事故责任纠纷一案的法律援助申请，经审查，符合《中华人民共和国法律援助法》第三十一条第七项规定的事项范围和本省规定的经济困难标准，决定给予法律援助。',
  assignment: '本中心将自决定之日起三日内指派法律援助人员，并通知你。',
  duties: [],
}

const grant = sample(
  'grant-decision',
  { number: null, centerName: CENTER, applicant: '孙桂英', aidForm: '民事诉讼代理（一审）', decidedOn: '2026-11-20' },
  GRANT_WORDING,
  [
    '给予法律援助决定书',
    '蚌援字〔2026〕',
    '号',
    '孙桂英：',
    '第三十一条第七项',
    '法律援助形式：民事诉讼代理（一审）。',
    '三日内',
    CENTER,
    '2026年11月20日',
  ],
)

const refusal = sample(
  'refusal-decision',
  {
    number: '蚌援不决字〔2026〕9号',
    centerName: CENTER,
    applicant: '李国强',
    reasons: [
      '你申请的买卖合同纠纷不属于法律援助事项范围；',
      '你的家庭人均月收入为5,230.00元，高于本省规定的经济困难标准1,950.00元。',
    ],
    decidedOn: '2026-11-20',
  },
  {
    opening: '你于2026年11月13日向本中心提出的买卖合同纠纷一案的法律援助申请，经审查，理由如下：',
    refusal: '根据《中华人民共和国法律援助法》第三十一条、第三十四条、第四十三条的规定，决定不予法律援助。',
    remedy: '如对本决定有异议，可以向蚌山区司法局提出。',
  },
  [
    '不予法律援助决定书',
    '蚌援不决字〔2026〕9号',
    '李国强：',
    '1. 你申请的',
    '2. 你的家庭',
    '决定不予法律援助',
    '蚌山区司法局',
    CENTER,
    '2026年11月20日',
  ],
)

const assignment = sample(
  'assignment-notice',
  {
    number: '蚌援指字〔2026〕120号',
    centerName: CENTER,
    centerPhone: '0552-2040148',
    contactPerson: '王莉',
    unit: '安徽淮河律师事务所',
    caseNumber: '蚌援民〔2026〕120号',
    recipient: '孙桂英',
    recipientPhone: '13900004418',
    agent: null,
    cause: CAUSE,
    matterKind: '民事',
    stage: '一审',
    aidForm: '民事诉讼代理',
    handler: '赵敏',
    agency: '蚌山区人民法院',
    agencyContact: '立案庭 0552-3020000',
    enclosures: ['给予法律援助决定书', '法律援助申请表复印件', '申请材料复印件'],
    issuedOn: '2026-11-21',
  },
  {
    assignment: '本中心已决定给予孙桂英法律援助。根据《中华人民共和国法律援助法》第四十三条的规定，现指派你单位承办下列案件：',
    duties: [
      '请及时安排本单位律师承办，并将承办人姓名和联系方式告知受援人和本中心；',
      '自安排或者收到指派之日起五日内与受援人签订委托代理协议和授权委托书；',
      '办案中不得收取受援人任何财物。',
    ],
  },
  [
    '指派通知书',
    '蚌援指字〔2026〕120号',
    '安徽淮河律师事务所：',
    '孙桂英',
    '蚌援民〔2026〕120号',
    '赵敏',
    '3. 办案中',
    CENTER,
    '2026年11月21日',
  ],
)

const closing = sample(
  'closing-report',
  {
    caseNumber: '蚌援民〔2026〕45号',
    centerName: CENTER,
    recipient: '孙桂英',
    recipientCategories: '妇女、老年人、农村居民',
    cause: CAUSE,
    matterKind: '民事',
    stage: '一审',
    aidForms: choices(AID_FORMS, '民事诉讼代理'),
    unit: '安徽淮河律师事务所',
    handler: '赵敏',
    licenceNumber: '13403201011234567',
    assignedOn: '2026-03-02',
    closedOn: '2026-11-03',
    agency: '蚌山区人民法院',
    agencyNumber: '（2026）皖0303民初1234号',
    closingDocument: '民事判决书（2026）皖0303民初1234号，2026年11月3日收到',
    summary: [
      { heading: '基本案情', text: NARRATIVE },
      {
        heading: '承办过程',
        text: '3月5日会见受援人，签订委托代理协议；3月12日调取事故认定书和病历；3月20日提交起诉状；6月10日、9月2日两次开庭；9月5日提交代理词。',
      },
      { heading: '代理意见及\n采纳情况', text: '主张残疾赔偿金按城镇居民标准计算，法院予以采纳。' },
      { heading: '办案心得', text: null },
    ],
    civilResults: choices(['胜诉', '部分胜诉', '败诉', '调解', '和解', '撤诉'], '部分胜诉'),
    criminalResults: choices(['意见全部采纳', '意见部分采纳', '意见未采纳']),
    recoveredFen: 14620000,
    avoidedFen: null,
    unitOpinion: { text: '同意结案，材料齐全。', name: '许文', day: '2026-11-08' },
    centerOpinion: { text: null, name: null, day: null },
    enclosures: ['民事判决书', '起诉状', '代理词', '庭审笔录'],
  },
  undefined,
  [
    '法律援助案件结案报告表',
    '蚌援民〔2026〕45号',
    '孙桂英',
    '13403201011234567',
    '（2026）皖0303民初1234号',
    '两次开庭',
    '部分胜诉',
    '146,200.00',
    '同意结案',
    '2026年11月8日',
  ],
)

const subsidy = sample(
  'subsidy-sheet',
  {
    number: '蚌援补贴〔2026〕77号',
    centerName: CENTER,
    caseNumber: '蚌援民〔2026〕45号',
    recipient: '孙桂英',
    cause: CAUSE,
    matterKind: '民事',
    stage: '一审',
    unit: '安徽淮河律师事务所',
    handler: '赵敏',
    handlerKind: '律师',
    closedOn: '2026-11-03',
    steps: [
      { label: '基本标准', detail: '民事诉讼代理，一审，普通程序', clause: '补贴标准 S-01', amountFen: 120000 },
      { label: '差旅补助', detail: '跨区调查取证 2 次 × 100.00', clause: '补贴标准 S-07', amountFen: 20000 },
      {
        label: '质量系数',
        detail: '质量等级：良好，系数 1.05，仅计基本标准：1,200.00 × 5% = 60.00',
        clause: '补贴标准 S-11',
        amountFen: 6000,
      },
      { label: '邮寄、复印', detail: '凭票 17.50', clause: '补贴标准 S-08', amountFen: 1750 },
    ],
    totalFen: 147750,
    approvals: [
      { role: '承办人申报', opinion: '申报金额与核算一致。', name: '赵敏', day: '2026-11-10' },
      { role: '审核人意见', opinion: '材料齐全，核算无误。', name: '王莉', day: '2026-11-18' },
      { role: '负责人审批', opinion: null, name: null, day: null },
      { role: '财务复核', opinion: null, name: null, day: null },
    ],
    origin: ORIGIN,
  },
  undefined,
  [
    '法律援助补贴核算表',
    '蚌援补贴〔2026〕77号',
    '孙桂英',
    '赵敏（律师）',
    '1,200.00',
    '200.00',
    '60.00',
    '17.50',
    '1,477.50',
    '人民币壹仟肆佰柒拾柒元伍角整',
    '材料齐全',
  ],
)

export const PAYMENTS = [
  {
    payee: '赵敏',
    idNumber: '340302198506124528',
    unit: '安徽淮河律师事务所',
    bank: '中国农业银行股份有限公司蚌埠延安路支行',
    account: '6228480000000000018',
    amountFen: 147750,
    caseNumber: '蚌援民〔2026〕45号',
    purpose: '办案补贴',
  },
  {
    payee: '钱大勇',
    idNumber: '34030219790101001X',
    unit: '蚌山区燕山法律服务所',
    bank: '徽商银行蚌埠蚌山支行',
    account: '6217850000000000025',
    amountFen: 80000,
    caseNumber: '蚌援非〔2026〕12号',
    purpose: '办案补贴',
  },
  {
    payee: '孔祥',
    idNumber: '340304199001017719',
    unit: '安徽淮河律师事务所',
    bank: '中国建设银行蚌埠分行',
    account: '6217001650000000033',
    amountFen: 200005,
    caseNumber: '蚌援刑〔2026〕8号',
    purpose: '办案补贴',
  },
] as const

const payments = sample(
  'payment-list',
  {
    number: '蚌援付〔2026〕6号',
    centerName: CENTER,
    period: '2026年11月',
    payments: PAYMENTS,
    madeBy: '王莉',
    checkedBy: null,
    approvedBy: null,
    origin: ORIGIN,
  },
  undefined,
  [
    '法律援助补贴支付清单',
    '蚌援付〔2026〕6号',
    '赵敏',
    '340302198506124528',
    '1,477.50',
    '钱大勇',
    '800.00',
    '孔祥',
    '2,000.05',
    '4,277.55',
    '人民币肆仟贰佰柒拾柒元伍角伍分',
    '制表：王莉',
  ],
  true,
)

const cover = sample(
  'volume-cover',
  {
    fondsName: '蚌埠市蚌山区司法局',
    categoryName: '法律援助　民事',
    volumeTitle: '关于孙桂英机动车交通事故责任纠纷法律援助案（一审）',
    fromDay: '2026-03-02',
    toDay: '2026-11-03',
    retention: '定期30年',
    items: 26,
    pages: 143,
    filingNumber: null,
    fondsCode: 'J019',
    catalogueCode: 'ZY·FY·MS·2026·D30',
    volumeCode: '001',
    archiveNumber: 'J019-ZY·FY·MS·2026·D30-001',
    secrecy: null,
    matterKind: '民事诉讼',
    caseNumber: '蚌援民〔2026〕45号',
    cause: CAUSE,
    recipient: '孙桂英',
    opponent: '葛涛；永安财险蚌埠支公司',
    unit: '安徽淮河律师事务所',
    handler: '赵敏',
    agency: '蚌山区人民法院',
    acceptedOn: '2026-03-02',
    closedOn: '2026-11-03',
    outcome: '判决，部分胜诉',
    filedOn: '2026-11-20',
    filedBy: '钱秀兰',
    parts: 1,
    part: 1,
  },
  undefined,
  [
    '蚌埠市蚌山区司法局',
    '关于孙桂英',
    '蚌援民〔2026〕45号',
    '赵敏',
    '2026年3月',
    '本卷共 26 件 143 页',
    'J019-ZY·FY·MS·2026·D30-001',
    '全宗号',
    'J019',
    '001',
  ],
)

const FILES = [
  ['', '孙桂英', '法律援助申请表'],
  ['', '', '居民身份证复印件'],
  ['', '孙桂英', '经济困难状况说明表'],
  ['蚌援决字〔2026〕40号', '蚌山区法律援助中心', '给予法律援助决定书'],
  ['蚌援指字〔2026〕41号', '蚌山区法律援助中心', '指派通知书'],
  [
    '（2026）皖0303民初1234号',
    '蚌埠市蚌山区人民法院',
    '关于孙桂英诉葛涛、永安财产保险股份有限公司蚌埠中心支公司机动车交通事故责任纠纷一案的民事判决书',
  ],
] as const

export function volumeFiles(count: number) {
  return Array.from({ length: count }, (_, index) => {
    const [documentNumber, responsible, title] = FILES[index % FILES.length] ?? FILES[0]
    return {
      documentNumber,
      responsible,
      title,
      day: index % 7 === 1 ? null : '2026-03-02',
      pages: String(index * 3 + 1),
      remark: '',
    }
  })
}

const contents = sample('volume-contents', { archiveNumber: 'J019-ZY·FY·MS·2026·D30-001', files: volumeFiles(26) }, undefined, [
  '卷内文件目录',
  'J019-ZY·FY·MS·2026·D30-001',
  '顺序号',
  '法律援助申请表',
  '20260302',
  '给予法律援助决定书',
])

const note = sample(
  'volume-note',
  {
    archiveNumber: 'J019-ZY·FY·MS·2026·D30-001',
    pages: 143,
    textPages: 141,
    drawingPages: 0,
    photographs: 4,
    statement: '第37页为复印件，原件存交警部门。\n第58页左下角破损，已裱补。\n庭审录音光盘1张另存，互见号 J019-LY·2026-003。',
    filedBy: '钱秀兰',
    checkedBy: '陈建国',
    filedOn: '2026-11-20',
  },
  undefined,
  ['卷内备考表', '本卷情况说明', '143 页', '4 张', '第37页', '互见号', '钱秀兰', '陈建国', '2026年11月20日'],
)

export const REPORT_SECTIONS = [
  {
    heading: '一、受理与办结',
    columns: ['本期', '本年累计', '上年同期'],
    rows: [
      {
        label: '受理法律援助案件（件）',
        depth: 0,
        bold: true,
        figures: [
          { kind: 'count', value: 42 },
          { kind: 'count', value: 463 },
          { kind: 'count', value: 418 },
        ],
      },
      {
        label: '其中：民事',
        depth: 1,
        figures: [
          { kind: 'count', value: 30 },
          { kind: 'count', value: 322 },
          { kind: 'count', value: 299 },
        ],
      },
      {
        label: '刑事',
        depth: 1,
        figures: [
          { kind: 'count', value: 12 },
          { kind: 'count', value: 141 },
          { kind: 'count', value: null },
        ],
      },
      {
        label: '按期决定率',
        depth: 0,
        figures: [
          { kind: 'percent', value: 100 },
          { kind: 'percent', value: 98.7 },
          { kind: 'percent', value: 95.24 },
        ],
      },
    ],
  },
  {
    heading: '二、经费',
    columns: ['本期（元）', '本年累计（元）'],
    rows: [
      {
        label: '办案补贴支出',
        depth: 0,
        figures: [
          { kind: 'money', fen: 427755 },
          { kind: 'money', fen: 51206000 },
        ],
      },
    ],
  },
] as const

const REPORT = {
  title: '法律援助工作统计月报表',
  number: null,
  unit: CENTER,
  period: '2026年11月',
  sections: REPORT_SECTIONS,
  notes: ['受援人按人次统计，一人多案的分别计算。', '“—”表示该期未统计。'],
  responsible: '陈建国',
  checkedBy: null,
  filledBy: '王莉',
  reportedOn: '2026-12-02',
  origin: ORIGIN,
}
const REPORT_TEXTS = [
  '法律援助工作统计月报表',
  '2026年11月',
  CENTER,
  '一、受理与办结',
  '42',
  '463',
  '98.70%',
  '二、经费',
  '4,277.55',
  '512,060.00',
  '按人次统计',
  '单位负责人：陈建国',
]

const parcel = sample(
  'parcel-cover',
  {
    number: '蚌援报〔2026〕11号',
    sender: CENTER,
    receiver: '蚌埠市司法局公共法律服务科',
    subject: '2026年11月法律援助统计报表及案件明细',
    period: '2026年11月',
    medium: 'U盘1只',
    items: [
      {
        name: '统计月报-202611.xlsx',
        kind: '统计报表',
        bytes: 48213,
        sha256: '3f2a9b7c1d0e8f6a5b4c3d2e1f00112233445566778899aabbccddeeff001122',
      },
      {
        name: '案件明细-202611.csv',
        kind: '案件明细',
        bytes: 193020,
        sha256: 'aa11bb22cc33dd44ee55ff6600778899aabbccddeeff00112233445566778899',
      },
    ],
    parcelSha256: '9c56cc51b374c3ba189210d5b6d4bf57790d351c96c47c02190ecf1e430635ab',
    remark: null,
    preparedBy: '王莉',
    checkedBy: null,
    responsible: null,
    origin: ORIGIN,
  },
  undefined,
  [
    '报送材料封面',
    CENTER,
    '蚌埠市司法局公共法律服务科',
    '9c56cc51 b374c3ba',
    '统计月报-202611.xlsx',
    '48213',
    '3f2a 9b7c 1d0e 8f6a',
    '案件明细-202611.csv',
    '制作人：王莉',
  ],
)

const recovery = sample(
  'recovery-key-page',
  { centerName: CENTER, groups: ['7KQM', 'X2PD', '9HTR', 'V4NC', 'B8WJ', '3FYZ', 'G6AE', 'R5LS'], madeOn: '2026-11-20' },
  undefined,
  ['恢复密钥', CENTER, '7KQM', 'X2PD', '9HTR', 'V4NC', 'B8WJ', '3FYZ', 'G6AE', 'R5LS', '2026年11月20日', '保管人'],
)

const numbers = sample(
  'number-list',
  {
    centerName: CENTER,
    series: '给予法律援助决定书（蚌援决字）',
    year: '2026',
    rows: Array.from({ length: 60 }, (_, index) => {
      const state = index === 7 ? 'gap' : index === 30 ? 'void' : 'used'
      return {
        number: `蚌援决字〔2026〕${index + 1}号`,
        state,
        day: state === 'gap' ? null : '2026-03-02',
        usedFor: state === 'used' ? '孙桂英 交通事故' : '',
        maker: '王莉',
        reason: state === 'gap' ? '启用系统前手工预留，未使用' : state === 'void' ? '受援人姓名录入错误，另发31-1号' : '',
      } as const
    }),
    madeBy: '王莉',
    checkedBy: null,
    origin: ORIGIN,
  },
  undefined,
  ['编号清单', '共 60 号：使用 58 号，空号 1 号，作废 1 号', '蚌援决字〔2026〕1号', '空号', '作废', '蚌援决字〔2026〕60号'],
)

const register = sample(
  'consultation-list',
  {
    centerName: CENTER,
    period: '2026年11月',
    narrowed: '来访',
    rows: Array.from({ length: 40 }, (_, index) => ({
      number: `蚌援咨〔2026〕${index + 1}号`,
      day: '2026-11-11',
      time: '09:20',
      channel: index === 3 ? '电话12348' : '来访',
      callNumber: index === 3 ? 'GD-0093' : null,
      name: '孙桂英',
      persons: index === 5 ? 6 : 1,
      agent: index === 4 ? '孙强' : null,
      phone: '139****4418',
      matter: '民事',
      cause: CAUSE,
      content: '骑三轮电动车被撞伤，保险公司只愿赔偿一部分，问怎样起诉。',
      answer: '告知诉讼时效和举证要求。',
      outcome: '解答',
      places: '',
      toldOfRight: true,
      consultant: '王莉',
      voidReason: index === 30 ? '重复登记' : null,
    })),
    madeBy: '王莉',
    checkedBy: null,
    origin: ORIGIN,
  },
  undefined,
  [
    '法律援助咨询登记簿',
    '2026年11月',
    '共 39 件 44 人次；方式：来访 38、电话12348 1',
    '蚌援咨〔2026〕1号',
    '（孙强代）',
    '等 6 人',
    '作废：重复登记',
    '蚌援咨〔2026〕40号',
  ],
  true,
)

const slip = sample(
  'guidance-slip',
  {
    centerName: CENTER,
    centerPhone: '0552-3018888',
    name: '孙桂英',
    cause: CAUSE,
    day: '2026-11-11',
    places: [
      { name: '人民调解委员会', purpose: '民间纠纷的调解', phone: '0552-3010001', address: '燕山路2号' },
      { name: '人民法院立案庭', purpose: '起诉、立案', phone: null, address: null },
    ],
    note: '带上事故认定书',
    consultant: '王莉',
  },
  { opening: '您咨询的事项不属于本中心的办理范围。', closing: '仍有法律问题的，可以拨打12348。' },
  ['引导告知单', '孙桂英', '不属于本中心', '人民调解委员会', '0552-3010001', '人民法院立案庭', '带上事故认定书', '12348', '王莉'],
)

const ticket = sample(
  'queue-ticket',
  { centerName: CENTER, label: '优012', takenAt: '2026-11-20 09:05', before: 2, rule: '优先的先叫，同类按取号先后。' },
  undefined,
  [CENTER, '优012', '前面还有 2 人', '2026-11-20 09:05', '优先的先叫'],
)

const gaps = sample(
  'number-gaps',
  {
    centerName: CENTER,
    series: '给予法律援助决定书（蚌援决字）',
    year: '2026',
    rows: [
      {
        number: '序号 1–57',
        state: 'gap',
        count: 57,
        day: '2026-06-01',
        usedFor: '',
        maker: '陈建国',
        reason: '本年度 1–57 号为启用前纸质登记',
      },
      {
        number: '蚌援决字〔2026〕61号',
        state: 'void',
        day: '2026-06-03',
        usedFor: '',
        maker: '陈建国',
        reason: '受援人姓名录入错误',
      },
      {
        number: '序号 70–79',
        state: 'reserved',
        count: 10,
        day: '2026-07-02',
        usedFor: '',
        maker: '王莉',
        reason: '预留给 长青乡工作站，未用：停电纸质登记',
      },
      { number: '序号 88', state: 'unexplained', day: null, usedFor: '', maker: '', reason: '登记簿无记录，未说明' },
    ],
    madeBy: '王莉',
    checkedBy: null,
    origin: ORIGIN,
  },
  undefined,
  ['空号说明', '作废 1 号，预留未用 10 号，已说明的空号 57 号，未说明的空号 1 号', '序号 70–79', '长青乡工作站', '未说明'],
)

const block = sample(
  'number-block',
  {
    centerName: CENTER,
    series: '咨询登记',
    year: '2026年',
    holder: '长青乡工作站',
    reason: '停电纸质登记',
    reservedOn: '2026-07-02',
    rows: Array.from({ length: 30 }, (_, index) => {
      const state = index === 0 ? 'used' : index === 1 ? 'void' : 'reserved'
      return {
        number: `蚌援咨〔2026〕${index + 70}号`,
        state,
        day: index === 0 ? '2026-07-02' : null,
        reason: index === 1 ? '号段写坏作废：污损' : '',
      } as const
    }),
    origin: ORIGIN,
  },
  undefined,
  ['纸质登记号段单', '持有人 长青乡工作站', '共 30 号', '蚌援咨〔2026〕70号', '已补录', '蚌援咨〔2026〕99号', '补录旧号'],
)

const packDifference = sample(
  'pack-difference',
  {
    centerName: CENTER,
    before: { version: '2026.1', name: '全国通用规则（示例数据）' },
    after: { version: '2027.1', name: '蚌山区规则' },
    rows: [
      { section: '期限', title: '审查决定', before: '收到申请之日起 7 日内', after: '收到申请之日起 5 日内' },
      { section: '事项和人员', title: '网络购物纠纷', before: null, after: '民事' },
      { section: '补贴', title: '速裁', before: '800.00 元', after: null },
    ],
    madeBy: '赵倩',
    origin: ORIGIN,
  },
  undefined,
  ['规则包对照表', '共 3 处不同', '收到申请之日起 5 日内', '（没有）', '（去掉）'],
)

const LETTER = {
  number: '蚌援证〔2026〕3号',
  addressee: '蚌山区人民法院',
  paragraphs: ['兹证明孙桂英一案已由本中心给予法律援助。', '经济困难状况核查结论：符合经济困难标准。'],
  centerName: CENTER,
  issuedOn: '2026-11-20',
}
const cooperation = sample(
  'cooperation-letter',
  {
    number: '蚌援协字〔2026〕1号',
    centerName: CENTER,
    centerAddress: '蚌山区胜利路1号',
    centerPhone: '0552-3018888',
    contactPerson: '王莉',
    toCenter: '合肥市庐阳区法律援助中心',
    situation: '申请人原住合肥市庐阳区，称在当地没有房产和其他收入。',
    items: ['申请人在庐阳区名下有无房产', '申请人近一年有无社会保险缴费记录'],
    sentOn: '2026-11-12',
  },
  {
    opening: '本中心正在审查孙桂英机动车交通事故责任纠纷一案的法律援助申请，有关情况如下：',
    request: '请你中心协助核实下列事项：',
    answer: '请于2026年11月27日前书面答复本中心；不能协作的，请书面说明理由。',
  },
  [
    '法律援助协作函',
    '蚌援协字〔2026〕1号',
    '合肥市庐阳区法律援助中心',
    '有关情况如下',
    '1. 申请人在',
    '2. 申请人近',
    '书面答复',
    '王莉',
    CENTER,
  ],
)

const reviewed = sample(
  'review-sheet',
  {
    number: '蚌援申〔2026〕163号',
    centerName: CENTER,
    applicant: '孙桂英',
    sex: '女',
    idNumber: '340303196603123027',
    cause: CAUSE,
    receivedOn: '2026-11-11',
    categories: choices(CATEGORIES, '妇女', '农村居民'),
    matterKinds: choices(MATTERS, '民事'),
    stage: '一审',
    scope: '《中华人民共和国法律援助法》第三十一条第七项　请求交通事故人身损害赔偿',
    aidForms: choices(AID_FORMS, '民事诉讼代理'),
    opponent: '葛涛',
    agency: '蚌山区人民法院',
    hardship: '符合。人均月收入 1,320.00 元，低于标准 1,950.00 元',
    hardshipProof: '个人诚信承诺',
    householdSize: '3 人',
    perHead: '1,320.00 元/月',
    line: '1,950.00 元/月',
    facts: '2026年7月19日骑三轮电动车被葛涛驾车撞伤，十级伤残，对方全责。\n保险公司只愿赔 38,000 元。',
    review: { text: '材料齐全，建议给予法律援助。', signLabel: '审查人', name: '王莉', date: '2026年11月17日' },
    decision: { text: null, signLabel: '审批人', name: null, date: '　　　年　　月　　日' },
  },
  undefined,
  [
    '法律援助审查表',
    '孙桂英',
    '340303196603123027',
    CAUSE,
    '第三十一条第七项',
    '葛涛',
    '3 人',
    '符合。',
    '十级伤残',
    '审查意见',
    '王莉',
    '审批意见',
  ],
)

const NOTICE = {
  number: '蚌援告〔2026〕1号',
  centerName: CENTER,
  centerPhone: '0552-3018888',
  contactPerson: '王莉',
  addressee: '孙桂英',
  placeLines: [],
  issuedOn: '2026-11-20',
} as const

const elsewhere = sample(
  'not-ours-notice',
  { ...NOTICE, placeLines: ['地址：庐阳区濉溪路1号', '电话：0551-12348'] },
  { paragraphs: ['你的申请由合肥市庐阳区人民法院审理，不属于本中心受理。', '请向合肥市庐阳区法律援助中心提出。'] },
  ['不属于本中心受理告知书', '蚌援告〔2026〕1号', '孙桂英', '不属于本中心受理', '请向合肥', '地址：', '电话：', '签收人'],
)

const lapsed = sample(
  'deemed-withdrawal-notice',
  NOTICE,
  { paragraphs: ['至2026年11月17日，你未按要求补充材料，视为撤回申请。', '以后符合条件的，你可以重新提出申请。'] },
  ['视为撤回申请通知书', '蚌援告〔2026〕1号', '孙桂英', '视为撤回申请。', '重新提出申请', '签收人'],
)

const objected = sample(
  'objection-receipt',
  { ...NOTICE, number: '蚌援异〔2026〕1号' },
  { paragraphs: ['现收到你对蚌援不决字〔2026〕3号提出的异议。', '对维持决定不服的，可以依法申请行政复议或者提起行政诉讼。'] },
  ['法律援助异议登记凭证', '蚌援异〔2026〕1号', '孙桂英', '提出的异议', '行政复议', '签收人'],
)

const handedOver = sample(
  'hand-over-letter',
  {
    number: '蚌援移字〔2026〕1号',
    centerName: CENTER,
    centerPhone: '0552-3018888',
    contactPerson: '王莉',
    toCenter: '合肥市庐阳区法律援助中心',
    applicant: '孙桂英',
    applicationNumber: '蚌援申〔2026〕163号',
    cause: CAUSE,
    receivedHereAt: '2026-11-11 09:30',
    receivedThereAt: '2026-11-10 15:05',
    reason: '申请人已先向你中心提出同一申请。',
    enclosures: ['法律援助申请表', '身份证　1 份'],
    handedOn: '2026-11-12',
  },
  { handOver: '现将该申请和收到的材料移送你中心，请接收后依法办理。', receipt: '请将回执退回本中心。' },
  [
    '法律援助申请移送函',
    '合肥市庐阳区法律援助中心',
    '移送你中心',
    '蚌援申〔2026〕163号',
    '2026-11-11 09:30',
    '2026-11-10 15:05',
    '随附材料',
    '身份证',
    CENTER,
    '收悉',
    '接收人',
  ],
)

const served = sample(
  'delivery-receipt',
  {
    centerName: CENTER,
    addressee: '孙桂英',
    cause: CAUSE,
    paperTitle: '不予法律援助决定书',
    paperNumber: '蚌援不决字〔2026〕3号',
    place: '蚌山区燕山乡姜桥村 12 号',
    ways: choices(['直接送达', '邮寄送达', '电子送达', '留置送达'], '直接送达'),
    deliveredOn: '2026-11-21',
    signedBy: '周德福',
    relation: '配偶',
    trackingNumber: null,
    witness: null,
    server: '王莉',
    remark: null,
  },
  { note: '受送达人不在或者拒绝签收的，送达人应当记明情况。' },
  [
    '送 达 回 证',
    CENTER,
    '《不予法律援助决定书》',
    '蚌援不决字〔2026〕3号',
    '孙桂英',
    '姜桥村',
    '直接送达',
    '2026年11月21日',
    '周德福',
    '配偶',
    '王莉',
    '受送达人不在',
  ],
)

/** Every form with facts as an office would have them. */
export const SAMPLES: readonly SamplePaper[] = [
  cooperation,
  reviewed,
  elsewhere,
  lapsed,
  objected,
  handedOver,
  served,
  consultation,
  application,
  mandate,
  statement,
  checkSheet,
  receipt,
  supplement,
  grant,
  refusal,
  assignment,
  closing,
  subsidy,
  payments,
  cover,
  contents,
  note,
  sample('report-sheet', REPORT, undefined, REPORT_TEXTS),
  sample('report-sheet-wide', REPORT, undefined, REPORT_TEXTS, true),
  parcel,
  recovery,
  numbers,
  gaps,
  block,
  register,
  slip,
  ticket,
  packDifference,
  sample('aid-certificate', LETTER, undefined, ['法律援助证明', '蚌山区人民法院', '兹证明孙桂英一案']),
  sample('recheck-notice', LETTER, undefined, ['经济困难状况抽查核实告知书', '蚌山区人民法院', '兹证明孙桂英一案']),
]

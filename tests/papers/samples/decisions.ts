import { AID_FORMS, CATEGORIES, CAUSE, CENTER, choices, MATTERS, type SamplePaper, sample } from './sample.ts'

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

/** The course of an application: letters, the review, decisions and their delivery. */
export const DECISION_SAMPLES: readonly SamplePaper[] = [
  cooperation,
  reviewed,
  grant,
  refusal,
  assignment,
  elsewhere,
  lapsed,
  objected,
  handedOver,
  served,
]

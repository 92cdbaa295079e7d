import { AID_FORMS, CAUSE, CENTER, choices, NARRATIVE, ORIGIN, type SamplePaper, sample } from './sample.ts'

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

/** A case from its closing to its volume. */
export const FILE_SAMPLES: readonly SamplePaper[] = [closing, subsidy, payments, cover, contents, note]

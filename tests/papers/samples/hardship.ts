import { CAUSE, CENTER, choices, ORIGIN, type SamplePaper, sample } from './sample.ts'

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

const certificate = sample(
  'aid-certificate',
  {
    number: '蚌援证〔2026〕3号',
    addressee: '蚌山区人民法院',
    paragraphs: [`兹证明孙桂英（340304196603123027）因${CAUSE}一案，本中心已于2026年11月20日作出给予法律援助决定。`],
    centerName: CENTER,
    issuedOn: '2026-11-20',
  },
  undefined,
  ['法律援助证明', '蚌援证〔2026〕3号', '蚌山区人民法院', '兹证明孙桂英', CENTER],
)

const recheck = sample(
  'recheck-notice',
  {
    number: '蚌援告〔2026〕2号',
    addressee: '孙桂英',
    paragraphs: ['本中心对你在蚌援申〔2026〕163号法律援助申请中所作的经济困难状况申报进行抽查核实，查明：名下另有住房一套。'],
    centerName: CENTER,
    issuedOn: '2026-11-20',
  },
  undefined,
  ['经济困难状况抽查核实告知书', '蚌援告〔2026〕2号', '孙桂英', '抽查核实，查明', CENTER],
)

/** What is printed about hardship. */
export const HARDSHIP_SAMPLES: readonly SamplePaper[] = [statement, checkSheet, certificate, recheck]

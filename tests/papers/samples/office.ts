import { CENTER, ORIGIN, type SamplePaper, sample } from './sample.ts'

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

/** Reports, numbers and keys. */
export const OFFICE_SAMPLES: readonly SamplePaper[] = [
  sample('report-sheet', REPORT, undefined, REPORT_TEXTS),
  sample('report-sheet-wide', REPORT, undefined, REPORT_TEXTS, true),
  parcel,
  recovery,
  numbers,
  gaps,
  block,
  packDifference,
]

/** The old registers (旧台账) that can be brought in: consultations (咨询) and cases (案件). */
export const REGISTER_KINDS = ['consultation', 'case'] as const
export type RegisterKind = (typeof REGISTER_KINDS)[number]

/** The lists of codes that a column's words stand for. */
export type ImportList = 'channels' | 'consultationOutcomes' | 'matterTypes' | 'stages' | 'personCategories' | 'sex' | 'yesNo'

/** What a column may be taken for. */
export const IMPORT_FIELDS = [
  'number',
  'day',
  'time',
  'name',
  'sex',
  'birthDate',
  'certificateNumber',
  'phone',
  'householdAddress',
  'address',
  'categories',
  'channel',
  'matterType',
  'stage',
  'cause',
  'opponentName',
  'agency',
  'content',
  'answer',
  'toldOfRight',
  'outcome',
  'consultant',
  'providerName',
  'handlerName',
  'closedOn',
  'closing',
  'archiveNumber',
  'note',
] as const
export type ImportFieldId = (typeof IMPORT_FIELDS)[number]

/**
 * A field of a register. `need`: must – every row needs its own; choose – every row needs one, from its column or as one value for the whole
 * file; may – left empty where the register has none. `list` says that its words are codes. `words` are the heads (表头) it is known by, the
 * surest first; a head that holds one of `not` is never taken for it.
 */
export type ImportField = {
  readonly id: ImportFieldId
  readonly label: string
  readonly need: 'must' | 'choose' | 'may'
  readonly longest: number
  readonly list: ImportList | null
  /** Whether one value may stand for every row. */
  readonly mayBeConstant: boolean
  readonly words: readonly string[]
  readonly not: readonly string[]
}

const OTHERS = ['对方', '被告', '被申请', '承办', '接待', '代理', '律师', '解答', '登记人', '经办', '监护', '法院', '单位']

const person: readonly ImportField[] = [
  field(
    'name',
    '姓名',
    'must',
    60,
    [
      '姓名',
      '来访人',
      '咨询人',
      '受援人',
      '当事人',
      '申请人',
      '来访人姓名',
      '咨询人姓名',
      '受援人姓名',
      '申请人姓名',
      '当事人姓名',
      '来电人',
      '来信人',
      '求助人',
    ],
    OTHERS,
  ),
  field('sex', '性别', 'may', 4, ['性别', '男女'], ['对方'], { list: 'sex' }),
  field('birthDate', '出生日期', 'may', 20, ['出生日期', '出生年月', '出生年月日', '生日'], ['对方']),
  field(
    'certificateNumber',
    '证件号码',
    'may',
    40,
    ['身份证号', '身份证号码', '证件号码', '证件号', '公民身份号码', '身份证'],
    ['对方'],
  ),
  field(
    'phone',
    '联系电话',
    'may',
    40,
    ['联系电话', '电话', '联系方式', '手机', '手机号', '手机号码', '电话号码', '联系号码'],
    ['对方', '承办', '律师', '单位'],
  ),
  field('householdAddress', '户籍地', 'may', 120, ['户籍地', '户籍地址', '户口所在地', '户籍所在地'], ['对方']),
  field(
    'address',
    '住址',
    'may',
    120,
    [
      '住址',
      '地址',
      '现住址',
      '家庭住址',
      '居住地',
      '联系地址',
      '住所',
      '住所地',
      '工作单位或住址',
      '工作单位及住址',
      '单位或住址',
    ],
    ['对方'],
  ),
  field(
    'categories',
    '人员类别',
    'may',
    200,
    ['人员类别', '人员类型', '受援人类别', '受援人类型', '人群', '人群类别', '当事人类别', '申请人类别', '身份类别', '特殊群体'],
    ['对方'],
    { list: 'personCategories' },
  ),
]

const matter: readonly ImportField[] = [
  field(
    'matterType',
    '案件类别',
    'choose',
    60,
    ['案件类别', '案件类型', '事项类别', '事项类型', '咨询类别', '咨询类型', '类别', '类型', '案件性质', '案件种类', '性质'],
    ['人员', '人群', '证件', '当事人', '受援人', '方式'],
    { list: 'matterTypes', mayBeConstant: true },
  ),
  field(
    'cause',
    '案由',
    'may',
    60,
    ['案由', '事由', '咨询事项', '事项', '案由或事项', '咨询事由', '纠纷类型', '援助事项', '案件名称', '案情类别'],
    [],
  ),
  field(
    'opponentName',
    '对方当事人',
    'may',
    100,
    ['对方当事人', '对方', '被告', '被申请人', '对方姓名', '对方名称', '对方当事人姓名', '被投诉人', '对方单位'],
    ['电话', '地址', '住址', '代理'],
  ),
]

const CONSULTATION: readonly ImportField[] = [
  field(
    'number',
    '编号',
    'may',
    60,
    ['编号', '咨询编号', '登记编号', '登记号', '序号', '号', '登记序号', '咨询序号', '流水号'],
    ['身份', '证件', '电话', '手机'],
  ),
  field(
    'day',
    '咨询日期',
    'must',
    40,
    [
      '咨询日期',
      '来访日期',
      '来访时间',
      '咨询时间',
      '登记日期',
      '登记时间',
      '接待日期',
      '接待时间',
      '日期',
      '来电日期',
      '来电时间',
      '来信日期',
      '时间',
      '年月日',
    ],
    ['出生', '答复', '回复', '办结'],
  ),
  field('time', '时刻', 'may', 40, ['时刻', '具体时间', '钟点', '时分', '几点', '时间'], ['出生', '答复', '办结']),
  ...person,
  field(
    'channel',
    '咨询方式',
    'choose',
    60,
    ['咨询方式', '来访方式', '方式', '渠道', '咨询渠道', '咨询形式', '来访形式', '接待方式', '受理方式', '来源', '形式'],
    ['联系', '处理', '答复'],
    { list: 'channels', mayBeConstant: true },
  ),
  ...matter,
  field(
    'content',
    '咨询内容',
    'may',
    4000,
    [
      '咨询内容',
      '内容',
      '案情',
      '案情简介',
      '主要内容',
      '咨询问题',
      '基本情况',
      '事实与理由',
      '简要案情',
      '来访内容',
      '咨询事项及内容',
      '反映问题',
    ],
    ['答复', '解答', '处理'],
  ),
  field(
    'answer',
    '答复意见',
    'may',
    4000,
    ['答复意见', '答复', '解答', '解答意见', '解答内容', '答复内容', '法律意见', '回复', '处理意见', '解答情况', '答复情况'],
    ['人', '日期', '时间'],
  ),
  field(
    'toldOfRight',
    '已告知可申请援助',
    'choose',
    60,
    ['是否告知', '告知', '告知权利', '已告知权利', '是否告知法律援助', '告知申请', '告知法律援助'],
    [],
    { list: 'yesNo', mayBeConstant: true },
  ),
  field(
    'outcome',
    '处理结果',
    'choose',
    60,
    ['处理结果', '结果', '处理情况', '办理结果', '处理方式', '去向', '处理', '办理情况'],
    ['日期', '时间'],
    { list: 'consultationOutcomes', mayBeConstant: true },
  ),
  field(
    'consultant',
    '接待人',
    'may',
    60,
    [
      '接待人',
      '解答人',
      '接待人员',
      '值班人员',
      '值班律师',
      '接访人',
      '答复人',
      '经办人',
      '咨询员',
      '登记人',
      '解答律师',
      '接待律师',
      '接听人',
    ],
    ['电话'],
  ),
  field('note', '备注', 'may', 1000, ['备注', '说明', '其他', '附注'], []),
]

const CASE: readonly ImportField[] = [
  field(
    'number',
    '案号',
    'may',
    60,
    [
      '案号',
      '案件编号',
      '编号',
      '援助编号',
      '受理编号',
      '文号',
      '援助文号',
      '卷号',
      '登记号',
      '序号',
      '决定书号',
      '决定书文号',
      '号',
      '流水号',
    ],
    ['身份', '证件', '电话', '手机', '档', '指派'],
  ),
  field(
    'day',
    '立案日期',
    'must',
    40,
    [
      '立案日期',
      '受理日期',
      '受理时间',
      '立案时间',
      '批准日期',
      '批准时间',
      '决定日期',
      '审批日期',
      '收案日期',
      '收案时间',
      '申请日期',
      '申请时间',
      '登记日期',
      '援助日期',
      '指派日期',
      '指派时间',
      '日期',
      '时间',
      '年月日',
    ],
    ['出生', '结案', '办结', '归档', '开庭'],
  ),
  ...person,
  ...matter,
  field('stage', '办理阶段', 'may', 60, ['办理阶段', '阶段', '诉讼阶段', '程序', '审级', '案件阶段', '诉讼程序'], [], {
    list: 'stages',
    mayBeConstant: true,
  }),
  field(
    'agency',
    '办案机关',
    'may',
    100,
    ['办案机关', '受理法院', '审理法院', '法院', '办案单位', '管辖法院', '审理机关', '受理机关', '仲裁机构'],
    ['法律援助'],
  ),
  field(
    'content',
    '案情',
    'may',
    4000,
    ['案情', '案情简介', '基本案情', '简要案情', '主要案情', '申请事由', '申请事项', '事实与理由'],
    [],
  ),
  field(
    'providerName',
    '承办单位',
    'may',
    100,
    ['承办单位', '承办机构', '律师事务所', '律所', '指派单位', '受指派单位', '所在单位', '法律服务机构', '承办律所'],
    ['电话'],
  ),
  field(
    'handlerName',
    '承办人',
    'may',
    60,
    [
      '承办人',
      '承办律师',
      '承办人员',
      '律师',
      '办案律师',
      '指派律师',
      '代理人',
      '辩护人',
      '办案人',
      '援助律师',
      '承办人姓名',
      '法律援助人员',
    ],
    ['电话', '对方', '事务所', '机构', '单位'],
  ),
  field(
    'closedOn',
    '结案日期',
    'may',
    40,
    ['结案日期', '结案时间', '办结日期', '办结时间', '结案', '办结'],
    ['方式', '结果', '情况'],
  ),
  field(
    'closing',
    '办理结果',
    'may',
    1000,
    ['办理结果', '结案方式', '处理结果', '结果', '案件结果', '判决结果', '结案情况', '办理情况', '裁判结果', '援助效果'],
    ['日期', '时间'],
  ),
  field('archiveNumber', '档号', 'may', 100, ['档号', '归档号', '档案号', '案卷号', '卷宗号', '归档编号', '档案编号'], []),
  field('note', '备注', 'may', 1000, ['备注', '说明', '其他', '附注'], []),
]

/** The fields of a register, in the order in which a screen shows them. */
export function importFields(register: RegisterKind): readonly ImportField[] {
  return register === 'consultation' ? CONSULTATION : CASE
}

function field(
  id: ImportFieldId,
  label: string,
  need: ImportField['need'],
  longest: number,
  words: readonly string[],
  not: readonly string[],
  more: { readonly list?: ImportList; readonly mayBeConstant?: boolean } = {},
): ImportField {
  return { id, label, need, longest, words, not, list: more.list ?? null, mayBeConstant: more.mayBeConstant ?? false }
}

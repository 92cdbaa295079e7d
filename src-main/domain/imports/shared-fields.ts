import type { ImportField, ImportFieldId, ImportList } from './fields.ts'

/** Words that tell a column of somebody else than the person who came. */
export const OTHERS = ['对方', '被告', '被申请', '承办', '接待', '代理', '律师', '解答', '登记人', '经办', '监护', '法院', '单位']

/** Who came or is helped, in either register. */
export const person: readonly ImportField[] = [
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

/** What it is about, in either register. */
export const matter: readonly ImportField[] = [
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

/** One field of a register (旧册栏目) with the heads that name it and those that only look like it. */
export function field(
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

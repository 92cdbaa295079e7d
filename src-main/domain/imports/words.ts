import type { ImportList } from './fields.ts'

/** Words that old registers use for a code, besides the code's own label. A word of two characters or more also counts inside a longer text. */
type Words = { readonly code: string; readonly words: readonly string[] }

const WORDS: Readonly<Record<ImportList, readonly Words[]>> = {
  channels: [
    { code: 'visit', words: ['来访', '来人', '当面', '面询', '窗口', '上门', '接待', '现场'] },
    { code: 'phone-12348', words: ['电话', '来电', '12348', '热线'] },
    { code: 'letter', words: ['来信', '信函', '信件', '书信', '函'] },
    { code: 'network', words: ['网络', '网上', '微信', '在线', '平台', 'QQ', '邮件', '线上'] },
  ],
  consultationOutcomes: [
    { code: 'answered', words: ['解答', '已解答', '答复', '已答复', '咨询', '已咨询', '当场解答', '口头答复'] },
    { code: 'drafted', words: ['代书', '代拟', '代写', '代拟文书', '代写文书', '代拟法律文书'] },
    {
      code: 'to-application',
      words: ['受理', '转为申请', '申请援助', '申请法律援助', '转申请', '已申请', '立案', '转援助', '给予援助'],
    },
    { code: 'directed', words: ['引导', '转介', '转办', '告知其他部门', '指引', '转其他部门'] },
  ],
  matterTypes: [
    { code: 'civil', words: ['民事', '民', '婚姻家庭', '交通事故', '合同', '侵权', '损害赔偿', '继承', '婚姻', '赡养', '抚养'] },
    { code: 'criminal', words: ['刑事', '刑', '刑事辩护', '刑事案件'] },
    { code: 'administrative', words: ['行政', '行', '国家赔偿', '行政复议'] },
    {
      code: 'arbitration',
      words: ['劳动仲裁', '仲裁', '仲', '劳动争议', '劳动', '劳动纠纷', '劳资', '劳务', '农民工讨薪', '讨薪'],
    },
    { code: 'non-litigation', words: ['非诉', '非诉讼', '非', '调解', '公证'] },
  ],
  stages: [
    { code: 'first-instance', words: ['一审', '第一审', '初审'] },
    { code: 'second-instance', words: ['二审', '第二审', '终审', '上诉'] },
    { code: 'retrial', words: ['再审', '申诉', '抗诉'] },
    { code: 'enforcement', words: ['执行'] },
    { code: 'investigation', words: ['侦查', '侦察'] },
    { code: 'prosecution', words: ['审查起诉', '起诉'] },
    { code: 'arbitration', words: ['仲裁', '劳动仲裁'] },
    { code: 'mediation', words: ['调解'] },
    { code: 'reconsideration', words: ['行政复议', '复议'] },
  ],
  personCategories: [
    { code: 'migrant-worker', words: ['农民工', '务工人员', '外来务工'] },
    { code: 'disabled', words: ['残疾人', '残疾', '残障'] },
    { code: 'elderly', words: ['老年人', '老人', '老年'] },
    { code: 'minor', words: ['未成年人', '未成年', '少年', '儿童'] },
    { code: 'woman', words: ['妇女', '女性'] },
    { code: 'soldier', words: ['军人军属', '军人', '军属', '现役军人'] },
    { code: 'veteran', words: ['退役军人', '退伍军人', '复员军人'] },
    { code: 'minimum-living', words: ['低保', '低保户', '最低生活保障'] },
    { code: 'destitute', words: ['特困', '五保', '五保户'] },
    { code: 'rural', words: ['农民', '农村居民', '农业户口', '村民'] },
    { code: 'unemployed', words: ['失业', '下岗', '无业'] },
    { code: 'minority', words: ['少数民族'] },
    { code: 'other', words: ['其他', '一般', '普通', '其它'] },
  ],
  sex: [
    { code: 'male', words: ['男', '男性', 'M', '先生'] },
    { code: 'female', words: ['女', '女性', 'F', '女士'] },
  ],
  yesNo: [
    { code: 'yes', words: ['是', '已告知', '有', '√', '✓', '1', 'Y', '告知', '已'] },
    { code: 'no', words: ['否', '未告知', '无', '×', '✗', '0', 'N', '没有', '未'] },
  ],
}

/** An entry of a list that words may stand for. */
export type ListedCode = { readonly code: string; readonly label: string }

/**
 * The code that a register's word stands for among these entries: the label or a known word as a whole, then the one that is found inside.
 * Null when none or several would fit.
 */
export function codeOfWord(list: ImportList, word: string, entries: readonly ListedCode[]): string | null {
  const wanted = bare(word)
  if (wanted === '') return null
  const known = entries.map(entry => ({
    code: entry.code,
    words: [entry.label, ...(WORDS[list].find(one => one.code === entry.code)?.words ?? [])].map(bare),
  }))
  const whole = known.filter(one => one.words.includes(wanted))
  if (whole.length > 0) return whole[0]?.code ?? null
  const longestInside = known
    .map(one => ({
      code: one.code,
      length: one.words
        .filter(text => text.length > 1 && (wanted.includes(text) || (wanted.length > 1 && text.includes(wanted))))
        .reduce((most, text) => Math.max(most, text.length), 0),
    }))
    .filter(one => one.length > 0)
    .sort((a, b) => b.length - a.length)
  const [first, second] = longestInside
  return first && first.length > (second?.length ?? 0) ? first.code : null
}

function bare(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}√✓×✗]/gu, '')
}

import type { FactsOf, FormId, RenderedPaper, WordedOptions } from '../../../src-main/papers/catalogue.ts'
import { composePaper, renderPaper, renderPaperDocx } from '../../../src-main/papers/catalogue.ts'
import type { Composition } from '../../../src-main/papers/render-html.ts'

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

export function sample<Id extends FormId>(
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

export const CENTER = '蚌山区法律援助中心'

export const CAUSE = '机动车交通事故责任纠纷'

export function choices(all: readonly string[], ...checked: readonly string[]) {
  return all.map(label => ({ label, checked: checked.includes(label) }))
}

export const MATTERS = ['民事', '刑事', '行政', '国家赔偿', '劳动仲裁', '其他']

export const CATEGORIES = [
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

export const AID_FORMS = [
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

export const NARRATIVE =
  '2026年7月19日14时许，申请人骑三轮电动车沿燕山路由东向西行驶，被葛涛驾驶的小型轿车撞伤，当日送医，诊断为左侧胫腓骨骨折，住院32天，经鉴定构成十级伤残。交警部门认定葛涛负事故全部责任。\n申请人多次与保险公司协商，保险公司只愿赔偿38,000元，双方不能达成一致。申请人现无力聘请律师，请求提供法律援助，代理提起诉讼。'

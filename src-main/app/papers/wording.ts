import type { CheckFacts } from '../../domain/hardship/facts.ts'
import { chineseNumeral } from '../../domain/legal-clause.ts'
import type { RulePack, TimeLimitId, WordingId } from '../../domain/rule-pack/rule-pack.ts'

/** A sentence that rests on law, from the pack, with its placeholders filled. Throws when the pack lacks it: its schema demands every one. */
export function wordingOf(pack: RulePack, id: WordingId, values: Readonly<Record<string, string>> = {}): string {
  const wording = pack.wording.find(one => one.id === id)
  if (!wording) throw new Error(`The rule pack has no wording ${id}`)
  return wording.text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** Outcomes of the hardship check (经济困难核查) in words. */
export const HARDSHIP_WORDS = {
  met: '符合',
  'not-met': '不符合',
  waived: '免予核查',
  'not-applicable': '不适用',
  'needs-person': '须人工核查',
} as const

/** The way of proof (核查方式) in words. */
export function wayWords(way: CheckFacts['proofWay']): string {
  if (way === null) return '未选定'
  return way.way === 'declaration' ? '个人诚信承诺' : '信息核查'
}

/** The label of a code in one of the pack's lists; the code itself when an older pack had it and this one has not. */
export function labelOf(list: readonly { readonly code: string; readonly label: string }[], code: string): string {
  return list.find(entry => entry.code === code)?.label ?? code
}

/** A list of codes as tick boxes (勾选框), with those given ticked. */
export function choicesOf(list: readonly { readonly code: string; readonly label: string }[], ticked: readonly string[]) {
  return list.map(entry => ({ label: entry.label, checked: ticked.includes(entry.code) }))
}

/** Type of matter and stage in words. */
export function matterLabels(
  pack: RulePack,
  matterType: string,
  stage: string,
): { readonly kind: string; readonly stage: string } {
  const entry = pack.codes.matterTypes.find(one => one.code === matterType)
  return { kind: entry?.label ?? matterType, stage: entry ? labelOf(entry.stages, stage) : stage }
}

/** Forms of aid with the stage, ready to print: “民事诉讼代理（一审）”. */
export function aidFormText(pack: RulePack, aidForms: readonly string[], stage: string): string {
  return `${aidForms.map(code => labelOf(pack.codes.aidForms, code)).join('、')}（${stage}）`
}

/** The days of a time limit as papers tell them, in Chinese numerals: 七, 三十. */
export function limitDays(ctx: { readonly pack: RulePack }, id: TimeLimitId): string {
  const limit = ctx.pack.time.limits.find(one => one.id === id)
  if (!limit) throw new Error(`The rule pack has no time limit ${id}`)
  return chineseNumeral(limit.days)
}

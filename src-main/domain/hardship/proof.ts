import { type ExplainedStep, stepOn } from '../rule-basis.ts'
import type { HardshipRules } from '../rule-pack/hardship.ts'
import type { ProofWay } from './facts.ts'

/** Whether what was told stands on a proof (法律援助法 41): the step to print, and why not where it does not. */
export type Proven = { readonly step: ExplainedStep; readonly problem: string | null; readonly missing: readonly string[] }

/** The way of proof: a signed undertaking, or a query of others' data that agrees. Nothing chosen is a question left open. */
export function provenBy(way: ProofWay | null, rules: HardshipRules): Proven {
  const { declaration, query = declaration } = rules.steps
  if (way === null)
    return {
      step: stepOn(declaration, '核查方式', '没有选定个人诚信承诺或者信息核查', '未定'),
      problem: '没有选定核查方式',
      missing: ['核查方式'],
    }
  if (way.way === 'declaration') {
    const signed = way.signedOn === null ? '已签' : `${way.signedOn} 签`
    return way.isSigned
      ? { step: stepOn(declaration, '个人诚信承诺', signed, '已签'), problem: null, missing: [] }
      : {
          step: stepOn(declaration, '个人诚信承诺', '未签，须查询有关信息或者补签后再定', '未签'),
          problem: '没有个人诚信承诺，须查询核实',
          missing: way.isSigned === null ? ['是否已签个人诚信承诺'] : [],
        }
  }
  const asked = [way.queriedOn, way.sources].filter(part => part !== null).join('　') || '未写查询情况'
  if (way.agrees === true && way.sources !== null && way.queriedOn !== null)
    return { step: stepOn(query, '信息核查', asked, '一致'), problem: null, missing: [] }
  const missing = [
    ...(way.queriedOn === null ? ['信息核查的日期'] : []),
    ...(way.sources === null ? ['信息核查的单位和内容'] : []),
    ...(way.agrees === null ? ['信息核查的结果'] : []),
  ]
  return way.agrees === false
    ? { step: stepOn(query, '信息核查', asked, '不一致'), problem: '信息核查结果与申报不一致', missing }
    : { step: stepOn(query, '信息核查', asked, '待核'), problem: '信息核查还没有完成', missing }
}

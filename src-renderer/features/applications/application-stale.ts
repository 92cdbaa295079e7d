import type { RulePack } from '../../../src-main/domain/rule-pack.ts'
import { formatYuan } from '../../ui/money-text.ts'
import { personStaleFields, wordOf } from '../../ui/person-words.ts'
import type { StaleField } from '../../ui/stale-merge.ts'
import { type ApplicationValues, applicationLabel } from './application-values.ts'
import { ROUTE_WORDS } from './hardship-words.ts'

/** The fields a late save of an application compares, with their values in words. */
export function applicationStaleFields(pack: RulePack): readonly StaleField<ApplicationValues>[] {
  const { codes, hardship } = pack
  const grounds = [...hardship.waivedGrounds, ...hardship.notApplicableGrounds]
  const stages = codes.matterTypes.flatMap(type => type.stages)
  const fields = {
    receivedOn: values => values.receivedOn ?? '',
    matterType: values => wordOf(codes.matterTypes, values.matterType),
    stage: values => wordOf(stages, values.stage),
    cause: values => values.cause,
    scope: values => wordOf(codes.scopes, values.scope),
    aidForms: values => values.aidForms.map(code => wordOf(codes.aidForms, code)).join('、'),
    opponentName: values => values.opponentName,
    agency: values => values.agency,
    facts: values => values.facts,
    route: values => (values.route === '' ? '' : ROUTE_WORDS[values.route]),
    members: values =>
      values.members
        .map(member => `${member.name} ${member.monthlyIncomeFen === null ? '' : formatYuan(member.monthlyIncomeFen)}`)
        .join('；'),
    isDeclared: values => (values.isDeclared === null ? '' : values.isDeclared ? '已签' : '未签'),
    ground: values => wordOf(grounds, values.ground),
    proof: values => values.proof,
    materials: values => `${values.materials.length} 种　${values.materials.map(material => material.name).join('、')}`,
  } as const satisfies { readonly [Key in keyof ApplicationValues]?: (values: ApplicationValues) => string }
  const own = Object.entries(fields).map(([key, words]) => ({
    key: key as keyof typeof fields,
    label: applicationLabel(key),
    words,
  }))
  return [...personStaleFields(codes), ...own]
}

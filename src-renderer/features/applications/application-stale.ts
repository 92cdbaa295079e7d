import type { ProofWay } from '../../../src-main/domain/hardship/facts.ts'
import type { Area, HardshipRules } from '../../../src-main/domain/rule-pack/hardship.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { formatYuan } from '../../ui/money-text.ts'
import { personStaleFields, wordOf } from '../../ui/person-words.ts'
import type { StaleField } from '../../ui/stale-merge.ts'
import { type ApplicationValues, applicationLabel } from './application-values.ts'
import type { AssetDraft, MemberDraft } from './hardship-values.ts'
import { AREA_LABELS, ROUTE_WORDS } from './hardship-words.ts'
import { partsWords } from './party-words.ts'
import { yesNoWord } from './yes-no-words.ts'

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
    ...partsWords(pack),
    route: values => (values.route === '' ? '' : ROUTE_WORDS[values.route]),
    members: values => values.members.map(memberWords).join('；'),
    opponentInFamily: values => yesNoWord(values.opponentInFamily),
    registrationArea: values => areaWord(values.registrationArea),
    residenceArea: values => areaWord(values.residenceArea),
    assets: values => values.assets.map(item => assetWords(item, hardship)).join('；'),
    assetsNone: values => values.assetsNone.map(code => wordOf(hardship.assetKinds ?? [], code)).join('、'),
    suddenHardship: values => values.suddenHardship,
    outlays: values => values.outlays,
    debts: values => values.debts,
    proofWay: values => proofWords(values.proofWay),
    ground: values => wordOf(grounds, values.ground),
    proof: values => values.proof,
    document: ({ document }) => [document.issuer, document.number, document.issuedOn ?? ''].join(' ').trim(),
    materials: values => `${values.materials.length} 种　${values.materials.map(material => material.name).join('、')}`,
  } as const satisfies { readonly [Key in keyof ApplicationValues]?: (values: ApplicationValues) => string }
  const own = Object.entries(fields).map(([key, words]) => ({
    key: key as keyof typeof fields,
    label: applicationLabel(key),
    words,
  }))
  return [...personStaleFields(codes), ...own]
}

function memberWords(member: MemberDraft): string {
  if (member.hasNoIncome) return `${member.name} 无收入`
  const sums = member.incomes.flatMap(income =>
    income.amountFen === null ? [] : [`${formatYuan(income.amountFen)}${income.months === 1 ? '' : `（${income.months} 个月）`}`],
  )
  return `${member.name} ${sums.join('、')}`
}

function assetWords(item: AssetDraft, rules: HardshipRules): string {
  const amount = item.amountFen === null ? String(item.pieces ?? '') : formatYuan(item.amountFen)
  return `${wordOf(rules.assetKinds ?? [], item.kind)} ${amount}`
}

function areaWord(area: Area | null): string {
  return area === null ? '' : AREA_LABELS[area]
}

function proofWords(way: ProofWay | null): string {
  if (way === null) return ''
  if (way.way === 'declaration') return `个人诚信承诺　${way.isSigned === null ? '' : way.isSigned ? '已签' : '未签'}`
  return `信息核查　${way.sources ?? ''}　${way.agrees === null ? '' : way.agrees ? '一致' : '不一致'}`
}

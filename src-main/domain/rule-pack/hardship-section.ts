import { standardSentence } from '../hardship/standard-words.ts'
import { formatYuan } from '../money.ts'
import { labelOf } from './codes.ts'
import type {
  FamilyCondition,
  FamilyRules,
  HardshipGround,
  HardshipRules,
  HardshipStandard,
  PublishedFigure,
} from './hardship.ts'
import type { RulePack } from './rule-pack.ts'
import type { PackLine, PackSection } from './sections.ts'
import { span } from './span-words.ts'

/** 经济困难: the line, how income is counted, and the grounds without a check. */
export function hardshipSection(pack: RulePack): PackSection {
  const { hardship } = pack
  const { steps } = hardship
  return {
    id: 'hardship',
    title: '经济困难',
    groups: [
      { title: '经济困难标准', note: '按申请日选用', lines: hardship.standards.map(one => standardLine(one, hardship)) },
      { title: '本地公布数', lines: (hardship.figures ?? []).flatMap(figureLines) },
      { title: '家庭成员怎样算', lines: hardship.family ? familyLines(hardship.family, pack) : [] },
      {
        title: '核查步骤',
        lines: [
          { key: 'household', title: '家庭成员', text: '共同生活的家庭成员一并计算', basis: steps.household },
          { key: 'opponentExcluded', title: '对方当事人', text: '是家庭成员的，只看申请人本人', basis: steps.opponentExcluded },
          { key: 'income', title: '收入', text: '按家庭收入状况核查', basis: steps.income },
          { key: 'average', title: '平均', text: '按标准规定的月数平均', basis: steps.average },
          { key: 'comparison', title: '比较', text: '与经济困难标准比较', basis: steps.comparison },
          { key: 'declaration', title: '诚信承诺', text: '申请人书面承诺，如实说明', basis: steps.declaration },
        ],
      },
      {
        title: '计入收入',
        lines: (hardship.incomeSources ?? []).map(one => ({
          key: `income.${one.code}`,
          title: one.label,
          text: one.treatment === 'deducted' ? '从收入里减去' : '',
          basis: one.basis,
        })),
      },
      {
        title: '不计入收入',
        lines: hardship.incomeExclusions.map(one => ({
          key: `excluded.${one.code}`,
          title: one.label,
          text: '',
          basis: one.basis,
        })),
      },
      {
        title: '财产',
        lines: (hardship.assetKinds ?? []).map(one => ({
          key: `asset.${one.code}`,
          title: one.label,
          text: one.exceptions.length === 0 ? '' : `不看：${one.exceptions.map(each => each.label).join('、')}`,
          basis: one.basis,
        })),
      },
      { title: '免予核查', lines: hardship.waivedGrounds.map(groundLine) },
      { title: '不受经济困难条件限制', lines: hardship.notApplicableGrounds.map(groundLine) },
      { title: '其他', lines: otherLines(hardship) },
    ].filter(group => group.lines.length > 0),
  }
}

function standardLine(standard: HardshipStandard, rules: HardshipRules): PackLine {
  return {
    key: standard.id,
    title: standard.name,
    text: `${standardSentence(standard, rules)}。${span(standard.from, standard.to)}`,
    basis: standard.basis,
  }
}

function groundLine(ground: HardshipGround): PackLine {
  return {
    key: ground.code,
    title: ground.label,
    text: ground.proofs.length === 0 ? '' : `证明材料：${ground.proofs.join('；')}`,
    basis: ground.basis,
  }
}

const AREA_WORDS = { urban: '城镇', rural: '农村', any: '' } as const

/** A published figure (低保、人均收入) with a line for each area and span: that is what a center mends every year. */
function figureLines({ id, label, period, values }: PublishedFigure): readonly PackLine[] {
  return values.map(one => ({
    key: `figure.${id}.${one.area}.${one.from}`,
    title: [label, AREA_WORDS[one.area]].filter(Boolean).join('　'),
    text: `${formatYuan(one.fen)} 元／${period === 'month' ? '月' : '年'}，${span(one.from, one.to)}`,
    basis: one.basis,
  }))
}

const CONDITION_WORDS: Readonly<Record<FamilyCondition, string>> = {
  always: '一律计入',
  'living-together': '共同生活的计入',
  'living-and-sharing': '共同生活并且共用收入的计入',
}

function familyLines({ rules, opponentInside, individual, areaBy }: FamilyRules, { codes }: RulePack): readonly PackLine[] {
  return [
    ...rules.map(rule => ({
      key: `family.${rule.label}`,
      title: rule.label,
      text: [
        rule.relations.map(code => labelOf(codes.kinshipRelations, code)).join('、'),
        rule.ageBelow === undefined ? '' : `未满 ${rule.ageBelow} 周岁`,
        CONDITION_WORDS[rule.condition],
      ]
        .filter(Boolean)
        .join('，'),
      basis: rule.basis,
    })),
    ...individual.map(one => ({
      key: `individual.${one.label}`,
      title: one.label,
      text: ['只看申请人本人', [...(one.scopes ?? []).map(code => labelOf(codes.scopes, code)), ...(one.causes ?? [])].join('、')]
        .filter(Boolean)
        .join('：'),
      basis: one.basis,
    })),
    {
      key: 'opponentInside',
      title: '对方当事人是家庭成员的',
      text: opponentInside === 'applicant-alone' ? '只看申请人本人' : '不算对方当事人，看其余家庭成员',
      basis: null,
    },
    {
      key: 'areaBy',
      title: '城镇还是农村',
      text: areaBy.by === 'registration' ? '看户籍' : '看经常居住地',
      basis: areaBy.basis,
    },
  ]
}

function otherLines({ suddenHardship, recheck, aidCertificate }: HardshipRules): readonly PackLine[] {
  return [
    ...(suddenHardship
      ? [{ key: 'sudden', title: suddenHardship.label, text: '可以个案裁量', basis: suddenHardship.basis }]
      : []),
    ...(recheck
      ? [
          {
            key: 'recheck',
            title: '抽查核实',
            text: `凭承诺给予援助的抽取 ${recheck.percent}%，至少 ${recheck.atLeast} 件${recheck.decisionDays === null ? '' : `；不实的 ${recheck.decisionDays} 日内处理`}`,
            basis: recheck.basis,
          },
          { key: 'recheck.notice', title: '抽查核实告知书', text: recheck.notice, basis: recheck.falseBasis },
        ]
      : []),
    ...(aidCertificate
      ? [{ key: 'certificate', title: '法律援助证明', text: aidCertificate.text, basis: aidCertificate.basis }]
      : []),
  ]
}

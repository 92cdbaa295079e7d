import { archivePatternProblems } from '../domain/archive-number.ts'
import { type CaseWhen, MATTER_TYPES } from '../domain/case-facts.ts'
import { collidingSeries } from '../domain/number-collisions.ts'
import { patternProblems } from '../domain/number-pattern.ts'
import { CONFLICT_RULE_IDS } from '../domain/rule-pack/people.ts'
import { NUMBER_SERIES_IDS, PAUSE_REASONS, type RulePack, TIME_LIMIT_IDS, WORDING_IDS } from '../domain/rule-pack/rule-pack.ts'
import { applicationFaults } from './application-faults.ts'
import { dateRangeFaults } from './date-range-faults.ts'
import { filingFaults } from './filing-faults.ts'
import { hardshipFaults } from './hardship-faults.ts'
import { reportFaults } from './report-faults.ts'
import { type Fault, unknownCodes } from './schema-faults.ts'

type Path = readonly (string | number)[]

/** What is wrong between the parts of a pack whose shape is right: duplicates, dates, references, patterns. Sentences name the thing. */
export function packFaults(pack: RulePack): Fault[] {
  return [
    ...duplicateFaults(pack, []),
    ...sourceFaults(pack, new Set(pack.sources.map(source => source.name)), []),
    ...completenessFaults(pack),
    ...dateRangeFaults(pack.hardship.standards, ['hardship', 'standards'], '经济困难标准'),
    ...dateRangeFaults(pack.subsidyTables, ['subsidyTables'], '补贴标准'),
    ...hardshipFaults(pack),
    ...numberFaults(pack),
    ...conditionFaults(pack),
    ...codeFaults(pack),
    ...applicationFaults(pack),
    ...wordingFaults(pack),
    ...privacyFaults(pack),
    ...subsidyFaults(pack),
    ...retentionFaults(pack),
    ...filingFaults(pack),
    ...reportFaults(pack),
  ]
}

/** Ids, codes and source names must be unique in their list. */
function duplicateFaults(value: unknown, path: Path): Fault[] {
  if (Array.isArray(value)) {
    const seen = new Set<string>()
    return value.flatMap((item, index) => {
      const name = identityOf(item)
      const twice: Fault[] =
        name !== null && seen.has(name.value) ? [{ path: [...path, index, name.key], message: `“${name.value}”重复` }] : []
      if (name !== null) seen.add(name.value)
      return [...twice, ...duplicateFaults(item, [...path, index])]
    })
  }
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, child]) => duplicateFaults(child, [...path, key]))
}

function identityOf(item: unknown): { readonly key: string; readonly value: string } | null {
  if (item === null || typeof item !== 'object') return null
  for (const key of ['id', 'code', 'fullName', 'date'] as const) {
    const value = (item as Readonly<Record<string, unknown>>)[key]
    if (typeof value === 'string') return key === 'fullName' ? nameIdentity(item) : { key, value }
  }
  return null
}

function nameIdentity(item: object): { readonly key: string; readonly value: string } | null {
  const name = 'name' in item ? item.name : null
  return typeof name === 'string' ? { key: 'name', value: name } : null
}

/** Every 依据 must name a source that the pack lists. */
function sourceFaults(value: unknown, names: ReadonlySet<string>, path: Path): Fault[] {
  if (value === null || typeof value !== 'object') return []
  if ('source' in value && 'confidence' in value && typeof value.source === 'string')
    return names.has(value.source) ? [] : [{ path: [...path, 'source'], message: `依据“${value.source}”没有列在 sources 里` }]
  return Object.entries(value).flatMap(([key, child]) =>
    sourceFaults(child, names, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

function completenessFaults(pack: RulePack): Fault[] {
  const missing = (all: readonly string[], present: readonly string[], path: Path, what: string): Fault[] =>
    all.filter(id => !present.includes(id)).map(id => ({ path, message: `缺少${what}“${id}”` }))
  const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map(item => item.id)
  return [
    ...missing(TIME_LIMIT_IDS, ids(pack.time.limits), ['time', 'limits'], '期限'),
    ...missing(
      PAUSE_REASONS,
      pack.time.pauses.map(pause => pause.reason),
      ['time', 'pauses'],
      '停计事由',
    ),
    ...missing(NUMBER_SERIES_IDS, ids(pack.numberSeries), ['numberSeries'], '编号'),
    ...missing(CONFLICT_RULE_IDS, ids(pack.conflictRules), ['conflictRules'], '利益冲突规则'),
    ...missing(WORDING_IDS, ids(pack.wording), ['wording'], '表述'),
    ...missing(
      MATTER_TYPES,
      pack.codes.matterTypes.map(type => type.code),
      ['codes', 'matterTypes'],
      '案件类型',
    ),
  ]
}

function numberFaults(pack: RulePack): Fault[] {
  const indexOf = (id: string): number => pack.numberSeries.findIndex(series => series.id === id)
  const words = pack.codes.matterTypes.map(type => type.numberWord)
  return [
    ...pack.numberSeries.flatMap((series, index) =>
      patternProblems(series).map(message => ({ path: ['numberSeries', index, 'pattern'], message })),
    ),
    ...collidingSeries(pack.numberSeries, pack.codes).map(({ first, second, example }) => ({
      path: ['numberSeries', indexOf(second), 'pattern'],
      message: `编号“${second}”与“${first}”的格式会得出同样的号，如 ${example}`,
    })),
    ...words.flatMap((word, index) =>
      words.indexOf(word) === index
        ? []
        : [{ path: ['codes', 'matterTypes', index, 'numberWord'], message: `类型字“${word}”重复，会重号` }],
    ),
    ...archivePatternProblems(pack.archiveNumber.pattern).map(message => ({ path: ['archiveNumber', 'pattern'], message })),
    ...MATTER_TYPES.filter(type => !pack.archiveNumber.categories.some(({ when }) => when?.matterTypes?.includes(type))).map(
      type => ({ path: ['archiveNumber', 'categories'], message: `案件类型“${type}”没有档号类别` }),
    ),
  ]
}

/** Every condition in the pack may name only codes that the pack has. */
function conditionFaults(pack: RulePack): Fault[] {
  const { codes } = pack
  const known: Readonly<Partial<Record<keyof CaseWhen, ReadonlySet<string>>>> = {
    stages: new Set(codes.matterTypes.flatMap(type => type.stages.map(stage => stage.code))),
    closingModes: new Set(codes.matterTypes.flatMap(type => type.closingModes.map(mode => mode.code))),
    aidForms: new Set(codes.aidForms.map(form => form.code)),
    complexities: new Set(codes.complexities.map(one => one.code)),
  }
  const check = (value: unknown, path: Path): Fault[] => {
    if (value === null || typeof value !== 'object') return []
    return Object.entries(value).flatMap(([key, child]) => {
      const at = [...path, Array.isArray(value) ? Number(key) : key]
      return key === 'when' && child !== null ? whenFaults(child as CaseWhen, at) : check(child, at)
    })
  }
  const whenFaults = (when: CaseWhen, path: Path): Fault[] =>
    (['stages', 'closingModes', 'aidForms', 'complexities'] as const).flatMap(part =>
      unknownCodes(when[part] ?? [], known[part] ?? new Set(), [...path, part]),
    )
  return check({ ...pack, codes: {} }, [])
}

function codeFaults({ codes, assignmentRules, frontDesk, subsidyTables }: RulePack): Fault[] {
  const scopes = new Set(codes.scopes.map(scope => scope.code))
  const aidForms = new Set(codes.aidForms.map(form => form.code))
  const providers = new Set(codes.providerKinds.map(kind => kind.code))
  const handlers = new Set(codes.handlerKinds.map(kind => kind.code))
  const grades = new Set(codes.qualityGrades.map(grade => grade.code))
  const categories = new Set(codes.personCategories.map(category => category.code))
  return [
    ...(frontDesk.queue?.grounds ?? []).flatMap((ground, index) =>
      unknownCodes(ground.personCategories, categories, ['frontDesk', 'queue', 'grounds', index, 'personCategories']),
    ),
    ...codes.causes.flatMap((cause, index) =>
      unknownCodes(cause.scope === undefined ? [] : [cause.scope], scopes, ['codes', 'causes', index, 'scope'], false),
    ),
    ...codes.noticeKinds.flatMap((kind, index) => [
      ...unknownCodes(kind.scopes, scopes, ['codes', 'noticeKinds', index, 'scopes']),
      ...unknownCodes([kind.aidForm], aidForms, ['codes', 'noticeKinds', index, 'aidForm'], false),
    ]),
    ...codes.handlerKinds.flatMap((kind, index) =>
      unknownCodes(kind.providerKinds, providers, ['codes', 'handlerKinds', index, 'providerKinds']),
    ),
    ...assignmentRules.flatMap((rule, index) =>
      rule.requires.kind === 'handler-kind'
        ? unknownCodes(rule.requires.oneOf, handlers, ['assignmentRules', index, 'requires', 'oneOf'])
        : [],
    ),
    ...subsidyTables.flatMap((table, index) => [
      ...table.adjustments.flatMap((one, at) =>
        unknownCodes(one.qualityGrades ?? [], grades, ['subsidyTables', index, 'adjustments', at, 'qualityGrades']),
      ),
      ...table.excludedHandlers.flatMap((one, at) =>
        unknownCodes(one.handlerKinds ?? [], handlers, ['subsidyTables', index, 'excludedHandlers', at, 'handlerKinds']),
      ),
    ]),
  ]
}

/** What offers to hide something may name only codes that the pack has. */
function privacyFaults({ codes, hardship, privacy }: RulePack): Fault[] {
  const scopes = new Set(codes.scopes.map(scope => scope.code))
  const categories = new Set(codes.personCategories.map(category => category.code))
  const grounds = new Set([...hardship.waivedGrounds, ...hardship.notApplicableGrounds].map(ground => ground.code))
  return (['protectionGrounds', 'restrictionGrounds'] as const).flatMap(list =>
    privacy[list].flatMap(({ offerWhen }, index) => [
      ...unknownCodes(offerWhen.scopes ?? [], scopes, ['privacy', list, index, 'offerWhen', 'scopes']),
      ...unknownCodes(offerWhen.personCategories ?? [], categories, ['privacy', list, index, 'offerWhen', 'personCategories']),
      ...unknownCodes(offerWhen.hardshipGrounds ?? [], grounds, ['privacy', list, index, 'offerWhen', 'hardshipGrounds']),
    ]),
  )
}

function wordingFaults(pack: RulePack): Fault[] {
  return pack.wording.flatMap((wording, index) => {
    const used = [...wording.text.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '')
    const listed = wording.placeholders
    const path = ['wording', index, 'placeholders']
    return [
      ...used
        .filter(name => !listed.includes(name))
        .map(name => ({ path, message: `表述里的 {${name}} 没有列在 placeholders 里` })),
      ...listed
        .filter(name => !used.includes(name))
        .map(name => ({ path, message: `placeholders 里的“${name}”在表述里没有用到` })),
    ]
  })
}

function subsidyFaults(pack: RulePack): Fault[] {
  return pack.subsidyTables.flatMap((table, index) => [
    ...table.tiers.flatMap(({ amount }, at) =>
      amount.kind === 'range' && amount.maxFen !== null && amount.maxFen < amount.minFen
        ? [{ path: ['subsidyTables', index, 'tiers', at, 'amount', 'maxFen'], message: '上限小于下限' }]
        : [],
    ),
    ...table.adjustments.flatMap(({ effect }, at) =>
      effect.kind === 'chosen-share' && Number(effect.maxPercent) < Number(effect.minPercent)
        ? [{ path: ['subsidyTables', index, 'adjustments', at, 'effect', 'maxPercent'], message: '上限小于下限' }]
        : [],
    ),
    ...table.excludedHandlers.flatMap((one, at) =>
      one.publicEmployee === undefined && one.handlerKinds === undefined
        ? [{ path: ['subsidyTables', index, 'excludedHandlers', at], message: '没有写明哪些人不领取补贴' }]
        : [],
    ),
  ])
}

function retentionFaults({ retention }: RulePack): Fault[] {
  const periods = new Set(retention.periods.map(period => period.code))
  return [
    ...unknownCodes([retention.defaultPeriod], periods, ['retention', 'defaultPeriod'], false),
    ...retention.rules.flatMap((rule, index) =>
      unknownCodes([rule.period], periods, ['retention', 'rules', index, 'period'], false),
    ),
  ]
}

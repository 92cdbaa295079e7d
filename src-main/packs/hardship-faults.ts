import { testOf } from '../domain/hardship/tests.ts'
import type { FigureValue, HardshipLine, HardshipRules, HardshipTest, PlainLine } from '../domain/rule-pack/hardship.ts'
import type { RulePack } from '../domain/rule-pack/rule-pack.ts'
import { type Fault, unknownCodes } from './schema-faults.ts'

type Path = readonly (string | number)[]

/** What is wrong in the chapter on hardship: standards without a test, codes and figures that nothing defines, spans that overlap. */
export function hardshipFaults({ hardship, codes }: Pick<RulePack, 'hardship' | 'codes'>): Fault[] {
  const relations = new Set(codes.kinshipRelations.map(one => one.code))
  const scopes = new Set(codes.scopes.map(one => one.code))
  const causes = new Set(codes.causes.map(one => one.code))
  const family = hardship.family
  return [
    ...hardship.standards.flatMap((standard, index) => {
      const path = ['hardship', 'standards', index]
      const isPlain = standard.line !== undefined || standard.comparison !== undefined || standard.unit !== undefined
      if (standard.test && isPlain)
        return [{ path: [...path, 'test'], message: '写了 test 的标准不能再写 line、comparison、unit' }]
      const test = testOf(standard)
      if (!test) return [{ path, message: `标准“${standard.id}”要么写全 line、comparison、unit，要么写 test` }]
      return standard.test
        ? testFaults(standard.test, [...path, 'test'], hardship)
        : lineFaults(standard.line, [...path, 'line'], hardship)
    }),
    ...(hardship.figures ?? []).flatMap((figure, index) =>
      valueFaults(figure.values, ['hardship', 'figures', index, 'values'], figure.label),
    ),
    ...(family?.rules ?? []).flatMap((rule, index) =>
      unknownCodes(rule.relations, relations, ['hardship', 'family', 'rules', index, 'relations']),
    ),
    ...(family?.individual ?? []).flatMap((one, index) => {
      const path = ['hardship', 'family', 'individual', index]
      return [
        ...(one.scopes === undefined && one.causes === undefined ? [{ path, message: '没有写明哪些事项只看申请人本人' }] : []),
        ...unknownCodes(one.scopes ?? [], scopes, [...path, 'scopes']),
        ...unknownCodes(one.causes ?? [], causes, [...path, 'causes']),
      ]
    }),
    ...mixedCodes(hardship),
  ]
}

function testFaults(test: HardshipTest, path: Path, rules: HardshipRules): Fault[] {
  const kinds = rules.assetKinds ?? []
  switch (test.kind) {
    case 'income':
      return lineFaults(test.line, [...path, 'line'], rules)
    case 'assets':
      return [
        ...unknownCodes(test.assetKinds, new Set(kinds.map(kind => kind.code)), [...path, 'assetKinds']),
        ...test.assetKinds.flatMap((code, index) =>
          kinds.find(kind => kind.code === code)?.measure === 'pieces'
            ? [{ path: [...path, 'assetKinds', index], message: `“${code}”按件计，不能与金额比较` }]
            : [],
        ),
        ...lineFaults(test.line, [...path, 'line'], rules),
      ]
    case 'veto':
      return unknownCodes(test.assetKinds, new Set(kinds.map(kind => kind.code)), [...path, 'assetKinds'])
    case 'all':
    case 'any':
      return test.tests.flatMap((one, index) => testFaults(one, [...path, 'tests', index], rules))
  }
}

function lineFaults(line: HardshipLine | undefined, path: Path, rules: HardshipRules): Fault[] {
  if (line === undefined) return []
  if (line.formula === 'by-area')
    return [...figureFaults(line.urban, [...path, 'urban'], rules), ...figureFaults(line.rural, [...path, 'rural'], rules)]
  return figureFaults(line, path, rules)
}

function figureFaults(line: PlainLine, path: Path, rules: HardshipRules): Fault[] {
  if (line.formula === 'fixed' || line.formula === 'multiple-of-base') return []
  const known = new Set((rules.figures ?? []).map(figure => figure.id))
  return unknownCodes([line.figure], known, [...path, 'figure'], false)
}

/** Of one area no two values may hold on the same day: which one counts would be chance. */
function valueFaults(values: readonly FigureValue[], path: Path, label: string): Fault[] {
  return values.flatMap((value, index): Fault[] => {
    if (value.to !== null && value.to < value.from)
      return [{ path: [...path, index, 'to'], message: `“${label}”的止期 ${value.to} 早于起期 ${value.from}` }]
    const earlier = values
      .slice(0, index)
      .find(
        one =>
          (one.area === value.area || one.area === 'any' || value.area === 'any') &&
          (one.to === null || one.to >= value.from) &&
          (value.to === null || value.to >= one.from),
      )
    return earlier ? [{ path: [...path, index, 'from'], message: `“${label}”有两个数的起止日期重叠` }] : []
  })
}

/** A code that is both a source and an exclusion would leave open whether it counts. */
function mixedCodes({ incomeSources, incomeExclusions }: HardshipRules): Fault[] {
  const sources = new Set((incomeSources ?? []).map(one => one.code))
  return incomeExclusions.flatMap((one, index) =>
    sources.has(one.code)
      ? [{ path: ['hardship', 'incomeExclusions', index, 'code'], message: `“${one.code}”既是收入来源又是不计入的收入` }]
      : [],
  )
}

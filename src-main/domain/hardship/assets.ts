import { divideFen, formatYuan } from '../money.ts'
import { type ExplainedStep, stepOn } from '../rule-basis.ts'
import type { AssetKind, AssetTest, VetoTest } from '../rule-pack/hardship.ts'
import { comparisonText, standsTo } from './comparison.ts'
import type { AssetItem } from './facts.ts'
import type { WorkedLine } from './line.ts'
import type { TestGround, TestResult } from './tests.ts'

/** What is owned of some kinds by those who count: looked over by an exception or not, and what nobody has answered. */
type Owned = {
  readonly items: readonly AssetItem[]
  readonly missing: readonly string[]
  readonly steps: readonly ExplainedStep[]
}

/** Property (财产) against a limit: of the household, per head, or of each person who counts. */
export function testAssets(test: AssetTest, line: WorkedLine, ground: TestGround): TestResult {
  const owned = ownedOf(test.assetKinds, ground)
  const lineStep = stepOn(
    test.basis,
    `${test.label}限额`,
    line.ok ? line.text : `缺少${line.missing}`,
    line.ok ? formatYuan(line.fen) : '未能确定',
  )
  const missing = [...owned.missing, ...(line.ok ? [] : [line.missing])]
  if (!line.ok || owned.missing.length > 0 || ground.countedPeople === 0)
    return { verdict: null, steps: [...owned.steps, lineStep], missing, compared: null }
  const sums = sumsOf(test, owned.items, ground)
  const verdicts = sums.map(sum => standsTo(sum.fen, line.fen, test.comparison))
  const steps = sums.map((sum, at) =>
    stepOn(
      test.basis,
      test.label,
      `${sum.name} ${comparisonText(sum.fen, line.fen, test.comparison)}`,
      verdicts[at] ? '符合' : '不符合',
    ),
  )
  return { verdict: !verdicts.includes(false), steps: [...owned.steps, lineStep, ...steps], missing: [], compared: null }
}

/** Things that may not be there (第二套住房、非经营性机动车 …), save for exceptions. */
export function testVeto(test: VetoTest, ground: TestGround): TestResult {
  const owned = ownedOf(test.assetKinds, ground)
  if (owned.missing.length > 0) return { verdict: null, steps: owned.steps, missing: owned.missing, compared: null }
  // A thing valued in money counts as one.
  const pieces = owned.items.reduce((sum, item) => sum + (item.pieces ?? (item.amountFen === 0 ? 0 : 1)), 0)
  const verdict = pieces <= test.mostAllowed
  const found = owned.items.map(item => itemText(item, kindOf(item.kind, ground))).join('；') || '没有'
  const allowed = test.mostAllowed === 0 ? '' : `（可有 ${test.mostAllowed}）`
  return {
    verdict,
    steps: [...owned.steps, stepOn(test.basis, test.label, `${found}${allowed}`, verdict ? '符合' : '不符合')],
    missing: [],
    compared: null,
  }
}

function ownedOf(kinds: readonly string[], ground: TestGround): Owned {
  const { facts, people } = ground
  const unanswered = kinds.filter(kind => !facts.assetsNone.includes(kind) && !facts.assets.some(item => item.kind === kind))
  const missing = unanswered.map(kind => `有没有${kindOf(kind, ground)?.label ?? kind}`)
  const steps: ExplainedStep[] = []
  const items = facts.assets.filter(item => {
    if (!kinds.includes(item.kind)) return false
    const kind = kindOf(item.kind, ground)
    const owner = item.owner === null ? undefined : people[item.owner]
    if (owner?.isCounted === false) return false
    const exception = kind?.exceptions.find(one => one.code === item.exception)
    if (exception) {
      steps.push(stepOn(exception.basis, '不计入的财产', `${itemText(item, kind)}（${exception.label}）`))
      return false
    }
    const amount = kind?.measure === 'pieces' ? item.pieces : item.amountFen
    if (owner?.isCounted === null) missing.push(`${owner.name}是否计入`)
    if (amount === null) missing.push(`${kind?.label ?? item.kind}的${kind?.measure === 'pieces' ? '数量' : '金额'}`)
    return true
  })
  return { items, missing, steps }
}

function sumsOf(test: AssetTest, items: readonly AssetItem[], { people, countedPeople, standard }: TestGround) {
  const sum = (list: readonly AssetItem[]) => list.reduce((total, item) => total + (item.amountFen ?? 0), 0)
  const total = sum(items)
  switch (test.unit) {
    case 'household':
      return [{ name: '家庭合计', fen: total }]
    case 'per-head':
      return [
        { name: `人均 ${formatYuan(total)} ÷ ${countedPeople} 人`, fen: divideFen(total, countedPeople, standard.rounding) },
      ]
    case 'each-person': {
      // What belongs to the household belongs to each of its members alike.
      const shared = divideFen(sum(items.filter(item => item.owner === null)), countedPeople, standard.rounding)
      return people.flatMap((person, place) =>
        person.isCounted === true ? [{ name: person.name, fen: shared + sum(items.filter(item => item.owner === place)) }] : [],
      )
    }
  }
}

function kindOf(code: string, { rules }: TestGround): AssetKind | undefined {
  return rules.assetKinds?.find(kind => kind.code === code)
}

function itemText(item: AssetItem, kind: AssetKind | undefined): string {
  const amount =
    kind?.measure === 'pieces'
      ? `${item.pieces ?? '未填'}`
      : item.amountFen === null
        ? '未填'
        : `${formatYuan(item.amountFen)} 元`
  return `${kind?.label ?? item.kind} ${amount}${item.note === null ? '' : `（${item.note}）`}`
}

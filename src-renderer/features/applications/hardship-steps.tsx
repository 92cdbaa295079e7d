import type { ReactNode } from 'react'
import type { HardshipResult } from '../../../src-main/contract/hardship.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { sourceOfClause } from '../../api/use-pack.ts'
import { Clause } from '../../ui/clause.tsx'
import { formatYuan } from '../../ui/money-text.ts'
import { StatusWord } from '../../ui/status-word.tsx'
import { OUTCOME_MARKS, OUTCOME_WORDS } from './hardship-words.ts'

/** A clause with the full name of its source, as the pack has it. */
export function PackClause({
  pack,
  clause,
  quote,
  confidence,
}: {
  readonly pack: RulePack | null
  readonly clause: string
  /** What the clause says here; without it the number of its source. */
  readonly quote?: string
  readonly confidence?: 'H' | 'M' | 'L' | null
}) {
  const source = sourceOfClause(pack, clause)
  return (
    <Clause
      text={clause}
      source={source?.fullName ?? clause}
      article={source === null ? undefined : clause.slice(source.name.length).trim()}
      quote={quote ?? source?.number}
      confidence={confidence}
    />
  )
}

/** The check step by step (每步依据): what was done, on which clause, with what result at the right end. */
export function HardshipSteps({ pack, steps }: { readonly pack: RulePack | null; readonly steps: HardshipResult['steps'] }) {
  return (
    <ol className="plain hardship-steps">
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their place in the result
        <li key={index}>
          <span className="step-number" aria-hidden>
            {index + 1}
          </span>
          <div className="step-head">
            <b className="strong">{step.label}</b>
            {step.clause !== null && <PackClause pack={pack} clause={step.clause} confidence={step.confidence} />}
            {step.value !== null && <span className="step-value strong">{step.value}</span>}
          </div>
          {step.detail !== '' && <div className="second soft keep-lines">{step.detail}</div>}
        </li>
      ))}
    </ol>
  )
}

const TONES: Readonly<Record<HardshipResult['outcome'], 'ok' | 'bad' | 'ask'>> = {
  met: 'ok',
  waived: 'ok',
  'not-applicable': 'ok',
  'not-met': 'bad',
  'needs-person': 'ask',
}

/** The figures of a check; else what the core says of it, unless that is the word itself. */
function verdictDetail(result: Pick<HardshipResult, 'outcome' | 'summary' | 'perHeadFen' | 'lineFen' | 'comparedName'>): string {
  if (result.outcome !== 'needs-person' && result.perHeadFen !== null && result.lineFen !== null)
    return `${result.comparedName ?? '人均月收入'} ${formatYuan(result.perHeadFen)}　标准 ${formatYuan(result.lineFen)}`
  return result.summary === OUTCOME_WORDS[result.outcome] ? '' : result.summary
}

/** The result in one of its own words, with its clause; `side` is a button at the right end. */
export function HardshipVerdict({
  pack,
  result,
  side,
}: {
  readonly pack: RulePack | null
  readonly result: Pick<HardshipResult, 'outcome' | 'summary' | 'clause' | 'perHeadFen' | 'lineFen' | 'comparedName'>
  readonly side?: ReactNode
}) {
  const detail = verdictDetail(result)
  return (
    <div className="hardship-verdict" data-tone={TONES[result.outcome]}>
      <div className="verdict-words">
        <b className="strong">
          <StatusWord kind={OUTCOME_MARKS[result.outcome]}>{OUTCOME_WORDS[result.outcome]}</StatusWord>
        </b>
        <div className="note soft">
          {detail !== '' && `${detail}　`}
          {result.clause !== null && <PackClause pack={pack} clause={result.clause} />}
        </div>
      </div>
      {side}
    </div>
  )
}

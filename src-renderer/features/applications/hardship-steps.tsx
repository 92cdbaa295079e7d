import type { ReactNode } from 'react'
import type { HardshipResult } from '../../../src-main/contract/applications.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack.ts'
import { sourceOfClause } from '../../api/use-pack.ts'
import { Clause } from '../../ui/clause.tsx'
import { StatusWord } from '../../ui/status-word.tsx'
import { OUTCOME_MARKS, OUTCOME_WORDS } from './hardship-words.ts'

/** A clause with the full name of its source, as the pack has it. */
export function PackClause({
  pack,
  clause,
  confidence,
}: {
  readonly pack: RulePack | null
  readonly clause: string
  readonly confidence?: 'H' | 'M' | 'L' | null
}) {
  const source = sourceOfClause(pack, clause)
  return (
    <Clause
      text={clause}
      source={source?.fullName ?? clause}
      article={source === null ? undefined : clause.slice(source.name.length).trim()}
      quote={source?.number}
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

/** The result in one of its own words, with its clause; `side` is a button at the right end. */
export function HardshipVerdict({
  pack,
  result,
  side,
}: {
  readonly pack: RulePack | null
  readonly result: Pick<HardshipResult, 'outcome' | 'summary' | 'clause'>
  readonly side?: ReactNode
}) {
  return (
    <div className="hardship-verdict" data-tone={TONES[result.outcome]}>
      <div className="verdict-words">
        <b className="strong">
          <StatusWord kind={OUTCOME_MARKS[result.outcome]}>{OUTCOME_WORDS[result.outcome]}</StatusWord>
        </b>
        <div className="note soft">
          {result.summary}
          {result.clause !== null && '　'}
          {result.clause !== null && <PackClause pack={pack} clause={result.clause} />}
        </div>
      </div>
      {side}
    </div>
  )
}

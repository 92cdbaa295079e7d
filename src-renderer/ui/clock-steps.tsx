import type { ClockView } from '../../src-main/contract/common.ts'
import { Clause } from './clause.tsx'

/** How a clock (期限) was worked out, step by step, each with what it rests on (依据). `sourceOf` names a clause's source in full. */
export function ClockSteps({
  clock,
  sourceOf,
}: {
  readonly clock: ClockView
  readonly sourceOf?: (clause: string) => string | undefined
}) {
  return (
    <ul className="clock-steps">
      {clock.steps.map(step => (
        <li key={`${step.label}${step.detail}`}>
          <b>{step.label}</b>
          <span>
            {step.detail}
            {step.value && `　${step.value}`}
          </span>
          {step.clause && <Clause text={step.clause} source={sourceOf?.(step.clause)} confidence={step.confidence} />}
        </li>
      ))}
    </ul>
  )
}

import { sourceOfClause, usePack } from '../../api/use-pack.ts'
import { Clause } from '../../ui/clause.tsx'
import { Clock, ClockHeadline } from '../../ui/clock.tsx'
import { DayStrip } from '../../ui/day-strip.tsx'
import { Pane, Panes } from '../../ui/page.tsx'
import type { CaseDetail } from './case-words.ts'

const VERBS: Readonly<Record<string, string>> = {
  assignment: '指派',
  'closing-papers': '交卷',
  'closing-review': '审核',
  decision: '决定',
}

/** 期限: each clock with its days and what it rests on. */
export function CaseClocksTab({ one }: { readonly one: CaseDetail }) {
  const pack = usePack()
  return (
    <Panes>
      <Pane label="期限">
        {one.clocks.length === 0 && <p className="section muted">现在没有在走的期限。</p>}
        {one.clocks.map(clock => (
          <section key={clock.limit} className="clock-card" aria-label={clock.label}>
            <div>
              <h2>
                {clock.label}　<Clock clock={clock} />
              </h2>
              <ClockHeadline clock={clock} verb={VERBS[clock.limit] ?? '办理'} />
            </div>
            <DayStrip clock={clock} />
            <ul className="clock-steps">
              {clock.steps.map(step => (
                <li key={`${step.label}${step.detail}`}>
                  <b>{step.label}</b>
                  <span>
                    {step.detail}
                    {step.value && `　${step.value}`}
                  </span>
                  {step.clause && (
                    <Clause
                      text={step.clause}
                      source={sourceOfClause(pack, step.clause)?.fullName}
                      confidence={step.confidence}
                    />
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Pane>
    </Panes>
  )
}

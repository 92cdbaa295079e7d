import { sourceOfClause, usePack } from '../../api/use-pack.ts'
import { Clause } from '../../ui/clause.tsx'
import { ClockHeadline } from '../../ui/clock.tsx'
import { DayStrip } from '../../ui/day-strip.tsx'
import { Pane, Panes } from '../../ui/page.tsx'
import type { CaseDetail } from './case-words.ts'

const VERBS: Readonly<Record<string, string>> = {
  assignment: '指派',
  'closing-papers': '交卷',
  'closing-correction': '补正',
  'closing-review': '审核',
}

/** What happened on the first day of a clock. */
const STARTS: Readonly<Record<string, string>> = {
  assignment: '决定',
  'closing-papers': '结案',
  'closing-correction': '退回',
  'closing-review': '交卷',
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
              <h2>{clock.label}</h2>
              <ClockHeadline clock={clock} verb={VERBS[clock.limit] ?? '办理'} />
            </div>
            <DayStrip clock={clock} startWord={STARTS[clock.limit]} />
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

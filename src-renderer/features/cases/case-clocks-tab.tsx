import { ClockLink } from '../../api/clock-dialog.tsx'
import { sourceOfClause, usePack } from '../../api/use-pack.ts'
import { ClockHeadline } from '../../ui/clock.tsx'
import { clockStartWord, clockVerb } from '../../ui/clock-limits.ts'
import { ClockSteps } from '../../ui/clock-steps.tsx'
import { DayStrip } from '../../ui/day-strip.tsx'
import { Pane, Panes } from '../../ui/page.tsx'
import type { CaseDetail } from './case-words.ts'

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
                <ClockLink clock={clock}>{clock.state === 'cancelled' ? <s>{clock.label}</s> : clock.label}</ClockLink>
              </h2>
              <ClockHeadline clock={clock} verb={clockVerb(clock.limit)} />
            </div>
            <DayStrip clock={clock} startWord={clockStartWord(clock.limit)} />
            <ClockSteps clock={clock} sourceOf={clause => sourceOfClause(pack, clause)?.fullName} />
          </section>
        ))}
      </Pane>
    </Panes>
  )
}

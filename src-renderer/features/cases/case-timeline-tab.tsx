import { Pane, Panes } from '../../ui/page.tsx'
import { Timeline, type TimelineEntry } from '../../ui/timeline.tsx'
import type { CaseDetail } from './case-words.ts'

/** What happened, newest first, ready to draw. */
export function timelineEntries(one: CaseDetail): readonly TimelineEntry[] {
  return one.timeline
    .map((step, index) => ({
      key: `${step.date}-${index}`,
      date: step.date,
      title: step.title,
      text: step.detail,
      aside: step.by && <span className="muted">{step.by}</span>,
    }))
    .toReversed()
}

/** 进展: every step of the case, newest first. */
export function CaseTimelineTab({ one }: { readonly one: CaseDetail }) {
  return (
    <Panes>
      <Pane label="进展">
        <div className="section">
          <Timeline label="进展" entries={timelineEntries(one)} />
        </div>
      </Pane>
    </Panes>
  )
}

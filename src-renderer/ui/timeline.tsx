import type { ReactNode } from 'react'
import { monthDay } from './day-text.ts'

export type TimelineEntry = {
  readonly key: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly title: ReactNode
  readonly text?: ReactNode
  /** A paper or a link at the right end. */
  readonly aside?: ReactNode
}

/** What happened, newest first: day, what, and one line of detail. The newest has a filled mark. */
export function Timeline({ label, entries }: { readonly label: string; readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline" aria-label={label}>
      {entries.map((entry, index) => (
        <li key={entry.key} data-latest={index === 0 || undefined}>
          <time dateTime={entry.date}>{monthDay(entry.date)}</time>
          <span className="dot" aria-hidden />
          <div className="what">
            <div>
              <b>{entry.title}</b>
              {entry.aside && <span className="aside">{entry.aside}</span>}
            </div>
            {entry.text && <p>{entry.text}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}

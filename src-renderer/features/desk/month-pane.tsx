import { Button } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import { shortInstant } from '../../ui/day-text.ts'
import { KeyCaps } from '../../ui/key-bar.tsx'
import { formatYuan } from '../../ui/money-text.ts'
import { SectionHead, SidePane } from '../../ui/page.tsx'
import type { Desk, MonthFigure } from './desk-rows.ts'
import { QueueWaiting } from './queue-waiting.tsx'

type Period = Desk['month']['period']

/** The page of a report's period; with a row, the rows behind that figure (每个数字可点开). */
export function reportPath(period: Period, row: string | null): string {
  const place = new URLSearchParams({ kind: period.kind, year: String(period.year), index: String(period.index) })
  if (row !== null) place.set('row', row)
  return `/reports?${place}`
}

/** Money figures come in fen; counts as they are. */
export function figureText(figure: MonthFigure): string {
  return figure.unit === '元' ? formatYuan(figure.value) : String(figure.value).replace(/\B(?=(\d{3})+$)/g, ',')
}

function Figure({ figure, period }: { readonly figure: MonthFigure; readonly period: Period }) {
  const value = figureText(figure)
  return (
    <div className="desk-figure">
      <dt className="note soft">{figure.label}</dt>
      <dd>
        <div className="nowrap">
          {figure.row === null ? (
            <span className="figure-20">{value}</span>
          ) : (
            <Link
              href={reportPath(period, figure.row)}
              className="figure-20 figure-link"
              aria-label={`${figure.label} ${value} ${figure.unit}，看每一条来源`}
            >
              {value}
            </Link>
          )}{' '}
          <span className="note soft">{figure.unit}</span>
        </div>
        <div className="note soft clip">{figure.note}</div>
      </dd>
    </div>
  )
}

/** The right pane of the desk: the month's figures, each open to its rows, what happened lately, and the first step of the work. */
export function MonthPane({ desk, mayRegister }: { readonly desk: Desk; readonly mayRegister: boolean }) {
  const [, go] = useLocation()
  const { month, recent, today } = desk
  return (
    <SidePane
      label="本月与动态"
      width={308}
      foot={
        mayRegister ? (
          <div className="row">
            <Button
              variant="default"
              className="grow"
              rightSection={<KeyCaps keys="N" />}
              onClick={() => go('/consultations/new')}
            >
              登记来访
            </Button>
            <Button
              variant="default"
              className="grow"
              rightSection={<KeyCaps keys="A" />}
              onClick={() => go('/applications/new')}
            >
              登记申请
            </Button>
          </div>
        ) : (
          <span className="note muted">来访和申请由接待员、主任登记</span>
        )
      }
    >
      <QueueWaiting />
      <div className="desk-month-head">
        <SectionHead
          title="本月"
          note={month.label}
          aside={
            <Link href={reportPath(month.period, null)} className="text-link strong second row">
              打开月报
              <IconChevronRight size={14} aria-hidden />
            </Link>
          }
        />
      </div>
      <dl className="desk-figures">
        {month.figures.map(figure => (
          <Figure key={figure.label} figure={figure} period={month.period} />
        ))}
      </dl>
      <div className="desk-note note muted">点数字可看到它的每一条来源</div>
      <section className="desk-recent" aria-label="最近动态">
        <SectionHead title="最近动态" />
        {recent.length === 0 ? (
          <p className="second muted">还没有人做过事情。登记来访、签发决定都会记在这里。</p>
        ) : (
          <ol className="plain">
            {recent.map(entry => (
              <li key={`${entry.at}${entry.by}${entry.what}`}>
                <time dateTime={entry.at}>{shortInstant(entry.at, today)}</time>
                <span>{entry.by}</span>
                <span className="clip">{entry.what}</span>
              </li>
            ))}
          </ol>
        )}
      </section>
    </SidePane>
  )
}

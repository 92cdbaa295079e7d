import { useLocation, useSearch } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { AskState } from '../../api/ask-state.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { KeyBar } from '../../ui/key-bar.tsx'
import { Pane, Panes } from '../../ui/page.tsx'
import { TAB_HINTS } from './forbidden.tsx'
import { Ledger } from './ledger.tsx'
import { yearWords } from './number-words.ts'
import { PatternText } from './pattern-text.tsx'

type Series = OutputOf<'numbering.series'>[number]
/** One line: a series in one of its years, or a series that has not given a number yet. */
type Line = {
  readonly key: string
  readonly series: Series
  readonly year: Series['years'][number] | null
  readonly isFirst: boolean
}

/** 编号: every series with its pattern and what it has given in each year; a line opens its ledger. */
export function NumbersTab() {
  const [, go] = useLocation()
  const place = ledgerPlace(useSearch())
  const series = useAsk('numbering.series', {})
  if (place) {
    return (
      <AskState ask={series}>
        {list => (
          <Ledger
            key={`${place.series} ${place.year}`}
            series={list.find(one => one.series === place.series) ?? null}
            place={place}
            onBack={() => go('/settings/numbers')}
            onYear={year => go(ledgerAddress(place.series, year), { replace: true })}
          />
        )}
      </AskState>
    )
  }
  return (
    <>
      <Panes>
        <Pane label="编号" fill>
          <AskState ask={series}>
            {list => (
              <DataTable
                label="编号系列"
                columns={columns}
                rows={linesOf(list)}
                rowKey={lineKey}
                rowTone={line => (line.year === null ? 'quiet' : undefined)}
                memory="number-series"
                autoFocus
                onOpen={line => line.year && go(ledgerAddress(line.series.series, line.year.year))}
              />
            )}
          </AskState>
        </Pane>
      </Panes>
      <KeyBar
        hints={[
          { keys: ['ArrowUp', 'ArrowDown'], label: '选择' },
          { keys: ['Enter'], label: '打开编号登记簿', keep: true },
          ...TAB_HINTS,
        ]}
        aside="格式在规则包里定；取过的编号不改不删，作废的留号"
      />
    </>
  )
}

function linesOf(list: readonly Series[]): readonly Line[] {
  return list.flatMap((series): readonly Line[] =>
    series.years.length === 0
      ? [{ key: series.series, series, year: null, isFirst: true }]
      : series.years.map((year, index) => ({ key: `${series.series} ${year.year}`, series, year, isFirst: index === 0 })),
  )
}

function lineKey(line: Line): string {
  return line.key
}

const columns: readonly Column<Line>[] = [
  {
    key: 'label',
    head: '编号',
    width: 200,
    clip: true,
    cell: line => line.isFirst && <b className="strong">{line.series.label}</b>,
  },
  {
    key: 'pattern',
    head: '格式',
    clip: true,
    cell: line => line.isFirst && <PatternText pattern={line.series.pattern} />,
  },
  { key: 'example', head: '示例', width: 210, clip: true, cell: line => line.isFirst && line.series.example },
  { key: 'year', head: '年度', width: 80, cell: line => line.year && yearWords(line.year.year) },
  { key: 'drawn', head: '已取', width: 70, align: 'right', cell: line => line.year?.drawn ?? '—' },
  {
    key: 'voided',
    head: '作废',
    width: 70,
    align: 'right',
    cell: line => line.year && (line.year.voided > 0 ? <b className="amber">{line.year.voided}</b> : 0),
  },
  {
    key: 'last',
    head: '最后一号',
    width: 210,
    clip: true,
    cell: line => line.year?.last ?? <span className="muted">还没有取号</span>,
  },
]

type Place = { readonly series: string; readonly year: number }

function ledgerAddress(series: string, year: number): string {
  return `/settings/numbers?series=${encodeURIComponent(series)}&year=${year}`
}

function ledgerPlace(query: string): Place | null {
  const words = new URLSearchParams(query)
  const series = words.get('series')
  const year = words.get('year')
  return series !== null && year !== null && /^\d+$/.test(year) ? { series, year: Number(year) } : null
}

import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { AskState } from '../../api/ask-state.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { KeyBar } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Pane, Panes } from '../../ui/page.tsx'
import { TAB_HINTS } from './forbidden.tsx'
import { LEDGER_VIEWS, Ledger, type LedgerViewName, type NumberPlace } from './ledger.tsx'
import { yearWords } from './number-words.ts'
import { PatternText } from './pattern-text.tsx'
import { SeriesPane } from './series-pane.tsx'

type Series = OutputOf<'numbering.series'>[number]
/** One line: a series in one of its years, or a series that has not given a number yet. */
type Line = {
  readonly key: string
  readonly series: Series
  readonly year: Series['years'][number] | null
  readonly isFirst: boolean
}

/** 编号: every series with its pattern and what it has given in each year; a line opens its ledger, its gaps and its blocks. */
export function NumbersTab() {
  const [, go] = useLocation()
  const place = ledgerPlace(useSearch())
  const series = useAsk('numbering.series', {})
  if (place) {
    const to = (next: NumberPlace, view: LedgerViewName) => go(ledgerAddress(next, view), { replace: true })
    return (
      <AskState ask={series}>
        {list => (
          <Ledger
            key={`${place.series} ${place.year}`}
            series={list.find(one => one.series === place.series) ?? null}
            place={{ series: place.series, year: place.year }}
            view={place.view}
            onBack={() => go('/settings/numbers')}
            onYear={year => to({ ...place, year }, place.view)}
            onView={view => to(place, view)}
          />
        )}
      </AskState>
    )
  }
  return <AskState ask={series}>{list => <SeriesList list={list} />}</AskState>
}

function SeriesList({ list }: { readonly list: readonly Series[] }) {
  const [, go] = useLocation()
  const [selected, setSelected] = useState<string | null>(null)
  const lines = linesOf(list)
  const chosen = lines.find(line => line.key === selected) ?? lines[0] ?? null
  const open = (line: Line | null, view: LedgerViewName) => {
    if (!line) return
    const year = line.year?.year ?? line.series.thisYear
    go(ledgerAddress({ series: line.series.series, year }, view))
  }
  useKeys([
    { keys: 'K', label: '空号说明', run: () => open(chosen, 'gaps'), when: chosen !== null },
    { keys: 'B', label: '预留号段', run: () => open(chosen, 'blocks'), when: chosen !== null },
  ])
  return (
    <>
      <Panes>
        <Pane label="编号" fill>
          <DataTable
            label="编号系列"
            columns={columns}
            rows={lines}
            rowKey={lineKey}
            selectedKey={selected}
            onSelect={line => setSelected(line.key)}
            rowTone={line => (line.year === null ? 'quiet' : line.year.unexplained > 0 ? 'missing' : undefined)}
            memory="number-series"
            autoFocus
            onOpen={line => open(line, 'ledger')}
            openOnClick={false}
            empty={<EmptyState title="规则包里没有编号" text="编号的格式在规则包里定。" />}
          />
        </Pane>
        <SeriesPane series={chosen?.series ?? null} />
      </Panes>
      <KeyBar
        hints={[
          { keys: ['ArrowUp', 'ArrowDown'], label: '选择' },
          { keys: ['Enter'], label: '登记簿', keep: true },
          { keys: ['K'], label: '空号说明' },
          { keys: ['B'], label: '预留号段' },
          ...TAB_HINTS,
        ]}
        aside="取过的编号不改不删，作废的留号"
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
    width: 168,
    clip: true,
    cell: line => line.isFirst && <b className="strong">{line.series.label}</b>,
  },
  {
    key: 'pattern',
    head: '格式',
    clip: true,
    cell: line => line.isFirst && <PatternText pattern={line.series.pattern} />,
  },
  { key: 'year', head: '年度', width: 76, cell: line => line.year && yearWords(line.year.year) },
  { key: 'counter', head: '取到', width: 58, align: 'right', cell: line => line.year?.counter ?? '—' },
  {
    key: 'reserved',
    head: '预留',
    width: 52,
    align: 'right',
    cell: line => line.year && (line.year.reserved > 0 ? <b className="dai">{line.year.reserved}</b> : 0),
  },
  {
    key: 'voided',
    head: '作废',
    width: 52,
    align: 'right',
    cell: line => line.year && (line.year.voided > 0 ? <b className="amber">{line.year.voided}</b> : 0),
  },
  {
    key: 'unexplained',
    head: '未说明',
    width: 62,
    align: 'right',
    cell: line => line.year && (line.year.unexplained > 0 ? <b className="red">{line.year.unexplained}</b> : 0),
  },
  {
    key: 'last',
    head: '最后一号',
    width: 190,
    clip: true,
    cell: line => line.year?.last ?? <span className="muted">还没有取号</span>,
  },
]

function ledgerAddress({ series, year }: NumberPlace, view: LedgerViewName): string {
  return `/settings/numbers?series=${encodeURIComponent(series)}&year=${year}${view === 'ledger' ? '' : `&view=${view}`}`
}

function ledgerPlace(query: string): (NumberPlace & { readonly view: LedgerViewName }) | null {
  const words = new URLSearchParams(query)
  const series = words.get('series')
  const year = words.get('year')
  const view = LEDGER_VIEWS.find(one => one === words.get('view')) ?? 'ledger'
  return series !== null && year !== null && /^\d+$/.test(year) ? { series, year: Number(year), view } : null
}

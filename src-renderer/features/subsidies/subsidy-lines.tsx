import { useMemo } from 'react'
import { sourceOfClause, usePack } from '../../api/use-pack.ts'
import { Clause } from '../../ui/clause.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { formatYuan } from '../../ui/money-text.ts'
import { type Computation, groupTotal, LINE_GROUPS, type SubsidyLine } from './subsidy-words.ts'

type NumberedLine = SubsidyLine & { readonly key: string; readonly no: number }

function lineKey(line: NumberedLine): string {
  return line.key
}

type LinesProps = {
  readonly computation: Computation
  /** 0-based line whose reasons stand in the side pane. */
  readonly selected: number
  readonly onSelect: (index: number) => void
}

/** The lines of a sheet by group, each with quantity × rate, clause and amount in yuan. */
export function SubsidyLines({ computation, selected, onSelect }: LinesProps) {
  const pack = usePack()
  const lines = useMemo<readonly NumberedLine[]>(
    () => computation.lines.map((line, index) => ({ ...line, key: String(index), no: index + 1 })),
    [computation.lines],
  )
  const columns: readonly Column<NumberedLine>[] = [
    { key: 'no', head: '序号', width: 60, cell: line => <span className="muted">{line.no}</span> },
    {
      key: 'label',
      head: '项目',
      clip: true,
      cell: line => (
        <>
          {line.label}
          {line.detail && <span className="line-note">{line.detail}</span>}
        </>
      ),
    },
    { key: 'rate', head: '数量 × 标准（元）', width: 170, align: 'right', cell: line => line.rate },
    {
      key: 'clause',
      head: '依据',
      width: 210,
      clip: true,
      cell: line => line.clause && <Clause text={line.clause} source={sourceOfClause(pack, line.clause)?.fullName} />,
    },
    {
      key: 'sum',
      head: '金额（元）',
      width: 110,
      align: 'right',
      cell: line =>
        line.amountFen === 0 ? (
          <span className="muted">{line.group === 'adjustment' ? '不扣减' : formatYuan(0)}</span>
        ) : (
          <span className="line-amount">{formatYuan(line.amountFen)}</span>
        ),
    },
  ]
  return (
    <div className="subsidy-lines">
      <DataTable
        label="核算各行"
        columns={columns}
        rows={lines}
        rowKey={lineKey}
        selectedKey={String(selected)}
        onSelect={(_, index) => onSelect(index)}
        autoFocus
        groupHead={(line, previous) =>
          previous?.group === line.group ? null : (
            <div className="subsidy-group">
              {LINE_GROUPS[line.group].title}
              {LINE_GROUPS[line.group].note && <span>{LINE_GROUPS[line.group].note}</span>}
              <span className="sum">{formatYuan(groupTotal(computation.lines, line.group))}</span>
            </div>
          )
        }
        empty={<p className="table-empty">没有可支付的项目。</p>}
      />
    </div>
  )
}

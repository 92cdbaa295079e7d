import { formatYuan } from './money-text.ts'

export type MoneyProps = {
  /** Integer fen (分); null shows — where an amount was due. */
  readonly fen: number | null
  /** Writes 元 after the figure. Rows leave it out: the unit stands once in the head. */
  readonly unit?: boolean
  readonly strong?: boolean
}

/** An amount with two decimals and thousands, e.g. 1,477.50. */
export function Money({ fen, unit = false, strong = false }: MoneyProps) {
  if (fen === null) return <span className="money muted">—</span>
  return <span className={strong ? 'money strong' : 'money'}>{unit ? `${formatYuan(fen)} 元` : formatYuan(fen)}</span>
}

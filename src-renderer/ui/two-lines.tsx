import type { ReactNode } from 'react'

/** A name (14/600) over a smaller second line (12), for rows of 50 px. */
export function TwoLines({
  first,
  second,
  plain = false,
}: {
  readonly first: ReactNode
  readonly second?: ReactNode
  readonly plain?: boolean
}) {
  return (
    <span className="two-line" data-plain={plain || undefined}>
      <b>{first}</b>
      <span>{second}</span>
    </span>
  )
}

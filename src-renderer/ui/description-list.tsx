import type { CSSProperties, ReactNode } from 'react'

export type DescriptionItem = { readonly term: string; readonly value: ReactNode; readonly key?: string }

/** Terms at the left (76 px, 13 px grey), facts at the right. An empty fact stays empty. */
export function DescriptionList({
  items,
  termWidth,
}: {
  readonly items: readonly DescriptionItem[]
  readonly termWidth?: number
}) {
  const style: CSSProperties & Record<'--term-width', string | undefined> = {
    '--term-width': termWidth === undefined ? undefined : `${termWidth}px`,
  }
  return (
    <dl className="facts" style={style}>
      {items.map(item => (
        <Pair key={item.key ?? item.term} item={item} />
      ))}
    </dl>
  )
}

function Pair({ item }: { readonly item: DescriptionItem }) {
  return (
    <>
      <dt>{item.term}</dt>
      <dd>{item.value}</dd>
    </>
  )
}

/** Facts side by side with small heads, as over the subsidy sheet. */
export function FactStrip({ items }: { readonly items: readonly DescriptionItem[] }) {
  return (
    <dl className="fact-strip">
      {items.map(item => (
        <div key={item.key ?? item.term}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}

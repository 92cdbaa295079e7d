import { Button } from '@mantine/core'
import { useKeys } from './keys.ts'

export type PagerProps = {
  /** 0-based first row shown. */
  readonly offset: number
  readonly pageSize: number
  readonly total: number
  readonly onChange: (offset: number) => void
}

/** Turns the pages of a long list: which rows of how many, and the page before and after ([ and ]). Nothing when one page holds all. */
export function Pager({ offset, pageSize, total, onChange }: PagerProps) {
  const hasPrevious = offset > 0
  const hasNext = offset + pageSize < total
  const previous = () => onChange(Math.max(0, offset - pageSize))
  const next = () => onChange(offset + pageSize)
  useKeys([
    { keys: '[', label: '上一页', run: previous, when: hasPrevious },
    { keys: ']', label: '下一页', run: next, when: hasNext },
  ])
  if (total <= pageSize && offset === 0) return null
  return (
    <nav className="row note muted nowrap" aria-label="翻页">
      {offset + 1}–{Math.min(offset + pageSize, total)} / {total}
      <Button size="compact-xs" variant="default" disabled={!hasPrevious} onClick={previous}>
        上一页
      </Button>
      <Button size="compact-xs" variant="default" disabled={!hasNext} onClick={next}>
        下一页
      </Button>
    </nav>
  )
}

import { Popover } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'

export type Confidence = 'H' | 'M' | 'L'

export type ClauseProps = {
  /** The clause as it stands in the line, e.g. 法律援助法 第34条 or 规则 H-04. */
  readonly text: string
  /** Full name of the source (法律、办法、标准). */
  readonly source?: string
  readonly article?: string
  /** The words of the article. */
  readonly quote?: string
  /** How sure the rule pack is of it. M and L carry 待核实. */
  readonly confidence?: Confidence | null
}

const confidenceWords: Record<Confidence, string> = {
  H: '已对照原文',
  M: '待核实：出处可靠，未见原文',
  L: '待核实：按通行做法，未见依据',
}

/** The clause (依据) a result rests on: a dotted link that opens its source by mouse, Enter or focus. */
export function Clause({ text, source, article, quote, confidence }: ClauseProps) {
  const [isOpen, setOpen] = useState(false)
  const unsure = confidence === 'M' || confidence === 'L'
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return
    event.stopPropagation()
    setOpen(false)
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" withinPortal trapFocus={false} returnFocus={false}>
      <Popover.Target>
        <button
          type="button"
          className="clause"
          onClick={() => setOpen(true)}
          onFocus={event => event.currentTarget.matches(':focus-visible') && setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={closeOnEscape}
        >
          {text}
          {unsure && '　待核实'}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`依据 ${text}`}>
        <div className="clause-card">
          <b>{[source ?? text, article].filter(Boolean).join('　')}</b>
          {quote && <p>{quote}</p>}
          {confidence && <p className={unsure ? 'amber' : 'muted'}>{confidenceWords[confidence]}</p>}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

import type { ReactNode } from 'react'

export type Tone = 'plain' | 'red' | 'amber' | 'green' | 'dai'

export type TagProps = {
  /** Tinted tones need eyes; `plain` is a neutral state. Default `plain`. */
  readonly tone?: Tone
  /** An outlined tag names a kind, not a state. */
  readonly outlined?: boolean
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** One short word on a tint. Colour never stands alone: the word says the state. */
export function Tag({ tone = 'plain', outlined = false, icon, children }: TagProps) {
  return (
    <span className="tag" data-tone={tone} data-outlined={outlined || undefined}>
      {icon}
      {children}
    </span>
  )
}

import type { KeyboardEvent, MouseEvent, Ref } from 'react'

export type PageThumbProps = {
  /** Address of the small picture (data: or app:), or null while it is not there. */
  readonly image: string | null
  /** Volume page number (页号); null for a blank side, which gets none. */
  readonly number: number | null
  readonly isBlank?: boolean
  readonly isPicked?: boolean
  /** The one page the keys act on. */
  readonly isCurrent?: boolean
  /** Clockwise quarter turns, in degrees. */
  readonly rotation?: 0 | 90 | 180 | 270
  readonly onClick?: (event: MouseEvent) => void
  readonly onDoubleClick?: () => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly tabIndex?: number
  readonly ref?: Ref<HTMLButtonElement>
}

/** One scanned side in the page grid. Odd numbers stand at the right top corner, even ones at the left, as they are stamped. */
export function PageThumb(props: PageThumbProps) {
  const { image, number, isBlank = false, isPicked = false, isCurrent = false, rotation = 0 } = props
  const name = isBlank ? undefined : number === null ? '未编页' : `第 ${number} 页`
  return (
    <button
      ref={props.ref}
      type="button"
      className="page-thumb"
      aria-label={name}
      aria-pressed={isPicked}
      data-blank={isBlank || undefined}
      data-picked={isPicked || undefined}
      data-current={isCurrent || undefined}
      data-side={number !== null && number % 2 === 0 ? 'left' : 'right'}
      tabIndex={props.tabIndex}
      onClick={props.onClick}
      onDoubleClick={props.onDoubleClick}
      onKeyDown={props.onKeyDown}
    >
      {isBlank ? (
        <span className="page-blank">
          <span>
            空白
            <br />
            不编页
          </span>
        </span>
      ) : (
        image && (
          <img src={image} alt="" style={rotation ? { transform: `rotate(${rotation}deg)` } : undefined} draggable={false} />
        )
      )}
      {number !== null && <span className="page-number">{number}</span>}
    </button>
  )
}

import { Button, Modal } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useKeys } from './keys.ts'

/** One CSS millimetre in CSS px. */
const PX_PER_MM = 96 / 25.4
const A4_MM = { short: 210, long: 297 } as const

/** Width and height of a paper's sheet in mm by its own `@page` rule; A4 where it has none. */
function sheetMm(html: string, landscape: boolean): readonly [width: number, height: number] {
  const size = /@page\{size:(\d+)mm (\d+)mm/.exec(html)
  if (size) return [Number(size[1]), Number(size[2])]
  return landscape ? [A4_MM.long, A4_MM.short] : [A4_MM.short, A4_MM.long]
}

export type PaperProps = {
  /** The paper's own document, as the core rendered it. No script in it can run. */
  readonly html: string
  readonly title: string
  readonly landscape?: boolean
  /** The largest height of the preview in CSS px; the rest scrolls with the pane. */
  readonly maxHeight?: number
}

/** The same HTML the printer gets, scaled to the width at hand, on white with the one shadow the app has. */
export function Paper({ html, title, landscape = false, maxHeight }: PaperProps) {
  const { ref, width } = useElementSize()
  const frame = useRef<HTMLIFrameElement>(null)
  const [widthMm, heightMm] = sheetMm(html, landscape)
  const sheetWidth = widthMm * PX_PER_MM
  const sheetHeight = heightMm * PX_PER_MM
  const [height, setHeight] = useState(sheetHeight)
  const scale = width > 0 ? width / sheetWidth : 0
  // allow-same-origin lets us measure the paper; without allow-scripts nothing in it runs.
  const measure = () => {
    const root = frame.current?.contentDocument?.documentElement
    if (root) setHeight(Math.max(sheetHeight, root.scrollHeight))
  }
  const shown = height * scale
  return (
    <div className="paper-frame" ref={ref} style={{ height: maxHeight === undefined ? shown : Math.min(shown, maxHeight) }}>
      <iframe
        ref={frame}
        title={title}
        sandbox="allow-same-origin"
        srcDoc={html}
        onLoad={measure}
        tabIndex={-1}
        style={{ width: sheetWidth, height, transform: `scale(${scale})`, visibility: scale > 0 ? 'visible' : 'hidden' }}
      />
    </div>
  )
}

export type PaperDialogProps = {
  readonly opened: boolean
  readonly onClose: () => void
  readonly html: string
  readonly title: string
  readonly landscape?: boolean
  /** Prints; bound to Ctrl+P while the dialog is up. */
  readonly onPrint?: () => unknown
  /** Further buttons beside 打印. */
  readonly actions?: ReactNode
}

/** A paper on the full page (F8 by custom), with printing. Arrow keys scroll it; Esc closes. */
export function PaperDialog({ opened, onClose, html, title, landscape = false, onPrint, actions }: PaperDialogProps) {
  const scroller = useRef<HTMLElement>(null)
  useKeys([{ keys: 'Ctrl+P', label: '打印', run: () => onPrint?.(), inDialog: true, when: opened && onPrint !== undefined }])
  useEffect(() => {
    if (opened) scroller.current?.focus()
  }, [opened])
  return (
    <Modal.Root opened={opened} onClose={onClose} fullScreen transitionProps={{ duration: 0 }}>
      <Modal.Content
        style={{
          display: 'flex',
          flexDirection: 'column',
          overflow: 'hidden',
          flex: '0 0 100%',
          width: '100vw',
          maxWidth: '100vw',
        }}
        aria-label={title}
      >
        <div className="page-head">
          <h1>{title}</h1>
          <div className="actions">
            {actions}
            {onPrint && <Button onClick={() => onPrint()}>打印</Button>}
            <Button variant="default" onClick={onClose}>
              关闭
            </Button>
          </div>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable without a mouse */}
        <section className="paper-dialog-body grow" ref={scroller} tabIndex={0} aria-label={`${title}，可滚动`} data-autofocus>
          <div style={{ width: sheetMm(html, landscape)[0] * PX_PER_MM, flex: 'none' }}>
            <Paper html={html} title={title} landscape={landscape} />
          </div>
        </section>
      </Modal.Content>
    </Modal.Root>
  )
}

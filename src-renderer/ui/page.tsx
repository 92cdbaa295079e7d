import { ActionIcon, Drawer, Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconInfoCircle } from '@tabler/icons-react'
import { type CSSProperties, type ReactNode, useState } from 'react'
import { useKeys } from './keys.ts'
import { useFoldedRail } from './rail-fold.ts'

export type SheetProps = {
  /** Folds the rail to icons: for screens with three panes. */
  readonly folded?: boolean
  readonly children: ReactNode
}

/** The white sheet of one screen. Head first, then panes, then the action bar or the key bar. */
export function Sheet({ folded = false, children }: SheetProps) {
  useFoldedRail(folded)
  return <main className="sheet">{children}</main>
}

export type PageHeadProps = {
  readonly title: ReactNode
  /** A short second fact beside the title, in grey. */
  readonly sub?: ReactNode
  /** Where this page stands, e.g. 申请 / 待决定　2 / 4. */
  readonly crumb?: ReactNode
  /** Tags beside the title. */
  readonly tags?: ReactNode
  /** Buttons and facts at the right end. */
  readonly actions?: ReactNode
  /** Leaves the bottom line off, where tabs follow. */
  readonly openFoot?: boolean
  /** A second row under the title, inside the head. */
  readonly children?: ReactNode
}

/** The head of a screen: one title (20/28), where it stands, what may be done. */
export function PageHead({ title, sub, crumb, tags, actions, openFoot = false, children }: PageHeadProps) {
  return (
    <header className={openFoot ? 'page-head open-foot' : 'page-head'} data-crumb={crumb ? true : undefined}>
      <div className="titles">
        {crumb && <div className="crumb">{crumb}</div>}
        <div className="title-row">
          <h1>{title}</h1>
          {tags}
          {sub && <span className="soft nowrap">{sub}</span>}
        </div>
        {children}
      </div>
      {actions && <div className="actions">{actions}</div>}
    </header>
  )
}

/** The row of panes between head and foot. Each pane scrolls by itself. */
export function Panes({ children }: { readonly children: ReactNode }) {
  return <div className="panes">{children}</div>
}

export type PaneProps = {
  /** Names the pane for F6 and screen readers. */
  readonly label: string
  /** Width in CSS px; without it the pane takes the room that is left. */
  readonly width?: number
  /** A share of the room left, against the other panes without a width. Default 1. */
  readonly share?: number
  /** Side panes are tinted canvas: they explain or warn. */
  readonly tint?: boolean
  /** Pinned above the scrolling part. */
  readonly head?: ReactNode
  /** Pinned below the scrolling part. */
  readonly foot?: ReactNode
  /** Narrow padding (18), for screens with three panes. */
  readonly narrow?: boolean
  /** Leaves scrolling to the content, e.g. a DataTable that fills the pane. */
  readonly fill?: boolean
  readonly children: ReactNode
}

function paneStyle(width: number | undefined, share: number): CSSProperties {
  return width === undefined ? { flex: `${share} 1 0` } : { width }
}

/** One pane of a screen, reachable with F6. Its content scrolls; head and foot stay. */
export function Pane({ label, width, share = 1, tint = false, head, foot, narrow = false, fill = false, children }: PaneProps) {
  return (
    <section
      className={tint ? 'pane tint' : 'pane'}
      aria-label={label}
      data-pane
      data-fixed={width === undefined ? undefined : true}
      data-narrow={narrow || undefined}
      style={paneStyle(width, share)}
      tabIndex={-1}
    >
      {head}
      {fill ? children : <ScrollBox label={label}>{children}</ScrollBox>}
      {foot && <div className="pane-foot">{foot}</div>}
    </section>
  )
}

/** A scrolling box that the keyboard can reach only when it holds more than it shows. */
function ScrollBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [overflows, setOverflows] = useState(false)
  const watch = (box: HTMLDivElement | null) => {
    if (!box) return
    const measure = () => setOverflows(box.scrollHeight > box.clientHeight + 1)
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    for (const child of box.children) observer.observe(child)
    measure()
    return () => observer.disconnect()
  }
  return (
    <div
      className="pane-scroll"
      ref={watch}
      {...(overflows ? { tabIndex: 0, role: 'group', 'aria-label': `${label}，可滚动` } : {})}
    >
      {children}
    </div>
  )
}

/** Under this width in CSS px a side pane becomes a drawer (F4). */
const DRAWER_BELOW = '(max-width: 1119px)'

/** Whether the right-hand pane is a drawer now. Inside it F4 is free for the page's own use. */
export function useIsSidePaneDrawer(): boolean {
  return useMediaQuery(DRAWER_BELOW) ?? false
}

/** The right-hand pane that explains or warns: a pane on wide windows, a drawer opened with F4 on narrow ones. */
export function SidePane({ label, width = 320, head, foot, fill, children }: Omit<PaneProps, 'tint' | 'share' | 'narrow'>) {
  const isNarrow = useIsSidePaneDrawer()
  const [isOpen, setOpen] = useState(false)
  useKeys(isNarrow ? [{ keys: 'F4', label: `打开${label}`, run: () => setOpen(open => !open) }] : [])
  if (!isNarrow) {
    return (
      <Pane label={label} width={width} tint head={head} foot={foot} fill={fill}>
        {children}
      </Pane>
    )
  }
  return (
    <>
      <Tooltip label={`${label}　F4`} position="left">
        <ActionIcon
          className="drawer-opener"
          variant="default"
          size={30}
          aria-label={`打开${label}`}
          onClick={() => setOpen(true)}
        >
          <IconInfoCircle size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        position="right"
        size={Math.max(width, 340)}
        title={label}
        padding={0}
        keepMounted
        styles={{
          content: { background: 'var(--canvas)' },
          header: {
            padding: '8px 12px 8px 18px',
            minHeight: 44,
            background: 'var(--canvas)',
            borderBottom: '1px solid var(--line)',
          },
        }}
        closeButtonProps={{ 'aria-label': '关闭' }}
      >
        {head}
        {children}
        {foot && <div className="pane-foot">{foot}</div>}
      </Drawer>
    </>
  )
}

/** A group inside a pane; hairlines stand between groups. */
export function Section({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  return (
    <section className="section" aria-label={label}>
      {children}
    </section>
  )
}

export type SectionHeadProps = {
  readonly title: ReactNode
  readonly icon?: ReactNode
  /** A figure in dai beside the title. */
  readonly count?: number
  /** A short grey note. */
  readonly note?: ReactNode
  /** At the right end. */
  readonly aside?: ReactNode
  /** Heading level; 2 in a pane, 3 under another head. Default 2. */
  readonly level?: 2 | 3
}

/** The head of a group (14/600), with a count, a note and something at the right end. */
export function SectionHead({ title, icon, count, note, aside, level = 2 }: SectionHeadProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="section-head">
      {icon}
      <Heading>{title}</Heading>
      {count !== undefined && <span className="count">{count}</span>}
      {note && <span className="head-note clip">{note}</span>}
      {aside && <span className="aside">{aside}</span>}
    </div>
  )
}

/** The bar under a form (52 px): key hints at the left, reasons and buttons at the right inside an element with class `push row`. */
export function ActionBar({ children }: { readonly children: ReactNode }) {
  return <footer className="action-bar">{children}</footer>
}

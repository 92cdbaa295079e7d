import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'

export type BannerTone = 'warn' | 'error' | 'ok' | 'info'

const icons: Record<BannerTone, ReactNode> = {
  warn: <IconAlertTriangle size={16} aria-hidden />,
  error: <IconCircleX size={16} aria-hidden />,
  ok: <IconCircleCheck size={16} aria-hidden />,
  info: <IconInfoCircle size={16} aria-hidden />,
}

export type BannerProps = {
  readonly tone: BannerTone
  /** The short fact, in the tone's colour. */
  readonly title?: ReactNode
  readonly icon?: ReactNode
  readonly children?: ReactNode
  /** Text links under the words. */
  readonly actions?: ReactNode
  /** A button at the right end. */
  readonly side?: ReactNode
}

/** A tinted line or two that warns, refuses or confirms, with an icon and words. Errors are read out at once. */
export function Banner({ tone, title, icon, children, actions, side }: BannerProps) {
  return (
    <div className="banner" data-tone={tone} role={tone === 'error' ? 'alert' : 'status'}>
      {icon ?? icons[tone]}
      <div className="banner-words">
        {title && <b>{title}</b>}
        {title && children && '　'}
        {children}
        {actions && <div className="banner-actions">{actions}</div>}
      </div>
      {side && <div className="banner-side">{side}</div>}
    </div>
  )
}

import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** The line over a view that was opened from the rule packs: the way back, and what is seen. */
export function BackBar({
  title,
  onBack,
  children,
}: {
  readonly title: string
  readonly onBack: () => void
  readonly children?: ReactNode
}) {
  return (
    <div className="settings-bar">
      <button type="button" className="text-link row" onClick={onBack}>
        <IconArrowLeft size={16} aria-hidden />
        现行规则
      </button>
      <h2 className="clip">{title}</h2>
      {children}
    </div>
  )
}

import {
  IconAlertTriangle,
  IconCheck,
  IconCircleCheck,
  IconCircleX,
  IconMinus,
  IconShieldCheck,
  IconX,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'

export type StatusKind =
  | 'met'
  | 'not-met'
  | 'waived'
  | 'not-applicable'
  | 'needs-person'
  | 'attention'
  | 'plain'
  | 'done'
  | 'missing'

const icons: Record<StatusKind, ReactNode> = {
  met: <IconCircleCheck size={16} className="green" aria-hidden />,
  'not-met': <IconCircleX size={16} className="red" aria-hidden />,
  waived: <IconMinus size={16} className="muted" aria-hidden />,
  'not-applicable': <IconShieldCheck size={16} className="green" aria-hidden />,
  'needs-person': <IconAlertTriangle size={16} className="amber" aria-hidden />,
  attention: <IconAlertTriangle size={16} className="amber" aria-hidden />,
  done: <IconCheck size={16} className="green" aria-hidden />,
  missing: <IconX size={16} className="red" aria-hidden />,
  plain: null,
}

/** An icon and the word it stands for, e.g. 符合　人均 1,320.00 元. The word alone carries the meaning. */
export function StatusWord({ kind, children }: { readonly kind: StatusKind; readonly children: ReactNode }) {
  return (
    <span className="status-word">
      {icons[kind]}
      <span>{children}</span>
    </span>
  )
}

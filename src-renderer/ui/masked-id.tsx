import { ActionIcon, Tooltip } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useEffect, useState } from 'react'

/** How long a revealed number stays on the screen, in milliseconds. */
const SHOWN_MS = 30_000

export type MaskedIdProps = {
  /** The masked number as the core gives it, e.g. 3403**********123X. */
  readonly masked: string
  /** Asks the core for the whole number; the core writes the reveal into the audit log (操作日志). Without it there is no eye. */
  readonly onReveal?: () => Promise<string | null>
  /** What the number is, for the button's name. Default 证件号码. */
  readonly label?: string
}

/** A masked number with an audited eye. The whole number goes away by itself after 30 seconds. */
export function MaskedId({ masked, onReveal, label = '证件号码' }: MaskedIdProps) {
  const [whole, setWhole] = useState<string | null>(null)
  useEffect(() => {
    if (whole === null) return
    const timer = setTimeout(() => setWhole(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [whole])
  const toggle = async () => {
    if (whole !== null) setWhole(null)
    else if (onReveal) setWhole(await onReveal())
  }
  const name = whole === null ? `查看完整${label}，记入操作日志` : `隐去${label}`
  return (
    <span className="masked-id">
      <span>{whole ?? masked}</span>
      {onReveal && (
        <Tooltip label={name}>
          <ActionIcon variant="subtle" size={22} aria-label={name} onClick={toggle}>
            {whole === null ? <IconEye size={16} aria-hidden /> : <IconEyeOff size={16} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      )}
    </span>
  )
}

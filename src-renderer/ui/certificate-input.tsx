import { ActionIcon, Select, TextInput } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { maskCertificate, tidyCertificate } from './certificate-text.ts'

export type CertificateInputProps = {
  /** Kinds of certificate (证件类型) as the rule pack lists them. */
  readonly kinds: readonly { readonly value: string; readonly label: string }[]
  readonly kind: string | null
  readonly number: string
  readonly onKindChange: (kind: string | null) => void
  readonly onNumberChange: (number: string) => void
  readonly disabled?: boolean
  readonly error?: ReactNode
  readonly 'aria-describedby'?: string
  /** Called when the number loses the focus, e.g. to look the person up. */
  readonly onNumberDone?: () => void
}

/** Kind and number of a certificate. The number is masked as soon as it is left; what it tells stands on the Field's line (`fact`). */
export function CertificateInput(props: CertificateInputProps) {
  const { kinds, kind, number, onKindChange, onNumberChange, disabled, error, onNumberDone } = props
  const [isTyping, setTyping] = useState(false)
  const [isShown, setShown] = useState(false)
  const isPlain = isTyping || isShown
  return (
    <div className="field-control several">
      <Select
        aria-label="证件类型"
        data={[...kinds]}
        value={kind}
        onChange={onKindChange}
        disabled={disabled}
        allowDeselect={false}
        w={114}
        style={{ flex: 'none' }}
      />
      <TextInput
        aria-label="证件号码"
        aria-describedby={props['aria-describedby']}
        value={isPlain ? number : maskCertificate(number)}
        onChange={event => onNumberChange(tidyCertificate(event.currentTarget.value))}
        onFocus={() => setTyping(true)}
        onBlur={() => {
          setTyping(false)
          onNumberDone?.()
        }}
        disabled={disabled}
        error={Boolean(error)}
        autoComplete="off"
        maxLength={30}
        style={{ flex: 1 }}
        rightSection={
          number.length > 4 && (
            <ActionIcon
              variant="subtle"
              size={24}
              tabIndex={-1}
              aria-label={isShown ? '隐去证件号码' : '显示证件号码'}
              onClick={() => setShown(shown => !shown)}
            >
              {isShown ? <IconEye size={16} aria-hidden /> : <IconEyeOff size={16} aria-hidden />}
            </ActionIcon>
          )
        }
      />
    </div>
  )
}

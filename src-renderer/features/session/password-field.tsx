import { PasswordInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { type KeyboardEvent, type Ref, useState } from 'react'

export type PasswordFieldProps = {
  readonly label: string
  /** Shown inside the empty field, where the label stands above for screen readers only. */
  readonly placeholder?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | null
  readonly hint?: string
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly isNew?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

/** A password with its label above, the eye, and under it one line for the error and the caps-lock notice. */
export function PasswordField(props: PasswordFieldProps) {
  const { label, placeholder, value, onChange, error, hint, onKeyDown, isNew = false, ref } = props
  const [hasCapsLock, setCapsLock] = useState(false)
  const watch = (event: KeyboardEvent<HTMLInputElement>) => setCapsLock(event.getModifierState('CapsLock'))
  const caps = hasCapsLock ? '大写锁定已打开' : ''
  const words = error ? `${error}${caps && `。${caps}`}` : caps || hint || ''
  const kind = error ? 'error' : caps ? 'warn' : 'hint'
  return (
    <>
      <PasswordInput
        ref={ref}
        label={label}
        placeholder={placeholder}
        value={value}
        error={Boolean(error)}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        maxLength={128}
        aria-describedby={`${label}-line`}
        visibilityToggleButtonProps={{ 'aria-label': '显示密码', tabIndex: 0 }}
        data-mantine-stop-propagation
        onChange={event => onChange(event.currentTarget.value)}
        onKeyUp={watch}
        onKeyDown={event => {
          watch(event)
          onKeyDown?.(event)
        }}
      />
      <div className="login-line" id={`${label}-line`} data-kind={kind} role={error ? 'alert' : 'status'}>
        {kind !== 'hint' && <IconAlertTriangle size={14} aria-hidden />}
        {words}
      </div>
    </>
  )
}

import { Button, Modal, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { fieldErrors } from '../../api/error-text.ts'
import { passwordProblem, repeatProblem } from '../../api/password-rules.ts'
import { useDo } from '../../api/use-do.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { Field, focusFirstError } from '../../ui/field.tsx'

/** Everyone changes their own password here, knowing the old one. */
export function ChangePasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const [old, setOld] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [wasTried, setTried] = useState(false)
  const change = useDo('users.changeOwnPassword')
  const told = change.error ? fieldErrors(change.error) : {}
  const submit = async () => {
    setTried(true)
    if (old === '' || passwordProblem(password) !== null || repeatProblem(password, again) !== null) {
      requestAnimationFrame(() => focusFirstError())
      return
    }
    const reply = await change.run({ oldPassword: old, newPassword: password })
    if (reply.ok) {
      announceDone('密码已改，下次登录用新密码')
      onClose()
    }
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void submit()
  }
  return (
    <Modal opened onClose={onClose} title="修改密码" size={420} closeButtonProps={{ 'aria-label': '关闭' }}>
      <form onSubmit={onSubmit} noValidate>
        <Field
          label="现在的密码"
          required
          error={told.oldPassword ?? told.password ?? (wasTried && old === '' ? '请输入现在的密码' : null)}
        >
          <PasswordInput
            value={old}
            autoComplete="current-password"
            maxLength={128}
            data-autofocus
            onChange={event => setOld(event.currentTarget.value)}
          />
        </Field>
        <Field label="新密码" required hint="至少 8 位" error={told.newPassword ?? (wasTried ? passwordProblem(password) : null)}>
          <PasswordInput
            value={password}
            autoComplete="new-password"
            maxLength={128}
            onChange={event => setPassword(event.currentTarget.value)}
          />
        </Field>
        <Field label="再输一次" required error={wasTried ? repeatProblem(password, again) : null}>
          <PasswordInput
            value={again}
            autoComplete="new-password"
            maxLength={128}
            onChange={event => setAgain(event.currentTarget.value)}
          />
        </Field>
        {change.error && change.error.code !== 'VALIDATION' && <ErrorBanner error={change.error} />}
        <div className="row" style={{ justifyContent: 'flex-end', marginTop: 8 }}>
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <BusyButton type="submit" busy={change.isBusy}>
            修改密码
          </BusyButton>
        </div>
      </form>
    </Modal>
  )
}

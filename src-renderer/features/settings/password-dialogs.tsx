import { Button, Modal, PasswordInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { fieldErrors } from '../../api/error-text.ts'
import { passwordProblem, repeatProblem } from '../../api/password-rules.ts'
import { useDo } from '../../api/use-do.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { Field, focusFirstError } from '../../ui/field.tsx'
import type { Account } from './staff-tab.tsx'

/** A new password typed twice. `problem` is null when it may be sent. */
function useNewPassword() {
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [isTried, setTried] = useState(false)
  const problems = { password: passwordProblem(password), again: repeatProblem(password, again) }
  const isRight = problems.password === null && problems.again === null
  return { password, setPassword, again, setAgain, isTried, setTried, problems, isRight }
}

type NewPassword = ReturnType<typeof useNewPassword>

/** Goes to the field that the core refused, once its sentence stands there. */
function useFocusOnRefusal(error: AppError | null): void {
  useEffect(() => {
    if (error) focusFirstError()
  }, [error])
}

function NewPasswordFields({
  state,
  refused,
  autoFocus,
}: {
  readonly state: NewPassword
  readonly refused?: string
  readonly autoFocus?: boolean
}) {
  return (
    <>
      <Field label="新密码" required hint="至少 8 位" error={refused ?? (state.isTried ? state.problems.password : null)}>
        <PasswordInput
          value={state.password}
          autoComplete="new-password"
          maxLength={128}
          data-autofocus={autoFocus || undefined}
          onChange={event => state.setPassword(event.currentTarget.value)}
        />
      </Field>
      <Field label="再输一次" required error={state.isTried ? state.problems.again : null}>
        <PasswordInput
          value={state.again}
          autoComplete="new-password"
          maxLength={128}
          onChange={event => state.setAgain(event.currentTarget.value)}
        />
      </Field>
    </>
  )
}

function Buttons({
  action,
  isBusy,
  onClose,
}: {
  readonly action: string
  readonly isBusy: boolean
  readonly onClose: () => void
}) {
  return (
    <div className="row" style={{ justifyContent: 'flex-end', marginTop: 8 }}>
      <Button variant="default" onClick={onClose}>
        取消
      </Button>
      <BusyButton type="submit" busy={isBusy}>
        {action}
      </BusyButton>
    </div>
  )
}

/** Gives another account a new password, which also unlocks it. */
export function ResetPasswordDialog({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const state = useNewPassword()
  const reset = useDo('users.resetPassword')
  useFocusOnRefusal(reset.error)
  const told = reset.error ? fieldErrors(reset.error) : {}
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    state.setTried(true)
    if (!state.isRight) return void requestAnimationFrame(() => focusFirstError())
    const reply = await reset.run({ id: account.id, newPassword: state.password })
    if (!reply.ok) return
    announceDone(`已重设 ${account.name} 的密码${account.lockedAt === null ? '' : '并解锁'}`)
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={`重设密码　${account.name}`} size={460} closeButtonProps={{ 'aria-label': '关闭' }}>
      <form onSubmit={submit} noValidate>
        <p className="second soft" style={{ marginBottom: 10 }}>
          旧密码立即作废。{account.lockedAt !== null && '这个账户会同时解锁。'}请把新密码当面告诉本人，并请其登录后修改。
        </p>
        <NewPasswordFields state={state} refused={told.newPassword} autoFocus />
        {reset.error && Object.keys(told).length === 0 && <ErrorBanner error={reset.error} />}
        <Buttons action="重设密码" isBusy={reset.isBusy} onClose={onClose} />
      </form>
    </Modal>
  )
}

/** Changes one's own password; the old one must be known. */
export function OwnPasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const [old, setOld] = useState('')
  const state = useNewPassword()
  const change = useDo('users.changeOwnPassword')
  useFocusOnRefusal(change.error)
  const told = change.error ? fieldErrors(change.error) : {}
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    state.setTried(true)
    if (old === '' || !state.isRight) return void requestAnimationFrame(() => focusFirstError())
    const reply = await change.run({ oldPassword: old, newPassword: state.password })
    if (!reply.ok) return
    announceDone('密码已改，下次登录用新密码')
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title="修改自己的密码" size={460} closeButtonProps={{ 'aria-label': '关闭' }}>
      <form onSubmit={submit} noValidate>
        <Field
          label="现在的密码"
          required
          error={told.oldPassword ?? (state.isTried && old === '' ? '请输入现在的密码' : null)}
          hint="连续输错 5 次会锁定账户"
        >
          <PasswordInput
            value={old}
            autoComplete="current-password"
            maxLength={128}
            data-autofocus
            onChange={event => setOld(event.currentTarget.value)}
          />
        </Field>
        <NewPasswordFields state={state} refused={told.newPassword} />
        {change.error && Object.keys(told).length === 0 && <ErrorBanner error={change.error} />}
        <Buttons action="修改密码" isBusy={change.isBusy} onClose={onClose} />
      </form>
    </Modal>
  )
}

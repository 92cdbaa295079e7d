import { PasswordInput, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { fieldErrors } from '../../api/error-text.ts'
import { passwordProblem, repeatProblem } from '../../api/password-rules.ts'
import { groupRecoveryKey, recoveryKeyProblem, tidyRecoveryKey } from '../../api/recovery-key-text.ts'
import { roleNames } from '../../api/session.ts'
import type { StaffCard } from '../../api/staff-card.ts'
import { useDo } from '../../api/use-do.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { Field, focusFirstError } from '../../ui/field.tsx'
import { type Trouble, troubleOf } from './trouble-page.tsx'

export type RecoverFormProps = {
  readonly status: OutputOf<'center.status'>
  readonly onLoggedIn: (user: StaffCard) => void
  /** The key was right, but the data cannot be opened. */
  readonly onTrouble: (trouble: Trouble) => void
  readonly onBack: () => void
}

/** Passwords are lost: the printed recovery key (恢复密钥) opens the center and gives one account a new password. */
export function RecoverForm({ status, onLoggedIn, onTrouble, onBack }: RecoverFormProps) {
  const [key, setKey] = useState('')
  const [userId, setUserId] = useState<string | null>(null)
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [wasTried, setTried] = useState(false)
  const recover = useDo('center.recover')
  const told = recover.error ? fieldErrors(recover.error) : {}
  const keyProblem = recoveryKeyProblem(key)
  const problems = {
    key: told.recoveryKey ?? (wasTried ? keyProblem : null),
    user: wasTried && userId === null ? '请选要重设密码的人' : null,
    password: told.newPassword ?? (wasTried ? passwordProblem(password) : null),
    again: wasTried ? repeatProblem(password, again) : null,
  }
  const submit = async () => {
    setTried(true)
    if (keyProblem !== null || userId === null || passwordProblem(password) !== null || repeatProblem(password, again) !== null) {
      requestAnimationFrame(() => focusFirstError())
      return
    }
    const reply = await recover.run({ recoveryKey: tidyRecoveryKey(key), userId, newPassword: password })
    const trouble = reply.ok ? null : troubleOf(reply.error)
    if (reply.ok) onLoggedIn(reply.value.user)
    else if (trouble) onTrouble(trouble)
    else requestAnimationFrame(() => focusFirstError())
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void submit()
  }
  return (
    <form className="login-form" onSubmit={onSubmit} noValidate>
      <h2>用恢复密钥重设密码</h2>
      <p className="soft" style={{ marginBottom: 16 }}>
        密钥在首次设置时打印，8 组、每组 4 位，由主任保管。重设会写入操作日志。
      </p>
      <Field
        label="恢复密钥"
        required
        stacked
        error={problems.key}
        hint={key === '' ? '不区分大小写，空格可省' : keyProblem === null ? '32 位，已齐' : keyProblem}
      >
        <TextInput
          value={key}
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          autoFocus
          onChange={event => {
            setKey(groupRecoveryKey(event.currentTarget.value))
            recover.clear()
          }}
        />
      </Field>
      <Field label="重设谁的密码" required stacked error={problems.user}>
        <Select
          data={status.staff.map(person => ({ value: person.id, label: `${person.name}　${roleNames(person.roles)}` }))}
          value={userId}
          onChange={setUserId}
          placeholder="选人"
        />
      </Field>
      <Field label="新密码" required stacked error={problems.password} hint="至少 8 位">
        <PasswordInput
          value={password}
          autoComplete="new-password"
          maxLength={128}
          onChange={event => setPassword(event.currentTarget.value)}
        />
      </Field>
      <Field label="再输一次" required stacked error={problems.again}>
        <PasswordInput
          value={again}
          autoComplete="new-password"
          maxLength={128}
          onChange={event => setAgain(event.currentTarget.value)}
        />
      </Field>
      {recover.error && recover.error.code !== 'VALIDATION' && <ErrorBanner error={recover.error} />}
      <BusyButton type="submit" fullWidth keys="Enter" busy={recover.isBusy} mt={4}>
        重设并登录
      </BusyButton>
      <div className="login-foot">
        <span>恢复密钥也丢了时，数据无法打开</span>
        <button type="button" className="text-link" onClick={onBack}>
          返回登录
        </button>
      </div>
    </form>
  )
}

import { Button, PasswordInput, Select } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { fieldErrors } from '../../api/error-text.ts'
import { useDo } from '../../api/use-do.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { dayOfInstant, timeOfInstant } from '../../ui/day-text.ts'
import { Field, focusFirstError } from '../../ui/field.tsx'

export type RestoreFormProps = {
  readonly status: OutputOf<'center.status'>
  readonly onRestored: () => void
  readonly onBack: () => void
}

/** The database does not open: a director's password puts one of the verified backups (备份) in its place. */
export function RestoreForm({ status, onRestored, onBack }: RestoreFormProps) {
  const directors = status.staff.filter(person => person.roles.includes('director'))
  const [name, setName] = useState<string | null>(status.backups[0]?.name ?? null)
  const [userId, setUserId] = useState<string | null>(directors[0]?.id ?? null)
  const [password, setPassword] = useState('')
  const restore = useDo('center.restoreBackup')
  const told = restore.error ? fieldErrors(restore.error) : {}
  const isReady = name !== null && userId !== null && password !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (name === null || userId === null || password === '') return
    const reply = await restore.run({ name, userId, password })
    if (reply.ok) onRestored()
    else requestAnimationFrame(() => focusFirstError())
  }
  return (
    <main className="trouble">
      <form className="trouble-sheet login-form" onSubmit={event => void submit(event)} noValidate>
        <h1 style={{ fontSize: 20, lineHeight: '28px' }}>从备份恢复</h1>
        <p className="soft" style={{ marginBottom: 16 }}>
          备份之后登记的内容不在备份里，恢复后请对照纸质材料补登。打不开的文件会改名留在 backups 里。
        </p>
        <Field label="用哪一份备份" required stacked>
          <Select
            data={status.backups.map(one => ({
              value: one.name,
              label: `${dayOfInstant(one.madeAt)}　${timeOfInstant(one.madeAt)}`,
            }))}
            value={name}
            onChange={setName}
            allowDeselect={false}
          />
        </Field>
        <Field label="主任" required stacked>
          <Select
            data={directors.map(one => ({ value: one.id, label: one.name }))}
            value={userId}
            onChange={setUserId}
            allowDeselect={false}
          />
        </Field>
        <Field label="主任的密码" required stacked error={told.password}>
          <PasswordInput
            value={password}
            autoFocus
            autoComplete="current-password"
            maxLength={128}
            onChange={event => {
              setPassword(event.currentTarget.value)
              restore.clear()
            }}
          />
        </Field>
        {told.password === undefined && <ErrorBanner error={restore.error} />}
        <div className="row" style={{ marginTop: 8 }}>
          <Button variant="default" onClick={onBack}>
            返回
          </Button>
          <BusyButton type="submit" busy={restore.isBusy} disabled={!isReady}>
            恢复这份备份
          </BusyButton>
        </div>
      </form>
    </main>
  )
}

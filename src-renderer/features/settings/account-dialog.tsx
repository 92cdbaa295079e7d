import { Button, Checkbox, Modal, PasswordInput, SegmentedControl, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { contract } from '../../../src-main/contract/index.ts'
import { ROLES, type Role } from '../../../src-main/contract/operation.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { fieldErrors, staleBy } from '../../api/error-text.ts'
import { repeatProblem } from '../../api/password-rules.ts'
import { roleNames, useSession } from '../../api/session.ts'
import { useDo } from '../../api/use-do.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { contractProblems } from '../../ui/contract-problems.ts'
import { announceDone } from '../../ui/done-line.tsx'
import { Field, focusFirstError } from '../../ui/field.tsx'
import type { Problems } from '../../ui/form-problems.ts'
import { useKeys } from '../../ui/keys.ts'
import { StaleDialog } from '../../ui/stale-dialog.tsx'
import type { StaleField } from '../../ui/stale-merge.ts'
import { useFormValues } from '../../ui/use-form-values.ts'
import { useStaleSave } from '../../ui/use-stale-save.ts'
import type { Account } from './staff-tab.tsx'

type Values = {
  readonly name: string
  readonly roles: readonly Role[]
  readonly isActive: boolean
  readonly password: string
  readonly again: string
}

const ROLE_NOTES: Readonly<Record<Role, string>> = {
  clerk: '登记来访、申请，指派、结案、编制补贴',
  archivist: '整理案卷、封卷、导出',
  director: '作决定、审批补贴、签发规则包、恢复备份',
  administrator: '管理账户、中心资料、备份',
}

const staleFields: readonly StaleField<Values>[] = [
  { key: 'name', label: '姓名', words: values => values.name },
  { key: 'roles', label: '角色', words: values => roleNames(values.roles) },
  { key: 'isActive', label: '状态', words: values => (values.isActive ? '在用' : '停用') },
]

function createProblems(values: Values): Problems {
  const { name, roles, password, again } = values
  const found = contractProblems(contract['users.create'].input, { name, roles, password }, path => path)
  const repeat = found.password ? null : repeatProblem(password, again)
  return repeat === null ? found : { ...found, again: repeat }
}

const changeable = contract['users.update'].input.pick({ name: true, roles: true, isActive: true })

function updateProblems({ name, roles, isActive }: Values): Problems {
  return contractProblems(changeable, { name, roles, isActive }, path => path)
}

/** Opens an account, or changes one: name, roles, in use or stopped. */
export function AccountDialog({ account, onClose }: { readonly account: Account | null; readonly onClose: () => void }) {
  const { user } = useSession()
  // The list under the dialog refreshes itself; what was opened stays.
  const [opened] = useState<Values>(() => ({
    name: account?.name ?? '',
    roles: account?.roles ?? [],
    isActive: account?.isActive ?? true,
    password: '',
    again: '',
  }))
  const form = useFormValues(opened, account ? updateProblems : createProblems)
  const { values } = form
  const create = useDo('users.create')
  const update = useDo('users.update')
  const stale = useStaleSave(staleFields)
  const error = account ? update.error : create.error
  const isOwn = account?.id === user.id
  const write = async (mine: Values, version: number) => {
    if (!form.tryAll(mine)) return void requestAnimationFrame(() => focusFirstError())
    const { name, roles, isActive, password } = mine
    const reply = account
      ? await update.run({ id: account.id, name, roles: [...roles], isActive, version })
      : await create.run({ name, roles: [...roles], password })
    if (reply.ok) {
      announceDone(account ? `已保存 ${name}` : `已新建 ${name}，可以登录了`)
      return onClose()
    }
    if (reply.error.code === 'STALE' && account) return holdTheirs(account.id, mine)
    form.refuse(fieldErrors(reply.error))
    requestAnimationFrame(() => focusFirstError())
  }
  const holdTheirs = async (id: string, mine: Values) => {
    const now = await invoke('users.list', {})
    const theirs = now.ok ? now.value.find(one => one.id === id) : undefined
    if (!theirs) return
    const { name, roles, isActive, version } = theirs
    stale.hold(opened, mine, { values: { ...mine, name, roles, isActive }, version })
  }
  const save = () => write(values, account?.version ?? 1)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void save()
  }
  useKeys([{ keys: 'Ctrl+S', label: '保存', run: () => void save(), inDialog: true, when: stale.rows === null }])
  if (stale.rows) {
    return (
      <StaleDialog
        what="这个账户"
        {...staleBy(error)}
        rows={stale.rows}
        onDiscard={onClose}
        onClose={stale.close}
        onSave={choice => {
          const merged = stale.merged(choice)
          if (!merged) return
          stale.close()
          form.replace(merged.values)
          return write(merged.values, merged.version)
        }}
      />
    )
  }
  const isOther = error !== null && Object.keys(fieldErrors(error)).length === 0 && error.code !== 'STALE'
  return (
    <Modal
      opened
      onClose={onClose}
      title={account ? `修改账户　${account.name}` : '新建账户'}
      size={560}
      closeButtonProps={{ 'aria-label': '关闭' }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Field label="姓名" required hint="登录时选的名字，不能与在用的人同名" name="name">
          <TextInput
            value={values.name}
            error={form.problemOf('name')}
            maxLength={30}
            data-autofocus
            onChange={event => form.set({ name: event.currentTarget.value })}
            onBlur={() => form.touch('name')}
          />
        </Field>
        <Field label="角色" required group error={form.problemOf('roles')} hint="一个人可以有几个角色" name="roles">
          <div className="role-list">
            {ROLES.map(role => (
              <Checkbox
                key={role}
                checked={values.roles.includes(role)}
                label={roleNames([role])}
                description={ROLE_NOTES[role]}
                onChange={event => form.set({ roles: toggled(values.roles, role, event.currentTarget.checked) })}
              />
            ))}
          </div>
        </Field>
        {account ? (
          <Field
            label="状态"
            group
            error={form.problemOf('isActive')}
            warning={isOwn && !values.isActive ? '停用自己之后会立即退出' : undefined}
            hint="停用的人不能登录，做过的事都保留"
            name="isActive"
          >
            <SegmentedControl
              aria-label="状态"
              data={[
                { value: 'active', label: '在用' },
                { value: 'stopped', label: '停用' },
              ]}
              value={values.isActive ? 'active' : 'stopped'}
              onChange={value => form.set({ isActive: value === 'active' })}
            />
          </Field>
        ) : (
          <>
            <Field label="初始密码" required hint="至少 8 位，请本人登录后修改" name="password">
              <PasswordInput
                value={values.password}
                error={form.problemOf('password')}
                autoComplete="new-password"
                maxLength={128}
                onChange={event => form.set({ password: event.currentTarget.value })}
                onBlur={() => form.touch('password')}
              />
            </Field>
            <Field label="再输一次" required name="again">
              <PasswordInput
                value={values.again}
                error={form.problemOf('again')}
                autoComplete="new-password"
                maxLength={128}
                onChange={event => form.set({ again: event.currentTarget.value })}
                onBlur={() => form.touch('again')}
              />
            </Field>
          </>
        )}
        {isOther && <ErrorBanner error={error} />}
        <div className="row" style={{ justifyContent: 'flex-end', marginTop: 8 }}>
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <BusyButton type="submit" keys="Ctrl+S" busy={create.isBusy || update.isBusy}>
            {account ? '保存' : '新建账户'}
          </BusyButton>
        </div>
      </form>
    </Modal>
  )
}

function toggled(roles: readonly Role[], role: Role, isOn: boolean): readonly Role[] {
  return ROLES.filter(one => (one === role ? isOn : roles.includes(one)))
}

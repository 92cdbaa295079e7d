import { Modal, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { PackChange } from '../../../src-main/domain/rule-pack/difference.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { fieldErrors } from '../../api/error-text.ts'
import { useSession } from '../../api/session.ts'
import { useDo } from '../../api/use-do.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { Field } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ChangeTable } from './change-table.tsx'

export type SignDialogProps = {
  readonly text: string
  readonly version: string
  readonly effectiveFrom: string | null
  readonly baseVersion: string
  readonly changes: readonly PackChange[]
  readonly draftId: string | null
  readonly onClose: () => void
  readonly onSigned: () => void
}

/** 签发施行: what is signed, from which day, and the director's password once more. */
export function SignDialog(props: SignDialogProps) {
  const { text, version, effectiveFrom, baseVersion, changes, draftId, onClose, onSigned } = props
  const { user, today } = useSession()
  const enact = useDo('packs.enact')
  const earliest = effectiveFrom !== null && effectiveFrom > today ? effectiveFrom : today
  const [day, setDay] = useState<string | null>(null)
  const [dayProblem, setDayProblem] = useState<string | null>(null)
  const [password, setPassword] = useState('')
  const isShut = day === null || dayProblem !== null || password === ''
  const sign = async () => {
    if (isShut || day === null) return
    const reply = await enact.run({ text, enactedOn: day, password, draftId })
    if (!reply.ok) return
    announceDone(`已签发规则包 ${reply.value.version}，${day} 起施行`)
    onSigned()
  }
  useKeys([{ keys: 'Ctrl+Enter', label: '签发施行', run: () => void sign(), inDialog: true }])
  const refused: Readonly<Record<string, unknown>> = enact.error ? fieldErrors(enact.error) : {}
  const shown = (key: string) => (typeof refused[key] === 'string' ? refused[key] : undefined)
  const other: AppError | null = shown('password') || shown('enactedOn') ? null : enact.error
  return (
    <Modal opened onClose={onClose} size={860} title={`签发规则包 ${version}`} closeButtonProps={{ 'aria-label': '关闭' }}>
      <div className="sign-dialog">
        <ErrorBanner error={other} />
        <p className="second soft">
          从施行之日起的受理、决定、指派、补贴都按它办理；此前作出的仍按当时的规则。未到施行之日的可以撤回。签发记入操作日志，签发人{' '}
          {user.name}。
        </p>
        <div className="sign-changes">
          <ChangeTable changes={changes} before={`现行 ${baseVersion}`} after={`新的 ${version}`} />
        </div>
        <Field
          label="施行日期"
          required
          error={shown('enactedOn')}
          hint={earliest > today ? `规则包写明自 ${earliest} 起施行` : '今天或者以后'}
        >
          <DateField value={day} onChange={setDay} onProblem={setDayProblem} earliest={earliest} today={today} data-autofocus />
        </Field>
        <Field label={`${user.name} 的密码`} required error={shown('password')}>
          <PasswordInput
            value={password}
            maxLength={200}
            autoComplete="off"
            w={260}
            onChange={event => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': '显示密码' }}
          />
        </Field>
        <div className="row">
          <span className="note muted">签发后不能改，请用 Ctrl+Enter 或点按钮</span>
          <span className="push row">
            <BusyButton variant="default" onClick={onClose}>
              取消
            </BusyButton>
            <BusyButton keys="Ctrl+Enter" refusesEnter disabled={isShut} busy={enact.isBusy} onClick={sign}>
              签发施行
            </BusyButton>
          </span>
        </div>
      </div>
    </Modal>
  )
}

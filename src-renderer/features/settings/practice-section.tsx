import { Button, Modal, PasswordInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { fieldErrors } from '../../api/error-text.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { Field, focusFirstError } from '../../ui/field.tsx'
import { SectionHead } from '../../ui/page.tsx'

/** 练习数据: stands only in a practice center, which its director can throw away to begin with real work. */
export function PracticeSection({ labelWidth }: { readonly labelWidth: number }) {
  const { user } = useSession()
  const practice = useAsk('sample.status', {})
  const [isAsking, setAsking] = useState(false)
  if (!practice.data?.isPractice) return null
  return (
    <>
      <SectionHead title="练习数据" />
      <Field
        group
        label="练习中心"
        labelWidth={labelWidth}
        hint={hasRole(user, ['director']) ? '练手结束后清空，回到首次设置，正式开始' : '练手结束后由主任清空，正式开始'}
      >
        <Button variant="default" disabled={!hasRole(user, ['director'])} onClick={() => setAsking(true)}>
          清空练习数据
        </Button>
      </Field>
      {isAsking && <ThrowAwayDialog cases={practice.data.cases} onClose={() => setAsking(false)} />}
    </>
  )
}

function ThrowAwayDialog({ cases, onClose }: { readonly cases: number; readonly onClose: () => void }) {
  const { user } = useSession()
  const throwAway = useDo('sample.throwAway')
  const [password, setPassword] = useState('')
  const refused = throwAway.error ? fieldErrors(throwAway.error).password : undefined
  useEffect(() => {
    if (throwAway.error) focusFirstError()
  }, [throwAway.error])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const reply = await throwAway.run({ password })
    // Nothing of this center is left, neither in the folder nor in the window: the first-run wizard stands again.
    if (reply.ok) window.location.reload()
  }
  return (
    <Modal opened onClose={onClose} title="清空练习数据">
      <form onSubmit={event => void submit(event)}>
        <p className="second" style={{ marginBottom: 12 }}>
          {`练习中心的全部内容（${cases} 件案件、人员、文书、备份和所有账户）都会删除，不能恢复；然后重新进行首次设置。`}
          如果已经登记过真实的来访或者案件，请不要清空。
        </p>
        <Field label={`${user.name} 的密码`} required labelWidth={96} error={refused} name="password">
          <PasswordInput
            value={password}
            autoComplete="current-password"
            maxLength={128}
            data-autofocus
            onChange={event => setPassword(event.currentTarget.value)}
          />
        </Field>
        {refused === undefined && <ErrorBanner error={throwAway.error} />}
        <div className="row" style={{ justifyContent: 'flex-end', marginTop: 8 }}>
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <BusyButton type="submit" color="red" busy={throwAway.isBusy} disabled={password === ''}>
            全部清空
          </BusyButton>
        </div>
      </form>
    </Modal>
  )
}

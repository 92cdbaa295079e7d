import { IconDeviceFloppy, IconLock } from '@tabler/icons-react'
import { type FormEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { errorLine, fieldErrors } from '../../api/error-text.ts'
import { roleNames } from '../../api/session.ts'
import type { StaffCard } from '../../api/staff-card.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { timeOfInstant } from '../../ui/day-text.ts'
import { suspendKeys } from '../../ui/keys.ts'
import { draftWords } from './draft-words.ts'
import { drawVeil } from './lock-veil.ts'
import { PasswordField } from './password-field.tsx'

export type LockPageProps = {
  readonly user: StaffCard
  /** UTC instant of the lock. */
  readonly since: string
  readonly because: 'idle' | 'asked'
  readonly idleMinutes: number
  readonly centerName: string
  readonly corner: string
  readonly onUnlocked: () => void
  /** Another person logs in; what was typed is kept as drafts. */
  readonly onLogOut: () => void
}

/** The lock: everything else stays mounted but hidden and out of reach; no party's name is shown. */
export function LockPage(props: LockPageProps) {
  const [host] = useState(() => document.createElement('div'))
  useLayoutEffect(() => {
    document.body.append(host)
    suspendKeys(true)
    const lift = drawVeil(host)
    return () => {
      suspendKeys(false)
      host.remove()
      lift()
    }
  }, [host])
  return createPortal(<LockCard {...props} />, host)
}

function LockCard({ user, since, because, idleMinutes, centerName, corner, onUnlocked, onLogOut }: LockPageProps) {
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const unlock = useDo('session.unlock')
  const drafts = useAsk('drafts.list', {})
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
  }, [])
  const submit = async () => {
    if (password === '') setProblem('请输入密码')
    else {
      const reply = await unlock.run({ password })
      if (reply.ok) {
        onUnlocked()
        return
      }
      setProblem(fieldErrors(reply.error).password ?? errorLine(reply.error))
    }
    field.current?.focus()
    field.current?.select()
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void submit()
  }
  const kept = draftWords(drafts.data?.map(draft => draft.form) ?? [])
  return (
    <main className="lock">
      <form className="lock-card" onSubmit={onSubmit} noValidate aria-label="已锁定">
        <div className="lock-head">
          <span className="lock-badge">
            <IconLock size={20} aria-hidden />
          </span>
          <div>
            <h1>已锁定</h1>
            <p className="note muted">
              {timeOfInstant(since)} 起　{because === 'idle' ? `离开 ${idleMinutes} 分钟自动锁定` : '手动锁定'}
            </p>
          </div>
        </div>
        <Banner tone="ok" icon={<IconDeviceFloppy size={16} aria-hidden />} title={kept ?? '没有未保存的内容'}>
          <br />
          输入密码后回到原处，光标也在原处。
        </Banner>
        <PasswordField
          ref={field}
          label={`${user.name}　${roleNames(user.roles)}`}
          placeholder="密码"
          value={password}
          error={problem}
          onChange={value => {
            setPassword(value)
            setProblem(null)
          }}
        />
        <BusyButton type="submit" fullWidth keys="Enter" busy={unlock.isBusy} data-mantine-stop-propagation>
          解锁
        </BusyButton>
        <div className="login-foot">
          <span>锁定时不显示任何当事人信息</span>
          <button type="button" className="text-link" onClick={onLogOut} data-mantine-stop-propagation>
            换人登录
          </button>
        </div>
      </form>
      <span className="corner-note">{corner}</span>
      <span className="corner-note" data-right>
        {centerName}
      </span>
    </main>
  )
}

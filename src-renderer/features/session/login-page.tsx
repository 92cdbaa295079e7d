import { IconCircleCheck, IconShieldCheck } from '@tabler/icons-react'
import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { errorText, fieldErrors } from '../../api/error-text.ts'
import type { StaffCard } from '../../api/staff-card.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { withSchemas } from '../../api/with-schemas.ts'
import { Banner } from '../../ui/banner.tsx'
import { Brand } from '../../ui/brand.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { dayOfInstant, longDay, monthDay, timeOfInstant, weekday } from '../../ui/day-text.ts'
import { useKeys } from '../../ui/keys.ts'
import { PasswordField } from './password-field.tsx'
import { StaffList } from './staff-list.tsx'
import { type Trouble, troubleOf } from './trouble-page.tsx'

const RecoverForm = lazy(async () => ({ default: (await withSchemas(() => import('./recover-form.tsx'))).RecoverForm }))

type Status = OutputOf<'center.status'>

export type LoginPageProps = {
  readonly status: Status
  readonly version: string
  readonly onLoggedIn: (user: StaffCard) => void
  readonly onTrouble: (trouble: Trouble) => void
}

/** The log-in page: what is safe at the left; who, and their password, at the right. */
export function LoginPage({ status, version, onLoggedIn, onTrouble }: LoginPageProps) {
  const [isRecovering, setRecovering] = useState(false)
  return (
    <div className="login">
      <section className="login-left" aria-label="本中心">
        <span className="dai">
          <Brand height={41} />
        </span>
        <h1>{status.centerName}</h1>
        <p className="soft">从来访登记到归档上架，一件不漏</p>
        <div className="login-facts">
          {status.lastBackupAt && (
            <div>
              <IconCircleCheck size={15} className="green" aria-hidden />
              上次备份 {monthDay(dayOfInstant(status.lastBackupAt))} {timeOfInstant(status.lastBackupAt)}，已打开校验
            </div>
          )}
          {status.auditEntries !== null && (
            <div>
              <IconShieldCheck size={15} className="green" aria-hidden />
              操作日志共 {status.auditEntries.toLocaleString('en-US')} 条
            </div>
          )}
        </div>
        <span className="corner-note">{cornerWords(version, status.packVersion)}</span>
      </section>
      <main className="login-right">
        {isRecovering ? (
          <Suspense>
            <RecoverForm status={status} onLoggedIn={onLoggedIn} onTrouble={onTrouble} onBack={() => setRecovering(false)} />
          </Suspense>
        ) : (
          <LoginForm status={status} onLoggedIn={onLoggedIn} onTrouble={onTrouble} onForgotten={() => setRecovering(true)} />
        )}
      </main>
    </div>
  )
}

/** What stands in the corner of the pages outside the frame. */
export function cornerWords(version: string, packVersion: string | null): string {
  return [`援卷 ${version}`, packVersion ? `规则包 ${packVersion}` : '', '数据在本机，已加密'].filter(Boolean).join('　')
}

type LoginFormProps = {
  readonly status: Status
  readonly onLoggedIn: (user: StaffCard) => void
  readonly onTrouble: (trouble: Trouble) => void
  readonly onForgotten: () => void
}

function LoginForm({ status, onLoggedIn, onTrouble, onForgotten }: LoginFormProps) {
  const { staff, lastUserId } = status
  const [selectedId, setSelectedId] = useState(staff.find(person => person.id === lastUserId)?.id ?? staff[0]?.id ?? null)
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const login = useDo('session.login')
  const fresh = useAsk('center.status', {})
  const field = useRef<HTMLInputElement>(null)
  const person = staff.find(one => one.id === selectedId)
  useEffect(() => {
    field.current?.focus()
  }, [])
  const select = (id: string) => {
    setSelectedId(id)
    setPassword('')
    setProblem(null)
    login.clear()
  }
  const toPassword = () => field.current?.focus()
  useKeys(
    staff.slice(0, 9).map((one, index) => ({
      keys: String(index + 1),
      label: one.name,
      run: () => {
        select(one.id)
        toPassword()
      },
    })),
  )
  const submit = async () => {
    if (!person) return
    if (password === '') {
      setProblem('请输入密码')
      toPassword()
      return
    }
    const reply = await login.run({ userId: person.id, password })
    if (reply.ok) {
      onLoggedIn(reply.value.user)
      return
    }
    const trouble = troubleOf(reply.error)
    if (trouble) {
      onTrouble(trouble)
      return
    }
    // The count of tries and the lock stand in the status.
    fresh.refetch()
    setProblem(fieldErrors(reply.error).password ?? null)
    field.current?.select()
    toPassword()
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void submit()
  }
  const isLocked = person?.lockedAt != null
  const banner = login.error && login.error.code !== 'VALIDATION' ? errorText(login.error) : null
  return (
    <form className="login-form" onSubmit={onSubmit} noValidate>
      <h2>登录</h2>
      <NowLine today={status.today} />
      <StaffList staff={staff} selectedId={selectedId} lastUserId={lastUserId} onSelect={select} onChosen={toPassword} />
      {isLocked ? (
        <LockedAccount person={person} staff={staff} />
      ) : (
        <>
          {banner && (
            <Banner tone="error" title={banner.title}>
              {banner.text}
            </Banner>
          )}
          <PasswordField
            ref={field}
            label={`${person?.name ?? ''}的密码`}
            value={password}
            error={problem}
            onChange={value => {
              setPassword(value)
              setProblem(null)
            }}
            onKeyDown={event => {
              if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
              event.preventDefault()
              const at = staff.findIndex(one => one.id === selectedId)
              const next = staff[at + (event.key === 'ArrowUp' ? -1 : 1)]
              if (next) select(next.id)
            }}
          />
          <BusyButton type="submit" fullWidth keys="Enter" busy={login.isBusy}>
            登录
          </BusyButton>
        </>
      )}
      <div className="login-foot">
        <span>↑ ↓ 选人，直接输密码</span>
        <button type="button" className="text-link" onClick={onForgotten}>
          忘记密码
        </button>
      </div>
    </form>
  )
}

/** A locked account says so, and who can open it again. */
function LockedAccount({ person, staff }: { readonly person: StaffCard; readonly staff: readonly StaffCard[] }) {
  const openers = staff.filter(
    one =>
      one.id !== person.id && one.lockedAt === null && one.roles.some(role => role === 'director' || role === 'administrator'),
  )
  const who = openers.length > 0 ? `请${openers.map(one => one.name).join('或')}在“设置　人员”里重设密码` : '没有别的主任或管理员'
  return (
    <Banner tone="error" title={`${person.name}的账户已锁定`}>
      连续 5 次密码不对。{who}，也可以用恢复密钥重设（点“忘记密码”）。
    </Banner>
  )
}

const MINUTE_MS = 60_000

function NowLine({ today }: { readonly today: string }) {
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), MINUTE_MS / 4)
    return () => clearInterval(timer)
  }, [])
  return (
    <p className="soft">
      {longDay(today)}　星期{weekday(today).slice(1)}　{timeOfInstant(now)}
    </p>
  )
}

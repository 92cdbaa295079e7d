import { forbidden } from '../refusal.ts'

type Session = { readonly userId: string; isLocked: boolean }

/** Who is logged in (会话), while the program runs: each session behind a token that nobody can guess. */
export class Sessions {
  private readonly open = new Map<string, Session>()
  private readonly newToken: () => string

  constructor(newToken: () => string) {
    this.newToken = newToken
  }

  /** @returns the token of the new session. */
  start(userId: string): string {
    const token = this.newToken()
    this.open.set(token, { userId, isLocked: false })
    return token
  }

  end(token: string): void {
    this.open.delete(token)
  }

  endAll(): void {
    this.open.clear()
  }

  lock(token: string, isLocked: boolean): void {
    const session = this.open.get(token)
    if (session) session.isLocked = isLocked
  }

  /** Whose session it is. @throws Refusal when there is none, or it is locked and `evenIfLocked` is not given. */
  userOf(token: string | null, evenIfLocked: boolean): string {
    const session = token === null ? undefined : this.open.get(token)
    if (!session) throw forbidden('not-logged-in', '请先登录')
    if (session.isLocked && !evenIfLocked) throw forbidden('locked', '屏幕已锁定，请先输入密码')
    return session.userId
  }
}

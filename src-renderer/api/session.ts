import { createContext, useContext } from 'react'
import type { OutputOf } from '../../src-main/contract/index.ts'
import type { Role } from '../../src-main/contract/operation.ts'

export type Session = OutputOf<'session.current'> & {
  /** The Asia/Shanghai day as the core counts it. */
  readonly today: string
}

/** Who is logged in; given by the frame. */
export const SessionContext = createContext<Session | null>(null)

/** Who is logged in, at which center, on which day. Only inside the frame. @throws Error outside it. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside the frame')
  return session
}

/** Whether a person holds one of the roles. */
export function hasRole(user: { readonly roles: readonly Role[] }, roles: readonly Role[]): boolean {
  return roles.some(role => user.roles.includes(role))
}

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  clerk: '接待员',
  archivist: '档案员',
  director: '主任',
  administrator: '管理员',
}

/** 接待员、管理员 of a person's roles. */
export function roleNames(roles: readonly Role[]): string {
  return roles.map(role => ROLE_NAMES[role]).join('、')
}

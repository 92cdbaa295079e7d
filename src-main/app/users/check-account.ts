import { ROLES, type Role } from '../../contract/operation.ts'
import type { Account } from '../../store/user-store.ts'
import { duplicate } from '../refusal.ts'

/** Two active people of one name could not be told apart at log-in. `id` is the account itself, null for a new one. @throws Refusal DUPLICATE. */
export function refuseSameName(accounts: readonly Account[], name: string, id: string | null): void {
  if (accounts.some(account => account.isActive && account.id !== id && account.name === name))
    throw duplicate('name', '已有同名账户，请加部门或数字区分')
}

/** Each role once, in the order of the contract. */
export function eachRoleOnce(roles: readonly Role[]): Role[] {
  return ROLES.filter(role => roles.includes(role))
}

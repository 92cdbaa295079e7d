import type { Role } from '../../contract/operation.ts'
import {
  type Keyring,
  type PasswordCost,
  readKeyring,
  TRIES_BEFORE_LOCK,
  unwrapByPassword,
  wrapByPassword,
  writeKeyring,
} from '../../store/keyring.ts'
import { storageError } from '../../store/storage-error.ts'
import type { Actor } from '../context.ts'
import { forbidden, invalid, notFound } from '../refusal.ts'

/** An account as the key file needs it. */
export type Account = { readonly id: string; readonly name: string; readonly roles: readonly Role[]; readonly isActive: boolean }

type Entry = Keyring['staff'][number]

/**
 * The key file (密钥文件) of a data folder as the running program holds it: whose password opens the database, and with which roles they
 * work. Passwords are never stored: a password is right when it unwraps the database key.
 */
export class StaffKeys {
  private readonly folder: string
  private readonly cost: PasswordCost
  private readonly now: () => Date
  private loaded: Keyring | null = null

  constructor(folder: string, cost: PasswordCost, now: () => Date) {
    this.folder = folder
    this.cost = cost
    this.now = now
  }

  /** The key file as last read or written; null on a first run. */
  get keyring(): Keyring | null {
    return this.loaded
  }

  /** @throws StorageError missing where there is none. */
  requireKeyring(): Keyring {
    if (!this.loaded) throw storageError('missing')
    return this.loaded
  }

  /** Reads the key file afresh; null on a first run. @throws StorageError corrupt. */
  load(): Keyring | null {
    this.loaded = readKeyring(this.folder)
    return this.loaded
  }

  save(keyring: Keyring): void {
    writeKeyring(this.folder, keyring)
    this.loaded = keyring
  }

  /** Who acts under an active account. @throws Refusal not-logged-in. */
  actorOf(userId: string): Actor {
    const entry = this.loaded?.staff.find(one => one.id === userId && one.isActive)
    if (!entry) throw forbidden('not-logged-in', '这个账户已停用')
    return { userId, name: entry.name, roles: entry.roles }
  }

  /** Checks one account's password, which stands in the input field `field`, and counts the tries. @returns the database key. */
  async checkPassword(userId: string, password: string, field: string): Promise<Uint8Array> {
    const key = await unwrapByPassword(this.accountThatMayTry(userId), password)
    // Several may be trying at once: what counts is how the account stands now, not how it stood when this try began.
    const { wrongTries } = this.accountThatMayTry(userId)
    if (key) {
      if (wrongTries > 0) this.change(userId, { wrongTries: 0 })
      return key
    }
    const left = TRIES_BEFORE_LOCK - (wrongTries + 1)
    this.change(userId, { wrongTries: wrongTries + 1, lockedAt: left <= 0 ? this.now().toISOString() : null })
    if (left <= 0) throw forbidden('locked', `连续输错 ${TRIES_BEFORE_LOCK} 次，这个账户已锁定`)
    throw invalid([field], `密码不对，还可再试 ${left} 次`)
  }

  /** Wraps the database key under an account's new password, for the key file. */
  wrap(account: Account, key: Uint8Array, password: string): Promise<Entry> {
    return wrapByPassword(account, key, password, this.cost)
  }

  /** Gives an account (new or old) a password and unlocks it. */
  async setPassword(account: Account, key: Uint8Array, password: string): Promise<void> {
    const keyring = this.requireKeyring()
    const entry = await this.wrap(account, key, password)
    this.save({ ...keyring, staff: [...keyring.staff.filter(one => one.id !== account.id), entry] })
  }

  /** Name, roles or state of an account as the log-in screen and the role check see them. */
  change(userId: string, change: Partial<Pick<Entry, 'name' | 'roles' | 'isActive' | 'wrongTries' | 'lockedAt'>>): void {
    const keyring = this.requireKeyring()
    this.save({ ...keyring, staff: keyring.staff.map(one => (one.id === userId ? { ...one, ...change } : one)) })
  }

  /** After a restore: accounts as the database has them. One that it does not know keeps its key, inactive, for a later restore. */
  takeAccounts(accounts: readonly Account[], centerName: string): void {
    const keyring = this.requireKeyring()
    const staff = keyring.staff.map(entry => {
      const account = accounts.find(one => one.id === entry.id)
      return account
        ? { ...entry, name: account.name, roles: [...account.roles], isActive: account.isActive }
        : { ...entry, isActive: false }
    })
    this.save({ ...keyring, centerName, staff })
  }

  /** An active account as the key file has it now. @throws Refusal NOT_FOUND, or locked. */
  private accountThatMayTry(userId: string): Entry {
    const entry = this.load()?.staff.find(one => one.id === userId && one.isActive)
    if (!entry) throw notFound('账户')
    if (entry.lockedAt !== null) throw forbidden('locked', '这个账户已锁定，请主任或管理员重设密码，或使用恢复密钥')
    return entry
  }
}

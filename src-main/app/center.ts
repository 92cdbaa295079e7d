import type { Role } from '../contract/operation.ts'
import { backupsToDrop } from '../domain/backup-retention.ts'
import type { WorkingCalendar } from '../domain/clock.ts'
import type { RulePack } from '../domain/rule-pack/rule-pack.ts'
import { shippedPack, shippedPackText } from '../packs/load-pack.ts'
import { parseStoredPack } from '../packs/stored-pack.ts'
import { type AttachmentStore, clearHalfWrittenAttachments, openAttachments } from '../store/attachment-store.ts'
import { appendAuditEntry, countAuditEntries } from '../store/audit-store.ts'
import { getCenter, practiceStatus } from '../store/center-store.ts'
import { type HolidayYear, listHolidayYears } from '../store/holiday-store.ts'
import {
  type Keyring,
  newDatabaseKey,
  type PasswordCost,
  readKeyring,
  sha256Hex,
  TRIES_BEFORE_LOCK,
  unwrapByPassword,
  unwrapByRecoveryKey,
  wrapByPassword,
  wrapByRecoveryKey,
  writeKeyring,
} from '../store/keyring.ts'
import { finishRemoval, removeCenter } from '../store/remove-center.ts'
import {
  type BackupFile,
  type BackupReason,
  beginCreation,
  type DatabaseFile,
  databaseExists,
  dropBackups,
  finishCreation,
  finishRestore,
  listBackups,
  openDatabase,
  refuseReadOnly,
  restoreBackup,
} from '../store/sqlite/database-file.ts'
import type { Migration } from '../store/sqlite/migrate.ts'
import { classifyStorageError, type StorageError, storageError } from '../store/storage-error.ts'
import { listAccounts } from '../store/user-store.ts'
import type { Actor, PackInForce } from './context.ts'
import { duplicate, forbidden, invalid, notFound, ruleRefusal } from './refusal.ts'
import { shanghaiDay } from './shanghai-time.ts'
import { staffCardOf } from './users/staff-card.ts'
import { workingCalendar } from './working-calendar.ts'

export type CenterOptions = {
  readonly folder: string
  readonly nativeBinding?: string
  readonly migrations: readonly Migration[]
  readonly passwordCost: PasswordCost
  readonly keyStore: {
    protect(secret: Uint8Array): Promise<Uint8Array>
    unprotect(sealed: Uint8Array): Promise<Uint8Array>
  } | null
  readonly now: () => Date
  readonly newToken: () => string
  readonly newId: () => string
}

export type PracticeTime = Pick<CenterOptions, 'now' | 'newId'>

export type NewCenter = {
  readonly fullName: string
  readonly shortName: string
  readonly regionCode: string
  readonly fondsName: string
  readonly fondsCode: string
  readonly address: string
  readonly phone: string
  readonly bureauName: string
}

type OpenCenter = {
  readonly database: DatabaseFile
  readonly attachments: AttachmentStore
  readonly key: Uint8Array
  packs: PackInForce[]
  holidays: readonly HolidayYear[]
}
type Session = { readonly userId: string; isLocked: boolean }
const DEFAULT_IDLE_MINUTES = 10

/**
 * One center's data folder while the program runs: its key file, its open database, who is logged in, its rule packs and its backups.
 * Passwords are never stored: a password is right when it unwraps the database key.
 */
export class Center {
  private readonly options: CenterOptions
  private readonly sessions = new Map<string, Session>()
  private loadedKeyring: Keyring | null = null
  private opened: OpenCenter | null = null
  private hasUnsavedBackup = false
  private changes = 0
  private practiceTime: PracticeTime | null = null
  private readonly lastAnswers = new Map<string, { readonly standing: string; readonly answer: Promise<unknown> }>()

  constructor(options: CenterOptions) {
    this.options = options
  }

  now(): Date {
    return (this.practiceTime ?? this.options).now()
  }

  newId(): string {
    return (this.practiceTime ?? this.options).newId()
  }

  /** Enters practice data (练习数据) on the days of a practice desk: until `work` is done, clock and ids are those of `time`. */
  async atPracticeTime(time: PracticeTime, work: () => Promise<void>): Promise<void> {
    this.practiceTime = time
    try {
      await work()
    } finally {
      this.practiceTime = null
    }
  }

  get folder(): string {
    return this.options.folder
  }

  /** The key file as last read or written; null on a first run. */
  get keyring(): Keyring | null {
    return this.loadedKeyring
  }

  get openedOrNull(): OpenCenter | null {
    return this.opened
  }

  /** @throws Refusal not-logged-in while the database is closed. */
  get open(): OpenCenter {
    if (!this.opened) throw forbidden('not-logged-in', '请先登录')
    return this.opened
  }

  /** Reads the key file afresh; null on a first run. @throws StorageError corrupt. */
  loadKeyring(): Keyring | null {
    this.loadedKeyring = readKeyring(this.folder)
    return this.loadedKeyring
  }

  /** Why the folder cannot be used, or null. A database without its key file is trouble, never a reason to start afresh. */
  trouble(): StorageError | null {
    try {
      finishRemoval(this.folder)
      const keyring = this.loadKeyring()
      if (keyring) {
        finishCreation(this.folder)
        finishRestore(this.folder)
      }
      if ((keyring !== null) !== databaseExists(this.folder)) return storageError('missing')
      refuseReadOnly(this.folder)
      return null
    } catch (error) {
      const known = classifyStorageError(error)
      if (known) return known
      throw error
    }
  }

  /** Opens the database with the operating system's key store, where it holds the key, so that log-in is quick. False when it does not. */
  async openByKeyStore(): Promise<boolean> {
    const sealed = this.loadedKeyring?.operatingSystem
    if (this.opened) return true
    if (!this.options.keyStore || !sealed) return false
    let key: Uint8Array
    try {
      key = await this.options.keyStore.unprotect(new Uint8Array(Buffer.from(sealed, 'base64')))
    } catch {
      // Another Windows account or a reinstalled system: the password still opens it.
      return false
    }
    await this.openWith(key)
    return true
  }

  /**
   * First run. The database is built under a temporary name, the key file is written, and only then does the database take its name: a
   * crash at any point leaves either nothing or a whole center.
   */
  async create(
    center: NewCenter,
    director: { readonly name: string; readonly password: string; readonly roles: readonly Role[] },
    recoveryKey: string,
  ): Promise<Actor> {
    if (this.loadKeyring() || databaseExists(this.folder)) throw duplicate('center', '这个数据文件夹里已经有一个中心')
    try {
      const staging = beginCreation(this.folder)
      const key = newDatabaseKey()
      const at = this.now().toISOString()
      const actor: Actor = { userId: this.newId(), name: director.name, roles: director.roles }
      const database = await openDatabase({ ...this.databaseOptions(staging, key), mayCreate: true })
      await database.writer.transaction().execute(async trx => {
        await trx
          .insertInto('center')
          .values({
            id: 1,
            full_name: center.fullName,
            short_name: center.shortName,
            region_code: center.regionCode,
            fonds_name: center.fondsName,
            fonds_code: center.fondsCode,
            address: center.address,
            phone: center.phone,
            bureau_name: center.bureauName,
            idle_minutes: DEFAULT_IDLE_MINUTES,
            is_practice: 0,
            created_at: at,
            version: 1,
          })
          .execute()
        await trx
          .insertInto('user_account')
          .values({ id: actor.userId, name: actor.name, is_active: 1, created_at: at, version: 1 })
          .execute()
        await trx
          .insertInto('user_role')
          .values(director.roles.map(role => ({ user_id: actor.userId, role })))
          .execute()
        const pack = shippedPack()
        const text = shippedPackText()
        await trx
          .insertInto('rule_pack')
          .values({
            id: this.newId(),
            version: pack.version,
            name: pack.name,
            content: text,
            sha256: sha256Hex(text),
            enacted_on: pack.effectiveFrom,
            enacted_by: null,
            enacted_at: at,
          })
          .execute()
        await appendAuditEntry(trx, {
          at,
          actorId: actor.userId,
          operation: 'center.create',
          subjectKind: 'center',
          subjectId: '1',
          summary: '首次设置',
          before: null,
          after: center,
        })
      })
      await database.close()
      const keyring: Keyring = {
        format: 'yuanjuan-keyring/1',
        centerName: center.fullName,
        recovery: wrapByRecoveryKey(key, recoveryKey),
        operatingSystem: await this.protectedKey(key),
        lastUserId: actor.userId,
        staff: [
          await wrapByPassword(
            { id: actor.userId, name: actor.name, roles: actor.roles, isActive: true },
            key,
            director.password,
            this.options.passwordCost,
          ),
        ],
      }
      this.saveKeyring(keyring)
      finishCreation(this.folder)
      await this.openWith(key)
      return actor
    } catch (error) {
      throw classifyStorageError(error) ?? error
    }
  }

  /** Starts a session for an account whose password is right. Five wrong passwords in a row lock the account. */
  async login(userId: string, password: string): Promise<{ readonly session: string; readonly actor: Actor }> {
    const key = await this.checkPassword(userId, password)
    await this.openWith(key)
    const keyring = this.requireKeyring()
    const sealed = keyring.operatingSystem ?? (await this.protectedKey(key))
    this.saveKeyring({ ...keyring, operatingSystem: sealed, lastUserId: userId })
    return { session: this.startSession(userId), actor: this.actorOf(userId) }
  }

  /** Checks one account's password, which stands in the input field `field`, and counts the tries. @returns the database key. */
  async checkPassword(userId: string, password: string, field = 'password'): Promise<Uint8Array> {
    const key = await unwrapByPassword(this.accountThatMayTry(userId), password)
    // Several may be trying at once: what counts is how the account stands now, not how it stood when this try began.
    const { wrongTries } = this.accountThatMayTry(userId)
    if (key) {
      if (wrongTries > 0) this.changeStaff(userId, { wrongTries: 0 })
      return key
    }
    const left = TRIES_BEFORE_LOCK - (wrongTries + 1)
    this.changeStaff(userId, { wrongTries: wrongTries + 1, lockedAt: left <= 0 ? this.now().toISOString() : null })
    if (left <= 0) throw forbidden('locked', `连续输错 ${TRIES_BEFORE_LOCK} 次，这个账户已锁定`)
    throw invalid([field], `密码不对，还可再试 ${left} 次`)
  }

  /** Opens with the recovery key and gives one account a new password. */
  async recover(
    recoveryKey: string,
    userId: string,
    newPassword: string,
  ): Promise<{ readonly session: string; readonly actor: Actor }> {
    const keyring = this.loadKeyring()
    const entry = keyring?.staff.find(one => one.id === userId && one.isActive)
    if (!keyring || !entry) throw notFound('账户')
    const key = unwrapByRecoveryKey(keyring, recoveryKey)
    if (!key) throw invalid(['recoveryKey'], '恢复密钥不对，请对照打印件逐组核对')
    await this.openWith(key)
    await this.audited({
      actorId: userId,
      operation: 'center.recover',
      subjectKind: 'user',
      subjectId: userId,
      summary: `用恢复密钥重设 ${entry.name} 的密码`,
      work: () => this.setPassword(entry, newPassword),
    })
    return { session: this.startSession(userId), actor: this.actorOf(userId) }
  }

  /** Gives an account (new or old) a password and unlocks it. The key file is written before the database commits: an entry too many opens nothing. */
  async setPassword(
    account: { readonly id: string; readonly name: string; readonly roles: readonly Role[]; readonly isActive: boolean },
    password: string,
  ): Promise<void> {
    const keyring = this.requireKeyring()
    const entry = await wrapByPassword(account, this.open.key, password, this.options.passwordCost)
    this.saveKeyring({ ...keyring, staff: [...keyring.staff.filter(one => one.id !== account.id), entry] })
  }

  /** Name, roles or state of an account as the log-in screen and the role check see them. */
  changeStaff(
    userId: string,
    change: Partial<Pick<Keyring['staff'][number], 'name' | 'roles' | 'isActive' | 'wrongTries' | 'lockedAt'>>,
  ): void {
    const keyring = this.requireKeyring()
    this.saveKeyring({ ...keyring, staff: keyring.staff.map(one => (one.id === userId ? { ...one, ...change } : one)) })
  }

  renameCenter(name: string): void {
    this.saveKeyring({ ...this.requireKeyring(), centerName: name })
  }

  startSession(userId: string): string {
    const token = this.options.newToken()
    this.sessions.set(token, { userId, isLocked: false })
    return token
  }

  endSession(token: string): void {
    this.sessions.delete(token)
  }

  lockSession(token: string, isLocked: boolean): void {
    const session = this.sessions.get(token)
    if (session) session.isLocked = isLocked
  }

  /** Who stands behind a session. @throws Refusal when there is none, or it is locked and `evenIfLocked` is not given. */
  actorOfSession(token: string | null, evenIfLocked: boolean): Actor {
    const session = token === null ? undefined : this.sessions.get(token)
    if (!session) throw forbidden('not-logged-in', '请先登录')
    if (session.isLocked && !evenIfLocked) throw forbidden('locked', '屏幕已锁定，请先输入密码')
    return this.actorOf(session.userId)
  }

  /** The pack in force on a day: the latest one enacted on or before it. */
  packOn(day: string): PackInForce {
    const pack = this.open.packs.find(one => one.enactedOn <= day) ?? this.open.packs.at(-1)
    if (!pack) throw storageError('corrupt')
    return pack
  }

  /** Every pack that has been in force up to a day, newest first. One whose day has not come is read and tested, never used. */
  packsUntil(day: string): readonly PackInForce[] {
    return this.open.packs.filter(one => one.enactedOn <= day)
  }

  /** The pack a past result was made under. */
  packOfVersion(version: string): PackInForce {
    const pack = this.open.packs.find(one => one.version === version)
    if (!pack) throw notFound(`规则包 ${version}`)
    return pack
  }

  /** A member of staff as screens show them. @throws Refusal NOT_FOUND. */
  staffCard(userId: string) {
    const entry = this.loadedKeyring?.staff.find(one => one.id === userId)
    if (!entry) throw notFound('账户')
    return staffCardOf(entry)
  }

  /** How many entries the audit trail (操作日志) holds. */
  async countAuditEntries(): Promise<number> {
    return countAuditEntries(this.open.database.reader)
  }

  /** Reads the packs again after one was signed into force. */
  async reloadPacks(): Promise<void> {
    this.open.packs = await readPacks(this.open.database)
  }

  /** Reads the holiday orders again after one was taken in or undone. */
  async reloadHolidays(): Promise<void> {
    this.open.holidays = await listHolidayYears(this.open.database.reader)
  }

  /** The working days under a pack: the library that ships, years taken in from files, the pack's own days. */
  calendarOf(pack: RulePack): WorkingCalendar {
    return workingCalendar(pack.time.dayArrangements, this.open.holidays)
  }

  noteChange(): void {
    this.hasUnsavedBackup = true
    this.changes += 1
  }

  /**
   * The answer to a costly question, worked out again only once something was changed, or `standing` (the day, the pack's version) is
   * another one. `name` says which question. What was asked before a change and answered after it counts as asked before.
   */
  whileUnchanged<Answer>(name: string, standing: string, workOut: () => Promise<Answer>): Promise<Answer> {
    const now = `${this.changes} ${standing}`
    const last = this.lastAnswers.get(name)
    if (last?.standing === now) return last.answer as Promise<Answer>
    const answer = workOut()
    this.lastAnswers.set(name, { standing: now, answer })
    // A question that failed is asked anew.
    answer.catch(() => this.lastAnswers.delete(name))
    return answer
  }

  listBackups(): BackupFile[] {
    return listBackups(this.folder)
  }

  /** Makes a verified backup and drops those that the retention rule no longer keeps. */
  backUp(reason: BackupReason): BackupFile {
    const backup = this.open.database.backUp(reason, this.now().toISOString())
    dropBackups(
      this.folder,
      backupsToDrop(this.listBackups(), this.now().toISOString(), this.packOn(shanghaiDay(this.now())).pack.backupRetention),
    )
    this.hasUnsavedBackup = false
    return backup
  }

  /** The day's backup, if this day has none yet. */
  backUpDaily(): BackupFile | null {
    const newest = this.listBackups()[0]
    const at = this.now().getTime()
    if (newest && at - Date.parse(newest.madeAt) < 24 * 3_600_000) return null
    return this.backUp('daily')
  }

  /**
   * Puts a backup in the database's place and ends every session. Accounts, roles and the center's name go back with it. A backup that
   * cannot be used changes nothing and ends no session. @throws StorageError missing, corrupt, newer-file, full.
   */
  async restore(name: string, by: Actor): Promise<void> {
    await this.putBack(name, this.open.key, by)
  }

  /**
   * The same when the database cannot be opened, and so nobody can log in: a director's password, which the key file checks, lets it
   * happen. @throws Refusal for a wrong password or another role; StorageError as `restore`.
   */
  async restoreBeforeLogin(name: string, userId: string, password: string): Promise<void> {
    const key = await this.checkPassword(userId, password)
    const by = this.actorOf(userId)
    if (!by.roles.includes('director')) throw forbidden('role', '只有主任可以恢复备份')
    await this.putBack(name, key, by)
  }

  /** Closes the database, after a backup when anything changed since the last one. */
  async close({ withBackup }: { readonly withBackup: boolean }): Promise<void> {
    if (!this.opened) return
    const { database } = this.opened
    if (withBackup && this.hasUnsavedBackup) this.backUp('exit')
    this.opened = null
    this.sessions.clear()
    await database.close()
  }

  /** Throws a practice center (练习中心) away, so that the folder is as before its first run. @throws Refusal RULE for any other center. */
  async throwAwayPractice(): Promise<void> {
    const { isPractice } = await practiceStatus(this.open.database.reader)
    if (!isPractice) throw ruleRefusal('practice-only', '本中心是正式数据，不能清空', null)
    await this.close({ withBackup: false })
    removeCenter(this.folder)
    this.loadKeyring()
  }

  private async putBack(name: string, key: Uint8Array, by: Actor): Promise<void> {
    const backup = this.listBackups().find(one => one.name === name)
    if (!backup) throw storageError('missing')
    const { nativeBinding, migrations } = this.options
    const before = this.opened
    await before?.database.close()
    this.opened = null
    try {
      restoreBackup(this.folder, name, key, this.now().toISOString(), {
        ...(nativeBinding ? { nativeBinding } : {}),
        newestSchema: migrations.length,
      })
    } finally {
      // A backup that cannot be used leaves the office at work with what it had.
      if (before) await this.openWith(key)
    }
    await this.openWith(key)
    this.sessions.clear()
    await this.audited({
      actorId: by.userId,
      operation: 'backup.restore',
      subjectKind: 'backup',
      subjectId: name,
      summary: `恢复 ${shanghaiDay(new Date(backup.madeAt))} 的备份，操作人 ${by.name}`,
      work: () => this.takeStaffFromDatabase(),
    })
  }

  private actorOf(userId: string): Actor {
    const entry = this.loadedKeyring?.staff.find(one => one.id === userId && one.isActive)
    if (!entry) throw forbidden('not-logged-in', '这个账户已停用')
    return { userId, name: entry.name, roles: entry.roles }
  }

  /** Writes one entry of the audit trail (操作日志) outside any operation's transaction, together with what it tells of. */
  private async audited(note: {
    readonly actorId: string
    readonly operation: string
    readonly subjectKind: string
    readonly subjectId: string
    readonly summary: string
    readonly work: () => Promise<void>
  }): Promise<void> {
    const { work, ...facts } = note
    await this.open.database.writer.transaction().execute(async trx => {
      await appendAuditEntry(trx, { at: this.now().toISOString(), before: null, after: null, ...facts })
      await work()
    })
  }

  /** After a restore: accounts as the database has them. One that it does not know keeps its key, inactive, for a later restore. */
  private async takeStaffFromDatabase(): Promise<void> {
    const { reader } = this.open.database
    const accounts = await listAccounts(reader)
    const { fullName } = await getCenter(reader)
    const keyring = this.requireKeyring()
    const staff = keyring.staff.map(entry => {
      const account = accounts.find(one => one.id === entry.id)
      return account
        ? { ...entry, name: account.name, roles: account.roles, isActive: account.isActive }
        : { ...entry, isActive: false }
    })
    this.saveKeyring({ ...keyring, centerName: fullName, staff })
  }

  /** An active account as the key file has it now. @throws Refusal NOT_FOUND, or locked. */
  private accountThatMayTry(userId: string): Keyring['staff'][number] {
    const entry = this.loadKeyring()?.staff.find(one => one.id === userId && one.isActive)
    if (!entry) throw notFound('账户')
    if (entry.lockedAt !== null) throw forbidden('locked', '这个账户已锁定，请主任或管理员重设密码，或使用恢复密钥')
    return entry
  }

  private requireKeyring(): Keyring {
    if (!this.loadedKeyring) throw storageError('missing')
    return this.loadedKeyring
  }

  private saveKeyring(keyring: Keyring): void {
    writeKeyring(this.folder, keyring)
    this.loadedKeyring = keyring
  }

  private async protectedKey(key: Uint8Array): Promise<string | null> {
    return this.options.keyStore ? Buffer.from(await this.options.keyStore.protect(key)).toString('base64') : null
  }

  private databaseOptions(folder: string, key: Uint8Array) {
    const binding = this.options.nativeBinding ? { nativeBinding: this.options.nativeBinding } : {}
    return { folder, key, migrations: this.options.migrations, now: this.now().toISOString(), ...binding }
  }

  private async openWith(key: Uint8Array): Promise<void> {
    if (this.opened) return
    const database = await openDatabase({ ...this.databaseOptions(this.folder, key), mayCreate: false })
    clearHalfWrittenAttachments(this.folder)
    this.opened = {
      database,
      attachments: openAttachments(this.folder, key),
      key,
      packs: await readPacks(database),
      holidays: await listHolidayYears(database.reader),
    }
  }
}

async function readPacks(database: DatabaseFile): Promise<PackInForce[]> {
  const rows = await database.reader
    .selectFrom('rule_pack')
    .select(['version', 'name', 'enacted_on', 'content'])
    .where('withdrawn_at', 'is', null)
    .orderBy('enacted_on', 'desc')
    .orderBy('enacted_at', 'desc')
    .execute()
  return rows.map(row => {
    const parsed = parseStoredPack(row.content)
    if (!parsed.ok) throw storageError('corrupt')
    return { version: row.version, name: row.name, enactedOn: row.enacted_on, pack: parsed.pack }
  })
}

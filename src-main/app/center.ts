import type { Role } from '../contract/operation.ts'
import { backupsToDrop } from '../domain/backup-retention.ts'
import type { WorkingCalendar } from '../domain/clock.ts'
import type { RulePack } from '../domain/rule-pack/rule-pack.ts'
import { type AttachmentStore, clearHalfWrittenAttachments, openAttachments } from '../store/attachment-store.ts'
import { appendAuditEntry, countAuditEntries } from '../store/audit-store.ts'
import { getCenter, practiceStatus } from '../store/center-store.ts'
import { type HolidayYear, listHolidayYears } from '../store/holiday-store.ts'
import { type Keyring, newDatabaseKey, type PasswordCost, unwrapByRecoveryKey, wrapByRecoveryKey } from '../store/keyring.ts'
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
import { foundCenter, type NewCenter } from './center/found-center.ts'
import { Sessions } from './center/sessions.ts'
import { readSignedPacks, type SignedPacks } from './center/signed-packs.ts'
import { type Account, StaffKeys } from './center/staff-keys.ts'
import { StandingAnswers } from './center/standing-answers.ts'
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

type OpenCenter = {
  readonly database: DatabaseFile
  readonly attachments: AttachmentStore
  readonly key: Uint8Array
  packs: SignedPacks
  holidays: readonly HolidayYear[]
}
/**
 * One center's data folder while the program runs: its key file, its open database, who is logged in, its rule packs and its backups.
 */
export class Center {
  private readonly options: CenterOptions
  private readonly sessions: Sessions
  private readonly keys: StaffKeys
  private opened: OpenCenter | null = null
  private hasUnsavedBackup = false
  private practiceTime: PracticeTime | null = null
  private readonly answers = new StandingAnswers()

  constructor(options: CenterOptions) {
    this.options = options
    this.sessions = new Sessions(options.newToken)
    this.keys = new StaffKeys(options.folder, options.passwordCost, () => this.now())
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
    return this.keys.keyring
  }

  get openedOrNull(): OpenCenter | null {
    return this.opened
  }

  /** @throws Refusal not-logged-in while the database is closed. */
  get open(): OpenCenter {
    if (!this.opened) throw forbidden('not-logged-in', '请先登录')
    return this.opened
  }

  /** Why the folder cannot be used, or null. A database without its key file is trouble, never a reason to start afresh. */
  trouble(): StorageError | null {
    try {
      finishRemoval(this.folder)
      const keyring = this.keys.load()
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
    const sealed = this.keyring?.operatingSystem
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
    if (this.keys.load() || databaseExists(this.folder)) throw duplicate('center', '这个数据文件夹里已经有一个中心')
    try {
      const staging = beginCreation(this.folder)
      const key = newDatabaseKey()
      const at = this.now().toISOString()
      const actor: Actor = { userId: this.newId(), name: director.name, roles: director.roles }
      const database = await openDatabase({ ...this.databaseOptions(staging, key), mayCreate: true })
      await database.writer.transaction().execute(trx => foundCenter(trx, center, actor, { at, packId: this.newId() }))
      await database.close()
      const keyring: Keyring = {
        format: 'yuanjuan-keyring/1',
        centerName: center.fullName,
        recovery: wrapByRecoveryKey(key, recoveryKey),
        operatingSystem: await this.protectedKey(key),
        lastUserId: actor.userId,
        staff: [
          await this.keys.wrap(
            { id: actor.userId, name: actor.name, roles: actor.roles, isActive: true },
            key,
            director.password,
          ),
        ],
      }
      this.keys.save(keyring)
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
    const keyring = this.keys.requireKeyring()
    const sealed = keyring.operatingSystem ?? (await this.protectedKey(key))
    this.keys.save({ ...keyring, operatingSystem: sealed, lastUserId: userId })
    return { session: this.startSession(userId), actor: this.keys.actorOf(userId) }
  }

  /** Checks one account's password, which stands in the input field `field`, and counts the tries. @returns the database key. */
  checkPassword(userId: string, password: string, field = 'password'): Promise<Uint8Array> {
    return this.keys.checkPassword(userId, password, field)
  }

  /** Opens with the recovery key and gives one account a new password. */
  async recover(
    recoveryKey: string,
    userId: string,
    newPassword: string,
  ): Promise<{ readonly session: string; readonly actor: Actor }> {
    const keyring = this.keys.load()
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
    return { session: this.startSession(userId), actor: this.keys.actorOf(userId) }
  }

  /** Gives an account (new or old) a password and unlocks it. The key file is written before the database commits: an entry too many opens nothing. */
  setPassword(account: Account, password: string): Promise<void> {
    return this.keys.setPassword(account, this.open.key, password)
  }

  /** Name, roles or state of an account as the log-in screen and the role check see them. */
  changeStaff(userId: string, change: Partial<Pick<Keyring['staff'][number], 'name' | 'roles' | 'isActive'>>): void {
    this.keys.change(userId, change)
  }

  renameCenter(name: string): void {
    this.keys.save({ ...this.keys.requireKeyring(), centerName: name })
  }

  startSession(userId: string): string {
    return this.sessions.start(userId)
  }

  endSession(token: string): void {
    this.sessions.end(token)
  }

  lockSession(token: string, isLocked: boolean): void {
    this.sessions.lock(token, isLocked)
  }

  /** Who stands behind a session. @throws Refusal when there is none, or it is locked and `evenIfLocked` is not given. */
  actorOfSession(token: string | null, evenIfLocked: boolean): Actor {
    return this.keys.actorOf(this.sessions.userOf(token, evenIfLocked))
  }

  /** The pack in force on a day: the latest one enacted on or before it. */
  packOn(day: string): PackInForce {
    return this.open.packs.on(day)
  }

  /** Every pack that has been in force up to a day, newest first. One whose day has not come is read and tested, never used. */
  packsUntil(day: string): readonly PackInForce[] {
    return this.open.packs.until(day)
  }

  /** The pack a past result was made under. @throws Refusal NOT_FOUND. */
  packOfVersion(version: string): PackInForce {
    return this.open.packs.ofVersion(version)
  }

  /** A member of staff as screens show them. @throws Refusal NOT_FOUND. */
  staffCard(userId: string) {
    const entry = this.keyring?.staff.find(one => one.id === userId)
    if (!entry) throw notFound('账户')
    return staffCardOf(entry)
  }

  /** How many entries the audit trail (操作日志) holds. */
  async countAuditEntries(): Promise<number> {
    return countAuditEntries(this.open.database.reader)
  }

  /** Reads the packs again after one was signed into force. */
  async reloadPacks(): Promise<void> {
    this.open.packs = await readSignedPacks(this.open.database)
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
    this.answers.noteChange()
  }

  /** As `StandingAnswers` says. */
  whileUnchanged<Answer>(name: string, standing: string, workOut: () => Promise<Answer>): Promise<Answer> {
    return this.answers.whileUnchanged(name, standing, workOut)
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
    const by = this.keys.actorOf(userId)
    if (!by.roles.includes('director')) throw forbidden('role', '只有主任可以恢复备份')
    await this.putBack(name, key, by)
  }

  /** Closes the database, after a backup when anything changed since the last one. */
  async close({ withBackup }: { readonly withBackup: boolean }): Promise<void> {
    if (!this.opened) return
    const { database } = this.opened
    if (withBackup && this.hasUnsavedBackup) this.backUp('exit')
    this.opened = null
    this.sessions.endAll()
    await database.close()
  }

  /** Throws a practice center (练习中心) away, so that the folder is as before its first run. @throws Refusal RULE for any other center. */
  async throwAwayPractice(): Promise<void> {
    const { isPractice } = await practiceStatus(this.open.database.reader)
    if (!isPractice) throw ruleRefusal('practice-only', '本中心是正式数据，不能清空', null)
    await this.close({ withBackup: false })
    removeCenter(this.folder)
    this.keys.load()
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
    this.sessions.endAll()
    await this.audited({
      actorId: by.userId,
      operation: 'backup.restore',
      subjectKind: 'backup',
      subjectId: name,
      summary: `恢复 ${shanghaiDay(new Date(backup.madeAt))} 的备份，操作人 ${by.name}`,
      work: () => this.takeStaffFromDatabase(),
    })
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

  /** After a restore: accounts as the database has them. */
  private async takeStaffFromDatabase(): Promise<void> {
    const { reader } = this.open.database
    this.keys.takeAccounts(await listAccounts(reader), (await getCenter(reader)).fullName)
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
      packs: await readSignedPacks(database),
      holidays: await listHolidayYears(database.reader),
    }
  }
}

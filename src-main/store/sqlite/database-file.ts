import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import type { Kysely } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { Database } from '../schema.ts'
import { classifyStorageError, storageError } from '../storage-error.ts'
import { type Migration, migrate, schemaVersion } from './migrate.ts'
import { buildKysely, openRawConnection, type RawConnection } from './open-connection.ts'
import { refuseOpenElsewhere } from './sole-use.ts'

export type BackupReason = 'daily' | 'exit' | 'migration' | 'manual' | 'before-restore'

export type BackupFile = {
  readonly name: string
  readonly reason: BackupReason
  /** UTC instant, ISO. */
  readonly madeAt: string
  readonly bytes: number
}

export type DatabaseFile = {
  /** For commands: one writer, used only inside transactions. */
  readonly writer: Kysely<Database>
  /** For queries: a second, read-only connection, so that a long command never makes a screen wait. */
  readonly reader: ReadonlyKysely<Database>
  /** Copies the database into the backup folder, opens the copy and checks it, and only then gives it its name. */
  backUp(reason: BackupReason, at: string): BackupFile
  close(): Promise<void>
}

export type OpenDatabaseOptions = {
  readonly folder: string
  readonly key: Uint8Array
  readonly migrations: readonly Migration[]
  readonly nativeBinding?: string
  /** UTC instant, ISO: names the backup that is made before a migration. */
  readonly now: string
  readonly mayCreate: boolean
}

export const DATABASE_NAME = 'yuanjuan.db'
export const BACKUP_FOLDER = 'backups'
const STAGING_FOLDER = '.creating'
const RESTORING = '.restoring'
const BACKUP_PATTERN = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-(daily|exit|migration|manual|before-restore)\.db$/
const REASONS: ReadonlySet<string> = new Set<BackupReason>(['daily', 'exit', 'migration', 'manual', 'before-restore'])

/** Whether the folder holds a center's database. */
export function databaseExists(folder: string): boolean {
  return existsSync(path.join(folder, DATABASE_NAME))
}

/** Makes sure that the folder, where it is there, and its database may be written. @throws what the file system says (EACCES, EROFS, EPERM). */
export function refuseReadOnly(folder: string): void {
  for (const place of [folder, path.join(folder, DATABASE_NAME)]) if (existsSync(place)) accessSync(place, constants.W_OK)
}

/** An empty staging folder for a center that is being created; what an earlier, unfinished creation left is removed. */
export function beginCreation(folder: string): string {
  const staging = path.join(folder, STAGING_FOLDER)
  rmSync(staging, { recursive: true, force: true })
  mkdirSync(staging, { recursive: true })
  return staging
}

/** Gives a staged database its place. Called once the key file is written, and again at the next start after a crash between the two. */
export function finishCreation(folder: string): void {
  const staged = path.join(folder, STAGING_FOLDER, DATABASE_NAME)
  const final = path.join(folder, DATABASE_NAME)
  if (existsSync(staged) && !existsSync(final)) renameSync(staged, final)
  rmSync(path.join(folder, STAGING_FOLDER), { recursive: true, force: true })
}

/** The backups in a data folder, newest first. Files of other names are left alone. */
export function listBackups(folder: string): BackupFile[] {
  const place = path.join(folder, BACKUP_FOLDER)
  if (!existsSync(place)) return []
  return readdirSync(place)
    .flatMap(name => {
      const match = BACKUP_PATTERN.exec(name)
      const reason = match?.[8]
      if (!match || reason === undefined || !isBackupReason(reason)) return []
      const [, year, month, day, hour, minute, second, millisecond] = match
      const madeAt = `${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`
      return [{ name, reason, madeAt, bytes: statSync(path.join(place, name)).size }]
    })
    .sort((a, b) => (a.name < b.name ? 1 : -1))
}

/** Deletes backups by name; what the retention rule no longer keeps. */
export function dropBackups(folder: string, names: readonly string[]): void {
  for (const name of names) if (BACKUP_PATTERN.test(name)) rmSync(path.join(folder, BACKUP_FOLDER, name), { force: true })
}

/**
 * Opens the center's database, migrating it first if it is older; a verified backup precedes every migration. A missing, damaged or newer
 * file stops here: an empty database is made only for a first run (`mayCreate`).
 * @throws StorageError corrupt, newer-file, read-only, full, missing, busy.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<DatabaseFile> {
  const file = path.join(options.folder, DATABASE_NAME)
  const base = { file, key: options.key, ...(options.nativeBinding ? { nativeBinding: options.nativeBinding } : {}) }
  if (!existsSync(file) && !options.mayCreate) throw storageError('missing')
  let raw: RawConnection | null = null
  try {
    raw = openRawConnection({ ...base, isReadOnly: false })
    const connection = raw
    const backUp = (reason: BackupReason, at: string) => writeBackup(connection, base, options.folder, reason, at)
    if (schemaVersion(connection) > 0 && schemaVersion(connection) < options.migrations.length) backUp('migration', options.now)
    await migrate(connection, options.migrations)
    const readConnection = openRawConnection({ ...base, isReadOnly: true })
    const writer = buildKysely(connection)
    const reader = buildKysely(readConnection)
    return {
      writer,
      reader: reader as unknown as ReadonlyKysely<Database>,
      backUp,
      async close() {
        await reader.destroy()
        if (connection.open) {
          connection.pragma('optimize')
          connection.pragma('wal_checkpoint(truncate)')
        }
        await writer.destroy()
        // The query builder closes only what it has used; a connection left open would hold the file, which is soon to be renamed or copied.
        if (readConnection.open) readConnection.close()
        if (connection.open) connection.close()
      },
    }
  } catch (error) {
    raw?.close()
    throw classifyStorageError(error) ?? error
  }
}

export type RestoreOptions = {
  readonly nativeBinding?: string
  /** How many migrations this program knows; a backup that has seen more is refused. */
  readonly newestSchema?: number
}

/**
 * Puts a verified backup in the place of the database. The present file is kept beside it under the name of a `before-restore` backup,
 * damaged or not. The database must be closed, here and in every other program. When this throws, the present file stands as it was.
 * @throws StorageError corrupt when the backup does not open, missing when it is not there, newer-file, full, busy.
 */
export function restoreBackup(folder: string, name: string, key: Uint8Array, at: string, options: RestoreOptions = {}): void {
  const { nativeBinding, newestSchema } = options
  const source = path.join(folder, BACKUP_FOLDER, name)
  if (!BACKUP_PATTERN.test(name) || !existsSync(source)) throw storageError('missing')
  const schema = verifyFile({ file: source, key, ...(nativeBinding ? { nativeBinding } : {}) })
  if (newestSchema !== undefined && schema > newestSchema) throw storageError('newer-file')
  const file = path.join(folder, DATABASE_NAME)
  refuseOpenElsewhere({ file, key, ...(nativeBinding ? { nativeBinding } : {}) })
  copyWhole(source, `${file}${RESTORING}`)
  if (existsSync(file)) renameSync(file, path.join(folder, BACKUP_FOLDER, backupName('before-restore', at)))
  finishRestore(folder)
}

/** Ends a restore that a crash cut short: a copy that has no database beside it is whole and takes its place; any other is thrown away. */
export function finishRestore(folder: string): void {
  const file = path.join(folder, DATABASE_NAME)
  const copy = `${file}${RESTORING}`
  if (!existsSync(copy)) return
  if (existsSync(file)) {
    rmSync(copy, { force: true })
    return
  }
  // The write-ahead log belongs to the file that has just left.
  for (const tail of ['-wal', '-shm']) rmSync(`${file}${tail}`, { force: true })
  renameSync(copy, file)
}

/** Copies a file and makes sure that the copy is on the disk. What fails leaves no copy. */
function copyWhole(source: string, copy: string): void {
  try {
    copyFileSync(source, copy)
    const descriptor = openSync(copy, 'r+')
    fsyncSync(descriptor)
    closeSync(descriptor)
  } catch (error) {
    rmSync(copy, { force: true })
    throw classifyStorageError(error) ?? error
  }
}

function isBackupReason(text: string): text is BackupReason {
  return REASONS.has(text)
}

function backupName(reason: BackupReason, at: string): string {
  return `${at.replace(/[-:.]/g, '')}-${reason}.db`
}

function writeBackup(
  connection: RawConnection,
  base: { readonly key: Uint8Array; readonly nativeBinding?: string },
  folder: string,
  reason: BackupReason,
  at: string,
): BackupFile {
  const place = path.join(folder, BACKUP_FOLDER)
  const name = backupName(reason, at)
  const half = path.join(place, `.${name}.half`)
  try {
    mkdirSync(place, { recursive: true })
    rmSync(half, { force: true })
    // `VACUUM INTO` stays encrypted under the same key; the driver's own backup call refuses encrypted files.
    connection.prepare('vacuum into ?').run(half)
    verifyFile({ ...base, file: half })
    renameSync(half, path.join(place, name))
    return { name, reason, madeAt: at, bytes: statSync(path.join(place, name)).size }
  } catch (error) {
    rmSync(half, { force: true })
    throw classifyStorageError(error) ?? error
  }
}

/** Opens a file and checks it. @returns its schema version. @throws StorageError corrupt. */
function verifyFile(options: { readonly file: string; readonly key: Uint8Array; readonly nativeBinding?: string }): number {
  try {
    const copy = openRawConnection({ ...options, isReadOnly: true })
    try {
      if (copy.pragma('quick_check', { simple: true }) !== 'ok') throw storageError('corrupt')
      return schemaVersion(copy)
    } finally {
      copy.close()
    }
  } catch (error) {
    throw classifyStorageError(error) ?? storageError('corrupt', error)
  }
}

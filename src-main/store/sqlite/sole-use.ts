import { existsSync } from 'node:fs'
import SqliteDriver from 'better-sqlite3'
import { classifyStorageError, StorageError } from '../storage-error.ts'

/**
 * Makes sure that no program has the database open. One that had would write on into the file that a restore puts aside, and nobody would
 * see what it saved. A database that is damaged or gone is open nowhere. @throws StorageError busy.
 */
export function refuseOpenElsewhere(options: {
  readonly file: string
  readonly key: Uint8Array
  readonly nativeBinding?: string
}): void {
  if (!existsSync(options.file)) return
  const connection = new SqliteDriver(options.file, options.nativeBinding ? { nativeBinding: options.nativeBinding } : {})
  try {
    connection.pragma(`key = "raw:${Buffer.from(options.key).toString('hex')}"`)
    connection.pragma('busy_timeout = 0')
    // Every other connection holds a shared lock as long as it is open; an exclusive one is given only where there is none.
    connection.pragma('locking_mode = exclusive')
    connection.prepare('select count(*) from sqlite_master').get()
  } catch (error) {
    if (classifyStorageError(error)?.reason === 'busy')
      throw new StorageError(
        'busy',
        '这个数据文件夹还在另一处打开着，没有恢复。请先关掉另一处的援卷或命令行，再恢复一次。',
        error,
      )
  } finally {
    connection.close()
  }
}

import type { Database as SqliteConnection } from 'better-sqlite3'
import SqliteDriver from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Database } from '../schema.ts'

export type ConnectionOptions = {
  readonly file: string
  /** 32 bytes. The file is useless without it. */
  readonly key: Uint8Array
  readonly isReadOnly: boolean
  readonly nativeBinding?: string
}

/** A raw driver connection; only `store/sqlite` ever holds one. */
export type RawConnection = SqliteConnection

/**
 * Opens one connection to the encrypted file (SQLite3MultipleCiphers, ChaCha20-Poly1305, authenticated pages) and sets what legal records
 * need: WAL, full sync, foreign keys, secure delete. Throws the driver's error; `classifyStorageError` reads it.
 */
export function openRawConnection(options: ConnectionOptions): RawConnection {
  const driverOptions = options.nativeBinding ? { nativeBinding: options.nativeBinding } : {}
  const connection = new SqliteDriver(options.file, { readonly: options.isReadOnly, ...driverOptions })
  try {
    // A raw 32-byte key: the passphrase derivation would cost 35 ms at each open and adds nothing to a random key.
    connection.pragma(`key = "raw:${Buffer.from(options.key).toString('hex')}"`)
    connection.pragma('busy_timeout = 5000')
    if (options.isReadOnly) {
      connection.pragma('query_only = on')
    } else {
      connection.pragma('journal_mode = wal')
      connection.pragma('synchronous = full')
      connection.pragma('secure_delete = on')
    }
    connection.pragma('foreign_keys = on')
    connection.prepare('select count(*) from sqlite_master').get()
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Wraps a raw connection in the query builder. */
export function buildKysely(connection: RawConnection): Kysely<Database> {
  return new Kysely<Database>({ dialect: new SqliteDialect({ database: connection }) })
}

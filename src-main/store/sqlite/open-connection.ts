import type { Database as SqliteConnection } from 'better-sqlite3'
import SqliteDriver from 'better-sqlite3'
import { Kysely, SqliteDialect, type SqliteStatement } from 'kysely'
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

const MOST_STATEMENTS = 400

/**
 * The query builder's dialect on an open connection. Prepared statements are kept, since the builder asks for the same few hundred again
 * and again. A rollback where SQLite has already rolled back by itself (a full disk does that) is no error: it would hide the first one.
 */
export function dialectOn(connection: RawConnection): SqliteDialect {
  const kept = new Map<string, ReturnType<RawConnection['prepare']>>()
  const prepare = (text: string) => {
    if (text === 'rollback' && !connection.inTransaction) return NOTHING_TO_ROLL_BACK
    const known = kept.get(text)
    if (known) return known
    if (kept.size >= MOST_STATEMENTS) kept.clear()
    const statement = connection.prepare(text === 'begin' && !connection.readonly ? BEGIN_WRITING : text)
    kept.set(text, statement)
    return statement
  }
  return new SqliteDialect({ database: { prepare, close: () => connection.close() } })
}

/** Wraps a raw connection in the query builder. */
export function buildKysely(connection: RawConnection): Kysely<Database> {
  return new Kysely<Database>({ dialect: dialectOn(connection) })
}

/**
 * A command reads before it writes. Were the lock taken only at the first write, another program on the same folder could have written in
 * between, and SQLite would refuse at once instead of waiting its turn.
 */
const BEGIN_WRITING = 'begin immediate'

const NOTHING_TO_ROLL_BACK: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
}

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { newDatabaseKey } from '../../src-main/store/keyring.ts'
import { DATABASE_NAME, listBackups, openDatabase, restoreBackup } from '../../src-main/store/sqlite/database-file.ts'
import { migrate, schemaVersion } from '../../src-main/store/sqlite/migrate.ts'
import { openRawConnection } from '../../src-main/store/sqlite/open-connection.ts'
import { makeFolder } from '../support/make-folder.ts'

const NOW = '2026-11-20T01:00:00.000Z'

function schemaOf(folder: string, key: Uint8Array): { name: string; sql: string }[] {
  const raw = openRawConnection({ file: path.join(folder, DATABASE_NAME), key, isReadOnly: true })
  const rows = raw.prepare('select name, sql from sqlite_master where sql is not null order by name').all() as {
    name: string
    sql: string
  }[]
  raw.close()
  return rows
}

async function create(folder: string, key: Uint8Array) {
  const database = await openDatabase({ folder, key, migrations, now: NOW, mayCreate: true })
  await database.close()
}

describe('migrations', () => {
  test('every table is strict and named in the row types', async () => {
    const folder = makeFolder()
    const key = newDatabaseKey()
    await create(folder, key)
    const tables = schemaOf(folder, key).filter(row => row.sql.startsWith('CREATE TABLE') || row.sql.startsWith('create table'))
    const own = tables.filter(row => !row.name.startsWith('search_bigram') && !row.name.startsWith('sqlite_'))
    expect(own.filter(row => !/\)\s*strict/i.test(row.sql)).map(row => row.name)).toEqual([])
    const areas = 'src-main/store/schema'
    const types = readdirSync(areas)
      .map(file => readFileSync(path.join(areas, file), 'utf8'))
      .join('\n')
    for (const { name } of own) expect(types, name).toContain(`  ${name}: `)
    const raw = openRawConnection({ file: path.join(folder, DATABASE_NAME), key, isReadOnly: true })
    for (const { name } of own) {
      const typeName = `${name
        .split('_')
        .map(word => word.charAt(0).toUpperCase() + word.slice(1))
        .join('')}Table`
      const body = new RegExp(`export type ${typeName} = \\{([^}]*)\\}`).exec(types)?.[1] ?? ''
      const declared = [...body.matchAll(/^ {2}(\w+):/gm)].map(match => match[1]).sort()
      const real = (raw.pragma(`table_info(${name})`) as { name: string }[]).map(column => column.name).sort()
      expect(declared, name).toEqual(real)
    }
    raw.close()
  })

  test.each(migrations.map((migration, index) => ({ name: migration.name, index })))(
    '$name alone leads from the version before it to its own',
    async ({ index }) => {
      const folder = makeFolder()
      const raw = openRawConnection({ file: path.join(folder, DATABASE_NAME), key: newDatabaseKey(), isReadOnly: false })
      await migrate(raw, migrations.slice(0, index))
      expect(schemaVersion(raw)).toBe(index)
      await migrate(raw, migrations.slice(0, index + 1))
      expect(schemaVersion(raw)).toBe(index + 1)
      expect(raw.pragma('foreign_key_check')).toEqual([])
      raw.close()
    },
  )

  test('a failing migration leaves schema, version and rows as they were', async () => {
    const folder = makeFolder()
    const key = newDatabaseKey()
    await create(folder, key)
    const before = schemaOf(folder, key)
    const broken = [
      ...migrations,
      {
        name: '9999_breaks',
        up: async (db: Parameters<(typeof migrations)[number]['up']>[0]) => {
          await db.schema.createTable('half_made').addColumn('id', 'integer').execute()
          throw new Error('the migration broke')
        },
      },
    ]
    await expect(openDatabase({ folder, key, migrations: broken, now: NOW, mayCreate: false })).rejects.toThrow(
      'the migration broke',
    )
    expect(schemaOf(folder, key)).toEqual(before)
    expect(listBackups(folder).map(backup => backup.reason)).toEqual(['migration'])
  })

  test('a file from a newer version is refused and not touched', async () => {
    const folder = makeFolder()
    const key = newDatabaseKey()
    await create(folder, key)
    const raw = openRawConnection({ file: path.join(folder, DATABASE_NAME), key, isReadOnly: false })
    raw.pragma(`user_version = ${migrations.length + 1}`)
    raw.close()
    await expect(openDatabase({ folder, key, migrations, now: NOW, mayCreate: false })).rejects.toMatchObject({
      reason: 'newer-file',
    })
  })

  test('a damaged file stops and is kept; an empty database is never made in its place', async () => {
    const folder = makeFolder()
    const key = newDatabaseKey()
    await create(folder, key)
    const file = path.join(folder, DATABASE_NAME)
    const bytes = readFileSync(file)
    bytes.fill(7, 0, 4096)
    writeFileSync(file, bytes)
    await expect(openDatabase({ folder, key, migrations, now: NOW, mayCreate: true })).rejects.toMatchObject({
      reason: 'corrupt',
    })
    expect(readFileSync(file)).toEqual(bytes)
  })

  test('a missing file is refused unless this is a first run', async () => {
    const folder = makeFolder()
    await expect(openDatabase({ folder, key: newDatabaseKey(), migrations, now: NOW, mayCreate: false })).rejects.toMatchObject({
      reason: 'missing',
    })
  })

  test('the file on disk holds no readable text', async () => {
    const folder = makeFolder()
    const key = newDatabaseKey()
    const database = await openDatabase({ folder, key, migrations, now: NOW, mayCreate: true })
    await database.writer
      .insertInto('provider')
      .values({
        id: 'P',
        kind: 'law-firm',
        name: '安徽正淮律师事务所',
        credit_code: null,
        phone: null,
        address: null,
        is_active: 1,
        version: 1,
      })
      .execute()
    await database.close()
    const bytes = readFileSync(path.join(folder, DATABASE_NAME))
    expect(bytes.includes(Buffer.from('安徽正淮律师事务所'))).toBe(false)
    expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
  })

  test('a backup opens, a damaged one is refused, and restoring keeps the file that was there', async () => {
    const folder = makeFolder()
    const key = newDatabaseKey()
    const database = await openDatabase({ folder, key, migrations, now: NOW, mayCreate: true })
    const backup = database.backUp('manual', NOW)
    await database.writer
      .insertInto('provider')
      .values({
        id: 'P',
        kind: 'center',
        name: '后来加的',
        credit_code: null,
        phone: null,
        address: null,
        is_active: 1,
        version: 1,
      })
      .execute()
    await database.close()
    restoreBackup(folder, backup.name, key, '2026-11-20T02:00:00.000Z')
    const restored = await openDatabase({ folder, key, migrations, now: NOW, mayCreate: false })
    expect(await restored.reader.selectFrom('provider').selectAll().execute()).toEqual([])
    await restored.close()
    expect(listBackups(folder).map(one => one.reason)).toEqual(['before-restore', 'manual'])
    const copy = path.join(folder, 'backups', backup.name)
    const bytes = readFileSync(copy)
    bytes.fill(9, 4096, 8192)
    writeFileSync(copy, bytes)
    expect(() => restoreBackup(folder, backup.name, key, '2026-11-20T03:00:00.000Z')).toThrow(
      expect.objectContaining({ reason: 'corrupt' }),
    )
  })
})

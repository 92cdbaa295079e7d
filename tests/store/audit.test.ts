import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { appendAuditEntry, verifyAuditChain } from '../../src-main/store/audit-store.ts'
import { newDatabaseKey } from '../../src-main/store/keyring.ts'
import { DATABASE_NAME, openDatabase } from '../../src-main/store/sqlite/database-file.ts'
import { openRawConnection } from '../../src-main/store/sqlite/open-connection.ts'
import { makeFolder } from '../support/make-folder.ts'

const AT = '2026-11-20T01:00:00.000Z'

async function openTrail(entries: number) {
  const folder = makeFolder()
  const key = newDatabaseKey()
  const database = await openDatabase({ folder, key, migrations, now: AT, mayCreate: true })
  const append = (summary: string) =>
    database.writer.transaction().execute(trx =>
      appendAuditEntry(trx, {
        at: AT,
        actorId: 'U',
        operation: 'people.update',
        subjectKind: 'person',
        subjectId: 'P',
        summary,
        before: { phone: '1' },
        after: { phone: summary },
      }),
    )
  for (let index = 1; index <= entries; index += 1) await append(`第 ${index} 条`)
  /** Changes the file as somebody with the key and a database tool could, past the triggers. */
  const tamper = (statement: string) => {
    const raw = openRawConnection({ file: path.join(folder, DATABASE_NAME), key, isReadOnly: false })
    raw.exec('drop trigger audit_entry_keeps_rows; drop trigger audit_entry_keeps_words')
    raw.exec(statement)
    raw.close()
  }
  return { database, append, tamper }
}

describe('the audit trail', () => {
  test('an untouched chain is whole, over more than one page of it', async () => {
    const { database } = await openTrail(0)
    await database.writer.transaction().execute(async trx => {
      for (let index = 1; index <= 2_001; index += 1)
        await appendAuditEntry(trx, {
          at: AT,
          actorId: 'U',
          operation: 'x.y',
          subjectKind: 'k',
          subjectId: 's',
          summary: String(index),
          before: null,
          after: null,
        })
    })
    const result = await verifyAuditChain(database.reader)
    expect(result).toMatchObject({ entries: 2_001, brokenAt: null })
    expect(result.headHash).toMatch(/^[0-9a-f]{64}$/)
    await database.close()
  })

  test.each([
    ['a changed summary', `update audit_entry set summary = '别的' where seq = 3`, 3],
    ['a changed actor', `update audit_entry set actor_id = 'V' where seq = 2`, 2],
    ['a changed value before', `update audit_entry set before_json = null where seq = 4`, 4],
    ['a changed time', `update audit_entry set at = '2026-11-21T01:00:00.000Z' where seq = 1`, 1],
    ['a removed entry in the middle', 'delete from audit_entry where seq = 3', 3],
    [
      'two entries that changed places',
      'update audit_entry set seq = 9 where seq = 2; update audit_entry set seq = 2 where seq = 3; update audit_entry set seq = 3 where seq = 9',
      2,
    ],
    [
      'an entry with a hash of its own making',
      `update audit_entry set summary = '别的', hash = '${'a'.repeat(64)}' where seq = 5`,
      5,
    ],
  ])('%s breaks the chain where it happened', async (_, statement, brokenAt) => {
    const { database, tamper } = await openTrail(5)
    expect((await verifyAuditChain(database.reader)).brokenAt).toBeNull()
    tamper(statement)
    expect((await verifyAuditChain(database.reader)).brokenAt).toBe(brokenAt)
    await database.close()
  })

  test('an entry cut off the end changes the head that was noted', async () => {
    const { database, tamper } = await openTrail(3)
    const noted = await verifyAuditChain(database.reader)
    tamper('delete from audit_entry where seq = 3')
    const later = await verifyAuditChain(database.reader)
    expect(later).toMatchObject({ entries: 2, brokenAt: null })
    expect(later.headHash).not.toBe(noted.headHash)
    await database.close()
  })

  test('the program itself can neither change nor delete an entry', async () => {
    const { database } = await openTrail(1)
    await expect(database.writer.deleteFrom('audit_entry').execute()).rejects.toThrow('never deleted')
    await expect(database.writer.updateTable('audit_entry').set({ summary: 'x' }).execute()).rejects.toThrow('never changed')
    await database.close()
  })

  test('a rolled-back command leaves no entry and no gap', async () => {
    const { database, append } = await openTrail(1)
    const undone = database.writer.transaction().execute(async trx => {
      await appendAuditEntry(trx, {
        at: AT,
        actorId: 'U',
        operation: 'x.y',
        subjectKind: 'k',
        subjectId: 's',
        summary: 'x',
        before: null,
        after: null,
      })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await append('第 2 条')
    expect(await verifyAuditChain(database.reader)).toMatchObject({ entries: 2, brokenAt: null })
    await database.close()
  })
})

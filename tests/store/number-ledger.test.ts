import { describe, expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { newDatabaseKey } from '../../src-main/store/keyring.ts'
import { drawNumber, listLedger, NumberTakenError, summariseLedger, voidNumber } from '../../src-main/store/number-store.ts'
import { openDatabase } from '../../src-main/store/sqlite/database-file.ts'
import { makeFolder } from '../support/make-folder.ts'

const AT = '2026-11-20T01:00:00.000Z'
const BY = '01ARZ3NDEKTSV4RRFFQ69G5FAV'

async function openLedger() {
  const options = { folder: makeFolder(), key: newDatabaseKey(), migrations, now: AT }
  const database = await openDatabase({ ...options, mayCreate: true })
  await database.writer
    .insertInto('user_account')
    .values({ id: BY, name: '王莉', is_active: 1, created_at: AT, version: 1 })
    .execute()
  const drawn = { subjectKind: 'case', subjectId: BY, drawnAt: AT, drawnBy: BY }
  const draw = (series: string, year: number, thenFail = false) =>
    database.writer.transaction().execute(async trx => {
      const text = await drawNumber(trx, series, year, seq => `${series}〔${year}〕${seq}号`, drawn)
      if (thenFail) throw new Error('undone')
      return text
    })
  return { options, database, draw }
}

describe('the number ledger', () => {
  test('twenty draws at once, every second one undone: ten numbers, no gap, none twice', async () => {
    const { database, draw } = await openLedger()
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => draw('case:民', 2026, index % 2 === 1)))
    const given = results.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []))
    const expected = Array.from({ length: 10 }, (_, index) => `case:民〔2026〕${index + 1}号`)
    expect(new Set(given)).toEqual(new Set(expected))
    expect(given).toHaveLength(10)
    expect((await listLedger(database.reader, 'case:民', 2026)).map(row => row.text)).toEqual(expected)
    await database.close()
  })

  test('two connections that draw in turn never give one number twice', async () => {
    const { options, database, draw } = await openLedger()
    const other = await openDatabase({ ...options, mayCreate: false })
    const drawn = { subjectKind: 'case', subjectId: BY, drawnAt: AT, drawnBy: BY }
    const drawThere = () =>
      other.writer.transaction().execute(trx => drawNumber(trx, 'case:民', 2026, seq => `case:民〔2026〕${seq}号`, drawn))
    const given: string[] = []
    for (let round = 0; round < 5; round += 1) given.push(await draw('case:民', 2026), await drawThere())
    expect(given).toEqual(Array.from({ length: 10 }, (_, index) => `case:民〔2026〕${index + 1}号`))
    await other.close()
    await database.close()
  })

  test('each series and year counts by itself', async () => {
    const { database, draw } = await openLedger()
    expect(await draw('case:民', 2026)).toBe('case:民〔2026〕1号')
    expect(await draw('case:刑', 2026)).toBe('case:刑〔2026〕1号')
    expect(await draw('case:民', 2027)).toBe('case:民〔2027〕1号')
    expect(await draw('case:民', 2026)).toBe('case:民〔2026〕2号')
    await database.close()
  })

  test('a voided number keeps its row and reason and never comes back', async () => {
    const { database, draw } = await openLedger()
    await draw('case:民', 2026)
    await draw('case:民', 2026)
    const voided = () => database.writer.transaction().execute(trx => voidNumber(trx, 'case:民〔2026〕2号', '重复立案', AT, BY))
    expect(await voided()).toBe(true)
    expect(await voided()).toBe(false)
    expect(await draw('case:民', 2026)).toBe('case:民〔2026〕3号')
    const rows = await listLedger(database.reader, 'case:民', 2026)
    expect(rows.map(row => [row.seq, row.status, row.void_reason])).toEqual([
      [1, 'used', null],
      [2, 'void', '重复立案'],
      [3, 'used', null],
    ])
    expect(await summariseLedger(database.reader)).toMatchObject([
      { series: 'case:民', year: 2026, counter: 3, used: 2, voided: 1, reserved: 0, lastText: 'case:民〔2026〕3号' },
    ])
    await database.close()
  })

  test('a row of the ledger cannot be deleted', async () => {
    const { database, draw } = await openLedger()
    await draw('case:民', 2026)
    await expect(database.writer.deleteFrom('number_ledger').execute()).rejects.toThrow('numbers are never deleted')
    await database.close()
  })

  test('two series whose patterns give one text collide instead of sharing it', async () => {
    const { database, draw } = await openLedger()
    const drawn = { subjectKind: 'case', subjectId: BY, drawnAt: AT, drawnBy: BY }
    await draw('case:民', 2026)
    const same = database.writer.transaction().execute(trx => drawNumber(trx, 'other', 2026, () => 'case:民〔2026〕1号', drawn))
    await expect(same).rejects.toBeInstanceOf(NumberTakenError)
    expect(await listLedger(database.reader, 'other', 2026)).toEqual([])
    await database.close()
  })
})

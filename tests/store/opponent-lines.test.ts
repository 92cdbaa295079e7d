import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { migrations } from '../../migrations/index.ts'
import { newDatabaseKey } from '../../src-main/store/keyring.ts'
import { openDatabase } from '../../src-main/store/sqlite/database-file.ts'
import { opponentsIn, selectOpponentLines } from '../../src-main/store/sqlite/opponent-lines.ts'
import { makeFolder } from '../support/make-folder.ts'

test('lines of several opponents are read from their own index, and no other file is', async () => {
  const folder = makeFolder()
  const database = await openDatabase({
    folder,
    key: newDatabaseKey(),
    migrations,
    now: '2026-11-20T01:00:00.000Z',
    mayCreate: true,
  })
  const plan = z
    .array(z.object({ detail: z.string() }))
    .parse(await selectOpponentLines(database.reader).explain(undefined, sql`query plan`))
  expect(plan.map(step => step.detail).filter(step => / (application|aid_case) /.test(`${step} `))).toEqual([
    expect.stringContaining('USING COVERING INDEX ix_application__several_opponents'),
    expect.stringContaining('USING COVERING INDEX ix_aid_case__several_opponents'),
  ])
  await database.close()
})

test.each([
  ['李四', ['李四'], ['李四']],
  ['李四、王五', ['王五'], ['王五']],
  ['李四、王五', ['李四', '王五', '赵六'], ['李四', '王五']],
  ['李四,王五;赵六', ['赵六'], ['赵六']],
  ['李四、王五', ['李四、王五'], ['李四、王五']],
  ['李四光、王五', ['李四'], []],
])('in the line %s, of %j stand %j', (line, keys, found) => {
  expect(opponentsIn(line, keys)).toEqual(found)
})

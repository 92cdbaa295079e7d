import path from 'node:path'
import { expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { newDatabaseKey } from '../../src-main/store/keyring.ts'
import { DATABASE_NAME } from '../../src-main/store/sqlite/database-file.ts'
import { migrate } from '../../src-main/store/sqlite/migrate.ts'
import { openRawConnection, type RawConnection } from '../../src-main/store/sqlite/open-connection.ts'
import { makeFolder } from '../support/make-folder.ts'

const NAME = '0003_cases-by-three-doors'

/** A row of a table with these values and a filler for every other column that needs one. */
function insert(raw: RawConnection, table: string, values: Readonly<Record<string, unknown>>) {
  const columns = raw.pragma(`table_info(${table})`) as { name: string; type: string; notnull: number }[]
  const row = Object.fromEntries(
    columns
      .filter(column => column.name in values || column.notnull === 1)
      .map(column => [column.name, values[column.name] ?? (column.type === 'INTEGER' ? 1 : '')]),
  )
  const names = Object.keys(row)
  raw.prepare(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`).run(...Object.values(row))
}

test('a case of the version before keeps its row and gets what its application and decision say of it', async () => {
  const raw = openRawConnection({ file: path.join(makeFolder(), DATABASE_NAME), key: newDatabaseKey(), isReadOnly: false })
  const index = migrations.findIndex(one => one.name === NAME)
  await migrate(raw, migrations.slice(0, index))
  insert(raw, 'user_account', { id: 'u', name: '王莉' })
  insert(raw, 'person', { id: 'p', name: '刘秀兰', name_key: '刘秀兰' })
  insert(raw, 'application', {
    id: 'a',
    number: '援申1',
    person_id: 'p',
    scope: 'wages',
    aid_forms: '["advice"]',
    agency: '蚌山区人民法院',
    facts: '欠薪',
    opponent_name: '某公司',
    opponent_key: '某公司',
    status: 'granted',
    registered_by: 'u',
  })
  insert(raw, 'application', { id: 'w', number: '援申2', person_id: 'p', status: 'withdrawn', registered_by: 'u' })
  insert(raw, 'application_category', { application_id: 'a', category: 'women' })
  insert(raw, 'decision', {
    id: 'd',
    application_id: 'a',
    outcome: 'granted',
    number: '援决1',
    aid_forms: '["litigation"]',
    decided_by: 'u',
  })
  insert(raw, 'aid_case', {
    id: 'c',
    number: '援民1',
    application_id: 'a',
    person_id: 'p',
    opened_on: '2026-11-04',
    opponent_name: '某公司',
    status: 'handling',
    complexity: 'ordinary',
    recovered_fen: 1234,
  })
  insert(raw, 'case_event', { id: 'e', case_id: 'c', title: '会见', entered_by: 'u' })
  await migrate(raw, migrations.slice(0, index + 1))
  expect(raw.prepare('select * from aid_case').get()).toMatchObject({
    id: 'c',
    number: '援民1',
    door: 'application',
    application_id: 'a',
    notice_id: null,
    parent_case_id: null,
    opened_on: '2026-11-04',
    scope: 'wages',
    aid_forms: '["litigation"]',
    agency: '蚌山区人民法院',
    facts: '欠薪',
    opponent_key: '某公司',
    status: 'handling',
    recovered_fen: 1234,
  })
  expect(raw.prepare('select case_id, category from case_category').all()).toEqual([{ case_id: 'c', category: 'women' }])
  expect(raw.prepare('select case_id from case_event').all()).toEqual([{ case_id: 'c' }])
  expect(raw.prepare('select end_kind from application order by id').all()).toEqual([
    { end_kind: null },
    { end_kind: 'withdrawn' },
  ])
  expect(() => raw.prepare("delete from aid_case where id = 'c'").run()).toThrow(/FOREIGN KEY/)
  raw.close()
})

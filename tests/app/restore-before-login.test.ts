import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openCore } from '../../src-main/host/core.ts'
import { makeCenter, PASSWORD } from '../support/make-center.ts'

const COST = { memoryKiB: 64, passes: 1 }

/** A center whose database was overwritten in the middle, as a failing disk would, with the backup that its closing made. */
async function damagedCenter() {
  const center = await makeCenter({ backups: 'office' })
  await center.core.close()
  const file = path.join(center.folder, 'yuanjuan.db')
  const bytes = readFileSync(file)
  bytes.fill(0x5a, 0, 8192)
  writeFileSync(file, bytes)
  const core = openCore(
    { dataFolder: center.folder, printer: null, keyStore: null },
    { passwordCost: COST, backups: 'daily-at-close' },
  )
  const ask = (name: string, input: unknown) => core.invoke({ name, input, session: null })
  const status = await ask('center.status', {})
  if (!status.ok) throw new Error(JSON.stringify(status.error))
  const { staff, backups } = status.value as { staff: { id: string; name: string }[]; backups: { name: string }[] }
  const idOf = (name: string) => staff.find(one => one.name === name)?.id ?? ''
  return { core, ask, idOf, backup: backups[0]?.name ?? '', file, bytes }
}

test('a director puts a backup in the place of a database that does not open, and everyone logs in again', async () => {
  const { core, ask, idOf, backup } = await damagedCenter()
  expect(await ask('session.login', { userId: idOf('陈建国'), password: PASSWORD })).toMatchObject({
    ok: false,
    error: { code: 'STORAGE', reason: 'corrupt' },
  })
  expect(await ask('center.restoreBackup', { name: backup, userId: idOf('陈建国'), password: PASSWORD })).toMatchObject({
    ok: true,
  })
  expect(await ask('session.login', { userId: idOf('王莉'), password: PASSWORD })).toMatchObject({ ok: true })
  await core.close()
})

test.each([
  { who: '王莉', password: PASSWORD, code: 'FORBIDDEN' },
  { who: '陈建国', password: 'wrong-password', code: 'VALIDATION' },
])('$who with $password restores nothing', async ({ who, password, code }) => {
  const { core, ask, idOf, backup, file, bytes } = await damagedCenter()
  expect(await ask('center.restoreBackup', { name: backup, userId: idOf(who), password })).toMatchObject({
    ok: false,
    error: { code },
  })
  expect(readFileSync(file)).toEqual(bytes)
  await core.close()
})

test('a new center has its first backup at once', async () => {
  const center = await makeCenter()
  expect((await center.call(center.director, 'backup.list', {})).map(one => one.reason)).toContain('daily')
})

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openCore } from '../../src-main/host/core.ts'
import { BACKUP_FOLDER, DATABASE_NAME } from '../../src-main/store/sqlite/database-file.ts'
import { openRawConnection } from '../../src-main/store/sqlite/open-connection.ts'
import { makeCenter, PASSWORD, type TestCenter } from '../support/make-center.ts'

async function rename(center: TestCenter, session: string, fullName: string): Promise<void> {
  const { regionName: _, idleMinutes, version, ...particulars } = await center.call(session, 'center.get', {})
  await center.call(session, 'center.update', { center: { ...particulars, fullName }, idleMinutes, version })
}

async function loginAs(center: TestCenter, name: string, password = PASSWORD): Promise<string> {
  const user = (await center.call(null, 'center.status', {})).staff.find(one => one.name === name)
  return (await center.call(null, 'session.login', { userId: user?.id ?? name, password })).session
}

describe('backup.make', () => {
  it('makes an encrypted, opened and checked copy', async () => {
    const center = await makeCenter()
    const made = await center.call(center.administrator, 'backup.make', {})
    expect(made.name).toBe('20261120T010000000Z-manual.db')
    const list = await center.call(center.director, 'backup.list', {})
    // A new center already has the day's backup.
    expect(list.filter(one => one.reason !== 'daily')).toEqual([
      { name: made.name, madeAt: '2026-11-20T01:00:00.000Z', bytes: made.bytes, reason: 'manual', isVerified: true },
    ])
    const file = path.join(center.folder, BACKUP_FOLDER, made.name)
    expect(readFileSync(file).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
    const copy = openRawConnection({ file, key: center.core.center.open.key, isReadOnly: true })
    expect(copy.prepare('select full_name from center').get()).toEqual({ full_name: '蚌山区法律援助中心' })
    copy.close()
    expect((await center.call(center.clerk, 'session.current', {})).lastBackupAt).toBe('2026-11-20T01:00:00.000Z')
  })

  it('keeps to the retention rule of the pack', async () => {
    const center = await makeCenter()
    for (const minute of ['01', '02', '03', '04', '05', '06', '07', '08']) {
      center.setDay('2026-11-20', `09:${minute}:00`)
      await center.call(center.director, 'backup.make', {})
    }
    const { keepToday } = center.core.center.packOn('2026-11-20').pack.backupRetention
    const kept = await center.call(center.director, 'backup.list', {})
    expect(kept).toHaveLength(keepToday)
    expect(kept[0]?.madeAt).toBe('2026-11-20T01:08:00.000Z')
  })

  it('is closed to clerks and archivists, restoring also to administrators', async () => {
    const center = await makeCenter()
    const { name } = await center.call(center.director, 'backup.make', {})
    for (const session of [center.clerk, center.archivist])
      for (const operation of ['backup.list', 'backup.make'] as const)
        expect(await center.refusal(session, operation, {})).toMatchObject({ code: 'FORBIDDEN', reason: 'role' })
    expect(await center.refusal(center.administrator, 'backup.restore', { name })).toMatchObject({
      code: 'FORBIDDEN',
      message: '只有主任可以这样做',
    })
  })
})

describe('backup.restore', () => {
  it('brings the center back as it was, keeps what was there, and lets nobody go on', async () => {
    const center = await makeCenter()
    const { name } = await center.call(center.director, 'backup.make', {})
    center.setDay('2026-11-21')
    await rename(center, center.director, '改过的中心')
    await center.call(center.director, 'backup.restore', { name })
    for (const session of [center.director, center.clerk])
      expect(await center.refusal(session, 'session.current', {})).toMatchObject({ reason: 'not-logged-in' })
    expect((await center.call(null, 'center.status', {})).centerName).toBe('蚌山区法律援助中心')
    const director = await loginAs(center, '陈建国')
    expect((await center.call(director, 'center.get', {})).fullName).toBe('蚌山区法律援助中心')
    const list = await center.call(director, 'backup.list', {})
    expect(list.map(one => [one.reason, one.isVerified])).toEqual([
      ['before-restore', false],
      ['manual', true],
      ['daily', true],
    ])
    const [entry] = await center.call(director, 'audit.list', { limit: 1 })
    expect(entry).toMatchObject({
      operation: 'backup.restore',
      summary: '恢复 2026-11-20 的备份，操作人 陈建国',
      actor: '陈建国',
      at: '2026-11-21T01:00:00.000Z',
    })
    expect(await center.call(director, 'audit.verify', {})).toMatchObject({ isWhole: true })
  })

  it('can itself be taken back', async () => {
    const center = await makeCenter()
    const { name } = await center.call(center.director, 'backup.make', {})
    await rename(center, center.director, '改过的中心')
    await center.call(center.director, 'backup.restore', { name })
    const director = await loginAs(center, '陈建国')
    const put = (await center.call(director, 'backup.list', {})).find(one => one.reason === 'before-restore')
    center.setDay('2026-11-20', '09:05:00')
    await center.call(director, 'backup.restore', { name: put?.name ?? '' })
    const again = await loginAs(center, '陈建国')
    expect((await center.call(again, 'center.get', {})).fullName).toBe('改过的中心')
  })

  it('takes accounts back too: a later one is shut, a stopped one works again, and the later backup opens it', async () => {
    const center = await makeCenter()
    const { name } = await center.call(center.director, 'backup.make', {})
    await center.call(center.director, 'users.create', { name: '何强', roles: ['clerk'], password: PASSWORD })
    const clerk = (await center.call(center.director, 'users.list', {})).find(one => one.name === '王莉')
    if (!clerk) throw new Error('no clerk')
    const { lockedAt: _, ...account } = clerk
    await center.call(center.director, 'users.update', { ...account, name: '王丽', isActive: false })
    center.setDay('2026-11-20', '09:05:00')
    const { name: later } = await center.call(center.director, 'backup.make', {})
    await center.call(center.director, 'backup.restore', { name })
    const staff = async () => (await center.call(null, 'center.status', {})).staff.map(one => one.name).toSorted()
    expect(await staff()).toEqual(['周敏', '王莉', '赵倩', '陈建国'].toSorted())
    expect(await loginAs(center, '王莉')).toBeTruthy()
    center.setDay('2026-11-20', '09:10:00')
    await center.call(await loginAs(center, '陈建国'), 'backup.restore', { name: later })
    expect(await staff()).toEqual(['何强', '周敏', '赵倩', '陈建国'].toSorted())
    expect(await loginAs(center, '何强')).toBeTruthy()
  })

  it('waits until no other program has the folder open, whose later savings would be lost', async () => {
    const center = await makeCenter()
    const { name } = await center.call(center.director, 'backup.make', {})
    const other = openCore(
      { dataFolder: center.folder, printer: null, keyStore: null },
      { passwordCost: { memoryKiB: 64, passes: 1 }, backups: 'only-asked' },
    )
    onTestFinished(() => other.close())
    const userId = (await center.call(null, 'center.status', {})).lastUserId
    const login = await other.invoke({ name: 'session.login', session: null, input: { userId, password: PASSWORD } })
    expect(login.ok).toBe(true)
    expect(await center.refusal(center.director, 'backup.restore', { name })).toMatchObject({
      code: 'STORAGE',
      reason: 'busy',
      message: expect.stringContaining('还在另一处打开着，没有恢复'),
    })
    expect((await center.call(center.director, 'session.current', {})).user.name).toBe('陈建国')
    await other.close()
    await center.call(center.director, 'backup.restore', { name })
  })

  it.each([
    ['that is not there', '20200101T010000000Z-manual.db', null, 'missing'],
    ['outside the backup folder', `../${DATABASE_NAME}`, null, 'missing'],
    ['that is damaged', '20261119T010000000Z-manual.db', 'damaged', 'corrupt'],
    ['from a newer program', '20261119T010000000Z-manual.db', 'newer', 'newer-file'],
  ])('refuses a backup %s, and nothing has changed', async (_, name, state, reason) => {
    const center = await makeCenter()
    const { name: sound } = await center.call(center.director, 'backup.make', {})
    const file = path.join(center.folder, BACKUP_FOLDER, name)
    if (state !== null) writeFileSync(file, readFileSync(path.join(center.folder, BACKUP_FOLDER, sound)))
    if (state === 'damaged') writeFileSync(file, readFileSync(file).fill(0x5a, 4096, 12_288))
    if (state === 'newer') {
      const copy = openRawConnection({ file, key: center.core.center.open.key, isReadOnly: false })
      copy.pragma('user_version = 9999')
      copy.pragma('journal_mode = delete')
      copy.close()
    }
    await rename(center, center.director, '改过的中心')
    expect(await center.refusal(center.director, 'backup.restore', { name })).toMatchObject({ code: 'STORAGE', reason })
    expect((await center.call(center.director, 'center.get', {})).fullName).toBe('改过的中心')
    expect((await center.call(center.clerk, 'session.current', {})).user.name).toBe('王莉')
    expect(readdirSync(center.folder).filter(one => one.includes('restoring'))).toEqual([])
  })

  it.each([
    ['before the database was moved away', true, '蚌山区法律援助中心'],
    ['after it', false, '从备份来的中心'],
  ])('stands on one whole database after a crash %s', async (_, isStillThere, expected) => {
    const center = await makeCenter()
    await rename(center, center.director, '从备份来的中心')
    const { name } = await center.call(center.director, 'backup.make', {})
    await rename(center, center.director, '蚌山区法律援助中心')
    await center.core.close()
    const database = path.join(center.folder, DATABASE_NAME)
    writeFileSync(`${database}.restoring`, readFileSync(path.join(center.folder, BACKUP_FOLDER, name)))
    if (!isStillThere) rmSync(database)
    const again = openCore({ dataFolder: center.folder, printer: null, keyStore: null }, { backups: 'daily-at-close' })
    const status = await again.invoke({ name: 'center.status', input: {}, session: null })
    expect(status).toMatchObject({ ok: true, value: { state: 'ready' } })
    const userId = again.center.keyring?.staff[0]?.id
    const login = await again.invoke({ name: 'session.login', input: { userId, password: PASSWORD }, session: null })
    expect(login.ok).toBe(true)
    const { full_name } = await again.center.open.database.reader
      .selectFrom('center')
      .select('full_name')
      .executeTakeFirstOrThrow()
    expect(full_name).toBe(expected)
    expect(existsSync(`${database}.restoring`)).toBe(false)
    await again.close()
  })
})

import { describe, expect, it } from 'vitest'
import { makeCenter, PASSWORD, RECOVERY_KEY, type TestCenter } from '../support/make-center.ts'

const NEW_PASSWORD = 'xin-mima-2027'

async function idOf(center: TestCenter, name: string): Promise<string> {
  const found = (await center.call(center.director, 'users.names', {})).find(one => one.name === name)
  if (!found) throw new Error(`no account ${name}`)
  return found.id
}

async function accountOf(center: TestCenter, name: string) {
  const found = (await center.call(center.director, 'users.list', {})).find(one => one.name === name)
  if (!found) throw new Error(`no account ${name}`)
  return found
}

async function login(center: TestCenter, userId: string, password: string) {
  return (await center.call(null, 'session.login', { userId, password })).session
}

describe('accounts of the staff', () => {
  it('opens an account that can log in at once with its roles', async () => {
    const center = await makeCenter()
    const { id } = await center.call(center.administrator, 'users.create', {
      name: '何强',
      roles: ['clerk', 'archivist', 'clerk'],
      password: NEW_PASSWORD,
    })
    const session = await login(center, id, NEW_PASSWORD)
    const { user } = await center.call(session, 'session.current', {})
    expect(user).toEqual({ id, name: '何强', roles: ['clerk', 'archivist'], lockedAt: null })
    const names = (await center.call(null, 'center.status', {})).staff.map(one => one.name)
    expect(names).toContain('何强')
  })

  it.each([
    ['the name of an active account', { name: '王莉' }, { code: 'DUPLICATE', field: 'name' }],
    ['an empty name', { name: '  ' }, { code: 'VALIDATION', fields: [{ path: ['name'], message: '请填写姓名' }] }],
    ['no role', { roles: [] }, { code: 'VALIDATION', fields: [{ path: ['roles'], message: '至少选一个角色' }] }],
    ['7 letters', { password: '1234567' }, { code: 'VALIDATION', fields: [{ path: ['password'], message: '密码至少 8 位' }] }],
    [
      'a password with a blank at its end',
      { password: '12345678 ' },
      { code: 'VALIDATION', fields: [{ path: ['password'], message: '密码首尾不能有空格' }] },
    ],
  ])('refuses a new account with %s', async (_, change, error) => {
    const center = await makeCenter()
    const input = { name: '何强', roles: ['clerk'], password: '12345678', ...change }
    expect(await center.refusal(center.director, 'users.create', input)).toMatchObject(error)
  })

  it('lets only director and administrator read and change accounts', async () => {
    const center = await makeCenter()
    const { id, version } = await accountOf(center, '周敏')
    const change = { id, name: '周敏', roles: ['archivist'], isActive: true, version }
    for (const session of [center.clerk, center.archivist]) {
      for (const [name, input] of [
        ['users.list', {}],
        ['users.create', { name: '何强', roles: ['clerk'], password: NEW_PASSWORD }],
        ['users.update', change],
        ['users.resetPassword', { id, newPassword: NEW_PASSWORD }],
      ] as const)
        expect(await center.refusal(session, name, input)).toMatchObject({ code: 'FORBIDDEN', reason: 'role' })
    }
  })

  it('changes name and roles, which hold in a session that is open', async () => {
    const center = await makeCenter()
    const { id, version } = await accountOf(center, '王莉')
    await center.call(center.director, 'users.update', {
      id,
      name: '王丽',
      roles: ['clerk', 'administrator'],
      isActive: true,
      version,
    })
    expect((await center.call(center.clerk, 'users.list', {})).find(one => one.id === id)).toMatchObject({
      name: '王丽',
      roles: ['clerk', 'administrator'],
      version: version + 1,
    })
    const [entry] = await center.call(center.director, 'audit.list', { subjectId: id, limit: 1 })
    expect(entry).toMatchObject({
      operation: 'users.update',
      before: { name: '王莉', roles: ['clerk'], isActive: true },
      after: { name: '王丽', roles: ['clerk', 'administrator'], isActive: true },
    })
  })

  it('refuses a change that was made on an older state', async () => {
    const center = await makeCenter()
    const { id, version } = await accountOf(center, '王莉')
    const change = { id, name: '王莉', roles: ['clerk' as const], isActive: true, version }
    await center.call(center.director, 'users.update', change)
    expect(await center.refusal(center.administrator, 'users.update', change)).toMatchObject({
      code: 'STALE',
      what: '账户',
      version: version + 1,
      changed: { by: '陈建国' },
    })
  })

  it('refuses the name of another active account, and takes that of an inactive one', async () => {
    const center = await makeCenter()
    const clerk = await accountOf(center, '王莉')
    const archivist = await accountOf(center, '周敏')
    const rename = { id: clerk.id, name: '周敏', roles: clerk.roles, isActive: true, version: clerk.version }
    expect(await center.refusal(center.director, 'users.update', rename)).toMatchObject({ code: 'DUPLICATE', field: 'name' })
    const { lockedAt: _, ...rest } = archivist
    await center.call(center.director, 'users.update', { ...rest, isActive: false })
    await center.call(center.director, 'users.update', rename)
    const back = { ...rest, isActive: true, version: rest.version + 1 }
    expect(await center.refusal(center.director, 'users.update', back)).toMatchObject({ code: 'DUPLICATE', field: 'name' })
  })

  it('shuts out a stopped account at once, and lets it in again', async () => {
    const center = await makeCenter()
    const { lockedAt: _, ...account } = await accountOf(center, '王莉')
    await center.call(center.director, 'users.update', { ...account, isActive: false })
    expect(await center.refusal(center.clerk, 'session.current', {})).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'not-logged-in',
    })
    expect(await center.refusal(null, 'session.login', { userId: account.id, password: PASSWORD })).toEqual({
      code: 'NOT_FOUND',
      what: '账户',
    })
    await center.call(center.director, 'users.update', { ...account, isActive: true, version: account.version + 1 })
    expect(await login(center, account.id, PASSWORD)).toBeTruthy()
  })

  it.each([
    ['stopping', { isActive: false }, ['isActive']],
    ['taking the role from', { roles: ['clerk' as const] }, ['roles']],
  ])('always keeps one director: refuses %s the last one', async (_, change, path) => {
    const center = await makeCenter()
    const { lockedAt, ...director } = await accountOf(center, '陈建国')
    expect(lockedAt).toBeNull()
    expect(await center.refusal(center.director, 'users.update', { ...director, ...change })).toEqual({
      code: 'VALIDATION',
      fields: [{ path, message: '至少要留一名在用的主任账户' }],
    })
    const { lockedAt: __, ...clerk } = await accountOf(center, '王莉')
    await center.call(center.director, 'users.update', { ...clerk, roles: ['clerk', 'director'] })
    await center.call(center.director, 'users.update', { ...director, roles: ['clerk'], ...change })
  })
})

describe('passwords', () => {
  it('locks an account at the fifth wrong password, and a new password unlocks it', async () => {
    const center = await makeCenter()
    const userId = await idOf(center, '王莉')
    for (const left of [4, 3, 2, 1])
      expect(await center.refusal(null, 'session.login', { userId, password: 'falsch-2026' })).toEqual({
        code: 'VALIDATION',
        fields: [{ path: ['password'], message: `密码不对，还可再试 ${left} 次` }],
      })
    expect(await center.refusal(null, 'session.login', { userId, password: 'falsch-2026' })).toMatchObject({ reason: 'locked' })
    expect(await center.refusal(null, 'session.login', { userId, password: PASSWORD })).toMatchObject({ reason: 'locked' })
    expect((await accountOf(center, '王莉')).lockedAt).toBe('2026-11-20T01:00:00.000Z')
    await center.call(center.director, 'users.resetPassword', { id: userId, newPassword: NEW_PASSWORD })
    expect((await accountOf(center, '王莉')).lockedAt).toBeNull()
    expect(await login(center, userId, NEW_PASSWORD)).toBeTruthy()
    expect(await center.refusal(null, 'session.login', { userId, password: PASSWORD })).toMatchObject({ code: 'VALIDATION' })
  })

  it('counts tries that are made at the same time, and a right one among them comes too late', async () => {
    const center = await makeCenter()
    const userId = await idOf(center, '王莉')
    const tries = ['a', 'b', 'c', 'd', 'e', PASSWORD].map(password => ({ userId, password }))
    const replies = await Promise.all(tries.map(input => center.attempt(null, 'session.login', input)))
    expect(replies.filter(reply => reply.ok)).toEqual([])
    expect((await accountOf(center, '王莉')).lockedAt).toBe('2026-11-20T01:00:00.000Z')
  })

  it('takes an empty password for a wrong one', async () => {
    const center = await makeCenter()
    const userId = await idOf(center, '王莉')
    expect(await center.refusal(null, 'session.login', { userId, password: '' })).toMatchObject({
      fields: [{ message: '密码不对，还可再试 4 次' }],
    })
  })

  it('forgets wrong tries after a right password', async () => {
    const center = await makeCenter()
    const userId = await idOf(center, '王莉')
    for (const _ of [1, 2, 3, 4]) await center.refusal(null, 'session.login', { userId, password: 'falsch-2026' })
    await login(center, userId, PASSWORD)
    expect(await center.refusal(null, 'session.login', { userId, password: 'falsch-2026' })).toMatchObject({
      fields: [{ message: '密码不对，还可再试 4 次' }],
    })
  })

  it('changes one’s own password only with the old one', async () => {
    const center = await makeCenter()
    expect(
      await center.refusal(center.clerk, 'users.changeOwnPassword', { oldPassword: 'falsch-2026', newPassword: NEW_PASSWORD }),
    ).toEqual({ code: 'VALIDATION', fields: [{ path: ['oldPassword'], message: '密码不对，还可再试 4 次' }] })
    await center.call(center.clerk, 'users.changeOwnPassword', { oldPassword: PASSWORD, newPassword: NEW_PASSWORD })
    const userId = await idOf(center, '王莉')
    expect(await login(center, userId, NEW_PASSWORD)).toBeTruthy()
    const entries = await center.call(center.director, 'audit.list', { subjectId: userId })
    expect(entries[0]).toMatchObject({ operation: 'users.changeOwnPassword', actor: '王莉', before: null, after: null })
    expect(JSON.stringify(entries)).not.toContain(NEW_PASSWORD)
  })

  it('gives a new password for the recovery key and leaves a trace', async () => {
    const center = await makeCenter()
    const userId = await idOf(center, '陈建国')
    const typed = RECOVERY_KEY.toLowerCase().replace(/(.{4})/g, '$1 ')
    const input = { recoveryKey: typed, userId, newPassword: NEW_PASSWORD }
    expect(await center.refusal(null, 'center.recover', { ...input, recoveryKey: RECOVERY_KEY.replace('7', '8') })).toEqual({
      code: 'VALIDATION',
      fields: [{ path: ['recoveryKey'], message: '恢复密钥不对，请对照打印件逐组核对' }],
    })
    const { session } = await center.call(null, 'center.recover', input)
    const [entry] = await center.call(session, 'audit.list', { subjectId: userId, limit: 1 })
    expect(entry).toMatchObject({ operation: 'center.recover', summary: '用恢复密钥重设 陈建国 的密码' })
    expect(await login(center, userId, NEW_PASSWORD)).toBeTruthy()
  })

  it('gives no new password to a stopped account', async () => {
    const center = await makeCenter()
    const { lockedAt: _, ...account } = await accountOf(center, '王莉')
    await center.call(center.director, 'users.update', { ...account, isActive: false })
    const input = { recoveryKey: RECOVERY_KEY, userId: account.id, newPassword: NEW_PASSWORD }
    expect(await center.refusal(null, 'center.recover', input)).toEqual({ code: 'NOT_FOUND', what: '账户' })
  })

  it('takes nothing from a locked session but drafts and the way out', async () => {
    const center = await makeCenter()
    await center.call(center.clerk, 'session.lock', {})
    expect(await center.refusal(center.clerk, 'users.names', {})).toMatchObject({ code: 'FORBIDDEN', reason: 'locked' })
    await center.call(center.clerk, 'drafts.save', { form: 'consultations.new', content: '{"name":"李"}' })
    expect(await center.refusal(center.clerk, 'session.unlock', { password: 'falsch-2026' })).toMatchObject({
      code: 'VALIDATION',
    })
    await center.call(center.clerk, 'session.unlock', { password: PASSWORD })
    expect(await center.call(center.clerk, 'drafts.get', { form: 'consultations.new' })).toMatchObject({
      content: '{"name":"李"}',
    })
    await center.call(center.clerk, 'session.logout', {})
    expect(await center.refusal(center.clerk, 'users.names', {})).toMatchObject({ reason: 'not-logged-in' })
  })
})

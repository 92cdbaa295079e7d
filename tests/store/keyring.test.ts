import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  newDatabaseKey,
  newRecoveryKey,
  normaliseRecoveryKey,
  readKeyring,
  unwrapByPassword,
  unwrapByRecoveryKey,
  wrapByPassword,
  wrapByRecoveryKey,
  writeKeyring,
} from '../../src-main/store/keyring.ts'
import { makeCenter, PASSWORD, RECOVERY_KEY } from '../support/make-center.ts'
import { makeFolder } from '../support/make-folder.ts'

const cost = { memoryKiB: 64, passes: 1 }
const account = { id: 'A', name: '王莉', roles: ['clerk' as const], isActive: true }

describe('the key file', () => {
  test('the right password gives the database key back and a wrong one gives nothing', async () => {
    const key = newDatabaseKey()
    const entry = await wrapByPassword(account, key, '正确的密码1', cost)
    expect(await unwrapByPassword(entry, '正确的密码1')).toEqual(key)
    expect(await unwrapByPassword(entry, '正确的密码2')).toBeNull()
  })

  test('a password typed in full-width letters is the same password', async () => {
    const entry = await wrapByPassword(account, newDatabaseKey(), 'abc12345', cost)
    expect(await unwrapByPassword(entry, 'ａｂｃ１２３４５')).not.toBeNull()
  })

  test('the recovery key opens it however it is typed, and another does not', () => {
    const key = newDatabaseKey()
    const groups = newRecoveryKey()
    const keyring = {
      format: 'yuanjuan-keyring/1' as const,
      centerName: '',
      recovery: wrapByRecoveryKey(key, groups.join('')),
      operatingSystem: null,
      lastUserId: null,
      staff: [],
    }
    expect(unwrapByRecoveryKey(keyring, groups.join(' - ').toLowerCase())).toEqual(key)
    expect(unwrapByRecoveryKey(keyring, newRecoveryKey().join(''))).toBeNull()
  })

  test('a fresh recovery key has eight groups of four without 0, 1, O and I', () => {
    for (let turn = 0; turn < 50; turn += 1) {
      const groups = newRecoveryKey()
      expect(groups).toHaveLength(8)
      expect(normaliseRecoveryKey(groups.join(' '))).toMatch(/^[2-9A-HJ-NP-Z]{32}$/)
    }
  })

  test('a damaged key file is refused and left as it is', () => {
    const folder = makeFolder()
    writeFileSync(path.join(folder, 'keyring.json'), '{"format":')
    expect(() => readKeyring(folder)).toThrow(expect.objectContaining({ reason: 'corrupt' }))
    expect(readFileSync(path.join(folder, 'keyring.json'), 'utf8')).toBe('{"format":')
  })

  test('neither a password, the recovery key nor the database key stands in the file', async () => {
    const folder = makeFolder()
    const key = newDatabaseKey()
    writeKeyring(folder, {
      format: 'yuanjuan-keyring/1',
      centerName: '中心',
      recovery: wrapByRecoveryKey(key, RECOVERY_KEY),
      operatingSystem: null,
      lastUserId: null,
      staff: [await wrapByPassword(account, key, PASSWORD, cost)],
    })
    const text = readFileSync(path.join(folder, 'keyring.json'), 'utf8')
    for (const secret of [PASSWORD, RECOVERY_KEY, Buffer.from(key).toString('base64'), Buffer.from(key).toString('hex')])
      expect(text).not.toContain(secret)
  })
})

describe('log-in', () => {
  test('five wrong passwords lock the account; four do not', async () => {
    const center = await makeCenter()
    const { staff } = await center.call(null, 'center.status', {})
    const userId = staff.find(one => one.name === '王莉')?.id ?? ''
    for (const left of [4, 3, 2, 1]) {
      expect(await center.refusal(null, 'session.login', { userId, password: 'wrong-one' })).toMatchObject({
        code: 'VALIDATION',
        fields: [{ message: `密码不对，还可再试 ${left} 次` }],
      })
    }
    expect(await center.refusal(null, 'session.login', { userId, password: 'wrong-one' })).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'locked',
    })
    expect(await center.refusal(null, 'session.login', { userId, password: PASSWORD })).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'locked',
    })
    await center.call(center.director, 'users.resetPassword', { id: userId, newPassword: 'xin-mima-2027' })
    await center.call(null, 'session.login', { userId, password: 'xin-mima-2027' })
  })

  test('a right password in between starts the count afresh', async () => {
    const center = await makeCenter()
    const userId = (await center.call(null, 'center.status', {})).staff.find(one => one.name === '周敏')?.id ?? ''
    for (let round = 0; round < 2; round += 1) {
      for (let wrong = 0; wrong < 4; wrong += 1) await center.refusal(null, 'session.login', { userId, password: 'wrong-one' })
      await center.call(null, 'session.login', { userId, password: PASSWORD })
    }
  })

  test('the recovery key lets the director in again and a wrong one does not', async () => {
    const center = await makeCenter()
    const userId = (await center.call(null, 'center.status', {})).staff.find(one => one.name === '陈建国')?.id ?? ''
    const wrong = await center.refusal(null, 'center.recover', {
      recoveryKey: '7'.repeat(32),
      userId,
      newPassword: 'xin-mima-2027',
    })
    expect(wrong).toMatchObject({ code: 'VALIDATION' })
    const { session } = await center.call(null, 'center.recover', {
      recoveryKey: RECOVERY_KEY,
      userId,
      newPassword: 'xin-mima-2027',
    })
    expect((await center.call(session, 'session.current', {})).user.name).toBe('陈建国')
  })

  test('a locked session takes nothing but drafts until the password is given', async () => {
    const center = await makeCenter()
    await center.call(center.clerk, 'session.lock', {})
    expect(await center.refusal(center.clerk, 'center.get', {})).toMatchObject({ code: 'FORBIDDEN', reason: 'locked' })
    await center.call(center.clerk, 'drafts.save', { form: 'visit', content: '{"name":"李春梅"}' })
    await center.refusal(center.clerk, 'session.unlock', { password: 'wrong-one' })
    await center.call(center.clerk, 'session.unlock', { password: PASSWORD })
    expect(await center.call(center.clerk, 'drafts.get', { form: 'visit' })).toMatchObject({ content: '{"name":"李春梅"}' })
  })
})

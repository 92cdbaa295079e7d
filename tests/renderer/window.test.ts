import { describe, expect, test } from 'vitest'
import { splitHash } from '../../src-renderer/api/hash-location.ts'
import { passwordProblem, repeatProblem } from '../../src-renderer/api/password-rules.ts'
import { areaOf, isTouched } from '../../src-renderer/api/query-client.ts'
import { groupRecoveryKey, groupState, recoveryKeyProblem, tidyRecoveryKey } from '../../src-renderer/api/recovery-key-text.ts'
import { hasRole, roleNames } from '../../src-renderer/api/session.ts'
import { draftWords } from '../../src-renderer/features/session/draft-words.ts'
import { chosenRegion, NO_REGION } from '../../src-renderer/features/setup/region-select.tsx'
import { groupsToTypeBack } from '../../src-renderer/features/setup/setup-state.ts'

describe('what a commit refreshes', () => {
  test.each([
    ['its own area', 'cases', ['cases'], true],
    ['an area that shows traces of it', 'desk', ['decisions'], true],
    ['the rail’s counts', 'session', ['applications'], true],
    ['the pack, by another area', 'packs', ['cases'], false],
    ['the pack, by itself', 'packs', ['packs'], true],
    ['a case, when a new pack is signed', 'cases', ['packs'], true],
    ['anything, by a log-in', 'cases', ['session'], false],
    ['the session, by a log-in', 'session', ['session'], true],
    ['anything, by a draft', 'cases', ['drafts'], false],
  ])('%s', (_name, area, changed, isFresh) => {
    expect(isTouched(area, changed)).toBe(isFresh)
  })

  test('the area is what stands before the point', () => {
    expect(areaOf('cases.get')).toBe('cases')
  })
})

describe('addresses', () => {
  test.each([
    ['#/consultations/new?person=01A', '/consultations/new', 'person=01A'],
    ['#/desk', '/desk', ''],
    ['', '/', ''],
    ['#settings/backup', '/settings/backup', ''],
  ])('%s', (hash, path, query) => {
    expect(splitHash(hash)).toEqual({ path, query })
  })
})

describe('a typed recovery key', () => {
  const KEY = '7F3KQM2DW8XA4HTNR6PC9VEJB5YLKG3U'
  test('small letters, blanks and hyphens are forgiven', () => {
    expect(tidyRecoveryKey(' 7f3k-qm2d　W8XA 4htn r6pc 9vej b5yl kg3u ')).toBe(KEY)
    expect(groupRecoveryKey('7f3kqm2dw')).toBe('7F3K QM2D W')
    expect(groupRecoveryKey(`${KEY}9`)).toBe('7F3K QM2D W8XA 4HTN R6PC 9VEJ B5YL KG3U')
  })
  test.each([
    ['whole', KEY, null],
    ['one short', KEY.slice(0, 31), '还差 1 位'],
    ['one too many', `${KEY}7`, '多了 1 位'],
    ['the digit 0', KEY.replace('7', '0'), '恢复密钥里没有“0”，请对照打印件'],
    ['the letter O', KEY.replace('7', 'O'), '恢复密钥里没有“O”，请对照打印件'],
    ['the digit 1', KEY.replace('7', '1'), '恢复密钥里没有“1”，请对照打印件'],
    ['the letter I', KEY.replace('7', 'i'), '恢复密钥里没有“I”，请对照打印件'],
  ])('%s', (_name, typed, problem) => {
    expect(recoveryKeyProblem(typed)).toBe(problem)
  })
  test.each([
    ['nothing', '', 'open', ''],
    ['the group', 'w8xa', 'same', '一致'],
    ['three of four', 'W8X', 'open', '还差 1 位'],
    ['a wrong second sign', 'W9', 'wrong', '与打印件不一致'],
    ['another group', '9VEJ', 'wrong', '与打印件不一致'],
    ['one sign too many', 'W8XAA', 'wrong', '与打印件不一致'],
  ])('typed back: %s', (_name, typed, kind, words) => {
    expect(groupState(typed, 'W8XA')).toEqual({ kind, words })
  })
  test('two different groups in order are asked for, whatever the dice say', () => {
    for (const first of [0, 0.5, 0.999]) {
      for (const second of [0, 0.5, 0.999]) {
        const rolls = [first, second]
        const [low, high] = groupsToTypeBack(8, () => rolls.shift() ?? 0)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThan(8)
        expect(low).toBeLessThan(high)
      }
    }
  })
})

describe('passwords', () => {
  test.each([
    ['seven places', 'a234567', '密码至少 8 位'],
    ['eight places', 'a2345678', null],
    ['a blank at the end', 'a2345678 ', '密码首尾不能有空格'],
  ])('%s', (_name, typed, problem) => {
    expect(passwordProblem(typed)).toBe(problem)
  })
  test('the repetition', () => {
    expect(repeatProblem('a2345678', '')).toBe('请再输一次')
    expect(repeatProblem('a2345678', 'a2345679')).toBe('两次输入不一致')
    expect(repeatProblem('a2345678', 'a2345678')).toBeNull()
  })
})

describe('first-run wizard: the region', () => {
  const districts = [{ code: '340303', name: '蚌山区' }]
  test.each([
    ['nothing chosen', NO_REGION, undefined, ''],
    ['only a province', { province: '340000', city: null, county: null }, undefined, ''],
    ['a city with counties', { province: '340000', city: '340300', county: null }, districts, ''],
    ['a city whose counties are not known yet', { province: '340000', city: '340300', county: null }, undefined, ''],
    ['a city without counties', { province: '440000', city: '441900', county: null }, [], '441900'],
    ['a county', { province: '340000', city: '340300', county: '340303' }, districts, '340303'],
  ])('%s', (_name, choice, counties, code) => {
    expect(chosenRegion(choice, counties)).toBe(code)
  })
})

describe('people and drafts in words', () => {
  test('roles', () => {
    expect(roleNames(['clerk', 'administrator'])).toBe('接待员、管理员')
    expect(hasRole({ roles: ['clerk'] }, ['director', 'clerk'])).toBe(true)
    expect(hasRole({ roles: ['clerk'] }, ['director'])).toBe(false)
  })
  test.each([
    ['none', [], null],
    ['one of a kind', ['consultations.new'], '没写完的 1 份来访登记已存好'],
    ['two of a kind', ['consultations.new', 'consultations.edit.01A'], '没写完的 2 份来访登记已存好'],
    ['of several kinds', ['consultations.new', 'applications.new'], '没写完的 2 份表单已存好'],
    ['of an unknown kind', ['x.y'], '没写完的 1 份表单已存好'],
  ])('drafts: %s', (_name, forms, words) => {
    expect(draftWords(forms)).toBe(words)
  })
})

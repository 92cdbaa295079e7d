import { describe, expect, test } from 'vitest'
import {
  editDistance,
  lookAlike,
  lookAlikeVariants,
  mostDifferences,
  nearSounds,
  oneDifference,
  organisationCore,
} from '../../src-main/domain/name-likeness.ts'

test.each([
  ['王建国', '王建国', 0],
  ['王建国', '王健国', 1],
  ['王建国', '王建', 1],
  ['王建', '王建国', 1],
  ['王建国', '王国建', 1],
  ['王建国', '李建军', 2],
  ['', '王', 1],
  ['𠮷田', '吉田', 1],
] as const)('%s and %s are %i apart', (one, other, distance) => {
  expect(editDistance(one, other)).toBe(distance)
  expect(editDistance(other, one)).toBe(distance)
})

test.each([
  ['王建国', '王健国', { place: 2, mine: '建', theirs: '健' }],
  ['王建国', '汪建国', { place: 1, mine: '王', theirs: '汪' }],
  ['王建国', '王建国', null],
  ['王建国', '王健军', null],
  ['王建国', '王建', null],
] as const)('%s against %s', (one, other, difference) => expect(oneDifference(one, other)).toEqual(difference))

describe('look-alike characters', () => {
  test('stand for one another, both ways, and not for themselves', () => {
    expect([lookAlike('未', '末'), lookAlike('末', '未'), lookAlike('未', '未'), lookAlike('未', '王')]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
  test('give the names that may be meant', () => {
    expect(lookAlikeVariants('李未')).toEqual(['李末'])
    expect(lookAlikeVariants('李四')).toEqual([])
  })
})

test.each([
  ['zh and z', ['zhang', 'san'], 'zangsan', true],
  ['n and l', ['li', 'na'], 'nina', true],
  ['in and ing', ['lin', 'jing'], 'lingjin', true],
  ['the own sound', ['lin', 'jing'], 'linjing', false],
  ['another vowel', ['lin', 'jing'], 'lanjing', false],
] as const)('near sounds: %s', (_, syllables, sound, isNear) => expect(nearSounds(syllables).includes(sound)).toBe(isNear))

test('the list of near sounds is bounded', () => expect(nearSounds(Array(8).fill('zhang')).length).toBeLessThanOrEqual(64))

test.each([
  ['安徽恒远建筑有限公司', '安徽恒远建筑'],
  ['安徽恒远建筑有限责任公司', '安徽恒远建筑'],
  ['蚌埠市第一中学', '蚌埠市第一中学'],
] as const)('%s is %s', (name, core) => expect(organisationCore(name)).toBe(core))

test.each([
  ['王莉', 0],
  ['王建国', 1],
  ['阿依古丽买', 1],
  ['阿依古丽买买', 2],
] as const)('%s may differ in %i', (name, most) => expect(mostDifferences(name)).toBe(most))

import { describe, expect, it } from 'vitest'
import { drawSample, sampleSize } from '../../src-main/domain/recheck.ts'
import { sha256Hex } from '../../src-main/store/keyring.ts'

describe('how many are drawn', () => {
  it.each([
    { population: 0, size: 0 },
    { population: 2, size: 2 },
    { population: 3, size: 3 },
    { population: 30, size: 3 },
    { population: 31, size: 4 },
    { population: 40, size: 4 },
    { population: 41, size: 5 },
  ])('$size of $population at ten in a hundred, but at least three', ({ population, size }) => {
    expect(sampleSize(population, { percent: '10', atLeast: 3 })).toBe(size)
  })
})

it('the same seed over the same numbers draws the same ones, in whatever order they come; another seed others', () => {
  const items = Array.from({ length: 40 }, (_, index) => ({ number: `蚌援申〔2026〕${index + 1}号` }))
  const drawn = (list: typeof items, seed: string) => drawSample(list, 5, seed, sha256Hex).map(one => one.number)
  expect(drawn(items, '2026-11')).toEqual(drawn(items.toReversed(), '2026-11'))
  expect(drawn(items, '2026-11')).not.toEqual(drawn(items, '2026-12'))
  expect(new Set(drawn(items, '2026-11')).size).toBe(5)
})

import { describe, expect, it } from 'vitest'
import { packDifference, placeChanges } from '../../src-main/domain/rule-pack/difference.ts'
import type { RulePack } from '../../src-main/domain/rule-pack/rule-pack.ts'
import { parseRulePack, shippedPack } from '../../src-main/packs/load-pack.ts'

type Loose = { [key: string]: Loose } & Loose[] & { push(value: unknown): void }

/** The shipped pack changed at will, and still sound. */
function changed(change: (pack: Loose) => void): RulePack {
  const pack = structuredClone(shippedPack()) as unknown as Loose
  change(pack)
  const parsed = parseRulePack(JSON.stringify(pack))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.pack
}

const set = (holder: unknown, key: string, value: unknown) => {
  ;(holder as Record<string, unknown>)[key] = value
}
const named = (list: unknown, key: string, value: string) =>
  (list as Record<string, unknown>[]).find(one => one[key] === value) as Record<string, unknown>

describe('the difference of two packs', () => {
  it('is empty for the same rules under another name and version', () => {
    const after = changed(pack => {
      set(pack, 'version', '2027.1')
      set(pack, 'name', '另一个名称')
    })
    expect(packDifference(shippedPack(), after)).toEqual([])
  })

  it.each<[string, (pack: Loose) => void, string, RegExp, RegExp | null, RegExp | null]>([
    ['a time limit', pack => set(named(pack.time?.limits, 'id', 'decision'), 'days', 5), '期限', /决定/, /7 日内/, /5 日内/],
    [
      'a limit switched off',
      pack => set(named(pack.time?.limits, 'id', 'agreement'), 'active', false),
      '期限',
      /协议/,
      /内/,
      /未启用/,
    ],
    [
      'a retired code',
      pack => set(named(pack.codes?.channels, 'code', shippedPack().codes.channels[0]?.code ?? ''), 'retired', true),
      '代码表',
      /来访方式/,
      /^(?!.*停用)/,
      /停用/,
    ],
    [
      'an added cause',
      pack => pack.codes?.causes?.push({ code: 'new-cause', label: '网络购物纠纷', matterTypes: ['civil'] }),
      '事项和人员',
      /民事/,
      /^(?!.*网络购物纠纷)/,
      /网络购物纠纷/,
    ],
    [
      'a title of a paper',
      pack => set((pack.papers as unknown as object[])[0], 'title', '改名的文书'),
      '文书',
      /改名的文书/,
      null,
      /./,
    ],
    ['backups', pack => set(pack.backupRetention, 'daily', 15), '备份保留', /份数/, /./, /15 天/],
    [
      'a number pattern',
      pack => set(named(pack.numberSeries, 'id', 'consultation'), 'padding', 6),
      '编号',
      /./,
      /./,
      /至少 6 位/,
    ],
  ])('tells %s', (_, change, section, title, before, after) => {
    const found = packDifference(shippedPack(), changed(change))
    expect(found.length).toBeGreaterThan(0)
    const one = found.find(entry => entry.section === section && title.test(entry.title))
    expect(one, JSON.stringify(found)).toBeDefined()
    if (before) expect(one?.before ?? '').toMatch(before)
    if (after) expect(one?.after ?? '').toMatch(after)
  })

  it('hides nothing: what no chapter tells comes with its place', () => {
    const after = changed(pack => set(named(pack.codes?.certificateKinds, 'code', 'passport'), 'check', 'none'))
    expect(packDifference(shippedPack(), after)).toEqual([
      expect.objectContaining({
        section: '代码表',
        before: 'passport',
        after: 'none',
        title: expect.stringContaining('核对方式'),
      }),
    ])
  })

  it('is the same read backwards, with the sides changed', () => {
    const after = changed(pack => set(named(pack.time?.limits, 'id', 'decision'), 'days', 5))
    const there = packDifference(shippedPack(), after)
    const back = packDifference(after, shippedPack())
    expect(back.map(one => [one.before, one.after])).toEqual(there.map(one => [one.after, one.before]))
  })
})

describe('places', () => {
  it.each([
    ['a value', { a: 1 }, { a: 2 }, [[['a'], 1, 2]]],
    [
      'an item by its id, wherever it stands',
      [
        { id: 'x', n: 1 },
        { id: 'y', n: 1 },
      ],
      [
        { id: 'x', n: 1 },
        { id: 'y', n: 2 },
      ],
      [[[1, 'n'], 1, 2]],
    ],
    ['an added item', [{ id: 'x' }], [{ id: 'x' }, { id: 'y' }], [[[1], undefined, { id: 'y' }]]],
    ['a dropped item', [{ id: 'x' }, { id: 'y' }], [{ id: 'y' }], [[[0], { id: 'x' }, undefined]]],
    ['another order', [{ id: 'x' }, { id: 'y' }], [{ id: 'y' }, { id: 'x' }], [[[], ['x', 'y'], ['y', 'x']]]],
    ['a list of words as one', ['a', 'b'], ['a', 'c'], [[[], ['a', 'b'], ['a', 'c']]]],
    ['nothing', { a: [1] }, { a: [1] }, []],
  ])('%s', (_, before, after, expected) => {
    expect(placeChanges(before, after).map(one => [[...one.path], one.before, one.after])).toEqual(expected)
  })
})

import { describe, expect, test } from 'vitest'
import { withBlank, withItemMoved, withPageMoved } from '../../src-renderer/features/archives/volume-moves.ts'
import type { Side, Volume, VolumeItem } from '../../src-renderer/features/archives/volume-types.ts'

function side(id: string): Side {
  return { id, attachment: id, mediaType: 'image/png', sourcePage: 1, isBlank: false, number: null }
}

function item(id: string, templateItem: number, pages: readonly string[]): VolumeItem {
  return {
    id,
    templateItem,
    title: id,
    documentNumber: null,
    author: null,
    datedOn: null,
    remark: null,
    position: 0,
    pages: pages.map(side),
    firstPage: null,
    lastPage: null,
    version: 1,
  }
}

/** Papers A (a b c) and B (d e) against the lines 1 and 11. Only what the moves look at is filled in. */
function makeVolume(): Volume {
  const line = {
    title: '',
    requirement: 'must' as const,
    applies: true,
    isMissing: false,
    excuse: null,
    firstPage: null,
    lastPage: null,
  }
  const order = [1, 11].map(no => ({ ...line, no }))
  const contents = [item('A', 1, ['a', 'b', 'c']), item('B', 11, ['d', 'e'])]
  return { contents, order, pages: 0 } as unknown as Volume
}

function shownOf(volume: Volume): string {
  return volume.contents
    .map(one => `${one.position}${one.id} ${one.pages.map(page => `${page.id}${page.number ?? '-'}`).join(' ')}`)
    .join(' | ')
}

describe('what a move shows before the core has answered', () => {
  test.each<[string, (volume: Volume) => Volume, string]>([
    ['a side within its paper', volume => withPageMoved(volume, 'c', 'A', 1), '1A c1 a2 b3 | 2B d4 e5'],
    ['a side into the middle of another', volume => withPageMoved(volume, 'a', 'B', 2), '1A b1 c2 | 2B d3 a4 e5'],
    ['a side beyond the end of another', volume => withPageMoved(volume, 'a', 'B', 99), '1A b1 c2 | 2B d3 e4 a5'],
    ['a side that is not there', volume => withPageMoved(volume, 'x', 'B', 1), '0A a- b- c- | 0B d- e-'],
    ['a paper', volume => withItemMoved(volume, 'B', 1), '1B d1 e2 | 2A a3 b4 c5'],
    ['a blank side', volume => withBlank(volume, 'b', true), '1A a1 b- c2 | 2B d3 e4'],
    ['a blank side taken back', volume => withBlank(withBlank(volume, 'b', true), 'b', false), '1A a1 b2 c3 | 2B d4 e5'],
  ])('%s', (_, move, expected) => {
    expect(shownOf(move(makeVolume()))).toBe(expected)
  })

  test('papers and lines of the order know their first and last page; one with blank sides only has none', () => {
    const moved = withBlank(withBlank(withItemMoved(makeVolume(), 'B', 1), 'd', true), 'e', true)
    expect(moved.contents.map(one => [one.firstPage, one.lastPage])).toEqual([
      [null, null],
      [1, 3],
    ])
    expect(moved.order.map(one => [one.firstPage, one.lastPage])).toEqual([
      [1, 3],
      [null, null],
    ])
    expect(moved.pages).toBe(3)
  })
})

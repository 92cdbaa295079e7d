import { describe, expect, test } from 'vitest'
import { mergeStale, openConflicts, type StaleField, staleRows } from '../../src-renderer/ui/stale-merge.ts'

type Form = {
  readonly income: number
  readonly phone: string
  readonly papers: readonly string[]
  readonly opinion: string | null
}

const fields: readonly StaleField<Form>[] = [
  { key: 'phone', label: '联系电话', words: form => form.phone },
  { key: 'income', label: '月收入', words: form => String(form.income) },
  { key: 'papers', label: '申请材料', words: form => `${form.papers.length} 份` },
  { key: 'opinion', label: '审批意见', words: form => form.opinion ?? '' },
]
const opened: Form = { income: 290_000, phone: '139****4410', papers: ['a', 'b'], opinion: null }
const theirs: Form = { income: 276_000, phone: '139****4418', papers: ['a', 'b', 'c'], opinion: null }
const mine: Form = { income: 280_000, phone: '139****4410', papers: ['a', 'b'], opinion: '同意' }

describe('three states of one form', () => {
  const rows = staleRows(fields, { opened, theirs, mine })

  test('the conflict comes first, untouched fields are left out', () => {
    expect(rows.map(row => [row.key, row.kind])).toEqual([
      ['income', 'conflict'],
      ['phone', 'theirs'],
      ['papers', 'theirs'],
      ['opinion', 'mine'],
    ])
    expect(rows[0]).toMatchObject({ opened: '290000', theirs: '276000', mine: '280000' })
  })

  test('a conflict has no default', () => {
    expect(openConflicts(rows, {}).map(row => row.key)).toEqual(['income'])
    expect(() => mergeStale(rows, {}, { theirs, mine })).toThrow()
    expect(openConflicts(rows, { income: 'mine' })).toEqual([])
  })

  test.each([
    ['theirs', 276_000],
    ['mine', 280_000],
  ] as const)('choosing %s keeps every other change of both sides', (side, income) => {
    expect(mergeStale(rows, { income: side }, { theirs, mine })).toEqual({
      income,
      phone: '139****4418',
      papers: ['a', 'b', 'c'],
      opinion: '同意',
    })
  })

  test('both changing to the same value is no conflict', () => {
    expect(staleRows(fields, { opened, theirs, mine: { ...opened, income: 276_000 } }).some(row => row.key === 'income')).toBe(
      false,
    )
  })
})

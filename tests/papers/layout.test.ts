import { describe, expect, test } from 'vitest'
import { label, row, value } from '../../src-main/papers/blocks.ts'
import { renderPaper } from '../../src-main/papers/catalogue.ts'
import { fieldsHeightMm, fieldWidths } from '../../src-main/papers/field-grid.ts'
import { blankRowsToFill } from '../../src-main/papers/fill-sheet.ts'
import { signaturePlaces } from '../../src-main/papers/signature-places.ts'
import { volumeFiles } from './sample-papers.ts'

describe('fieldWidths', () => {
  test('counts columns that a cell covers', () => {
    const rows = [row(9, label('甲'), value('', { columns: 2 })), row(9, label('乙'), value(''), value(''))]
    expect(fieldWidths(rows, [20, 30, 40])).toEqual([
      [20, 70],
      [20, 30, 40],
    ])
  })
  test('leaves the place of a cell that covers two rows', () => {
    const rows = [row(9, label('甲', { rows: 2 }), value('')), row(9, value(''))]
    expect(fieldWidths(rows, [20, 30])).toEqual([[20, 30], [30]])
  })
  test('refuses a row that is too narrow', () => expect(() => fieldWidths([row(9, label('甲'))], [20, 30])).toThrow(RangeError))
  test('refuses a row that is too wide', () => {
    expect(() => fieldWidths([row(9, label('甲'), value('', { columns: 2 }))], [20, 30])).toThrow(RangeError)
  })
})

describe('fieldsHeightMm', () => {
  // A line of 12 pt in a table is 5.93 mm high; a cell adds 1.6 mm; 27.2 mm hold 6 signs.
  test.each([
    { name: 'the least height', text: '援', height: 9 },
    { name: 'one line', text: '援援援援援援', height: 9 },
    { name: 'two lines', text: '援援援援援援援', height: 13.45 },
  ])('$name', ({ text, height }) => {
    expect(fieldsHeightMm([row(9, value(text))], [30], 12)).toBeCloseTo(height, 1)
  })
})

describe('blankRowsToFill', () => {
  const room = { firstMm: 50, nextMm: 60, rowMm: 10 }
  test.each([
    { name: 'nothing filled in', heights: [], blanks: 5 },
    { name: 'the first sheet almost full', heights: [10, 10, 10, 10], blanks: 1 },
    { name: 'the first sheet full', heights: [10, 10, 10, 10, 10], blanks: 0 },
    { name: 'one row on the second sheet', heights: [10, 10, 10, 10, 10, 10], blanks: 5 },
    { name: 'a tall row that goes over', heights: [10, 10, 10, 10, 15], blanks: 4 },
    { name: 'room for less than a row', heights: [41], blanks: 0 },
  ])('$name', ({ heights, blanks }) => expect(blankRowsToFill(heights, room)).toBe(blanks))
})

describe('contents of a volume', () => {
  const rowsOf = (count: number) => {
    const files = volumeFiles(count).map(file => ({ ...file, documentNumber: '', responsible: '', title: '材料' }))
    return renderPaper('volume-contents', { archiveNumber: null, files }).html.match(/<tr style="height:13mm">/g)?.length
  }
  test.each([
    { files: 0, rows: 16 },
    { files: 1, rows: 16 },
    { files: 16, rows: 16 },
    { files: 17, rows: 34 },
    { files: 34, rows: 34 },
    { files: 35, rows: 52 },
  ])('$files files make a list of $rows rows', ({ files, rows }) => expect(rowsOf(files)).toBe(rows))
})

describe('signaturePlaces', () => {
  const abreast = (signers: Parameters<typeof signaturePlaces>[0]) => signaturePlaces(signers, 165, 12).map(one => one.length)
  test('four short labels stand abreast', () => {
    expect(abreast(['制表', '复核', '负责人', '财务'].map(label => ({ label, name: null })))).toEqual([4])
  })
  test('four that do not fit stand two and two', () => {
    expect(abreast(['单位负责人', '审核人', '填报人', '报出'].map(label => ({ label, name: '欧阳某某某某' })))).toEqual([2, 2])
  })
  test('a very long name stands alone', () => {
    expect(abreast(['甲', '乙'].map(label => ({ label, name: '名'.repeat(40) })))).toEqual([1, 1])
  })
  test('no date asked for, room for one, and a date given', () => {
    const [row = []] = signaturePlaces(
      [
        { label: '甲', name: null },
        { label: '乙', name: null, date: null },
        { label: '丙', name: '某', date: '2026-11-05' },
      ],
      165,
      12,
    )
    expect(row.map(place => place.date)).toEqual([null, '　　　年　月　日', '2026年11月5日'])
  })
})

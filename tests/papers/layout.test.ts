import { describe, expect, test } from 'vitest'
import { label, row, value } from '../../src-main/papers/blocks.ts'
import { renderPaper } from '../../src-main/papers/catalogue.ts'
import { fieldsHeightMm, fieldWidths } from '../../src-main/papers/field-grid.ts'
import { blankRowsToFill } from '../../src-main/papers/fill-sheet.ts'
import type { FieldRow } from '../../src-main/papers/model.ts'
import { sparingRows } from '../../src-main/papers/sheet-fit.ts'
import { signaturePlaces } from '../../src-main/papers/signature-places.ts'
import { volumeFiles } from './samples/files.ts'

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

describe('sparingRows', () => {
  // A sheet of 103 mm, of which 3 stay free; a line of 12 pt in a table needs 7.5 mm.
  const place = (afterMm: readonly number[] = []) => ({ firstMm: 103, nextMm: 103, afterMm })
  const box = (heightMm: number, leastMm?: number): FieldRow => ({
    cells: [value('')],
    heightMm,
    ...(leastMm === undefined ? {} : { leastMm }),
  })
  const heights = (rows: readonly FieldRow[], after?: readonly number[]) =>
    sparingRows(rows, [30], place(after)).map(one => Math.round((one.heightMm ?? 0) * 10) / 10)
  test.each<[string, readonly FieldRow[], readonly number[], readonly number[]]>([
    ['what fits keeps its height', [box(60, 30), box(40, 20)], [], [60, 40]],
    ['a millimetre too much is taken from the boxes', [box(61, 31), box(40, 20)], [], [60.3, 39.5]],
    ['a row that may not be lowered keeps its own', [box(70, 30), box(40)], [], [60, 40]],
    ['what follows the table counts', [box(60, 30), box(40, 20)], [5], [57, 38]],
    ['where no sheet is spared nothing is lowered', [box(60, 51), box(60, 51)], [], [60, 60]],
    ['the second sheet is spared its spill too', [box(100), box(60, 30), box(60, 30)], [], [100, 49.9, 49.9]],
    ['a kept-together pair moves as one', [{ ...box(60, 30), withNext: true }, box(41)], [], [58.9, 41]],
  ])('%s', (_, rows, after, expected) => expect(heights(rows, after)).toEqual(expected))
  test('text is never lowered under its own height', () => {
    const eightLines = { ...row(60, value(Array(8).fill('援').join('\n'))), leastMm: 10 }
    // 49 mm of text and 51 of the box fill the sheet to the edge: what the first row is lowered to beyond its text helps nobody.
    expect(heights([eightLines, box(60, 50)])[1]).toBe(51)
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

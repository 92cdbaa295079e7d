import { describe, expect, test } from 'vitest'
import type { Merge, RegisterCell, RegisterSheet } from '../../src-main/domain/imports/cell.ts'
import { findHeader, headersOf, suggestColumns } from '../../src-main/domain/imports/header.ts'
import { judgeRow, yearIn } from '../../src-main/domain/imports/skipped.ts'
import { codeOfWord } from '../../src-main/domain/imports/words.ts'

function sheetOf(rows: readonly (readonly RegisterCell[])[], merges: readonly Merge[] = []): RegisterSheet {
  return {
    name: 'Sheet1',
    isHidden: false,
    width: Math.max(...rows.map(row => row.length)),
    rows: rows
      .map((cells, index) => ({ number: index + 1, cells, isHidden: false }))
      .filter(row => row.cells.some(cell => cell !== null)),
    merges,
  }
}

describe('the head of a register', () => {
  test.each<{ name: string; sheet: RegisterSheet; place: { row: number; rows: number } | null; headers?: string[] }>([
    {
      name: 'below a merged title',
      sheet: sheetOf(
        [
          ['2019年咨询登记簿', null, null],
          ['制表：王莉', null, null],
          ['编号', '来访日期', '姓名'],
          ['1', '3月5日', '王建国'],
        ],
        [{ top: 1, left: 0, bottom: 1, right: 2 }],
      ),
      place: { row: 3, rows: 1 },
      headers: ['编号', '来访日期', '姓名'],
    },
    {
      name: 'of two lines, merged',
      sheet: sheetOf(
        [
          ['编号', '当事人', null, '对方', null],
          ['编号', '姓名', '电话', '姓名', '电话'],
          ['1', '王建国', '138', '某公司', null],
        ],
        [
          { top: 1, left: 0, bottom: 2, right: 0 },
          { top: 1, left: 1, bottom: 1, right: 2 },
          { top: 1, left: 3, bottom: 1, right: 4 },
        ],
      ),
      place: { row: 1, rows: 2 },
      headers: ['编号', '当事人·姓名', '当事人·电话', '对方·姓名', '对方·电话'],
    },
    {
      name: 'of two lines, not merged',
      sheet: sheetOf([
        ['编号', '日期', '当事人', null, '案由'],
        [null, null, '姓名', '性别', null],
        ['1', 43529, '王建国', '男', '工资'],
      ]),
      place: { row: 1, rows: 2 },
      headers: ['编号', '日期', '当事人·姓名', '性别', '案由'],
    },
    {
      name: 'nowhere',
      sheet: sheetOf([
        ['1', '3月5日', '王建国'],
        ['2', '3月6日', '李芳'],
      ]),
      place: null,
    },
  ])('$name', ({ sheet, place, headers }) => {
    expect(findHeader(sheet)).toEqual(place)
    if (place) expect(headersOf(sheet, place)).toEqual(headers)
  })

  test('names the register and its columns', () => {
    const consultation = suggestColumns(['序号', '来访时间', '来访人', '联系电话', '咨询内容', '答复意见', '接待人'], null)
    expect(consultation.register).toBe('consultation')
    expect(consultation.columns.map(one => one.field)).toEqual([
      'number',
      'day',
      'name',
      'phone',
      'content',
      'answer',
      'consultant',
    ])
    const cases = suggestColumns(
      ['案号', '受理日期', '受援人姓名', '案件类型', '案由', '承办律师', '承办律师电话', '结案时间', '档案号'],
      null,
    )
    expect(cases.register).toBe('case')
    expect(cases.columns).toEqual([
      { field: 'number', column: 0 },
      { field: 'day', column: 1 },
      { field: 'name', column: 2 },
      { field: 'matterType', column: 3 },
      { field: 'cause', column: 4 },
      { field: 'handlerName', column: 5 },
      { field: 'closedOn', column: 7 },
      { field: 'archiveNumber', column: 8 },
    ])
  })

  test("takes the other side's name for the other side's", () => {
    const { columns } = suggestColumns(
      ['编号', '日期', '当事人·姓名', '当事人·联系电话', '对方当事人·姓名', '对方当事人·电话'],
      'consultation',
    )
    expect(columns.map(one => [one.field, one.column])).toEqual([
      ['number', 0],
      ['day', 1],
      ['name', 2],
      ['phone', 3],
      ['opponentName', 4],
    ])
  })
})

describe('a row below the head', () => {
  const headers = ['编号', '来访日期', '当事人·姓名', '案由']
  test.each<{ name: string; cells: RegisterCell[]; why: string | null; year?: number }>([
    { name: 'an entry', cells: ['1', '3月5日', '王建国', '工资'], why: null },
    { name: 'an entry of one word', cells: [null, null, '王建国', null], why: null },
    { name: 'a total', cells: ['合计', null, 12, null], why: 'total' },
    { name: 'a total of the page', cells: [null, '本页合计：', 12, null], why: 'total' },
    { name: 'the head again', cells: ['编号', '来访日期', '姓名', '案由'], why: 'head-again' },
    { name: 'a year', cells: ['2019年', null, null, null], why: 'heading', year: 2019 },
    { name: 'a month', cells: ['三月份', null, null, null], why: 'heading' },
    { name: 'the foot', cells: ['填表人：王莉', null, null, '审核人：陈建国'], why: 'foot' },
    { name: 'an entry of somebody named 合计', cells: ['1', '3月5日', '合计', '工资'], why: null },
  ])('$name', ({ cells, why, year }) => {
    expect(judgeRow({ number: 9, cells, isHidden: false }, headers)).toEqual(why === null ? null : { why, year: year ?? null })
  })

  test.each([
    ['蚌山区法律援助中心2019年度咨询登记簿', 2019],
    ['2018-2019年', null],
    ['咨询登记', null],
  ])('the year in %s', (text, year) => expect(yearIn(text)).toBe(year))
})

describe('a word that stands for a code', () => {
  const types = [
    { code: 'civil', label: '民事' },
    { code: 'criminal', label: '刑事' },
    { code: 'arbitration', label: '劳动仲裁' },
  ]
  test.each([
    ['民事', 'civil'],
    ['民', 'civil'],
    ['民事案件', 'civil'],
    ['刑事（被告）', 'criminal'],
    ['劳动争议', 'arbitration'],
    ['婚姻家庭纠纷', 'civil'],
    ['其他', null],
    ['', null],
  ])('%s', (word, code) => expect(codeOfWord('matterTypes', word, types)).toBe(code))

  test.each([
    ['未告知权利', 'no'],
    ['已告知', 'yes'],
    ['√', 'yes'],
    ['不详', null],
  ])('told: %s', (word, code) => {
    const answers = [
      { code: 'yes', label: '是' },
      { code: 'no', label: '否' },
    ]
    expect(codeOfWord('yesNo', word, answers)).toBe(code)
  })
})

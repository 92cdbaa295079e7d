import { describe, expect, test } from 'vitest'
import { cellText, columnLetters, isDamagedNumber, type RegisterCell } from '../../src-main/domain/imports/cell.ts'
import { splitCsv } from '../../src-main/domain/imports/csv.ts'
import { readDay, readTime } from '../../src-main/domain/imports/day.ts'
import { bareNumber, readNumber } from '../../src-main/domain/imports/number.ts'

const TODAY = '2026-11-20'

describe('a day of an old register', () => {
  test.each<{ name: string; cell: RegisterCell; year?: number; day: string; time?: string }>([
    { name: 'a date cell', cell: { day: '2019-03-05', time: '09:30' }, day: '2019-03-05', time: '09:30' },
    { name: 'an Excel serial', cell: 43529, day: '2019-03-05' },
    { name: 'an Excel serial at noon', cell: 43529.5, day: '2019-03-05', time: '12:00' },
    { name: 'a serial as text', cell: '43529', day: '2019-03-05' },
    { name: 'points', cell: '2019.3.5', day: '2019-03-05' },
    { name: 'a point at the end', cell: '2019.3.5.', day: '2019-03-05' },
    { name: 'dashes and a time', cell: '2019-03-05 9:05', day: '2019-03-05', time: '09:05' },
    { name: 'slashes', cell: '2019/3/5', day: '2019-03-05' },
    { name: 'Chinese', cell: '2019年3月5日', day: '2019-03-05' },
    { name: 'Chinese with the weekday and half a day', cell: '2019年3月5日（周二） 上午', day: '2019-03-05' },
    { name: 'Chinese figures', cell: '二〇一九年十一月二十五日', day: '2019-11-25' },
    { name: 'full-width digits', cell: '２０１９．３．５', day: '2019-03-05' },
    { name: 'eight digits as text', cell: '20190305', day: '2019-03-05' },
    { name: 'eight digits as a number', cell: 20190305, day: '2019-03-05' },
    { name: 'two digits of the year', cell: '19.3.5', day: '2019-03-05' },
    { name: 'two digits of the last century', cell: '98.3.5', day: '1998-03-05' },
    { name: 'no year, told by the number', cell: '3月5日', year: 2018, day: '2018-03-05' },
    { name: '29 February of a leap year', cell: '2.29', year: 2020, day: '2020-02-29' },
  ])('$name', ({ cell, year, day, time }) => {
    expect(readDay(cell, year ?? null, TODAY)).toEqual({ ok: true, day, time: time ?? null })
  })

  test.each<{ name: string; cell: RegisterCell; year?: number; message: string }>([
    { name: '29 February of a common year', cell: '2019.2.29', message: '日期“2019.2.29”不存在' },
    { name: 'a thirteenth month', cell: '2019-13-01', message: '日期“2019-13-01”不存在' },
    { name: 'no year anywhere', cell: '3月5日', message: '日期“3月5日”没有年份，编号和表名里也看不出年份' },
    { name: 'no day', cell: '2019年3月', message: '日期“2019年3月”只有年月，缺少日' },
    { name: 'words', cell: '去年春天', message: '看不懂日期“去年春天”，应为 2019-3-5、2019.3.5 或 2019年3月5日' },
    { name: 'a small number', cell: 12, message: '看不懂日期“12”，应为 2019-3-5、2019.3.5 或 2019年3月5日' },
    { name: 'a formula error', cell: { fault: '#N/A' }, message: '日期单元格是公式错误 #N/A' },
  ])('$name is refused', ({ cell, year, message }) => {
    expect(readDay(cell, year ?? null, TODAY)).toEqual({ ok: false, message })
  })

  test.each([
    ['9:05', '09:05'],
    ['9点半', '09:30'],
    ['下午3:20', '15:20'],
    ['14时05分', '14:05'],
    ['24:00', null],
    ['上午', null],
  ])('the time %s', (text, time) => expect(readTime(text)).toBe(time))
})

describe('an old number', () => {
  test.each([
    { text: '蚌援咨〔2019〕37号', year: 2019, seq: 37, shape: '蚌援咨〔{year}〕{seq}号' },
    { text: '蚌援咨[2019]037号', year: 2019, seq: 37, shape: '蚌援咨〔{year}〕{seq}号' },
    { text: '（2019）蚌援民字第 37 号', year: 2019, seq: 37, shape: '〔{year}〕蚌援民字第{seq}号' },
    { text: '2019-037', year: 2019, seq: 37, shape: '{year}-{seq}' },
    { text: '第37号（2019年）', year: 2019, seq: 37, shape: '第{seq}号〔{year}〕' },
    { text: '2019037', year: 2019, seq: 37, shape: '{year}{seq}' },
    { text: '20190305012', year: 2019, seq: 305012, shape: '{year}{seq}' },
    { text: '37', year: null, seq: 37, shape: null },
    { text: '３７', year: null, seq: 37, shape: null },
    { text: '咨37', year: null, seq: 37, shape: '咨{seq}' },
  ])('$text', ({ text, ...read }) => expect(readNumber(text)).toEqual({ ok: true, ...read }))

  test.each([
    ['无号', '编号“无号”里没有序号'],
    ['9999999', '看不出编号“9999999”的年份和序号'],
    ['1'.repeat(61), '编号最多 60 个字'],
  ])('%s is refused', (text, message) => expect(readNumber(text)).toEqual({ ok: false, message }))

  test('brackets and width make no difference', () => {
    expect(bareNumber('蚌援咨〔2019〕37号')).toBe(bareNumber('蚌援咨［２０１９］37 号'))
  })
})

describe('a cell', () => {
  test.each<[RegisterCell, boolean]>([
    ['1.1E+17', true],
    ['3.40303E+17', true],
    [340303197108162800, true],
    [340303710816281, false],
    ['340303197108162810', false],
    ['护照E12345678', false],
  ])('%s lost digits: %s', (cell, isDamaged) => expect(isDamagedNumber(cell)).toBe(isDamaged))

  test('is read as it is shown', () => {
    expect(cellText(13805520318)).toBe('13805520318')
    expect(cellText(' 王建国\u200b ')).toBe('王建国')
    expect(cellText({ fault: '#REF!' })).toBe('#REF!')
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })

  test('of a CSV may hold commas, line ends and quotes', () => {
    expect(splitCsv('姓名,内容\r\n"王,建国","他说""要""\n两行"\n,\n')).toEqual([
      ['姓名', '内容'],
      ['王,建国', '他说"要"\n两行'],
      ['', ''],
    ])
    expect(splitCsv('姓名\t电话\n王建国\t138')).toEqual([
      ['姓名', '电话'],
      ['王建国', '138'],
    ])
  })
})

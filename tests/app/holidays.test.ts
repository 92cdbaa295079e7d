import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { workingCalendar } from '../../src-main/app/working-calendar.ts'
import { missingHolidays } from '../../src-main/domain/holiday-file.ts'
import { applicationInput } from '../support/desk-inputs.ts'
import { makeCenter, type TestCenter } from '../support/make-center.ts'
import { makeFolder } from '../support/make-folder.ts'

/** An order for 2028, which no release knows: 国庆 from Sunday 1 to Saturday 7 October, worked for on Sunday 24 September and Sunday 8 October. */
const YEAR_2028 = [
  ['2028-01-01', '元旦', '放假'],
  ['2028-09-24', '国庆节调休', '上班'],
  ...['01', '02', '03', '04', '05', '06', '07'].map(day => [`2028-10-${day}`, '国庆节', '放假']),
  ['2028-10-08', '国庆节调休', '上班'],
] as const

function csv(rows: readonly (readonly string[])[] = YEAR_2028, name = '2028年放假安排.csv'): string {
  const file = path.join(makeFolder(), name)
  writeFileSync(file, `\uFEFF${[['日期', '名称', '放假或上班'], ...rows].map(row => row.join(',')).join('\r\n')}\r\n`)
  return file
}

const handle = 'token'
const check = (center: TestCenter, file: string) =>
  center.call(center.administrator, 'holidays.check', { handle }, { token: file })
const bringIn = (center: TestCenter, file: string) => center.call(center.director, 'holidays.import', { handle }, { token: file })

describe('working days of an imported year (放假、调休)', () => {
  const days = YEAR_2028.map(([date, name, kind]) => ({ date, name, isWorking: kind === '上班' }))
  const calendar = workingCalendar([], [{ year: 2028, days }])
  it.each([
    ['the Sunday worked before the holiday', '2028-09-24', true, null],
    ['the Saturday before it, which is not', '2028-09-23', false, '周六'],
    ['the last working day', '2028-09-29', true, null],
    ['the first day of the holiday', '2028-10-01', false, '国庆节'],
    ['its last weekday', '2028-10-06', false, '国庆节'],
    ['the Sunday worked after it', '2028-10-08', true, null],
    ['the Sunday after that', '2028-10-15', false, '周日'],
    ['a weekday that the file does not name', '2028-05-01', true, null],
  ])('%s', (_, date, isWorking, name) => {
    expect([calendar.isWorkingDay(date), calendar.nameOf(date)]).toEqual([isWorking, name])
  })

  it('leaves other years as they are, and lets the pack’s own days lie over the file', () => {
    expect(calendar.isWorkingDay('2026-09-20')).toBe(true)
    expect(workingCalendar([], [{ year: 2026, days: [] }]).isWorkingDay('2026-09-20')).toBe(false)
    const own = workingCalendar([{ date: '2028-09-24', name: '本地停电', isWorking: false }], [{ year: 2028, days }])
    expect(own.nameOf('2028-09-24')).toBe('本地停电')
  })
})

describe('importing a holiday file', () => {
  it.each(['csv', 'xlsx', 'json'] as const)('%s: shows what it would move, stores nothing; then moves it', async kind => {
    const center = await makeCenter({ today: '2028-09-25' })
    const { call, clerk } = center
    // Seven days from Sunday 24 September end on Sunday 1 October; by weekends alone that is Monday the 2nd.
    const { id } = await call(clerk, 'applications.submit', applicationInput({ receivedOn: '2028-09-24' }))
    const lastDay = async () => (await call(clerk, 'applications.get', { id })).clock?.lastDay
    expect(await lastDay()).toBe('2028-10-02')
    let file = csv()
    if (kind === 'json') {
      file = path.join(makeFolder(), '2028.json')
      writeFileSync(file, JSON.stringify(YEAR_2028.map(([date, name, word]) => ({ date, name, isWorking: word === '上班' }))))
    }
    if (kind === 'xlsx') {
      file = path.join(makeFolder(), '2028.xlsx')
      const book = new exceljs.Workbook()
      book.addWorksheet('放假安排').addRows([['日期', '名称', '放假或上班'], ...YEAR_2028.map(row => [...row])])
      await book.xlsx.writeFile(file)
    }
    const dry = await check(center, file)
    expect(dry).toMatchObject({ isSound: true, year: 2028, problems: [] })
    expect(dry.days).toHaveLength(YEAR_2028.length)
    expect(dry.moved).toEqual([
      expect.objectContaining({ openPath: `/applications/${id}`, before: '2028-10-02', after: '2028-10-08' }),
    ])
    expect(await lastDay()).toBe('2028-10-02')
    await bringIn(center, file)
    // The Sunday worked for the holiday is a working day: the clock ends on it and not a day later.
    expect(await lastDay()).toBe('2028-10-08')
    const { clock } = await call(clerk, 'clocks.get', { subject: { kind: 'application', id }, limit: 'decision' })
    expect(clock.shiftedBecause).toBe('逢国庆节顺延')
  })

  it('names every fault by its row, and takes in all or nothing', async () => {
    const center = await makeCenter({ today: '2027-12-20' })
    const file = csv([
      ['2028-02-30', '春节', '放假'],
      ['2027-10-01', '国庆节', '放假'],
      ['2028-01-01', '元旦', '休业'],
      ['2028-01-01', '', '放假'],
      ['2028-10-01', '国庆节', '放假'],
      ['2028-10-01', '国庆节', '放假'],
      ['2028-10-09', '国庆节', '上班'],
    ])
    // The first sound row says which year it is.
    const { problems, isSound, year, moved } = await check(center, file)
    expect({ isSound, moved }).toEqual({ isSound: false, moved: [] })
    expect(year).toBe(2027)
    expect(problems[0]).toEqual({ row: 2, column: '日期', message: '“2028-02-30”不是存在的日期，应写成 2027-01-01' })
    expect(problems.map(one => one.row)).toEqual([2, 4, 5, 6, 7, 8])
    expect(await center.refusal(center.director, 'holidays.import', { handle }, { token: file })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: ['handle'], message: expect.stringContaining('第 2 行') }],
    })
    expect((await center.call(center.clerk, 'holidays.list', {})).imports).toEqual([])
  })

  it.each<[string, readonly (readonly string[])[], RegExp]>([
    ['a kind of day nobody knows', [['2028-10-01', '国庆节', '休业']], /“休业”不认识/],
    ['a holiday without a name', [['2028-10-01', '', '放假']], /没有写节日名称/],
    ['a weekday said to be worked', [['2028-10-09', '调休', '上班']], /本来就是工作日/],
    [
      'a day twice',
      [
        ['2028-10-01', '国庆节', '放假'],
        ['2028/10/1', '国庆节', '放假'],
      ],
      /写了两次/,
    ],
    ['a year without its 国庆', [['2028-01-01', '元旦', '放假']], /缺少 2028 年国庆节/],
  ])('refuses %s', async (_, rows, message) => {
    const center = await makeCenter()
    const { problems } = await check(center, csv(rows))
    expect(problems.map(one => one.message).join()).toMatch(message)
  })

  it('keeps the file and its history, and an undo brings the year back as it was', async () => {
    const center = await makeCenter({ today: '2028-09-25' })
    const { call, director } = center
    const file = csv()
    const first = await bringIn(center, file)
    const second = await bringIn(center, csv([...YEAR_2028, ['2028-12-25', '本地放假', '放假']], '改.csv'))
    const listed = async () => call(center.clerk, 'holidays.list', {})
    const dayOff = async () => (await listed()).years.find(one => one.year === 2028)?.days.some(day => day.date === '2028-12-25')
    expect(await dayOff()).toBe(true)
    await call(director, 'holidays.undo', { id: second.id, reason: '文件有误' })
    expect(await dayOff()).toBe(false)
    expect((await listed()).imports.map(one => [one.fileName, one.by, one.undone?.reason ?? null])).toEqual([
      ['改.csv', '陈建国', '文件有误'],
      ['2028年放假安排.csv', '陈建国', null],
    ])
    expect(await center.refusal(director, 'holidays.undo', { id: second.id, reason: '再撤' })).toMatchObject({ code: 'RULE' })
    const out = path.join(makeFolder(), 'out.csv')
    await call(center.clerk, 'holidays.export', { id: first.id, handle }, { token: out })
    expect(readFileSync(out)).toEqual(readFileSync(file))
    await center.core.center.reloadHolidays()
    expect((await listed()).years.find(one => one.year === 2028)?.source).toBe('imported')
    expect(await center.refusal(center.clerk, 'holidays.import', { handle }, { token: file })).toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('hands out a template whose rows are understood', async () => {
    const center = await makeCenter()
    const file = path.join(makeFolder(), '模板.csv')
    await center.call(center.clerk, 'holidays.template', { year: 2028, handle }, { token: file })
    expect(await check(center, file)).toMatchObject({ isSound: true, year: 2028 })
  })
})

describe('a year that is missing', () => {
  it.each([
    ['the day before December', '2027-11-30', '2027-12-31', null],
    ['the first of December', '2027-12-01', '2027-12-31', /还没有 2028 年/],
    ['December, once it is there', '2027-12-01', '2028-12-31', null],
    ['the year itself', '2028-01-01', '2027-12-31', /没有 2028 年的放假安排/],
  ])('%s', (_, today, knownThrough, words) => {
    const found = missingHolidays(today, knownThrough)
    if (words === null) expect(found).toBeNull()
    else expect(found).toMatch(words)
  })

  it('is told on the desk until a file is taken in', async () => {
    const center = await makeCenter({ today: '2027-12-01' })
    await bringIn(
      center,
      csv(
        YEAR_2028.map(([date, ...rest]) => [date.replace('2028-10-0', '2027-10-0').replace('2028-', '2027-'), ...rest]).filter(
          row => row[2] === '放假',
        ),
      ),
    )
    const warning = async () => (await center.call(center.clerk, 'desk.today', {})).holidayWarning
    expect(await warning()).toMatch(/还没有 2028 年/)
    await bringIn(center, csv())
    expect(await warning()).toBeNull()
  })
})

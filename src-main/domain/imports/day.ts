import { addDays, existsInCalendar } from '../calendar-date.ts'
import { cellText, type RegisterCell } from './cell.ts'

export type ReadDay =
  | { readonly ok: true; readonly day: string; readonly time: string | null }
  | { readonly ok: false; readonly message: string }

/** Excel counts days from 1899-12-30 for every day after its false 29 February 1900; these bounds are 1954 and 2064. */
const SERIAL_ORIGIN = '1899-12-30'
const [FIRST_SERIAL, LAST_SERIAL] = [20_000, 60_000]
const CHINESE_DIGITS = '〇一二三四五六七八九'

/**
 * The day that a cell of an old register names: a date cell, an Excel serial, 20190305, 2019.3.5, 2019-3-5, 2019/3/5, 2019年3月5日,
 * 二〇一九年三月五日, 19.3.5, or 3月5日 with the year told by `year` (from the number or the sheet's title). A time behind it is read too.
 * `today` places two-digit years in their century. The sentence of a refusal quotes the cell.
 */
export function readDay(cell: RegisterCell, year: number | null, today: string): ReadDay {
  if (cell !== null && typeof cell === 'object')
    return 'day' in cell ? { ok: true, ...cell } : no(`日期单元格是公式错误 ${cell.fault}`)
  const shown = cellText(cell)
  if (typeof cell === 'number' && cell >= FIRST_SERIAL && cell <= LAST_SERIAL) return fromSerial(cell)
  const text = arabic(shown.normalize('NFKC'))
    .replace(/[(（]?(周|星期|礼拜)[一二三四五六日天末][)）]?/g, '')
    .trim()
  if (/^\d{5}(\.\d+)?$/.test(text) && Number(text) >= FIRST_SERIAL && Number(text) <= LAST_SERIAL) return fromSerial(Number(text))
  const { day, time } = apart(text)
  const eight = /^(\d{4})(\d{2})(\d{2})$/.exec(day)
  const whole = eight ?? /^(\d{4}|\d{2})\s*[年.\-/、,]\s*(\d{1,2})\s*[月.\-/、,]\s*(\d{1,2})\s*日?号?[.]?$/.exec(day)
  if (whole)
    return made(shown, fullYear(Number(whole[1]), (whole[1] ?? '').length, today), Number(whole[2]), Number(whole[3]), time)
  const short = /^(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*日?号?$/.exec(day)
  if (short)
    return year === null
      ? no(`日期“${shown}”没有年份，编号和表名里也看不出年份`)
      : made(shown, year, Number(short[1]), Number(short[2]), time)
  if (/^\d{4}\s*[年.\-/]\s*\d{1,2}\s*月?$/.test(day)) return no(`日期“${shown}”只有年月，缺少日`)
  return no(`看不懂日期“${shown}”，应为 2019-3-5、2019.3.5 或 2019年3月5日`)
}

/** `HH:MM` of a cell that names a time of day (9:30, 9点半, 14时05分, 下午3:20), or null when it names none. */
export function readTime(cell: RegisterCell): string | null {
  if (cell !== null && typeof cell === 'object') return 'day' in cell ? cell.time : null
  if (typeof cell === 'number') return cell > 0 && cell < 1 ? clockOf(Math.round(cell * 1440)) : null
  const text = cellText(cell).normalize('NFKC').replace(/\s/g, '')
  const match = /^(上午|下午|晚上)?(\d{1,2})[:时点](半|\d{1,2})?分?(?::\d{1,2})?$/.exec(text)
  if (!match) return null
  const isLater = match[1] !== undefined && match[1] !== '上午'
  const hour = Number(match[2]) + (isLater && Number(match[2]) < 12 ? 12 : 0)
  const minute = match[3] === '半' ? 30 : Number(match[3] ?? 0)
  return hour < 24 && minute < 60 ? clockOf(hour * 60 + minute) : null
}

function apart(text: string): { readonly day: string; readonly time: string | null } {
  const match = /^(.*?)[\sT]+((?:上午|下午|晚上)?\s*\d{1,2}[:时点].*)$/.exec(text)
  const bare = (match?.[1] ?? text).replace(/\s*(上午|下午|晚上)$/, '').trim()
  return { day: bare, time: match ? readTime(match[2] ?? '') : null }
}

function fromSerial(serial: number): ReadDay {
  const minutes = Math.round((serial % 1) * 1440)
  return {
    ok: true,
    day: addDays(SERIAL_ORIGIN, Math.floor(serial)),
    time: minutes > 0 && minutes < 1440 ? clockOf(minutes) : null,
  }
}

function made(shown: string, year: number, month: number, day: number, time: string | null): ReadDay {
  if (!existsInCalendar(year, month, day)) return no(`日期“${shown}”不存在`)
  return { ok: true, day: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, time }
}

function fullYear(year: number, digits: number, today: string): number {
  if (digits === 4) return year
  const century = Number(today.slice(0, 2)) * 100
  return century + year > Number(today.slice(0, 4)) ? century - 100 + year : century + year
}

/** Chinese figures of a date made Arabic: 二〇一九年十一月二十五日 → 2019年11月25日. */
function arabic(text: string): string {
  const plain = text.replace(/[零○Ｏ]/g, '〇')
  if (!/[〇一二三四五六七八九十]{1,4}[年月日]/.test(plain)) return text
  return plain.replace(/[〇一二三四五六七八九十]+(?=[年月日号])/g, figures => {
    if (!figures.includes('十')) return Array.from(figures, one => CHINESE_DIGITS.indexOf(one)).join('')
    const [tens = '', units = ''] = figures.split('十')
    return String((tens === '' ? 1 : CHINESE_DIGITS.indexOf(tens)) * 10 + (units === '' ? 0 : CHINESE_DIGITS.indexOf(units)))
  })
}

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

function no(message: string): ReadDay {
  return { ok: false, message }
}

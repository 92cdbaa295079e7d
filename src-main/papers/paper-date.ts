/** A date that has still to be written by hand. */
export const BLANK_DATE = '　　　年　　月　　日'

/** Writes a calendar day `YYYY-MM-DD` as “2026年11月5日”; null or an unreadable day leaves room to write. */
export function chineseDate(day: string | null): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '')
  return parts === null ? BLANK_DATE : `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日`
}

/** Writes a day (or a month `YYYY-MM`) as “2026年11月”, for the time span on a volume cover (案卷封面). */
export function chineseMonth(day: string | null): string {
  const parts = /^(\d{4})-(\d{2})/.exec(day ?? '')
  return parts === null ? '　　　年　　月' : `${parts[1]}年${Number(parts[2])}月`
}

/** Writes a day as eight digits `20261105`, as the contents of a volume (卷内文件目录) want it; null gives ''. */
export function eightDigitDate(day: string | null): string {
  return day === null ? '' : day.replaceAll('-', '')
}

/** Writes a UTC instant as “2026-11-20 10:05” in Asia/Shanghai (UTC+8, no summer time); '' when unreadable. */
export function shanghaiTime(instant: string): string {
  const at = Date.parse(instant)
  if (Number.isNaN(at)) return ''
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

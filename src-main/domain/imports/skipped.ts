import { type RegisterRow, tightText } from './cell.ts'

/** Why a row below the head is no entry of the register. */
export type SkippedRow = { readonly row: number; readonly why: 'total' | 'head-again' | 'heading' | 'foot' }
export type SkipJudgement = { readonly why: SkippedRow['why']; readonly year: number | null } | null

const TOTAL = /^(本页|本月|本年|全年|本季|半年)?(合计|总计|小计|共计|累计)[:：]?$/
const FOOT = /^(填表人|制表人|审核人|负责人|单位负责人|统计人|填报人|填报单位|制表单位|制表日期|填表日期|注|说明|备注)[:：]/

/**
 * Says whether a row is a total (合计), the head repeated on a new page, a heading between entries (2019年, 三月份) or the sheet's foot (填表人：).
 * A heading's year counts for the rows below it. Null for an entry.
 */
export function judgeRow(row: RegisterRow, headers: readonly string[]): SkipJudgement {
  const texts = row.cells.map(tightText)
  const filled = texts.filter(text => text !== '')
  const first = filled[0] ?? ''
  if (filled.some((text, index) => index < 2 && TOTAL.test(text))) return { why: 'total', year: null }
  if (FOOT.test(first)) return { why: 'foot', year: null }
  const repeated = texts.filter((text, column) => text !== '' && headers[column]?.split('·').includes(text)).length
  if (repeated >= 2 && repeated * 2 >= filled.length) return { why: 'head-again', year: null }
  const heading =
    filled.length === 1
      ? /^(?:((?:19|20)\d{2})年度?)?(?:(\d{1,2}|[一二三四五六七八九十]{1,2})月份?)?(.*(登记簿|登记表|台账|统计表))?$/.exec(first)
      : null
  if (heading && /[年月表簿账]/.test(first)) return { why: 'heading', year: heading[1] === undefined ? null : Number(heading[1]) }
  return null
}

/** A year that a title or a sheet's name tells: 2019年咨询登记簿. Null when it names none, or two. */
export function yearIn(text: string): number | null {
  const years = [
    ...new Set([...text.normalize('NFKC').matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map(match => Number(match[1]))),
  ]
  return years.length === 1 ? (years[0] ?? null) : null
}

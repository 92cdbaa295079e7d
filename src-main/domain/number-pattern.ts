import { mayCountApart, NUMBER_TOKENS, type NumberToken, type SeriesRules } from './numbering.ts'

/** The longest number (编号) in signs that the papers have room for on one line. */
export const LONGEST_NUMBER = 32

/** How many signs a token takes at least in an office's numbers; the count with room for a busy year. */
const TOKEN_SIGNS: Readonly<Record<NumberToken, number>> = { short: 2, kind: 1, stage: 4, letter: 3, year: 4, seq: 5 }

/** What each of the three ways to count apart is called, and its token. */
const APART = [
  { flag: 'perKind', token: 'kind', words: '案件类型', sign: '类型字' },
  { flag: 'perStage', token: 'stage', words: '阶段', sign: '阶段字' },
  { flag: 'perLetter', token: 'letter', words: '函件种类', sign: '函件字' },
] as const

/**
 * What is wrong with a series' pattern, as sentences; empty when it is sound. A pattern that leaves out what the count starts anew
 * with (year, kind of matter, stage, type of letter) would give the same number twice.
 */
export function patternProblems(series: SeriesRules): readonly string[] {
  const { pattern } = series
  const problems = tokenProblems(pattern, NUMBER_TOKENS)
  const lacks = (token: NumberToken): boolean => !pattern.includes(`{${token}}`)
  if (/\s/.test(pattern)) problems.push('编号格式里不能有空格或换行')
  if (!bracketsMatch(pattern)) problems.push('编号格式里的括号不成对')
  if (lacks('seq')) problems.push('编号格式必须有序号 {seq}')
  if (series.reset === 'yearly' && lacks('year')) problems.push('序号每年重新开始的，编号格式必须有年份 {year}，否则会重号')
  for (const { flag, token, words, sign } of APART) {
    if (series[flag] && !mayCountApart(series.id, token)) problems.push(`取这种编号时不知道${words}，不能按${words}分别编号`)
    else if (series[flag] && lacks(token)) problems.push(`按${words}分别编号的，编号格式必须有${sign} {${token}}，否则会重号`)
    else if (!series[flag] && !lacks(token)) problems.push(`格式里有${sign} {${token}}，但没有按${words}分别编号`)
  }
  const signs = signsOf(series)
  if (signs > LONGEST_NUMBER) problems.push(`编号写出来约 ${signs} 个字，太长，最多 ${LONGEST_NUMBER} 个字`)
  return problems
}

/** What is wrong with the tokens of a pattern: unknown ones, known ones that stand twice, braces without a partner. */
export function tokenProblems(pattern: string, known: readonly string[]): string[] {
  const names = [...pattern.matchAll(/\{(\w*)\}/g)].map(match => match[1] ?? '')
  const unknown = names.filter(name => !known.includes(name)).map(name => `不认识的记号 {${name}}`)
  const twice = known.filter(name => names.filter(one => one === name).length > 1).map(name => `记号 {${name}} 只能出现一次`)
  const loose = /[{}]/.test(pattern.replace(/\{\w*\}/g, '')) ? ['花括号不成对，记号应写成 {seq} 这样'] : []
  return [...unknown, ...twice, ...loose]
}

/** The brackets a year can stand in. */
export const YEAR_BRACKETS = [
  { id: 'hexagonal', open: '〔', close: '〕', label: '〔2026〕' },
  { id: 'square', open: '[', close: ']', label: '[2026]' },
  { id: 'round', open: '（', close: '）', label: '（2026）' },
  { id: 'none', open: '', close: '', label: '无括号' },
] as const
export type YearBrackets = (typeof YEAR_BRACKETS)[number]['id']

/** The brackets round the year of a pattern; `none` also when there is no year. */
export function bracketsOf(pattern: string): YearBrackets {
  return YEAR_BRACKETS.find(({ open, close }) => open !== '' && pattern.includes(`${open}{year}${close}`))?.id ?? 'none'
}

/** The pattern with other brackets round its year. */
export function withBrackets(pattern: string, wanted: YearBrackets): string {
  const now = YEAR_BRACKETS.find(({ id }) => id === bracketsOf(pattern))
  const next = YEAR_BRACKETS.find(({ id }) => id === wanted)
  if (!now || !next) return pattern
  return pattern.replace(`${now.open}{year}${now.close}`, `${next.open}{year}${next.close}`)
}

/** How the count is dressed: 第37号, 37号 or 37. */
export const COUNT_DRESSES = [
  { id: 'ordinal', before: '第', after: '号', label: '第37号' },
  { id: 'plain', before: '', after: '号', label: '37号' },
  { id: 'bare', before: '', after: '', label: '37' },
] as const
export type CountDress = (typeof COUNT_DRESSES)[number]['id']

/** How the count of a pattern is dressed. */
export function countDressOf(pattern: string): CountDress {
  return COUNT_DRESSES.find(({ before, after }) => pattern.includes(`${before}{seq}${after}`))?.id ?? 'bare'
}

/** The pattern with its count dressed otherwise. */
export function withCountDress(pattern: string, wanted: CountDress): string {
  const now = COUNT_DRESSES.find(({ id }) => id === countDressOf(pattern))
  const next = COUNT_DRESSES.find(({ id }) => id === wanted)
  if (!now || !next) return pattern
  return pattern.replace(`${now.before}{seq}${now.after}`, `${next.before}{seq}${next.after}`)
}

/** The pattern with a token put in at a place (in UTF-16 units, never inside another token), and where the caret stands after it. */
export function tokenAt(pattern: string, token: NumberToken, at: number): { readonly pattern: string; readonly caret: number } {
  const inside = [...pattern.matchAll(/\{\w*\}/g)].find(match => match.index < at && at < match.index + match[0].length)
  const place = inside ? inside.index + inside[0].length : Math.max(0, Math.min(at, pattern.length))
  const written = `{${token}}`
  return { pattern: pattern.slice(0, place) + written + pattern.slice(place), caret: place + written.length }
}

/** The pattern with a token: where it lacks it, before the year with its bracket, or before the count, or at the end. */
export function withToken(pattern: string, token: NumberToken): string {
  if (pattern.includes(`{${token}}`)) return pattern
  const place = /[〔[（(]?\{year\}|第?\{seq\}/.exec(pattern)?.index ?? pattern.length
  return tokenAt(pattern, token, place).pattern
}

/** The pattern without a token. */
export function withoutToken(pattern: string, token: NumberToken): string {
  return pattern.replace(`{${token}}`, '')
}

const PAIRS: Readonly<Record<string, string>> = { '〕': '〔', ']': '[', '）': '（', ')': '(', '】': '【' }

function bracketsMatch(pattern: string): boolean {
  const open: string[] = []
  for (const sign of pattern) {
    if (Object.values(PAIRS).includes(sign)) open.push(sign)
    else if (PAIRS[sign] !== undefined && open.pop() !== PAIRS[sign]) return false
  }
  return open.length === 0
}

function signsOf({ pattern, padding }: Pick<SeriesRules, 'pattern' | 'padding'>): number {
  const tokens = [...pattern.matchAll(/\{(\w*)\}/g)].map(match => match[1] ?? '')
  const written = NUMBER_TOKENS.filter(token => tokens.includes(token))
  const taken = written.reduce(
    (sum, token) => sum + (token === 'seq' ? Math.max(padding, TOKEN_SIGNS.seq) : TOKEN_SIGNS[token]),
    0,
  )
  return [...pattern.replace(/\{\w*\}/g, '')].length + taken
}

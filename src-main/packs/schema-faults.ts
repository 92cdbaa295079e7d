import type { z } from 'zod'

type Path = readonly (string | number)[]

/** A fault at a place of the document. `atKey` points at the key's name instead of its value; `offset` is a known place. */
export type Fault = {
  readonly path: Path
  readonly message: string
  readonly atKey?: boolean
  readonly offset?: number
}

type Issue = z.core.$ZodIssue

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表 [ ]',
  object: '一组键值 { }',
  null: 'null',
}

/**
 * Sentences for what the schema found, each at the place it is about. `isThere` says whether the document has a value at a path: the
 * schema itself does not tell a missing value from a wrong one.
 */
export function faultsOfIssues(issues: readonly Issue[], isThere: (path: Path) => boolean, before: Path = []): Fault[] {
  return issues.flatMap(issue => {
    const path = [...before, ...issue.path.map(part => (typeof part === 'symbol' ? String(part) : part))]
    const isMissing = issue.code !== 'unrecognized_keys' && !isThere(path)
    return isMissing ? [{ path, message: `缺少${nameOf(path)}` }] : faultsOfIssue(issue, path, isThere)
  })
}

function faultsOfIssue(issue: Issue, path: Path, isThere: (path: Path) => boolean): Fault[] {
  const name = nameOf(path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => ({ path: [...path, key], message: `不认识的键“${key}”`, atKey: true }))
    case 'invalid_type':
      return [{ path, message: `${name}应是${TYPE_WORDS[issue.expected] ?? issue.expected}` }]
    case 'invalid_value':
      return [{ path, message: `${name}只能是 ${quoted(issue.values)}` }]
    case 'too_small':
      return [{ path, message: isLength(issue.origin) ? `${name}不能为空` : `${name}不能小于 ${issue.minimum}` }]
    case 'too_big':
      return [
        { path, message: isLength(issue.origin) ? `${name}过长，最多 ${issue.maximum}` : `${name}不能大于 ${issue.maximum}` },
      ]
    case 'invalid_format':
      return [{ path, message: issue.format === 'date' ? `${name}应是存在的日期，如 2026-01-01` : `${name}写法不对` }]
    case 'invalid_union': {
      const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : []
      if (options.length > 0) return [{ path, message: `${name}只能是 ${quoted(options)}` }]
      // Of the shapes that a value may have, the one that fits best says what is wrong.
      const best = [...issue.errors].sort((left, right) => weight(left) - weight(right))[0]
      return best ? faultsOfIssues(best, isThere, path) : [{ path, message: `${name}的写法不在允许的几种之内` }]
    }
    default:
      return [{ path, message: `${name}不合要求` }]
  }
}

function quoted(values: readonly unknown[]): string {
  return values.map(value => `“${String(value)}”`).join('、')
}

/** An unknown key speaks more against a shape than a fault deep inside it. */
function weight(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.path.length === 0 ? 10 : issue.code === 'invalid_type' ? 5 : 1), 0)
}

function isLength(origin: string): boolean {
  return origin === 'string' || origin === 'array'
}

function nameOf(path: Path): string {
  const last = path.at(-1)
  if (last === undefined) return '规则包'
  return typeof last === 'number' ? `第 ${last + 1} 项` : `“${last}”`
}

/** A sentence for every code that its list does not have. */
export function unknownCodes(used: readonly string[], known: ReadonlySet<string>, path: Path, isList = true): Fault[] {
  return used.flatMap((code, index) =>
    known.has(code) ? [] : [{ path: isList ? [...path, index] : path, message: `代码“${code}”在代码表里没有` }],
  )
}

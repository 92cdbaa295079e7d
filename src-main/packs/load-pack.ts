import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { ruleOverlay } from '../contract/rule-overlay.ts'
import { rulePack } from '../contract/rule-pack.ts'
import type { RulePack } from '../domain/rule-pack/rule-pack.ts'
import nationalDefault from './national-default.json' with { type: 'json' }
import { isOverlay, layOver, overlayFault } from './overlay.ts'
import { packFaults } from './pack-faults.ts'
import { type Fault, faultsOfIssues } from './schema-faults.ts'

/** A fault of a rule pack file: 1-based line and column of the place, its path (`time.limits[3].days`), and a sentence that names it. */
export type PackProblem = { readonly line: number; readonly column: number; readonly path: string; readonly message: string }

export type ParsedRulePack =
  | {
      readonly ok: true
      readonly pack: RulePack /** The pack's whole text: of a local standard, laid over the national rules. */
      readonly text: string
    }
  | { readonly ok: false; readonly problems: readonly PackProblem[] }

const SYNTAX_WORDS: Readonly<Record<string, string>> = {
  InvalidSymbol: '不能识别的字符',
  InvalidNumberFormat: '数字写法不对',
  PropertyNameExpected: '这里应是带双引号的键名',
  ValueExpected: '这里缺少一个值',
  ColonExpected: '这里缺少冒号',
  CommaExpected: '这里缺少逗号',
  CloseBraceExpected: '缺少右花括号 }',
  CloseBracketExpected: '缺少右方括号 ]',
  EndOfFileExpected: '文件末尾有多余的内容',
  InvalidCommentToken: '规则包里不能写注释',
  UnexpectedEndOfComment: '注释没有结束',
  UnexpectedEndOfString: '字符串缺少右引号',
  UnexpectedEndOfNumber: '数字没有写完',
  InvalidUnicode: 'Unicode 转义写法不对',
  InvalidEscapeCharacter: '转义字符写法不对',
  InvalidCharacter: '字符串里有不能直接书写的字符',
}

/**
 * Reads a rule pack (规则包), or a local standard that makes one, from the text of its file. Syntax faults come alone; a text that parses is checked against the schema, and
 * only a pack of the right shape is checked for what its parts must be to each other. Faults are in the order of the lines.
 */
export function parseRulePack(text: string): ParsedRulePack {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  const errors: ParseError[] = []
  const tree = parseTree(source, errors, { disallowComments: true, allowTrailingComma: false })
  const lineStarts = startsOfLines(source)
  const problemAt = (offset: number, path: string, message: string): PackProblem => ({
    ...placeOf(lineStarts, offset),
    path,
    message,
  })
  if (errors.length > 0 || !tree) {
    const found = errors.map(error =>
      problemAt(error.offset, '', `不是合法的 JSON：${SYNTAX_WORDS[printParseErrorCode(error.error)] ?? '写法不对'}`),
    )
    return { ok: false, problems: found.length > 0 ? found : [problemAt(0, '', '文件是空的')] }
  }
  const repeated = repeatedKeys(tree)
  const isThere = (path: readonly (string | number)[]) => findNodeAtLocation(tree, [...path]) !== undefined
  const document: unknown = getNodeValue(tree)
  const read = isOverlay(document) ? readOverlay(document, isThere) : readPack(document, isThere)
  const faults = [...repeated, ...read.faults]
  if (read.pack && faults.length === 0)
    return { ok: true, pack: read.pack, text: isOverlay(document) ? `${JSON.stringify(read.pack, null, 2)}\n` : text }
  const problems = faults.map(fault => problemAt(offsetOf(tree, fault), pathText(fault.path), fault.message))
  return { ok: false, problems: problems.sort((left, right) => left.line - right.line || left.column - right.column) }
}

type Read = { readonly pack: RulePack | null; readonly faults: readonly Fault[] }
type IsThere = (path: readonly (string | number)[]) => boolean

function readPack(document: unknown, isThere: IsThere): Read {
  const parsed = rulePack.safeParse(document)
  return parsed.success
    ? { pack: parsed.data, faults: packFaults(parsed.data) }
    : { pack: null, faults: faultsOfIssues(parsed.error.issues, isThere) }
}

/** A local standard becomes a whole pack before anything is checked between the parts; its faults stand at its own lines. */
function readOverlay(document: unknown, isThere: IsThere): Read {
  const parsed = ruleOverlay.safeParse(document)
  if (!parsed.success) return { pack: null, faults: faultsOfIssues(parsed.error.issues, isThere) }
  const pack = layOver(shippedPack(), parsed.data)
  return { pack, faults: packFaults(pack).map(fault => overlayFault(fault, pack, parsed.data)) }
}

/** Where a place of the document stands in its text (1-based), or the nearest thing around it that is there. The text must be JSON. */
export function placeInPack(
  text: string,
  path: readonly (string | number)[],
): { readonly line: number; readonly column: number } {
  const tree = parseTree(text, [], { disallowComments: true, allowTrailingComma: false })
  return tree ? placeOf(startsOfLines(text), offsetOf(tree, { path, message: '' })) : { line: 1, column: 1 }
}

let shipped: { readonly pack: RulePack; readonly text: string } | null = null

/** The pack that ships with the app. @throws Error when it is faulty, which a test rules out. */
export function shippedPack(): RulePack {
  return loadShipped().pack
}

/** The text of the pack that ships, as a center keeps it. */
export function shippedPackText(): string {
  return loadShipped().text
}

function loadShipped(): { readonly pack: RulePack; readonly text: string } {
  if (shipped) return shipped
  const text = `${JSON.stringify(nationalDefault, null, 2)}\n`
  const parsed = parseRulePack(text)
  if (!parsed.ok)
    throw new Error(`The shipped rule pack is faulty: ${parsed.problems.map(one => `${one.path} ${one.message}`).join('; ')}`)
  shipped = { pack: parsed.pack, text }
  return shipped
}

/** A key that stands twice in an object: JSON would silently keep the last one. */
function repeatedKeys(node: Node, path: readonly (string | number)[] = []): Fault[] {
  if (node.type === 'array') return (node.children ?? []).flatMap((child, index) => repeatedKeys(child, [...path, index]))
  if (node.type !== 'object') return []
  const seen = new Set<string>()
  return (node.children ?? []).flatMap(property => {
    const [name, value] = property.children ?? []
    const key = String(name?.value)
    const twice: Fault[] = seen.has(key)
      ? [{ path: [...path, key], message: `键“${key}”写了两次`, offset: name?.offset ?? property.offset }]
      : []
    seen.add(key)
    return value ? [...twice, ...repeatedKeys(value, [...path, key])] : twice
  })
}

/** Where a fault stands: the named key for an unknown one, else the value, else the nearest thing around it that is there. */
function offsetOf(tree: Node, fault: Fault): number {
  if (fault.offset !== undefined) return fault.offset
  for (let depth = fault.path.length; depth >= 0; depth -= 1) {
    const node = findNodeAtLocation(tree, fault.path.slice(0, depth))
    if (!node) continue
    const isNamedKey = fault.atKey === true && depth === fault.path.length && node.parent?.type === 'property'
    return (isNamedKey ? node.parent?.offset : undefined) ?? node.offset
  }
  return tree.offset
}

function startsOfLines(text: string): readonly number[] {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length)
  return starts
}

function placeOf(lineStarts: readonly number[], offset: number): { readonly line: number; readonly column: number } {
  let line = 0
  while ((lineStarts[line + 1] ?? Number.POSITIVE_INFINITY) <= offset) line += 1
  return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 }
}

function pathText(path: readonly (string | number)[]): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('')
}

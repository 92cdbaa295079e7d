import { type NumberCodes, type NumberWords, type SeriesRules, seriesBranches } from './numbering.ts'

/** Two series that can give the same text, with a text both can give. */
export type Collision = { readonly first: string; readonly second: string; readonly example: string }

/** Stands for the center's word where it is not known: one sign that no pattern holds. */
const UNKNOWN_SHORT = '\uE000'

/**
 * Pairs of series that can give the same text (重号), each pair once: the texts of a pattern, with years 1900–2099 and every count, are
 * a regular language, and two series collide exactly when their languages meet. `short` is the center's word; without it the
 * center's word meets only itself. The ledger refuses the second of two equal texts; this tells before.
 */
export function collidingSeries(
  series: readonly (SeriesRules & { readonly id: string })[],
  codes: NumberCodes,
  short: string | null = null,
): readonly Collision[] {
  const branches = series.flatMap(one =>
    seriesBranches(one, codes).map(branch => ({
      id: one.id,
      key: branch.key,
      automaton: automatonOf(one, branch.words, short ?? UNKNOWN_SHORT),
    })),
  )
  const found = new Map<string, Collision>()
  branches.forEach((one, index) => {
    for (const other of branches.slice(index + 1)) {
      const pair = `${one.id} ${other.id}`
      if (one.key === other.key || found.has(pair)) continue
      const example = sharedText(one.automaton, other.automaton)
      if (example === null) continue
      found.set(pair, { first: one.id, second: other.id, example: example.replace(UNKNOWN_SHORT, '（简称）') })
    }
  })
  return [...found.values()]
}

type Edge = { readonly on: string; readonly to: number }
/** A machine that reads exactly the texts of one pattern. State 0 begins. The first sign of an edge is the one an example takes. */
type Automaton = { readonly edges: Edge[][]; accepts: ReadonlySet<number> }

const DIGITS = '0123456789'
const NOT_ZERO = '123456789'
/** Years 1900 to 2099; the order makes examples say 2026. */
const YEAR = ['21', '09', '2013456789', '6012345789']

function automatonOf({ pattern, padding }: SeriesRules, words: NumberWords, short: string): Automaton {
  const edges: Edge[][] = [[]]
  let frontier: readonly number[] = [0]
  const state = (): number => edges.push([]) - 1
  const connect = (from: readonly number[], on: string, to: number): number => {
    for (const one of from) edges[one]?.push({ on, to })
    return to
  }
  const read = (on: string): void => {
    frontier = [connect(frontier, on, state())]
  }
  for (const part of pattern.split(/(\{\w*\})/)) {
    switch (part) {
      case '{short}':
        for (const sign of short) read(sign)
        break
      case '{kind}':
        for (const sign of words.kind) read(sign)
        break
      case '{stage}':
        for (const sign of words.stage) read(sign)
        break
      case '{letter}':
        for (const sign of words.letter) read(sign)
        break
      case '{year}':
        for (const on of YEAR) read(on)
        break
      case '{seq}':
        frontier = readCount(frontier, Math.max(1, padding), state, connect)
        break
      default:
        for (const sign of part) read(sign)
    }
  }
  return { edges, accepts: new Set(frontier) }
}

/** A count from 1, padded with zeros to `width`: that many digits and not all zero, or more digits and none of the padding. */
function readCount(
  from: readonly number[],
  width: number,
  state: () => number,
  connect: (from: readonly number[], on: string, to: number) => number,
): readonly number[] {
  let zeros: readonly number[] = from
  let padded: readonly number[] = []
  let plain = connect(from, NOT_ZERO, state())
  for (let place = 1; place <= width; place += 1) {
    const next = state()
    connect(zeros, NOT_ZERO, next)
    connect(padded, DIGITS, next)
    zeros = [connect(zeros, '0', state())]
    padded = [next]
    if (place > 1) plain = connect([plain], DIGITS, state())
  }
  const longer = connect([plain], DIGITS, state())
  connect([longer], DIGITS, longer)
  return [...padded, longer]
}

/** A text that both machines read, or null when there is none: the reachable pairs of states, breadth first, so the text is a shortest. */
function sharedText(one: Automaton, other: Automaton): string | null {
  const seen = new Set(['0 0'])
  const waiting: { readonly left: number; readonly right: number; readonly text: string }[] = [{ left: 0, right: 0, text: '' }]
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const { left, right, text } = step
    if (one.accepts.has(left) && other.accepts.has(right)) return text
    for (const mine of one.edges[left] ?? []) {
      for (const theirs of other.edges[right] ?? []) {
        const sign = [...mine.on].find(letter => theirs.on.includes(letter))
        const pair = `${mine.to} ${theirs.to}`
        if (sign === undefined || seen.has(pair)) continue
        seen.add(pair)
        waiting.push({ left: mine.to, right: theirs.to, text: text + sign })
      }
    }
  }
  return null
}

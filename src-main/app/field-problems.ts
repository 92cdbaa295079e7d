import type { FieldProblem } from '../contract/envelope.ts'
import { Refusal } from './refusal.ts'

export type FieldPath = readonly (string | number)[]

/** An entry of one of the rule pack's lists (代码表), as far as choosing it goes. */
export type ListEntry = { readonly code: string; readonly label: string; readonly retired?: true }

/** The retired codes (停用) that may stand all the same, by the field that holds them. */
export type HeldCodes = { has(field: string, code: string): boolean }

/** For a new entry: no retired code. */
const NOTHING_HELD: HeldCodes = { has: () => false }

/** For records of earlier years (旧台账) that are only now written in: their words may have been retired since. */
export const OLD_RECORDS: HeldCodes = { has: () => true }

/** What a record already says, so that mending something else in it never asks for another choice. */
export function heldBy(record: unknown): HeldCodes {
  const held = new Set<string>()
  const walk = (field: string, value: unknown): void => {
    if (typeof value === 'string') held.add(`${field} ${value}`)
    else if (Array.isArray(value)) for (const one of value) walk(field, one)
    else if (value !== null && typeof value === 'object') for (const [key, one] of Object.entries(value)) walk(key, one)
  }
  walk('', record)
  return { has: (field, code) => held.has(`${field} ${code}`) }
}

/** Gathers what is wrong with an input, so that the person at the desk sees all of it at once. */
export class FieldProblems {
  private readonly found: FieldProblem[] = []
  private readonly held: HeldCodes

  /** `held` are the retired codes that may stay; none for a new entry. */
  constructor(held: HeldCodes = NOTHING_HELD) {
    this.held = held
  }

  /** Notes a problem when `isWrong`. Returns `isWrong`. */
  note(isWrong: boolean, path: FieldPath, message: string): boolean {
    if (isWrong) this.found.push({ path: [...path], message })
    return isWrong
  }

  /**
   * The entry of a list (代码表) of the rule pack that a code names. Notes a problem when there is none, and when it is retired (停用) and
   * the record did not hold it before; `message` is for a code that is in no list.
   */
  entryOf<Entry extends ListEntry>(
    list: readonly Entry[],
    code: string,
    path: FieldPath,
    label: string,
    message = `请从列表中选择${label}`,
  ): Entry | undefined {
    const entry = list.find(one => one.code === code)
    const field = path.findLast(part => typeof part === 'string') ?? ''
    if (!entry) this.note(true, path, message)
    else if (entry.retired && !this.held.has(field, code)) this.note(true, path, `“${entry.label}”已停用，请另选${label}`)
    return entry
  }

  /** @throws Refusal VALIDATION with every problem, when there is any. */
  refuseIfAny(): void {
    if (this.found.length > 0) throw new Refusal({ code: 'VALIDATION', fields: this.found })
  }
}

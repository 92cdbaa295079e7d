import type { FieldProblem } from '../contract/envelope.ts'
import { Refusal } from './refusal.ts'

export type FieldPath = readonly (string | number)[]

/** Gathers what is wrong with an input, so that the person at the desk sees all of it at once. */
export class FieldProblems {
  private readonly found: FieldProblem[] = []

  /** Notes a problem when `isWrong`. Returns `isWrong`. */
  note(isWrong: boolean, path: FieldPath, message: string): boolean {
    if (isWrong) this.found.push({ path: [...path], message })
    return isWrong
  }

  /** Notes a problem when a code is not in its list (代码表) of the rule pack. */
  noteUnknownCode(list: readonly { readonly code: string }[], code: string, path: FieldPath, label: string): void {
    this.note(!list.some(entry => entry.code === code), path, `请从列表中选择${label}`)
  }

  /** @throws Refusal VALIDATION with every problem, when there is any. */
  refuseIfAny(): void {
    if (this.found.length > 0) throw new Refusal({ code: 'VALIDATION', fields: this.found })
  }
}

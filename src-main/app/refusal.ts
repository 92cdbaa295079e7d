import type { AppError } from '../contract/envelope.ts'

/** An expected refusal. Throwing it rolls the transaction back; dispatch turns it into the reply. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly error: AppError
  constructor(error: AppError) {
    super(error.code)
    this.error = error
  }
}

/** The named thing is not there (any more). */
export function notFound(what: string): Refusal {
  return new Refusal({ code: 'NOT_FOUND', what })
}

/** Somebody else saved since this screen was opened; `version` is the one that stands now. */
export function stale(what: string, version: number): Refusal {
  return new Refusal({ code: 'STALE', what, version })
}

/** A field is wrong in a way that only the office's records or rules can tell. */
export function invalid(path: readonly (string | number)[], message: string): Refusal {
  return new Refusal({ code: 'VALIDATION', fields: [{ path: [...path], message }] })
}

/** A rule of the pack says no. */
export function ruleRefusal(rule: string, message: string, clause: string | null): Refusal {
  return new Refusal({ code: 'RULE', rule, message, clause })
}

/** The person may not do this, by role because two hands are required (分离), or because the matter is hidden from them (涉密). */
export function forbidden(reason: 'not-logged-in' | 'role' | 'locked' | 'separation' | 'restricted', message: string): Refusal {
  return new Refusal({ code: 'FORBIDDEN', reason, message })
}

/** Such a thing is there already. */
export function duplicate(field: string, message: string): Refusal {
  return new Refusal({ code: 'DUPLICATE', field, message })
}

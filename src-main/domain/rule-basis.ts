/** How sure the office is of a rule: H its text was read, M recalled or read second-hand, L local or uncertain (待核实). */
export type Confidence = 'H' | 'M' | 'L'

/**
 * What a rule rests on (依据): a source that the pack lists, the place in it, and how sure that is. An empty article means the whole
 * source. `note` says what is still open.
 */
export type Basis = { readonly source: string; readonly article: string; readonly confidence: Confidence; readonly note?: string }

/** A step of an explained result (每步依据), as the contract carries it. */
export type ExplainedStep = {
  readonly label: string
  readonly detail: string
  readonly value: string | null
  readonly clause: string | null
  readonly confidence: Confidence | null
}

/** The clause as screens and papers print it: `法律援助法 第43条`. */
export function clauseOf(basis: Basis): string {
  return basis.article === '' ? basis.source : `${basis.source} ${basis.article}`
}

/** A step that rests on a rule; `value` is what stands at its right end, null for none. */
export function stepOn(basis: Basis, label: string, detail: string, value: string | null = null): ExplainedStep {
  return { label, detail, value, clause: clauseOf(basis), confidence: basis.confidence }
}

/** A step that only states a fact of the file. */
export function factStep(label: string, detail: string, value: string | null = null): ExplainedStep {
  return { label, detail, value, clause: null, confidence: null }
}

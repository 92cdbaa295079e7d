import type { Pause } from '../../domain/clock.ts'

/** The stretches during which the decision clock stood still because material was being supplied (补正). */
export function supplementPauses(
  supplements: readonly { readonly asked_on: string; readonly answered_on: string | null }[],
): Pause[] {
  return supplements.map(one => ({ reason: 'supplement', from: one.asked_on, to: one.answered_on }))
}

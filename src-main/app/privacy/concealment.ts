import type { RulePack } from '../../domain/rule-pack/rule-pack.ts'
import { listHiddenIds } from '../../store/restriction-store.ts'
import type { Actor, QueryContext } from '../context.ts'
import { forbidden } from '../refusal.ts'
import { mentions, redacted } from './redact.ts'

/** What one user may not see of juvenile and secret matters (未成年人事项、涉密事项). */
export type Concealment = {
  /** Whether this row belongs to a matter that is hidden from the user. */
  isHidden(id: string): boolean
  /** Refuses input that names something hidden, at whatever depth. @throws Refusal FORBIDDEN. */
  refuse(input: unknown): void
  /** The same data; rows of hidden matters keep number, date and state and lose their names and words. */
  redact<Data>(data: Data): Data
}

const NOTHING_HIDDEN: Concealment = { isHidden: () => false, refuse: () => {}, redact: data => data }

/**
 * What is hidden from this actor, for the one door into the core (`dispatch`): every input and every answer passes through it, so that no
 * list, search, history, paper or report can show what another forgets. Ids are unique over all tables, which is what makes this possible.
 * The director sees everything.
 */
export async function concealmentFor(
  actor: Actor,
  db: QueryContext['db'],
  { privacy }: Pick<RulePack, 'privacy'>,
): Promise<Concealment> {
  if (actor.roles.includes('director')) return NOTHING_HIDDEN
  const hidden = await listHiddenIds(db, actor.userId)
  if (hidden.size === 0) return NOTHING_HIDDEN
  return {
    isHidden: id => hidden.has(id),
    refuse(input) {
      if (mentions(input, hidden)) throw forbidden('restricted', `${privacy.hiddenWords}`)
    },
    redact: data => redacted(data, hidden, privacy.hiddenWords),
  }
}

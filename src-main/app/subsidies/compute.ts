import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { clauseOf } from '../../domain/rule-basis.ts'
import type { ExcludedHandler, SubsidyTable } from '../../domain/rule-pack/subsidy.ts'
import { computeSubsidy, subsidyTableOn } from '../../domain/subsidy.ts'
import { capitalAmount } from '../../papers/capital-amount.ts'
import type { AssignmentRecord } from '../../store/assignment-store.ts'
import { findHandler, type HandlerRecord } from '../../store/provider-store.ts'
import { type LoadedCase, loadCase } from '../cases/load-case.ts'
import type { QueryContext } from '../context.ts'
import { notFound, ruleRefusal } from '../refusal.ts'

export type SubsidyEntry = ParsedInputOf<'subsidies.preview'>
type View = OutputOf<'subsidies.preview'>

/** A subsidy worked out, with what it was worked out from. */
export type ComputedSubsidy = {
  readonly one: LoadedCase
  readonly assignment: AssignmentRecord
  readonly closedOn: string
  /** The table in force on the closing day, null when the pack has none. */
  readonly table: SubsidyTable | null
  /** Why the handler gets no subsidy (不领取补贴), or null. */
  readonly excluded: ExcludedHandler | null
  readonly view: View
}

/**
 * Works out the subsidy (补贴) of a closed case by the table in force on its closing day, with every step and clause.
 * @throws Refusal NOT_FOUND, RULE when the case is not closed yet.
 */
export async function computeForCase(ctx: QueryContext, entry: SubsidyEntry): Promise<ComputedSubsidy> {
  const one = await loadCase(ctx, entry.caseId)
  const { record, assignment, facts } = one
  if (!record.closing || !assignment) throw ruleRefusal('subsidy-needs-closing', '还没有登记结案，不能核算补贴', null)
  const handler = await findHandler(ctx.db, assignment.handlerId)
  if (!handler) throw notFound('承办人')
  const { closedOn, personsHelped } = record.closing
  const { kind, isPublicEmployee } = handler.handler
  const computation = computeSubsidy(
    {
      facts,
      closedOn,
      handler: { kind, isPublicEmployee },
      chosenFen: entry.chosenFen,
      recipients: personsHelped,
      // Quality review and split payment come with their own pages; until then no sheet rests on either.
      qualityGrade: null,
      chosenShares: {},
      directCosts: entry.directCosts,
    },
    ctx.pack.subsidyTables,
  )
  const table = subsidyTableOn(closedOn, ctx.pack.subsidyTables)
  const excluded = table ? exclusionOf(table, handler.handler) : null
  return {
    one,
    assignment,
    closedOn,
    table,
    excluded,
    view: {
      isPayable: computation.isPayable,
      notPayableReason: withClause(computation.notPayableReason, excluded),
      totalFen: computation.totalFen,
      totalInCapitals: capitalAmount(computation.totalFen),
      tier: computation.tier,
      lines: computation.lines.map(({ id: _, ...line }) => line),
      steps: [...computation.steps],
      notUsed: [...computation.notUsed],
      tableName: computation.tableName,
      packVersion: ctx.inForce.version,
    },
  }
}

function exclusionOf(table: SubsidyTable, handler: HandlerRecord): ExcludedHandler | null {
  const applies = (rule: ExcludedHandler) =>
    (rule.publicEmployee === true && handler.isPublicEmployee) || (rule.handlerKinds?.includes(handler.kind) ?? false)
  return table.excludedHandlers.find(applies) ?? null
}

function withClause(reason: string | null, excluded: ExcludedHandler | null): string | null {
  return reason !== null && excluded ? `${reason}（${clauseOf(excluded.basis)}）` : reason
}

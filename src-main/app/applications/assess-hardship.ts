import { type HardshipEntry, type HardshipResult, hardshipInput } from '../../contract/hardship.ts'
import { assessHardship as assess } from '../../domain/hardship/assess.ts'
import { currentHardship } from '../../domain/hardship/earlier-input.ts'
import type { PackInForce, QueryContext } from '../context.ts'

/** The hardship facts of a stored application (经济困难核查), in today's form whatever version wrote them. */
export function storedHardship(json: string): HardshipEntry {
  return currentEntry(hardshipInput.parse(JSON.parse(json)))
}

/** What came through in today's form: an earlier form says the same in other words, and saving it again must not look like a change. */
export function currentEntry(input: HardshipEntry): HardshipEntry {
  return hardshipInput.parse(currentHardship(input))
}

/** What an assessment needs to know of an application. */
export type AssessedApplication = {
  readonly receivedOn: string
  readonly hardship: HardshipEntry
  readonly scope: string | null
  readonly cause: string | null
}

/**
 * Assesses hardship (经济困难核查) by the rules of the day on which the application came in: the pack in force that day, and its standard for
 * that day. An application entered or corrected after new rules took force is judged as it would have been when it came.
 */
export function assessHardship(ctx: Pick<QueryContext, 'center'>, application: AssessedApplication): HardshipResult {
  return assessUnder(ctx.center.packOn(application.receivedOn), application)
}

/** Assesses hardship by one pack, whatever is in force: for a trial (试算) as well. */
export function assessUnder(
  { pack, version }: Pick<PackInForce, 'pack' | 'version'>,
  application: AssessedApplication,
): HardshipResult {
  const causeCode = pack.codes.causes.find(one => one.label === application.cause)?.code ?? null
  const assessment = assess(currentHardship(application.hardship), application.receivedOn, pack.hardship, {
    scope: application.scope,
    causeCode,
  })
  return {
    ...assessment,
    steps: [...assessment.steps],
    people: [...assessment.people],
    missing: [...assessment.missing],
    packVersion: version,
  }
}

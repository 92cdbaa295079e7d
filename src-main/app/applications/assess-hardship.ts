import { type HardshipEntry, type HardshipResult, hardshipInput } from '../../contract/hardship.ts'
import { assessHardship as assess } from '../../domain/hardship/assess.ts'
import { currentHardship } from '../../domain/hardship/earlier-input.ts'
import type { QueryContext } from '../context.ts'

/** The hardship facts of a stored application (经济困难核查), in today's form whatever version wrote them. */
export function storedHardship(json: string): HardshipEntry {
  return currentEntry(hardshipInput.parse(JSON.parse(json)))
}

/** What came through in today's form: an earlier form says the same in other words, and saving it again must not look like a change. */
export function currentEntry(input: HardshipEntry): HardshipEntry {
  return hardshipInput.parse(currentHardship(input))
}

/** Assesses hardship (经济困难核查) by the rule pack in force, for the standard of the day on which the application came in. */
export function assessHardship(
  { pack, inForce }: Pick<QueryContext, 'pack' | 'inForce'>,
  application: {
    readonly receivedOn: string
    readonly hardship: HardshipEntry
    readonly scope: string | null
    readonly cause: string | null
  },
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
    packVersion: inForce.version,
  }
}

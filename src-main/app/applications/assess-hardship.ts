import type { HardshipInput, HardshipResult } from '../../contract/applications.ts'
import { assessHardship as assess } from '../../domain/hardship.ts'
import type { QueryContext } from '../context.ts'

/** Assesses hardship (经济困难核查) by the rule pack in force, for the standard of the day on which the application came in. */
export function assessHardship(
  { pack, inForce }: Pick<QueryContext, 'pack' | 'inForce'>,
  application: { readonly receivedOn: string; readonly hardship: HardshipInput },
): HardshipResult {
  const assessment = assess(application.hardship, application.receivedOn, pack.hardship)
  return { ...assessment, steps: [...assessment.steps], packVersion: inForce.version }
}

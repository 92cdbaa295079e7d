import type { ReadonlyKysely } from 'kysely/readonly'
import type { CaseFacts, CaseFlag } from '../../domain/case-facts.ts'
import type { RulePack } from '../../domain/rule-pack/rule-pack.ts'
import type { AssignmentRecord } from '../../store/assignment-store.ts'
import type { CaseRecord } from '../../store/case-store.ts'
import type { Database } from '../../store/schema.ts'
import { loadCase } from '../cases/load-case.ts'
import { notFound } from '../refusal.ts'

/** A closed case as its volume (案卷) needs it. */
export type VolumeCase = {
  readonly record: CaseRecord
  readonly closedOn: string
  /** The assignment that stands; null for a case that was never assigned. */
  readonly assignment: AssignmentRecord | null
  readonly facts: CaseFacts
  /** Facts that the records answer, so or not so. What a filing order asks beyond them is left to the archivist. */
  readonly knownFlags: readonly CaseFlag[]
}

const ANSWERED_BY_RECORDS: readonly CaseFlag[] = [
  'life-or-death',
  'minor-recipient',
  'heard',
  'terminated',
  'handler-changed',
  'supplemented',
]

/** The case of a volume, with what the rules of filing and retention may ask of it. @throws Refusal NOT_FOUND. */
export async function loadVolumeCase(db: ReadonlyKysely<Database>, pack: RulePack, caseId: string): Promise<VolumeCase> {
  const { record, assignment, facts } = await loadCase({ db, pack }, caseId)
  if (!record.closing) throw notFound('已结案的案件')
  return { record, closedOn: record.closing.closedOn, assignment, facts, knownFlags: [...ANSWERED_BY_RECORDS, ...facts.flags] }
}

import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { clauseOf } from '../../domain/rule-basis.ts'
import type { RulePack } from '../../domain/rule-pack/rule-pack.ts'
import { listMergesOf } from '../../store/merge-store.ts'
import { listFilesOf, listTakenPartIn } from '../../store/person-files-store.ts'
import { findPerson, findStandingPerson, type PersonRecord } from '../../store/person-store.ts'
import type { QueryContext } from '../context.ts'
import { notFound } from '../refusal.ts'
import { historyOf, personCardOf, shownAddressesOf } from './person-card.ts'

/** One entry of the register with everything the center did for them, and every matter in which they stood elsewhere. */
export async function getPerson(ctx: QueryContext, { id }: ParsedInputOf<'people.get'>): Promise<OutputOf<'people.get'>> {
  const person = await findPerson(ctx.db, id)
  if (!person) throw notFound('人员')
  const standsFor = person.mergedInto === null ? null : await findStandingPerson(ctx.db, id)
  const files = [...(await listFilesOf(ctx.db, [id])), ...(await listTakenPartIn(ctx.db, person))]
  return {
    ...personCardOf(person),
    certificateNote: person.certificateNote,
    ...shownAddressesOf(person),
    categories: [...person.categories],
    ethnicity: person.ethnicity,
    education: person.education,
    occupation: person.occupation,
    workplace: person.workplace,
    registrationKind: person.registrationKind,
    history: historyOf(
      ctx.pack,
      files.sort((a, b) => (a.date === b.date ? (a.id < b.id ? 1 : -1) : a.date < b.date ? 1 : -1)),
    ),
    protection: protectionOf(ctx.pack, person),
    mergedInto: standsFor && { id: standsFor.id, name: standsFor.name },
    merges: (await listMergesOf(ctx.db, id)).map(merge => ({
      id: merge.id,
      survivorId: merge.survivor_id,
      survivorName: merge.survivor_name,
      mergedId: merge.merged_id,
      mergedName: merge.merged_name,
      at: merge.merged_at,
      by: merge.by_name,
      reason: merge.reason,
      movedRows: merge.moved_rows ?? 0,
      undoneAt: merge.undone_at,
      undoneBy: merge.undone_by_name,
      undoneReason: merge.undone_reason,
      version: merge.version,
    })),
    version: person.version,
  }
}

function protectionOf({ privacy }: RulePack, person: PersonRecord): OutputOf<'people.get'>['protection'] {
  if (person.protection === null) return null
  const ground = privacy.protectionGrounds.find(one => one.code === person.protection)
  return {
    ground: person.protection,
    label: ground?.label ?? person.protection,
    note: person.protectionNote ?? '',
    clause: ground ? clauseOf(ground.basis) : null,
  }
}

import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { findPerson, setProtection } from '../../store/person-store.ts'
import type { CommandContext } from '../context.ts'
import { FieldProblems, heldBy } from '../field-problems.ts'
import { notFound, stale } from '../refusal.ts'

/** Protects a person's address and phone (保密住址和电话) on a ground of the pack, or lifts the protection. */
export async function protectPerson(
  ctx: CommandContext,
  { id, ground, note, version }: ParsedInputOf<'people.protect'>,
): Promise<OutputOf<'people.protect'>> {
  const person = await findPerson(ctx.db, id)
  if (!person) throw notFound('人员')
  if (person.version !== version) throw stale('人员', person.version)
  const problems = new FieldProblems(heldBy({ ground: person.protection }))
  const grounds = ctx.pack.privacy.protectionGrounds
  const entry = ground === null ? undefined : problems.entryOf(grounds, ground, ['ground'], '保密的情形')
  problems.refuseIfAny()
  if (person.protection === ground && (person.protectionNote ?? '') === note) return { version }
  await setProtection(ctx.trx, id, { ground, note: ground === null || note === '' ? null : note })
  await ctx.audit({
    subjectKind: 'person',
    subjectId: id,
    summary: entry ? `${person.name} 的住址和电话设为保密：${entry.label}` : `取消 ${person.name} 的住址和电话保密`,
    before: { protection: person.protection, note: person.protectionNote },
    after: { protection: ground, note },
  })
  return { version: version + 1 }
}

import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { findPerson, setProtection } from '../../store/person-store.ts'
import type { CommandContext } from '../context.ts'
import { invalid, notFound, stale } from '../refusal.ts'

/** Protects a person's address and phone (保密住址和电话) on a ground of the pack, or lifts the protection. */
export async function protectPerson(
  ctx: CommandContext,
  { id, ground, note, version }: ParsedInputOf<'people.protect'>,
): Promise<OutputOf<'people.protect'>> {
  const person = await findPerson(ctx.db, id)
  if (!person) throw notFound('人员')
  if (person.version !== version) throw stale('人员', person.version)
  const entry = ctx.pack.privacy.protectionGrounds.find(one => one.code === ground)
  if (ground !== null && !entry) throw invalid(['ground'], '请从列表中选择保密的情形')
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

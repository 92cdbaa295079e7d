import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { changeOpenedCase } from '../../store/case-store.ts'
import { findNotice, noticeFactsOf, setOrganTold, updateNotice } from '../../store/notice-store.ts'
import { indexFile } from '../../store/search-store.ts'
import { changedParts } from '../changed-parts.ts'
import type { CommandContext } from '../context.ts'
import { FieldProblems, heldBy } from '../field-problems.ts'
import { savePerson } from '../people/save-person.ts'
import { invalid, notFound, ruleRefusal, stale } from '../refusal.ts'
import { isLifeOrDeath } from './accept-notice.ts'
import { checkNotice, refuseUnfitGroup } from './check-notice.ts'

async function loadNotice(ctx: CommandContext, id: string, version: number) {
  const row = await findNotice(ctx.db, id)
  if (!row) throw notFound('通知书')
  if (row.version !== version) throw stale('通知书', row.version)
  return row
}

/** Mends a notice, and with it the case it opened, while nobody has been assigned. Saved unchanged, nothing changes. */
export async function changeNotice(
  ctx: CommandContext,
  { id, notice: input, version }: ParsedInputOf<'notices.update'>,
): Promise<OutputOf<'notices.update'>> {
  const row = await loadNotice(ctx, id, version)
  if (row.case_id !== null && row.case_status !== 'awaiting-assignment')
    throw ruleRefusal('notice-assigned', `案件 ${row.case_number} 已经指派，通知书不能再改`, null)
  if (input.matterType !== row.matter_type)
    throw invalid(['notice', 'matterType'], '案件编号按事项类别编定，登记后不能改事项类别')
  const before = noticeFactsOf(row)
  await checkNotice(ctx, input, ['notice'], { id, facts: before })
  const { person, personId, ...rest } = input
  const path = ['notice', 'person']
  const saved = await savePerson(ctx, { person, personId, path, emptyMeans: 'none', needsCertificate: false })
  if (row.case_id !== null) refuseUnfitGroup(ctx, input, saved)
  const facts = { ...rest, personId: saved.id, categories: [...person.categories].sort() }
  const changed = changedParts(before, facts)
  if (!changed) return { version }
  await updateNotice(ctx.trx, id, facts)
  if (row.case_id !== null) {
    const kind = ctx.pack.codes.noticeKinds.find(one => one.code === facts.kind)
    await changeOpenedCase(ctx.trx, row.case_id, {
      ...facts,
      openedOn: facts.receivedOn,
      aidForms: kind ? [kind.aidForm] : [],
      agency: facts.organName,
      isLifeOrDeath: isLifeOrDeath(ctx, facts.scope),
    })
    await indexFile(ctx, 'case', row.case_id)
  }
  await ctx.audit({ subjectKind: 'notice', subjectId: id, summary: `修改通知书 ${row.number}`, ...changed })
  return { version: version + 1 }
}

/** Records that the organ was told who handles the case (告知办案机关); once there is somebody to tell of. */
export async function tellOrgan(
  ctx: CommandContext,
  input: ParsedInputOf<'notices.tellOrgan'>,
): Promise<OutputOf<'notices.tellOrgan'>> {
  const row = await loadNotice(ctx, input.id, input.version)
  if (row.assigned_on === null) throw ruleRefusal('notice-unassigned', '案件还没有指派承办人，指派后再告知办案机关', null)
  const problems = new FieldProblems(heldBy({ way: row.told_way }))
  problems.entryOf(ctx.pack.codes.deliveryWays, input.way, ['way'], '告知方式')
  problems.note(input.toldOn > ctx.today, ['toldOn'], '告知日期不能晚于今天')
  problems.note(input.toldOn < row.assigned_on, ['toldOn'], `告知日期不能早于指派日期 ${row.assigned_on}`)
  problems.refuseIfAny()
  const told = { toldOn: input.toldOn, way: input.way, note: input.note }
  await setOrganTold(ctx.trx, input.id, told)
  await ctx.audit({
    subjectKind: 'notice',
    subjectId: input.id,
    summary: `告知${row.organ_name}承办人 ${row.handler_name ?? ''}`,
    before: row.told_on === null ? null : { toldOn: row.told_on, way: row.told_way, note: row.told_note },
    after: told,
  })
  return { version: input.version + 1 }
}

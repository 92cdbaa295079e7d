import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import type { NoticeInput } from '../../contract/notices.ts'
import { insertCase } from '../../store/decision-store.ts'
import { insertNotice, type NoticeFacts, type NoticeReturn } from '../../store/notice-store.ts'
import { indexFile } from '../../store/search-store.ts'
import type { CommandContext } from '../context.ts'
import { FieldProblems } from '../field-problems.ts'
import { drawSeriesNumber } from '../numbering/draw-number.ts'
import { savePerson } from '../people/save-person.ts'
import { checkNotice, refuseUnfitGroup } from './check-notice.ts'

/**
 * Takes in a notice (收到通知书) and opens its case at once: no form and no hardship check stand between it and the assignment, whose clock
 * runs from the day of receipt (法律援助法 36).
 */
export async function acceptNotice(
  ctx: CommandContext,
  input: ParsedInputOf<'notices.accept'>,
): Promise<OutputOf<'notices.accept'>> {
  const { id, number, facts, name } = await register(ctx, input, [], null)
  const opened = await openNoticeCase(ctx, id, facts)
  await ctx.audit({
    subjectKind: 'notice',
    subjectId: id,
    summary: `收到${input.organName}通知 ${number} ${name}，立案 ${opened.number}`,
    after: { ...facts, caseNumber: opened.number },
  })
  return { id, number, personId: facts.personId, caseId: opened.id, caseNumber: opened.number, version: 1 }
}

/** Registers a notice that is sent back (退回通知书): the number stays, no case is opened. */
export async function returnNotice(
  ctx: CommandContext,
  input: ParsedInputOf<'notices.return'>,
): Promise<OutputOf<'notices.return'>> {
  const { notice, ...returned } = input
  const problems = new FieldProblems()
  problems.entryOf(ctx.pack.codes.noticeReturnReasons, returned.reason, ['reason'], '退回原因')
  problems.note(returned.returnedOn > ctx.today, ['returnedOn'], '退回日期不能晚于今天')
  problems.note(returned.returnedOn < notice.receivedOn, ['returnedOn'], `退回日期不能早于收到的日期 ${notice.receivedOn}`)
  problems.refuseIfAny()
  const { id, number, facts, name } = await register(ctx, notice, ['notice'], returned)
  await ctx.audit({
    subjectKind: 'notice',
    subjectId: id,
    summary: `退回${notice.organName}通知 ${number} ${name}：${returned.explanation}`,
    after: { ...facts, returned },
  })
  return { id, number, personId: facts.personId, version: 1 }
}

async function register(ctx: CommandContext, notice: NoticeInput, path: readonly string[], returned: NoticeReturn | null) {
  await checkNotice(ctx, notice, path, null)
  const { person, personId, ...rest } = notice
  const saved = await savePerson(ctx, {
    person,
    personId,
    path: [...path, 'person'],
    emptyMeans: 'unknown',
    needsCertificate: false,
  })
  if (returned === null) refuseUnfitGroup(ctx, notice, saved)
  const facts: NoticeFacts = { ...rest, personId: saved.id, categories: person.categories }
  const id = ctx.newId()
  const matter = { matterType: notice.matterType, stage: notice.stage }
  const number = await drawSeriesNumber(ctx, 'notice', notice.receivedOn, { kind: 'notice', id }, matter)
  await insertNotice(ctx.trx, {
    id,
    number,
    facts,
    returned,
    registeredBy: ctx.actor.userId,
    registeredAt: ctx.now,
    packVersion: ctx.inForce.version,
  })
  return { id, number, facts, name: saved.name }
}

async function openNoticeCase(
  ctx: CommandContext,
  noticeId: string,
  facts: NoticeFacts,
): Promise<{ id: string; number: string }> {
  const { codes } = ctx.pack
  const kind = codes.noticeKinds.find(one => one.code === facts.kind)
  if (!kind) throw new Error(`A checked notice has kind ${facts.kind}`)
  const id = ctx.newId()
  const matter = { matterType: facts.matterType, stage: facts.stage }
  const number = await drawSeriesNumber(ctx, 'case', facts.receivedOn, { kind: 'case', id }, matter)
  await insertCase(ctx.trx, {
    id,
    number,
    door: 'notice',
    applicationId: null,
    noticeId,
    parentCaseId: facts.parentCaseId,
    personId: facts.personId,
    openedOn: facts.receivedOn,
    matterType: facts.matterType,
    stage: facts.stage,
    cause: facts.cause,
    scope: facts.scope,
    aidForms: [kind.aidForm],
    opponentName: facts.opponentName,
    agency: facts.organName,
    facts: facts.facts,
    categories: facts.categories,
    isLifeOrDeath: isLifeOrDeath(ctx, facts.scope),
    packVersion: ctx.inForce.version,
  })
  await indexFile(ctx, 'case', id)
  return { id, number }
}

/** Whether the group itself says that a life or death sentence is possible (法律援助法 25 第1款第4、5项). */
export function isLifeOrDeath({ pack }: Pick<CommandContext, 'pack'>, scope: string): boolean {
  return pack.codes.scopes.find(one => one.code === scope)?.flags?.includes('life-or-death') ?? false
}

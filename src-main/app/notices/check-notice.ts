import type { NoticeInput } from '../../contract/notices.ts'
import { ageOn } from '../../domain/calendar-date.ts'
import { clauseOf } from '../../domain/rule-basis.ts'
import { findCase } from '../../store/case-store.ts'
import { findSameNotice, type NoticeFacts } from '../../store/notice-store.ts'
import type { CommandContext } from '../context.ts'
import { type FieldPath, FieldProblems, heldBy } from '../field-problems.ts'
import { duplicate, ruleRefusal } from '../refusal.ts'

/**
 * Refuses a notice (通知书) whose codes or days cannot be, whose group does not belong to its kind, or that was registered already. `recorded`
 * is the notice that is being changed, null for a new one.
 */
export async function checkNotice(
  ctx: CommandContext,
  notice: NoticeInput,
  path: FieldPath,
  recorded: { readonly id: string; readonly facts: NoticeFacts } | null,
): Promise<void> {
  const problems = new FieldProblems(heldBy(recorded?.facts))
  const { codes } = ctx.pack
  const kind = problems.entryOf(codes.noticeKinds, notice.kind, [...path, 'kind'], '通知种类', '请选择通知辩护或者通知代理')
  problems.entryOf(codes.noticeOrgans, notice.organKind, [...path, 'organKind'], '办案机关类别')
  const matterType = problems.entryOf(codes.matterTypes, notice.matterType, [...path, 'matterType'], '事项类别')
  if (matterType) problems.entryOf(matterType.stages, notice.stage, [...path, 'stage'], `${matterType.label}的阶段`)
  const scope = problems.entryOf(codes.scopes, notice.scope, [...path, 'scope'], '情形', '请选择通知所依据的情形')
  if (kind && scope)
    problems.note(!kind.scopes.includes(scope.code), [...path, 'scope'], `“${scope.label}”不属于${kind.label}的情形，请另选`)
  if (matterType && scope)
    problems.note(
      !scope.matterTypes.includes(matterType.code),
      [...path, 'scope'],
      `“${scope.label}”不在${matterType.label}事项之内，请另选`,
    )
  problems.note(notice.receivedOn > ctx.today, [...path, 'receivedOn'], '收到通知的日期不能晚于今天')
  problems.note(notice.noticedOn > notice.receivedOn, [...path, 'noticedOn'], '通知书的日期不能晚于收到的日期')
  problems.note(
    notice.hearingOn !== null && notice.hearingOn < notice.noticedOn,
    [...path, 'hearingOn'],
    '开庭日期不能早于通知书的日期',
  )
  problems.refuseIfAny()
  const same = await findSameNotice(ctx.db, notice, recorded?.id ?? null)
  if (same) throw duplicate([...path, 'organNumber'].join('.'), `${notice.organName} 的这份通知书已登记为 ${same.number}`)
  if (notice.parentCaseId !== null) await checkParent(ctx, notice, path)
}

/** A notice may carry on a case of the same person whose stage is another one (转阶段). */
async function checkParent(ctx: CommandContext, notice: NoticeInput, path: FieldPath): Promise<void> {
  const problems = new FieldProblems()
  const place = [...path, 'parentCaseId']
  const parent = notice.parentCaseId === null ? null : await findCase(ctx.db, notice.parentCaseId)
  const isThere = !problems.note(parent === null, place, '前一阶段的案件没有登记，请重新选择')
  if (isThere && parent) {
    problems.note(notice.personId !== parent.personId, place, `前一阶段的案件 ${parent.number} 是另一个人的`)
    problems.note(parent.stage === notice.stage, place, `前一阶段的案件 ${parent.number} 就在这个阶段，请核对`)
    problems.note(notice.receivedOn < parent.openedOn, place, `收到通知的日期不能早于前一阶段立案的日期 ${parent.openedOn}`)
  }
  problems.refuseIfAny()
}

/** The group of minors (法律援助法 25) has to fit the birth date where it is known; what does not fit is refused with its clause. */
export function refuseUnfitGroup(
  ctx: CommandContext,
  notice: NoticeInput,
  person: { readonly name: string; readonly birthDate: string | null },
): void {
  const scope = ctx.pack.codes.scopes.find(one => one.code === notice.scope)
  if (!scope?.flags?.includes('minor-recipient') || person.birthDate === null) return
  const age = ageOn(person.birthDate, notice.receivedOn)
  const minor = ctx.pack.codes.personCategories.find(one => one.derivation && 'ageBelow' in one.derivation)
  if (!minor?.derivation || !('ageBelow' in minor.derivation)) return
  if (age !== null && age >= minor.derivation.ageBelow)
    throw ruleRefusal(
      'notice-group',
      `${person.name} 收到通知时已满 ${age} 周岁，不属于“${scope.label}”；请核对出生日期或者改选情形`,
      clauseOf(scope.basis),
    )
}

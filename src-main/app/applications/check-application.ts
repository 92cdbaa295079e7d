import type { ApplicationInput } from '../../contract/applications.ts'
import type { HardshipEntry } from '../../contract/hardship.ts'
import { type ApplicationFacts, findApplicationOfConsultation } from '../../store/application-store.ts'
import { findConsultation } from '../../store/consultation-store.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { type FieldPath, FieldProblems, heldBy } from '../field-problems.ts'
import { duplicate } from '../refusal.ts'
import { checkStatement } from './check-statement.ts'
import { checkParties } from './settle-parties.ts'

/**
 * Refuses an application whose codes, days, parties or representation cannot be, or whose consultation has led to another one, and returns
 * it as it is stored. `path` is where it stands in the input, `recorded` the application that is being changed, null for a new one.
 */
export async function checkApplication(
  ctx: CommandContext,
  application: ApplicationInput,
  path: FieldPath,
  recorded: { readonly id: string; readonly facts: Pick<ApplicationFacts, 'parties'> } | null,
): Promise<ApplicationInput> {
  const problems = new FieldProblems(heldBy(recorded?.facts))
  const parties = checkParties(ctx, application.parties, recorded?.facts.parties ?? [], [...path, 'parties'], problems)
  const opponentName = parties.find(party => party.role === 'opponent')?.name ?? application.opponentName
  checkStatement(ctx, application, path, problems)
  const { codes } = ctx.pack
  const matterType = problems.entryOf(codes.matterTypes, application.matterType, [...path, 'matterType'], '事项类别')
  if (matterType) problems.entryOf(matterType.stages, application.stage, [...path, 'stage'], `${matterType.label}的阶段`)
  const scope = problems.entryOf(codes.scopes, application.scope, [...path, 'scope'], '援助事项')
  if (matterType && scope) {
    const fits = scope.matterTypes.includes(matterType.code)
    problems.note(!fits, [...path, 'scope'], `“${scope.label}”不在${matterType.label}事项之内，请另选`)
  }
  application.aidForms.forEach((form, index) => {
    problems.entryOf(codes.aidForms, form, [...path, 'aidForms', index], '援助形式')
  })
  problems.note(application.receivedOn > ctx.today, [...path, 'receivedOn'], '收到申请的日期不能晚于今天')
  checkHardship(ctx, application.hardship, [...path, 'hardship'], problems)
  if (application.consultationId !== null) {
    const consultation = await findConsultation(ctx.db, application.consultationId)
    const isThere = !problems.note(!consultation, [...path, 'consultationId'], '这次咨询没有登记，请重新选择')
    problems.note(
      consultation?.voided_at != null,
      [...path, 'consultationId'],
      `咨询 ${consultation?.number ?? ''} 已作废，请重新选择`,
    )
    if (isThere && consultation && application.receivedOn < consultation.received_on)
      problems.note(true, [...path, 'receivedOn'], `收到申请的日期不能早于咨询日期 ${consultation.received_on}`)
  }
  problems.refuseIfAny()
  const checked = { ...application, parties, opponentName }
  if (application.consultationId === null) return checked
  const other = await findApplicationOfConsultation(ctx.db, application.consultationId)
  if (other && other.id !== recorded?.id)
    throw duplicate([...path, 'consultationId'].join('.'), `这次咨询已转为申请 ${other.number}`)
  return checked
}

/** Notes a relation or a ground that the rule pack does not list. */
export function checkHardship(
  { pack }: Pick<QueryContext, 'pack'>,
  hardship: HardshipEntry,
  path: FieldPath,
  problems: FieldProblems,
): void {
  if (hardship.route === 'check') {
    hardship.members.forEach((member, index) => {
      const place = [...path, 'members', index, 'relation']
      problems.entryOf(pack.codes.kinshipRelations, member.relation, place, '与申请人的关系')
    })
    return
  }
  const grounds = { waived: pack.hardship.waivedGrounds, 'not-applicable': pack.hardship.notApplicableGrounds } as const
  const label = { waived: '免予核查的情形', 'not-applicable': '不受经济困难条件限制的情形' } as const
  problems.entryOf(grounds[hardship.route], hardship.ground, [...path, 'ground'], label[hardship.route])
}

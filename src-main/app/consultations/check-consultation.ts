import type { ConsultationInput } from '../../contract/consultations.ts'
import { checkPhone } from '../../domain/phone.ts'
import type { ConsultationFacts } from '../../store/consultation-store.ts'
import { listAccounts } from '../../store/user-store.ts'
import type { CommandContext } from '../context.ts'
import { type FieldPath, FieldProblems, heldBy } from '../field-problems.ts'

/** What became of a consultation that an application came of (转为申请), as the rule pack's list has it. */
export const TURNED_INTO_APPLICATION = 'to-application'

/**
 * Refuses a consultation whose codes, day, places or consultant cannot be. `path` is where it stands in the input. `before` is what is
 * recorded: what an older rule pack did not ask for is not asked for again while it stays as it is. Returns the agent with the phone as it is
 * stored.
 */
export async function checkConsultation(
  ctx: CommandContext,
  consultation: ConsultationInput,
  path: FieldPath,
  before: ConsultationFacts | null = null,
): Promise<Pick<ConsultationInput, 'agent'>> {
  const problems = new FieldProblems(heldBy(before))
  const { codes } = ctx.pack
  const accounts = await listAccounts(ctx.db)
  const channel = problems.entryOf(codes.channels, consultation.channel, [...path, 'channel'], '咨询方式')
  problems.entryOf(codes.matterTypes, consultation.matterType, [...path, 'matterType'], '事项类别')
  problems.entryOf(codes.consultationOutcomes, consultation.outcome, [...path, 'outcome'], '处理结果')
  problems.note(consultation.receivedOn > ctx.today, [...path, 'receivedOn'], '咨询日期不能晚于今天')
  problems.note(!accounts.some(account => account.id === consultation.consultantId), [...path, 'consultantId'], '请选择接待人')
  problems.note(
    consultation.callNumber !== null && !channel?.asksCallNumber,
    [...path, 'callNumber'],
    '只有 12348 电话登记工单号',
  )
  const agentPhone = consultation.agent?.phone ?? null
  const phone = agentPhone === null || agentPhone === before?.agent?.phone ? null : checkPhone(agentPhone)
  if (phone && !phone.ok) problems.note(true, [...path, 'agent', 'phone'], phone.message)
  problems.note(
    consultation.person === null && consultation.outcome === TURNED_INTO_APPLICATION,
    [...path, 'anonymousReason'],
    '匿名的咨询不能转为申请，请填写姓名',
  )
  notePlaces(ctx, consultation, path, before, problems)
  problems.refuseIfAny()
  const { agent } = consultation
  return { agent: agent && phone?.ok ? { ...agent, phone: phone.normalised } : agent }
}

function notePlaces(
  ctx: CommandContext,
  consultation: ConsultationInput,
  path: FieldPath,
  before: ConsultationFacts | null,
  problems: FieldProblems,
): void {
  const { codes, frontDesk } = ctx.pack
  const { referrals, referralNote } = consultation
  for (const [index, place] of referrals.entries())
    if (!before?.referrals.includes(place)) problems.entryOf(frontDesk.places, place, [...path, 'referrals', index], '引导去处')
  const asksPlaces = codes.consultationOutcomes.find(one => one.code === consultation.outcome)?.asksPlaces === true
  const wasWithout = before !== null && before.outcome === consultation.outcome && before.referrals.length === 0
  if (asksPlaces)
    problems.note(
      referrals.length === 0 && frontDesk.places.length > 0 && !wasWithout,
      [...path, 'referrals'],
      '请选择应当到哪里办理',
    )
  else problems.note(referrals.length > 0 || referralNote !== null, [...path, 'referrals'], '处理结果为“不属于本中心”的才写去处')
}

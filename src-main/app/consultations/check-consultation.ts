import type { ConsultationInput } from '../../contract/consultations.ts'
import { listAccounts } from '../../store/user-store.ts'
import type { CommandContext } from '../context.ts'
import { type FieldPath, FieldProblems } from '../field-problems.ts'

/** What became of a consultation that an application came of (转为申请), as the rule pack's list has it. */
export const TURNED_INTO_APPLICATION = 'to-application'

/** Refuses a consultation whose codes, day or consultant cannot be. `path` is where it stands in the input. */
export async function checkConsultation(ctx: CommandContext, consultation: ConsultationInput, path: FieldPath): Promise<void> {
  const problems = new FieldProblems()
  const { codes } = ctx.pack
  const accounts = await listAccounts(ctx.db)
  problems.noteUnknownCode(codes.channels, consultation.channel, [...path, 'channel'], '咨询方式')
  problems.noteUnknownCode(codes.matterTypes, consultation.matterType, [...path, 'matterType'], '事项类别')
  problems.noteUnknownCode(codes.consultationOutcomes, consultation.outcome, [...path, 'outcome'], '处理结果')
  problems.note(consultation.receivedOn > ctx.today, [...path, 'receivedOn'], '咨询日期不能晚于今天')
  problems.note(!accounts.some(account => account.id === consultation.consultantId), [...path, 'consultantId'], '请选择接待人')
  problems.refuseIfAny()
}

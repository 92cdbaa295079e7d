import { checkCertificate, tidyCertificate } from '../../domain/certificate.ts'
import { findProvider, type HandlerRecord, listHandlers } from '../../store/provider-store.ts'
import type { CommandContext } from '../context.ts'
import { FieldProblems, heldBy } from '../field-problems.ts'
import { duplicate, invalid, notFound } from '../refusal.ts'

/**
 * Holds a handler against the pack's kinds (which kind works at which kind of provider), the calendar, the certificate's check character
 * and the register; returns them with numbers written plainly. `recorded` is the handler as registered when they are being changed; `path` leads to the
 * fields in the operation's input. @throws Refusal VALIDATION, DUPLICATE, NOT_FOUND.
 */
export async function checkHandler(
  ctx: CommandContext,
  handler: HandlerRecord,
  recorded: { readonly id: string; readonly handler: HandlerRecord } | null,
  path: readonly string[],
): Promise<HandlerRecord> {
  const provider = await findProvider(ctx.db, handler.providerId)
  if (!provider) throw notFound('承办机构')
  const problems = new FieldProblems(heldBy(recorded?.handler))
  const kind = problems.entryOf(ctx.pack.codes.handlerKinds, handler.kind, [...path, 'kind'], '人员类别')
  problems.refuseIfAny()
  if (kind && !kind.providerKinds.includes(provider.provider.kind)) {
    const providerKind =
      ctx.pack.codes.providerKinds.find(one => one.code === provider.provider.kind)?.label ?? provider.provider.kind
    throw invalid([...path, 'kind'], `${kind.label}不在${providerKind}执业`)
  }
  checkDays(ctx, handler, path)
  const certificateNumber = certificateOf(ctx, handler.certificateNumber, path)
  const bankAccount = accountOf(handler.bankAccount, path)
  const others = (await listHandlers(ctx.db)).filter(other => other.id !== recorded?.id)
  const sameLicence = others.find(
    other => handler.licenceNumber !== null && other.handler.licenceNumber === handler.licenceNumber,
  )
  if (sameLicence)
    throw duplicate('licenceNumber', `这个执业证号已登记为 ${sameLicence.handler.name}（${sameLicence.providerName}）`)
  const samePerson = others.find(
    other => certificateNumber !== null && other.handler.isActive && other.handler.certificateNumber === certificateNumber,
  )
  if (samePerson && handler.isActive)
    throw duplicate(
      'certificateNumber',
      `这个身份证号已登记为 ${samePerson.handler.name}（${samePerson.providerName}），先停用那一条`,
    )
  return { ...handler, certificateNumber, bankAccount }
}

function checkDays(ctx: CommandContext, handler: HandlerRecord, path: readonly string[]): void {
  const { practisingSince, criminalDefenceSince } = handler
  if (practisingSince !== null && practisingSince > ctx.today)
    throw invalid([...path, 'practisingSince'], '执业起始日期不能晚于今天')
  if (criminalDefenceSince === null) return
  if (criminalDefenceSince > ctx.today) throw invalid([...path, 'criminalDefenceSince'], '刑事辩护起始日期不能晚于今天')
  if (practisingSince !== null && criminalDefenceSince < practisingSince)
    throw invalid([...path, 'criminalDefenceSince'], '刑事辩护起始日期不能早于执业起始日期')
}

/** Numbers of Hong Kong, Macao and Taiwan residents' permits begin with 8. */
function certificateOf(ctx: CommandContext, typed: string | null, path: readonly string[]): string | null {
  if (typed === null) return null
  const kind = tidyCertificate(typed).startsWith('8') ? 'hmt-residence-permit' : 'resident-id'
  const result = checkCertificate(kind, typed, ctx.today)
  if (!result.ok) throw invalid([...path, 'certificateNumber'], result.message)
  return result.normalised
}

function accountOf(typed: string | null, path: readonly string[]): string | null {
  if (typed === null) return null
  const account = typed.normalize('NFKC').replace(/[\s-]/g, '')
  if (!/^\d{8,32}$/.test(account)) throw invalid([...path, 'bankAccount'], '账号应为 8 至 32 位数字')
  return account
}

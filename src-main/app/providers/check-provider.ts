import { checkCreditCode } from '../../domain/credit-code.ts'
import { nameKey } from '../../domain/name-key.ts'
import { listProviders, type ProviderRecord } from '../../store/provider-store.ts'
import type { CommandContext } from '../context.ts'
import { FieldProblems, heldBy } from '../field-problems.ts'
import { duplicate, invalid } from '../refusal.ts'

/**
 * Holds a provider against the pack's kinds, the credit code's check character (GB 32100) and the register; returns it with the code
 * written plainly. `recorded` is the provider as it stands when it is being changed; `path` leads to its fields in the operation's input.
 * @throws Refusal VALIDATION, DUPLICATE.
 */
export async function checkProvider(
  ctx: CommandContext,
  provider: ProviderRecord,
  recorded: { readonly id: string; readonly provider: ProviderRecord } | null,
  path: readonly string[],
): Promise<ProviderRecord> {
  const problems = new FieldProblems(heldBy(recorded?.provider))
  problems.entryOf(ctx.pack.codes.providerKinds, provider.kind, [...path, 'kind'], '机构类别')
  problems.refuseIfAny()
  const creditCode = normalisedCode(provider.creditCode, path)
  const others = (await listProviders(ctx.db)).filter(other => other.id !== recorded?.id)
  const sameCode = creditCode === null ? undefined : others.find(other => other.provider.creditCode === creditCode)
  if (sameCode) throw duplicate('creditCode', `这个信用代码已登记为 ${sameCode.provider.name}`)
  const key = nameKey(provider.name)
  if (provider.isActive && others.some(other => other.provider.isActive && nameKey(other.provider.name) === key))
    throw duplicate('name', '已有同名的承办机构')
  return { ...provider, creditCode }
}

function normalisedCode(creditCode: string | null, path: readonly string[]): string | null {
  if (creditCode === null) return null
  const result = checkCreditCode(creditCode)
  if (!result.ok) throw invalid([...path, 'creditCode'], result.message)
  return result.normalised
}

import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { maskCertificate, maskPhone } from '../../domain/masking.ts'
import { sha256Hex } from '../../store/keyring.ts'
import type { CommandContext } from '../context.ts'
import { forbidden } from '../refusal.ts'
import { listFacts, registerRows } from './register-sheet.ts'

/**
 * Writes the register (咨询登记簿) as XLSX to where the person chose. Certificates and phones are masked unless the director wants them
 * whole; the trail says which. @throws Refusal FORBIDDEN for whole numbers by anybody else, VALIDATION for too many rows.
 */
export async function exportRegister(
  ctx: CommandContext,
  { handle, isUnmasked, ...filter }: ParsedInputOf<'consultations.exportXlsx'>,
): Promise<OutputOf<'consultations.exportXlsx'>> {
  if (isUnmasked && !ctx.actor.roles.includes('director')) throw forbidden('role', '带完整号码的登记簿由主任导出')
  const rows = await registerRows(ctx, filter)
  const facts = await listFacts(ctx, filter, rows)
  const shown = (value: string | null, mask: (text: string) => string) => (value === null ? '' : isUnmasked ? value : mask(value))
  // Read when the first register is exported: the library is large and most days need none.
  const { registerWorkbook } = await import('../../papers/register-xlsx.ts')
  const content = await registerWorkbook({
    ...facts,
    isUnmasked,
    numbers: rows.map(row => ({
      certificate: shown(row.certificate_number, maskCertificate),
      phone: row.protection === null ? shown(row.phone, maskPhone) : (row.phone ?? ''),
      agentPhone: shown(row.agent_phone, maskPhone),
      agentRelation: row.agent_relation ?? '',
      sex: row.sex === null ? '' : row.sex === 'male' ? '男' : '女',
      opponent: row.opponent_name ?? '',
    })),
  })
  ctx.files.write(handle, content)
  const sha256 = sha256Hex(content)
  await ctx.audit({
    subjectKind: 'consultation',
    subjectId: 'register',
    summary: `导出咨询登记簿 XLSX ${facts.period}（${isUnmasked ? '完整号码' : '号码已隐去'}，${rows.length} 条）`,
    after: { ...filter, isUnmasked, bytes: content.length, sha256 },
  })
  return { bytes: content.length, rows: rows.length, sha256 }
}

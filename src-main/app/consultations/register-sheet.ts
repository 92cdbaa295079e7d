import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { maskPhone } from '../../domain/masking.ts'
import type { RulePack } from '../../domain/rule-pack/rule-pack.ts'
import { renderPaper } from '../../papers/catalogue.ts'
import type { ConsultationListFacts } from '../../papers/forms/consultation-list.ts'
import { chineseDate, chineseMonth } from '../../papers/paper-date.ts'
import { getCenter } from '../../store/center-store.ts'
import { type ConsultationFilter, readRegister } from '../../store/consultation-store.ts'
import { listAccounts } from '../../store/user-store.ts'
import type { QueryContext } from '../context.ts'
import { withheldContact } from '../privacy/withheld-contact.ts'
import { invalid } from '../refusal.ts'
import { ANONYMOUS, placeWords } from './consultation-facts.ts'

/** A paper or a file of more rows than this serves nobody: it takes minutes to print and none to narrow. */
const MOST_ROWS = 5_000

export type RegisterRow = Awaited<ReturnType<typeof readRegister>>[number]
type Context = Pick<QueryContext, 'db' | 'pack' | 'inForce' | 'now' | 'actor' | 'concealment'>

/**
 * The rows of the register (咨询登记簿) to print or export, oldest first: those of hidden matters without words, phones of protected people left
 * out. @throws Refusal VALIDATION when there are too many.
 */
export async function registerRows(ctx: Context, filter: ConsultationFilter): Promise<readonly RegisterRow[]> {
  const rows = await readRegister(ctx.db, filter, MOST_ROWS + 1)
  if (rows.length > MOST_ROWS) throw invalid(['from'], `一次最多打印、导出 ${MOST_ROWS} 条，请缩小日期范围`)
  return ctx.concealment.redact(rows).map(row => withheldContact(ctx, row))
}

/** The register as a paper, ready to print. */
export async function registerSheet(
  ctx: Context,
  filter: ParsedInputOf<'consultations.sheet'>,
): Promise<OutputOf<'consultations.sheet'>> {
  const rows = await registerRows(ctx, filter)
  const { html, page, title } = renderPaper('consultation-list', await listFacts(ctx, filter, rows))
  return { title, html, landscape: page.orientation === 'landscape', rows: rows.length }
}

/** What the paper says: heads, narrowing in words, and every row with its phone masked. */
export async function listFacts(
  ctx: Context,
  filter: ConsultationFilter,
  rows: readonly RegisterRow[],
): Promise<ConsultationListFacts> {
  const center = await getCenter(ctx.db)
  return {
    centerName: center.fullName,
    period: periodWords(filter.from, filter.to),
    narrowed: await narrowedWords(ctx, filter),
    rows: rows.map(row => ({
      number: row.number,
      day: row.received_on,
      time: row.received_at,
      channel: labelIn(ctx.pack.codes.channels, row.channel),
      callNumber: row.call_number,
      name: row.person_name ?? ANONYMOUS,
      persons: row.persons,
      agent: row.agent_name,
      phone: row.phone === null || row.protection !== null ? row.phone : maskPhone(row.phone),
      matter: labelIn(ctx.pack.codes.matterTypes, row.matter_type),
      cause: row.cause,
      content: row.content,
      answer: row.answer,
      outcome: labelIn(ctx.pack.codes.consultationOutcomes, row.outcome),
      places: placeWords(ctx.pack, row),
      toldOfRight: row.told_of_right === 1,
      consultant: row.consultant_name,
      voidReason: row.void_reason,
    })),
    madeBy: ctx.actor.name,
    checkedBy: null,
    origin: { packVersion: ctx.inForce.version, madeAt: ctx.now, maker: ctx.actor.name },
  }
}

/** 2026年11月20日, 2026年11月 for a whole month, or the two days. Null is an open end. */
export function periodWords(from: string | null, to: string | null): string {
  if (from !== null && from === to) return chineseDate(from)
  if (from !== null && to !== null)
    return isWholeMonth(from, to) ? chineseMonth(from) : `${chineseDate(from)}至${chineseDate(to)}`
  if (from !== null) return `${chineseDate(from)}起`
  return to === null ? '历年' : `至${chineseDate(to)}`
}

function isWholeMonth(from: string, to: string): boolean {
  const [year = 0, month = 0] = from.split('-').map(Number)
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  return from.endsWith('-01') && to === last
}

async function narrowedWords(ctx: Context, filter: ConsultationFilter): Promise<string> {
  const { codes }: RulePack = ctx.pack
  const accounts = filter.consultantId === null ? [] : await listAccounts(ctx.db)
  return [
    filter.channel === null ? '' : labelIn(codes.channels, filter.channel),
    filter.consultantId === null
      ? ''
      : `接待人 ${accounts.find(account => account.id === filter.consultantId)?.name ?? filter.consultantId}`,
    filter.matterType === null ? '' : labelIn(codes.matterTypes, filter.matterType),
    filter.outcome === null ? '' : labelIn(codes.consultationOutcomes, filter.outcome),
    filter.toldOfRight === null ? '' : filter.toldOfRight ? '已告知权利' : '未告知权利',
    filter.words.trim() === '' ? '' : `含“${filter.words.trim()}”`,
  ]
    .filter(Boolean)
    .join('　')
}

function labelIn(list: readonly { readonly code: string; readonly label: string }[], code: string): string {
  return list.find(entry => entry.code === code)?.label ?? code
}

import { z } from 'zod'
import type { OutputOf } from '../../contract/index.ts'
import { maskPhone } from '../../domain/masking.ts'
import { listAuditEntries } from '../../store/audit-store.ts'
import type { QueryContext } from '../context.ts'

type Changes = OutputOf<'consultations.get'>['changes']

const MOST_CHANGES = 100
const parts = z.record(z.string(), z.unknown())

/** Who changed an entry of the register after it was saved, and what (修改记录), newest first. An agent's telephone is masked. */
export async function changesOf(ctx: Pick<QueryContext, 'db'>, id: string): Promise<Changes> {
  const entries = await listAuditEntries(ctx.db, { subjectId: id, before: null, limit: MOST_CHANGES })
  return entries
    .filter(entry => entry.subject_kind === 'consultation' && entry.operation !== 'consultations.register')
    .map(entry => {
      const before = partsOf(entry.before_json)
      const after = partsOf(entry.after_json)
      return {
        at: entry.at,
        by: entry.actor_name ?? '',
        summary: entry.summary,
        fields: Object.keys(after).map(field => ({ field, before: shown(before[field]), after: shown(after[field]) })),
      }
    })
}

function partsOf(stored: string | null): Readonly<Record<string, unknown>> {
  return stored === null ? {} : parts.parse(JSON.parse(stored))
}

function shown(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('phone' in value) || typeof value.phone !== 'string') return value ?? null
  return { ...value, phone: maskPhone(value.phone) }
}

import { indexNew } from '../../store/search-store.ts'
import type { JobContext } from '../context.ts'
import { breathe } from './try-out.ts'

/** Rows written between two looks at whether the job was cancelled. */
export const ROWS_AT_ONCE = 1_000

/** Says how far the work has come, and lets a cancellation through between two steps. */
export class ImportSteps {
  private done = 0
  private readonly ctx: JobContext
  private readonly total: number

  constructor(ctx: JobContext, total: number) {
    this.ctx = ctx
    this.total = total
  }

  async take(count: number, label: string): Promise<void> {
    await breathe()
    this.ctx.progress(this.done, this.total, label)
    this.done += count
  }

  async last(label: string): Promise<void> {
    await breathe()
    this.ctx.progress(this.done, this.total, label)
  }

  async index(kind: 'person' | 'consultation' | 'case', ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
      const some = ids.slice(from, from + ROWS_AT_ONCE)
      await this.take(some.length, '建立检索')
      await indexNew(this.ctx, kind, some)
    }
  }
}

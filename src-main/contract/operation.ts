import type { z } from 'zod'

/** Roles of the center's staff: clerk 接待员, archivist 档案员, director 主任, administrator 管理员. A person may hold several. */
export const ROLES = ['clerk', 'archivist', 'director', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** Who may call an operation: certain roles, anyone who is logged in, or anyone at all (before log-in). */
export type Access = readonly Role[] | 'staff' | 'public'

/**
 * One thing that may be asked of the core. A query reads; a command writes in one transaction; a job is a command that
 * takes long, reports progress and can be cancelled until it commits.
 */
export type Operation = {
  readonly kind: 'query' | 'command' | 'job'
  readonly roles: Access
  readonly input: z.ZodType
  readonly output: z.ZodType
}

/** Declares the operations of one area, keeping each one's exact types. */
export function defineOperations<Map extends Record<string, Operation>>(operations: Map): Map {
  return operations
}

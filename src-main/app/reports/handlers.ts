import type { HandlersOf } from '../context.ts'

export const reportHandlers = {} as HandlersOf<'reports'>

import type { HandlersOf } from '../context.ts'

export const archiveHandlers = {} as HandlersOf<'archives'>

import type { HandlersOf } from '../context.ts'

export const applicationHandlers = {} as HandlersOf<'applications'>

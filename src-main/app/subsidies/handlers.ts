import type { HandlersOf } from '../context.ts'

export const subsidyHandlers = {} as HandlersOf<'subsidies'>

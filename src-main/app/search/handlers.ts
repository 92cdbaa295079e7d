import type { HandlersOf } from '../context.ts'

export const searchHandlers = {} as HandlersOf<'search'>

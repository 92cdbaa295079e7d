import type { HandlersOf } from '../context.ts'

export const closingHandlers = {} as HandlersOf<'closing'>

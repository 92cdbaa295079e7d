import type { HandlersOf } from '../context.ts'

export const paperHandlers = {} as HandlersOf<'papers'>

import type { HandlersOf } from '../context.ts'

export const caseHandlers = {} as HandlersOf<'cases'>

import type { HandlersOf } from '../context.ts'

export const decisionHandlers = {} as HandlersOf<'decisions'>

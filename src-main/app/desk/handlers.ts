import type { HandlersOf } from '../context.ts'

export const deskHandlers = {} as HandlersOf<'desk'>

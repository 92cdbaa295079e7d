import type { HandlersOf } from '../context.ts'

export const peopleHandlers = {} as HandlersOf<'people'>

import type { HandlersOf } from '../context.ts'

export const providerHandlers = {} as HandlersOf<'providers'>

import type { HandlersOf } from '../context.ts'

export const consultationHandlers = {} as HandlersOf<'consultations'>

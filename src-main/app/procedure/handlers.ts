import { type HandlersOf, query } from '../context.ts'
import { getCourse } from './get-course.ts'

/** The course (办理经过) of an application. */
export const procedureHandlers: HandlersOf<'procedure'> = { 'procedure.get': query(getCourse) }

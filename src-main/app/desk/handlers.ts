import { type HandlersOf, query } from '../context.ts'
import { today } from './today.ts'

/** The desk (工作台). */
export const deskHandlers: HandlersOf<'desk'> = {
  'desk.today': query(async ctx => today(ctx)),
}

import type { AppError } from '../../src-main/contract/envelope.ts'
import { timeOfInstant } from '../ui/day-text.ts'

/** A failure in words: what happened, and what is safe or what to do about it. */
export type ErrorWords = { readonly title: string; readonly text: string }

type StorageReason = Extract<AppError, { code: 'STORAGE' }>['reason']
type ForbiddenReason = Extract<AppError, { code: 'FORBIDDEN' }>['reason']

function storageTitle(reason: StorageReason): string {
  switch (reason) {
    case 'busy':
      return '数据正被占用'
    case 'full':
      return '磁盘已满'
    case 'read-only':
      return '数据文件夹不能写入'
    case 'corrupt':
      return '数据文件已损坏'
    case 'newer-file':
      return '数据来自更新的版本'
    case 'missing':
      return '找不到需要的文件'
    case 'unreadable':
      return '文件无法读取'
    case 'printer':
      return '现在不能排版打印'
    default:
      return reason satisfies never
  }
}

function forbiddenTitle(reason: ForbiddenReason): string {
  switch (reason) {
    case 'not-logged-in':
      return '请先登录'
    case 'role':
      return '您的角色不能这样做'
    case 'locked':
      return '已锁定'
    case 'separation':
      return '须由不同的人办理'
    case 'restricted':
      return '这件事限定了知悉范围'
    default:
      return reason satisfies never
  }
}

/** The one place that makes sentences of an AppError. Titles carry no codes; an incident number stands only in the text. */
export function errorText(error: AppError): ErrorWords {
  switch (error.code) {
    case 'VALIDATION': {
      const count = error.fields.length
      return {
        title: count > 1 ? `还有 ${count} 项要改` : '还有 1 项要改',
        text: error.fields.map(field => field.message).join('；'),
      }
    }
    case 'NOT_FOUND':
      return { title: `找不到${error.what}`, text: '可能已被删除或合并。请返回列表再找一次。' }
    case 'STALE':
      return {
        title: `${error.what}在您打开之后被${error.changed ? `${error.changed.by} ` : ''}改过`,
        text: '还没有保存，您写的内容都在。请看过改动后再保存。',
      }
    case 'DUPLICATE':
      return { title: '已有相同的记录', text: error.message }
    case 'RULE':
      return { title: error.message, text: error.clause ? `依据：${error.clause}` : '' }
    case 'FORBIDDEN':
      return { title: forbiddenTitle(error.reason), text: error.message }
    case 'STORAGE':
      return { title: storageTitle(error.reason), text: error.message }
    case 'CANCELLED':
      return { title: '已取消', text: '没有留下任何改动。' }
    case 'INTERNAL':
      return {
        title: '这一步没有做成',
        text: `数据没有改动，您写的内容还在。请再试一次；仍不成时，把事件号 ${error.incident} 告诉维护人员。`,
      }
    default:
      return error satisfies never
  }
}

/** Who saved meanwhile and when (14:36), for the `StaleDialog`; nothing where it is not known. */
export function staleBy(error: AppError | null): { readonly theirName?: string; readonly theirTime?: string } {
  if (error?.code !== 'STALE' || !error.changed) return {}
  return { theirName: error.changed.by, theirTime: timeOfInstant(error.changed.at) }
}

/** The failure in one line, for a banner or beside a button. */
export function errorLine(error: AppError): string {
  const { title, text } = errorText(error)
  if (error.code === 'VALIDATION' && error.fields.length === 1) return text
  return text === '' ? title : `${title}：${text}`
}

/**
 * The sentences for single fields, by path as Mantine forms name them (`person.name`, `members.0.income`); for `form.setErrors`.
 * Empty when the failure is not about fields. `prefix` is a leading path to leave off, e.g. `person`.
 */
export function fieldErrors(error: AppError, prefix = ''): Record<string, string> {
  const short = (path: string) => (prefix !== '' && path.startsWith(`${prefix}.`) ? path.slice(prefix.length + 1) : path)
  switch (error.code) {
    case 'VALIDATION': {
      const errors: Record<string, string> = {}
      // The first sentence of a field is the one to mend first.
      for (const field of error.fields) errors[short(field.path.join('.'))] ??= field.message
      return errors
    }
    case 'DUPLICATE':
      return { [short(error.field)]: error.message }
    default:
      return {}
  }
}

/** What a form tells in its banner: a failure that no field of it shows. */
export function bannerError(error: AppError | null): AppError | null {
  return error?.code === 'VALIDATION' || error?.code === 'DUPLICATE' ? null : error
}

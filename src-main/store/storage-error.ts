import type { AppError } from '../contract/envelope.ts'

type StorageReason = Extract<AppError, { code: 'STORAGE' }>['reason']

/** A failure of the disk, the file or the database, already classed; the message is for the person at the desk. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
  readonly reason: StorageReason
  constructor(reason: StorageReason, message: string, cause?: unknown) {
    super(message, { cause })
    this.reason = reason
  }
}

const SENTENCES: Readonly<Record<StorageReason, string>> = {
  busy: '数据正被另一个窗口写入，请稍等几秒再试。刚才的操作没有保存，您填写的内容还在。',
  full: '磁盘已满，没有保存。请清出空间后再保存一次，您填写的内容还在。',
  'read-only': '数据文件夹不能写入，没有保存。请检查文件夹权限或 U 盘写保护。',
  corrupt: '数据文件已损坏，为防止丢失已停止打开。请从备份恢复，损坏的文件会原样保留。',
  'newer-file': '这份数据由更新版本的援卷保存，本机版本打不开。请先升级援卷。',
  missing: '找不到需要的文件，可能已被移动或删除。',
  unreadable: '文件无法读取。',
  printer: '本机没有可用的排版部件，无法生成 PDF。',
}

/** The sentence for a storage reason, where nothing more exact is known. */
export function storageSentence(reason: StorageReason): string {
  return SENTENCES[reason]
}

/** A storage error with its standard sentence. */
export function storageError(reason: StorageReason, cause?: unknown): StorageError {
  return new StorageError(reason, SENTENCES[reason], cause)
}

/** Classes what SQLite or the file system threw; null for anything that is not the storage's fault. The only reader of their codes. */
export function classifyStorageError(error: unknown): StorageError | null {
  if (error instanceof StorageError) return error
  const code = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return storageError('busy', error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return storageError('full', error)
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return storageError('read-only', error)
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return storageError('corrupt', error)
  if (code.startsWith('SQLITE_IOERR')) return storageError('full', error)
  if (code.startsWith('SQLITE_CANTOPEN')) return storageError('read-only', error)
  if (code === 'ENOENT') return storageError('missing', error)
  return null
}

/** The unique index or primary key that a write broke, as `table.column`; null when the error is something else. */
export function brokenUniqueness(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  if (error.code !== 'SQLITE_CONSTRAINT_UNIQUE' && error.code !== 'SQLITE_CONSTRAINT_PRIMARYKEY') return null
  return error.message.replace(/^.*failed: /, '')
}

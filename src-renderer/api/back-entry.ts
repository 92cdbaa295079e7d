import type { BackEntry } from '../../src-main/contract/numbering.ts'

/** An old number (补录旧号) as typed: both empty where the next number is drawn. */
export type BackEntryDraft = { readonly backNumber: string; readonly backReason: string }

export const NO_BACK_ENTRY: BackEntryDraft = { backNumber: '', backReason: '' }

/** What the contract takes: null while nothing is typed, so that the next number is drawn. */
export function backEntryOf({ backNumber, backReason }: BackEntryDraft): BackEntry | null {
  if (backNumber.trim() === '' && backReason.trim() === '') return null
  return { number: backNumber.trim(), reason: backReason.trim() }
}

/** What is missing of an old number, by the names of its two fields. */
export function backEntryProblems({ backNumber, backReason }: BackEntryDraft): Readonly<Record<string, string>> {
  if (backNumber.trim() === '' && backReason.trim() === '') return {}
  return {
    ...(backNumber.trim() === '' ? { backNumber: '请填写旧号，或清空补录原因' } : {}),
    ...(backReason.trim() === '' ? { backReason: '请填写补录原因' } : {}),
  }
}

/** The form's field of a path of the contract's `backEntry`; other paths stay. */
export function backEntryField(path: string): string {
  if (path === 'backEntry.number') return 'backNumber'
  return path === 'backEntry.reason' ? 'backReason' : path
}

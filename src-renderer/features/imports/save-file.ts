import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { RegisterKind } from '../../../src-main/domain/imports/fields.ts'
import { invoke } from '../../api/client.ts'
import { announceDone } from '../../ui/done-line.tsx'
import { REGISTER_WORDS } from './import-values.ts'

/** Asks where, and saves the template of a register (模板). @returns the failure, null when it is done or the person stepped back. */
export async function saveTemplate(register: RegisterKind): Promise<AppError | null> {
  const picked = await invoke('shell.pickSaveFile', { suggestedName: `${REGISTER_WORDS[register]}模板.xlsx`, kind: 'xlsx' })
  if (!picked.ok) return picked.error
  if (picked.value === null) return null
  const reply = await invoke('imports.template', { register, handle: picked.value.handle })
  if (!reply.ok) return reply.error
  announceDone(`已保存 ${picked.value.name}`)
  return null
}

/** Asks where, and saves the kept source file of an import (原件). @returns as `saveTemplate`. */
export async function saveSource(one: { readonly id: string; readonly fileName: string }): Promise<AppError | null> {
  const kind = /\.csv$/i.test(one.fileName) ? 'csv' : 'xlsx'
  const picked = await invoke('shell.pickSaveFile', { suggestedName: one.fileName, kind })
  if (!picked.ok) return picked.error
  if (picked.value === null) return null
  const reply = await invoke('imports.exportSource', { id: one.id, target: picked.value.handle })
  if (!reply.ok) return reply.error
  announceDone(`已保存 ${picked.value.name}`)
  return null
}

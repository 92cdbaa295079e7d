import type { RegisterSheet } from '../../domain/imports/cell.ts'
import { readRegister } from '../../papers/imports/read-register.ts'
import { sha256Hex } from '../../store/keyring.ts'
import type { CommandContext } from '../context.ts'
import { invalid } from '../refusal.ts'

/** A register's file (台账文件) as picked. */
export type PickedRegister = {
  readonly name: string
  readonly sha256: string
  readonly content: Uint8Array
  readonly sheets: readonly RegisterSheet[]
}

/** The file read last, by its digest: mapping and dry run ask for the same one again and again. */
let lastRead: PickedRegister | null = null

/** Reads a picked register. @throws Refusal VALIDATION with a sentence for a file that cannot be read; StorageError missing, unreadable. */
export async function readPickedRegister(ctx: Pick<CommandContext, 'files'>, handle: string): Promise<PickedRegister> {
  const { name, content } = ctx.files.read(handle)
  const sha256 = sha256Hex(content)
  if (lastRead?.sha256 === sha256) return { ...lastRead, name }
  const read = await readRegister(name, content)
  if (!read.ok) throw invalid(['handle'], read.message)
  lastRead = { name, sha256, content, sheets: read.sheets }
  return lastRead
}

/** The same, when it must still be the file that was read before. @throws Refusal VALIDATION when it was changed in between. */
export async function readSameRegister(
  ctx: Pick<CommandContext, 'files'>,
  input: { readonly handle: string; readonly sha256: string },
): Promise<PickedRegister> {
  const picked = await readPickedRegister(ctx, input.handle)
  if (picked.sha256 !== input.sha256) throw invalid(['handle'], `文件“${picked.name}”在读取之后改动过，请重新读取`)
  return picked
}

/** Lets go of the file read last, once it is stored. */
export function forgetPickedRegister(): void {
  lastRead = null
}

/** The sheet of this name. @throws Refusal VALIDATION when there is none. */
export function sheetNamed(picked: PickedRegister, name: string): RegisterSheet {
  const sheet = picked.sheets.find(one => one.name === name)
  if (!sheet) throw invalid(['plan', 'sheet'], `文件里没有工作表“${name}”`)
  return sheet
}

import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { classifyStorageError } from './storage-error.ts'

/**
 * Writes a file under a temporary name, syncs it to the disk and renames it: after a crash the old content or the new is there, never half.
 * @throws StorageError full, read-only.
 */
export function writeFileAtomically(file: string, content: string | Uint8Array): void {
  const half = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.half`)
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    const descriptor = openSync(half, 'w', 0o600)
    try {
      writeFileSync(descriptor, content)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(half, file)
  } catch (error) {
    rmSync(half, { force: true })
    throw classifyStorageError(error) ?? error
  }
}

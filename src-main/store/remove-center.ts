import { existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ATTACHMENT_FOLDER } from './attachment-store.ts'
import { KEYRING_NAME } from './keyring.ts'
import { BACKUP_FOLDER, DATABASE_NAME } from './sqlite/database-file.ts'

/** Stands in the data folder while a center is being removed, so that a crash in between is finished at the next start. */
const REMOVING = '.removing'

/**
 * Removes a closed center from its data folder: key file, database, backups and attachments. Files of other names are left alone. After a
 * crash `finishRemoval` does the rest.
 */
export function removeCenter(folder: string): void {
  mkdirSync(path.join(folder, REMOVING), { recursive: true })
  finishRemoval(folder)
}

/** Finishes a removal that a crash broke off; does nothing where none was begun. */
export function finishRemoval(folder: string): void {
  if (!existsSync(path.join(folder, REMOVING))) return
  const database = [DATABASE_NAME, `${DATABASE_NAME}-wal`, `${DATABASE_NAME}-shm`]
  for (const part of [...database, BACKUP_FOLDER, ATTACHMENT_FOLDER, KEYRING_NAME, REMOVING])
    rmSync(path.join(folder, part), { recursive: true, force: true })
}

import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { writeFileAtomically } from './atomic-file.ts'
import { deriveKey, sha256Hex } from './keyring.ts'
import { classifyStorageError, storageError } from './storage-error.ts'

/** Scans and generated papers: files named by their content's SHA-256, encrypted (AES-256-GCM), never changed once written. */
export type AttachmentStore = {
  /** Stores bytes and returns their lower-case hex SHA-256. Storing the same bytes again costs nothing. @throws StorageError full, read-only. */
  put(content: Uint8Array): string
  /** The bytes back, checked against their digest. @throws StorageError missing, corrupt. */
  get(sha256: string): Uint8Array
  has(sha256: string): boolean
}

export const ATTACHMENT_FOLDER = 'attachments'

/** Opens the attachment folder of a data folder. File names are keyed digests, so that the folder does not tell which known file it holds. */
export function openAttachments(dataFolder: string, databaseKey: Uint8Array): AttachmentStore {
  const contentKey = deriveKey(databaseKey, 'attachment-content')
  const nameKey = deriveKey(databaseKey, 'attachment-name')
  const fileOf = (sha256: string) => {
    const name = createHmac('sha256', nameKey).update(sha256).digest('hex')
    return path.join(dataFolder, ATTACHMENT_FOLDER, name.slice(0, 2), name)
  }
  return {
    put(content) {
      const sha256 = sha256Hex(content)
      const file = fileOf(sha256)
      if (existsSync(file)) return sha256
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', contentKey, nonce)
      const text = Buffer.concat([cipher.update(content), cipher.final()])
      writeFileAtomically(file, Buffer.concat([nonce, cipher.getAuthTag(), text]))
      return sha256
    },
    get(sha256) {
      let sealed: Buffer
      try {
        sealed = readFileSync(fileOf(sha256))
      } catch (error) {
        throw classifyStorageError(error) ?? error
      }
      try {
        const decipher = createDecipheriv('aes-256-gcm', contentKey, sealed.subarray(0, 12))
        decipher.setAuthTag(sealed.subarray(12, 28))
        return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]))
      } catch (error) {
        throw storageError('corrupt', error)
      }
    },
    has: sha256 => existsSync(fileOf(sha256)),
  }
}

/** Removes what a killed process left half-written. Whole files are kept: they are harmless and may be referred to. */
export function clearHalfWrittenAttachments(dataFolder: string): void {
  const top = path.join(dataFolder, ATTACHMENT_FOLDER)
  if (!existsSync(top)) return
  for (const shelf of readdirSync(top)) {
    for (const name of readdirSync(path.join(top, shelf)))
      if (name.endsWith('.half')) rmSync(path.join(top, shelf, name), { force: true })
  }
}

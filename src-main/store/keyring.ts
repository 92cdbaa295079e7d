import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { argon2id } from 'hash-wasm'
import { z } from 'zod'
import { ROLES, type Role } from '../contract/operation.ts'
import { writeFileAtomically } from './atomic-file.ts'
import { classifyStorageError, storageError } from './storage-error.ts'

/** Work of argon2id (RFC 9106): memory in KiB, passes. */
export type PasswordCost = { readonly memoryKiB: number; readonly passes: number }
export const OFFICE_PASSWORD_COST: PasswordCost = { memoryKiB: 65_536, passes: 3 }
/** Wrong passwords in a row that lock an account. */
export const TRIES_BEFORE_LOCK = 5

const sealed = z.strictObject({ nonce: z.base64(), text: z.base64(), tag: z.base64() })
type Sealed = z.infer<typeof sealed>

const staffEntry = z.strictObject({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  isActive: z.boolean(),
  salt: z.base64(),
  memoryKiB: z.number().int().min(8),
  passes: z.number().int().min(1),
  wrapped: sealed,
  wrongTries: z.number().int().min(0),
  lockedAt: z.string().nullable(),
})
export type StaffEntry = z.infer<typeof staffEntry>

const keyringFile = z.strictObject({
  format: z.literal('yuanjuan-keyring/1'),
  centerName: z.string(),
  recovery: z.strictObject({ salt: z.base64(), wrapped: sealed }),
  operatingSystem: z.base64().nullable(),
  lastUserId: z.string().nullable(),
  staff: z.array(staffEntry),
})
export type Keyring = z.infer<typeof keyringFile>

export const KEYRING_NAME = 'keyring.json'
// No 0, 1, I, O: they are mistaken for one another on paper.
const RECOVERY_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Reads the key file; null when the folder holds none. @throws StorageError corrupt when it cannot be understood. */
export function readKeyring(folder: string): Keyring | null {
  const file = path.join(folder, KEYRING_NAME)
  if (!existsSync(file)) return null
  try {
    return keyringFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw classifyStorageError(error) ?? storageError('corrupt', error)
  }
}

/** Writes the key file whole or not at all. @throws StorageError full, read-only. */
export function writeKeyring(folder: string, keyring: Keyring): void {
  writeFileAtomically(path.join(folder, KEYRING_NAME), JSON.stringify(keyringFile.parse(keyring), null, 2))
}

/** A fresh random database key, 32 bytes. */
export function newDatabaseKey(): Uint8Array {
  return new Uint8Array(randomBytes(32))
}

/** A fresh recovery key (恢复密钥): eight groups of four letters, 160 random bits. */
export function newRecoveryKey(): string[] {
  const bytes = randomBytes(32)
  const letters = [...bytes].map(byte => RECOVERY_LETTERS[byte % RECOVERY_LETTERS.length] ?? '')
  return Array.from({ length: 8 }, (_, group) => letters.slice(group * 4, group * 4 + 4).join(''))
}

/** A recovery key as typed, without spaces and dashes, in capitals. */
export function normaliseRecoveryKey(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
}

/** Wraps the database key by a recovery key. It carries 160 random bits, so a plain key derivation is enough. */
export function wrapByRecoveryKey(databaseKey: Uint8Array, recoveryKey: string): Keyring['recovery'] {
  const salt = randomBytes(16)
  return { salt: salt.toString('base64'), wrapped: seal(recoveryWrappingKey(recoveryKey, salt), databaseKey) }
}

/** The database key, or null when the recovery key is not this center's. */
export function unwrapByRecoveryKey(keyring: Keyring, recoveryKey: string): Uint8Array | null {
  return open(recoveryWrappingKey(recoveryKey, Buffer.from(keyring.recovery.salt, 'base64')), keyring.recovery.wrapped)
}

/** An account's entry: the database key wrapped by the password (argon2id). */
export async function wrapByPassword(
  account: { readonly id: string; readonly name: string; readonly roles: readonly Role[]; readonly isActive: boolean },
  databaseKey: Uint8Array,
  password: string,
  cost: PasswordCost,
): Promise<StaffEntry> {
  const salt = randomBytes(16)
  const wrappingKey = await passwordWrappingKey(password, salt, cost)
  return {
    id: account.id,
    name: account.name,
    roles: [...account.roles],
    isActive: account.isActive,
    salt: salt.toString('base64'),
    memoryKiB: cost.memoryKiB,
    passes: cost.passes,
    wrapped: seal(wrappingKey, databaseKey),
    wrongTries: 0,
    lockedAt: null,
  }
}

/** The database key, or null when the password is wrong. Takes a quarter of a second by design. */
export async function unwrapByPassword(entry: StaffEntry, password: string): Promise<Uint8Array | null> {
  // The library refuses to hash an empty password, which is nobody's.
  if (password === '') return null
  const wrappingKey = await passwordWrappingKey(password, Buffer.from(entry.salt, 'base64'), entry)
  return open(wrappingKey, entry.wrapped)
}

/** A key for one purpose (attachments, …) derived from the database key, 32 bytes. */
export function deriveKey(databaseKey: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', databaseKey, new Uint8Array(0), `yuanjuan:${purpose}`, 32))
}

/** Lower-case hex SHA-256 of bytes or UTF-8 text. */
export function sha256Hex(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

async function passwordWrappingKey(password: string, salt: Uint8Array, cost: PasswordCost): Promise<Uint8Array> {
  return argon2id({
    password: password.normalize('NFKC'),
    salt,
    parallelism: 1,
    iterations: cost.passes,
    memorySize: cost.memoryKiB,
    hashLength: 32,
    outputType: 'binary',
  })
}

function recoveryWrappingKey(recoveryKey: string, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', normaliseRecoveryKey(recoveryKey), salt, 'yuanjuan:recovery', 32))
}

function seal(key: Uint8Array, secret: Uint8Array): Sealed {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const text = Buffer.concat([cipher.update(secret), cipher.final()])
  return { nonce: nonce.toString('base64'), text: text.toString('base64'), tag: cipher.getAuthTag().toString('base64') }
}

function open(key: Uint8Array, box: Sealed): Uint8Array | null {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(box.nonce, 'base64'))
  decipher.setAuthTag(Buffer.from(box.tag, 'base64'))
  try {
    return new Uint8Array(Buffer.concat([decipher.update(Buffer.from(box.text, 'base64')), decipher.final()]))
  } catch {
    // The tag does not fit: the key is not the one this box was sealed with.
    return null
  }
}

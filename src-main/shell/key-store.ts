import { safeStorage } from 'electron'
import type { KeyStore } from '../host/core-client.ts'

/** Linux backends that keep nothing secret: without a keyring Chromium "encrypts" with a password it has in its source. */
const NOT_SECRET: readonly string[] = ['basic_text', 'unknown']

/**
 * The operating system's key store (DPAPI, Keychain, libsecret or KWallet), or null where there is none that keeps a
 * secret. Call when Electron is ready.
 */
export function systemKeyStore(): KeyStore | null {
  if (!safeStorage.isEncryptionAvailable()) return null
  if (process.platform === 'linux' && NOT_SECRET.includes(safeStorage.getSelectedStorageBackend())) return null
  return {
    protect: async secret => new Uint8Array(safeStorage.encryptString(Buffer.from(secret).toString('base64'))),
    unprotect: async sealed => new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(sealed)), 'base64')),
  }
}

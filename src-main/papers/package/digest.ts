import { sha256, sm3 } from 'hash-wasm'

/** SHA-256 (FIPS 180-4) of these bytes, lower-case hex. */
export async function sha256Of(content: Uint8Array): Promise<string> {
  return sha256(content)
}

/** SM3 (国密杂凑, GB/T 32905) of these bytes, lower-case hex. From a library: the window's own cryptography has no SM3. */
export async function sm3Of(content: Uint8Array): Promise<string> {
  return sm3(content)
}

/** One line of a sums file (校验清单) as `sha256sum -c` reads it: the digest, two spaces, the path. */
export function sumsLine(digest: string, path: string): string {
  return `${digest}  ${path}\n`
}

/** Whether `content` holds `signature` at `offset`. Text signatures are compared byte by byte as Latin-1. */
export function hasBytes(content: Uint8Array, offset: number, signature: string | readonly number[]): boolean {
  const wanted = typeof signature === 'string' ? [...signature].map(letter => letter.charCodeAt(0)) : signature
  return wanted.every((byte, index) => content[offset + index] === byte)
}

/** A view of `content` for reading numbers; no bytes are copied. */
export function viewOf(content: Uint8Array): DataView {
  return new DataView(content.buffer, content.byteOffset, content.byteLength)
}

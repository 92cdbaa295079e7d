/** Windows and UOS allow 255 units of a name; what stands before and after it in a package needs room too. */
const LONGEST_NAME = 60
const LONGEST_BYTES = 180
/** What Windows forbids in a name, `%` (BagIt escapes it), and everything that cannot be seen: controls, zero-width and turning marks. */
const UNSAFE = /[\\/:*?"<>|%\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu
const DEVICE_NAME = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * Makes a text fit to be a file's or a folder's name on Windows and Linux: NFC, no path, no invisible signs, no device name, neither
 * ending nor beginning in a dot or a space, at most 60 signs and 180 bytes. Never empty: what has no usable sign becomes 未命名.
 */
export function safeFileName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(UNSAFE, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[ .]+/u, '')
  const name = shorten(plain).replace(/[ .]+$/u, '')
  if (name === '' || /^_+$/u.test(name)) return '未命名'
  return DEVICE_NAME.test(name) ? `_${name}` : name
}

function shorten(text: string): string {
  const encoder = new TextEncoder()
  let kept = ''
  for (const sign of [...text].slice(0, LONGEST_NAME)) {
    if (encoder.encode(kept + sign).length > LONGEST_BYTES) break
    kept += sign
  }
  return kept
}

/** What a pressed key is, as the browser reports it. */
export type PressedKey = {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
}

/**
 * Whether a pressed key is the named one. Names are `Ctrl+S`, `Alt+1`, `Ctrl+Enter`, `F6`, `J`, `?`, `Space`, `ArrowUp`. Letters ignore case;
 * Alt combinations go by the physical key, because some layouts change the letter. Ctrl also matches ⌘.
 */
export function matchesKey(name: string, pressed: PressedKey): boolean {
  const parts = name.split('+')
  const last = parts.at(-1) ?? ''
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier)
  if (wants('Ctrl') !== (pressed.ctrlKey || pressed.metaKey) || wants('Alt') !== pressed.altKey) return false
  // Signs such as ? need Shift themselves, so Shift is compared only for letters, digits and named keys.
  if (/^([a-z0-9]|\w{2,})$/i.test(last) && wants('Shift') !== pressed.shiftKey) return false
  if (last === 'Space') return pressed.key === ' '
  if (/^[0-9]$/.test(last)) return pressed.key === last || pressed.code === `Digit${last}` || pressed.code === `Numpad${last}`
  if (/^[a-z]$/i.test(last))
    return pressed.key.toLowerCase() === last.toLowerCase() || pressed.code === `Key${last.toUpperCase()}`
  return pressed.key === last || (last === '?' && pressed.key === '？')
}

/** Single letters, digits and signs act only when no field has the focus: they would otherwise be typing. */
export function isPlainKey(name: string): boolean {
  return !name.includes('Ctrl+') && !name.includes('Alt+') && [...(name.split('+').at(-1) ?? '')].length === 1
}

const faces: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Space: '空格',
  Escape: 'Esc',
}

/** The key caps of a name: `Ctrl+ArrowUp` → Ctrl, ↑. */
export function keyCaps(name: string): readonly string[] {
  return name.split('+').map(part => faces[part] ?? part)
}

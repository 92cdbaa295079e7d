const KEY_LENGTH = 32

/** What is typed of a recovery key (恢复密钥) as capitals without gaps: lower case, blanks and hyphens are forgiven. */
export function tidyRecoveryKey(typed: string): string {
  return typed
    .replace(/[！-～]/g, mark => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/[\s\-_　]/g, '')
    .toUpperCase()
}

/** The key in groups of four, as it is printed. */
export function groupRecoveryKey(typed: string): string {
  return tidyRecoveryKey(typed)
    .slice(0, KEY_LENGTH)
    .replace(/(.{4})(?=.)/g, '$1 ')
}

/** What is still wrong with a typed key, or null when it has its 32 signs. 0, 1, O and I never occur in one. */
export function recoveryKeyProblem(typed: string): string | null {
  const key = tidyRecoveryKey(typed)
  const never = /[^2-9A-HJ-NP-Z]/.exec(key)?.[0]
  if (never !== undefined) return `恢复密钥里没有“${never}”，请对照打印件`
  if (key.length < KEY_LENGTH) return `还差 ${KEY_LENGTH - key.length} 位`
  return key.length > KEY_LENGTH ? `多了 ${key.length - KEY_LENGTH} 位` : null
}

/** How one typed-back group stands against the printed one. */
export function groupState(typed: string, group: string): { readonly kind: 'open' | 'same' | 'wrong'; readonly words: string } {
  const tidy = tidyRecoveryKey(typed)
  if (tidy === '') return { kind: 'open', words: '' }
  if (tidy === group) return { kind: 'same', words: '一致' }
  if (tidy.length < group.length)
    return group.startsWith(tidy)
      ? { kind: 'open', words: `还差 ${group.length - tidy.length} 位` }
      : { kind: 'wrong', words: '与打印件不一致' }
  return { kind: 'wrong', words: '与打印件不一致' }
}

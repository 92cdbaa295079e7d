import { pinyin } from 'pinyin-pro'

/**
 * Text as search and comparison see it: one form for half and full width (NFKC), lower case, only letters and digits. Brackets, blanks and
 * the dot in 买买提·艾力 go, so that `蚌援民〔2026〕12号` and `蚌援民[2026]12号` are the same.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** The first letters of a name's syllables, lower case: 单小明 → `sxm`. The surname is read as a surname; what has no letter is left out. */
export function nameInitials(name: string): string {
  return syllablesOf(name)
    .map(syllable => syllable.match(/^[a-z0-9]/)?.[0] ?? '')
    .join('')
}

/** A name as it sounds, without tones or blanks: 单小明 → `shanxiaoming`. Equal for 王丽 and 王莉. */
export function nameSound(name: string): string {
  return syllablesOf(name).join('')
}

/** The syllables of a name, without tones: 单小明 → shan, xiao, ming. */
export function nameSyllables(name: string): string[] {
  return syllablesOf(name)
}

function syllablesOf(name: string): string[] {
  const folded = foldText(name)
  return pinyin(folded, { toneType: 'none', type: 'array', mode: 'surname', surname: 'head', v: true, nonZh: 'consecutive' })
}

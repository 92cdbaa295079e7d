/**
 * A name made comparable (姓名归一): width and case folded, blanks and the dots between the parts of a name left out, so that
 * `阿依古丽·买买提`, `阿依古丽 . 买买提` and `阿依古丽・买买提` are one.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·•‧・∙⋅.．。\u200b-\u200d\ufeff]/g, '')
    .toLowerCase()
}

/** The key by which an opponent (对方当事人) is compared with the people the center knows; null where there is no name. */
export function opponentKeyOf(opponentName: string | null): string | null {
  const key = nameKey(opponentName ?? '')
  return key === '' ? null : key
}

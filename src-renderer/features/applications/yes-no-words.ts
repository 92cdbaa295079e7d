/** Which answer is given; none while the question is open. */
export function answerOf(value: boolean | null): string {
  return value === null ? '' : value ? 'yes' : 'no'
}

/** The answer in a word (是、否); empty while the question is open. */
export function yesNoWord(value: boolean | null): string {
  return value === null ? '' : value ? '是' : '否'
}

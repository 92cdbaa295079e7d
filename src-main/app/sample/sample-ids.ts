const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const WIDTH = 12

/** Row ids of practice data: shaped like a ULID, counted from the seed, so that the same seed gives the same ids. */
export function sampleIds(seed: number): () => string {
  const head = `01SAMPLE${spell(seed, 6)}`.replace(/[ILOU]/g, 'X')
  let count = 0
  return () => {
    count += 1
    return `${head}${spell(count, WIDTH)}`
  }
}

function spell(value: number, width: number): string {
  let rest = Math.abs(value)
  let text = ''
  for (let place = 0; place < width; place += 1) {
    text = (LETTERS[rest % LETTERS.length] ?? '0') + text
    rest = Math.floor(rest / LETTERS.length)
  }
  return text
}

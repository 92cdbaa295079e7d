/** Chance that can be repeated: the same seed gives the same numbers (mulberry32). Only practice data is made with it. */
export type SeededRandom = {
  /** A whole number from 0 to `below` − 1. */
  readonly whole: (below: number) => number
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** True in `percent` of a hundred draws. */
  readonly chance: (percent: number) => boolean
}

/** Starts a repeatable sequence from a seed. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (below: number) => Math.floor(next() * below)
  return {
    whole,
    pick(items) {
      const item = items[whole(items.length)]
      if (item === undefined) throw new Error('Nothing to pick from')
      return item
    },
    chance: percent => next() * 100 < percent,
  }
}

/** One line of the bench: what was measured against which floor, both in the same run, and what is aimed at. */
export type Figure = {
  readonly name: string
  readonly measured: number
  readonly floor: number
  readonly unit: 'ms' | 'MB'
  readonly aim: number | null
  readonly note?: string
}

/** The middle of several measurements: a shared machine's outliers do not count. */
export function median(values: readonly number[]): number {
  const inOrder = [...values].sort((a, b) => a - b)
  return inOrder[Math.floor(inOrder.length / 2)] ?? Number.NaN
}

/** Milliseconds of each of `turns` runs, after a tenth as many that only warm up. */
export async function timings(turns: number, work: (turn: number) => unknown): Promise<number[]> {
  const measured: number[] = []
  const warming = Math.ceil(turns / 10)
  for (let turn = 0; turn < turns + warming; turn += 1) {
    const started = performance.now()
    await work(turn)
    if (turn >= warming) measured.push(performance.now() - started)
  }
  return measured
}

/** `search through dispatch   0.41 ms   floor 0.06 ms   ratio 6.8   aim ≤ 10`. */
export function lineOf(figure: Figure): string {
  const ratio = figure.measured / figure.floor
  const shown = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ${figure.unit}`
  const aim = figure.aim === null ? '' : `   aim ≤ ${figure.aim}${ratio <= figure.aim ? '' : '  MISSED'}`
  return `${figure.name.padEnd(46)} ${shown(figure.measured).padStart(10)}   floor ${shown(figure.floor).padStart(10)}   ratio ${ratio.toFixed(2).padStart(6)}${aim}${figure.note ? `   ${figure.note}` : ''}`
}

import type { PracticeDesk } from './practice-desk.ts'

type Act = (desk: PracticeDesk) => Promise<unknown>
type Entry = { readonly workdaysBack: number; readonly time: string; readonly act: Act }

/** What happened at the practice desk, entered matter by matter and lived through day by day, so that numbers stand in the order of the days. */
export class PracticeDiary {
  private readonly entries: Entry[] = []

  /** Something that happens so many working days ago, at `time` (HH:MM). Acts of one matter run in the order of their days. */
  on(workdaysBack: number, time: string, act: Act): void {
    this.entries.push({ workdaysBack, time, act })
  }

  get length(): number {
    return this.entries.length
  }

  /** Everything in the order in which it happened. */
  inOrder(): readonly Entry[] {
    return this.entries.toSorted((a, b) => b.workdaysBack - a.workdaysBack || a.time.localeCompare(b.time))
  }
}

/** Keeps what an earlier act of a matter gave for a later one: the id of an application, of a case, of a paper. */
export class Kept<Value> {
  private value: Value | undefined

  keep(value: Value): void {
    this.value = value
  }

  /** @throws Error when the act that gives it has not been. */
  get(): Value {
    if (this.value === undefined) throw new Error('Practice data: an act comes before the one it rests on')
    return this.value
  }
}

import type { OutputOf } from '../../../src-main/contract/index.ts'

export type Desk = OutputOf<'desk.today'>
export type DeskGroup = Desk['groups'][number]
export type Waiting = DeskGroup['rows'][number]
export type MonthFigure = Desk['month']['figures'][number]

/** A row of the desk (工作台) with the group it stands in; `number` is the group's key, 1 to 9. */
export type DeskRow = { readonly key: string; readonly group: DeskGroup; readonly number: number; readonly waiting: Waiting }

/** The groups' rows in one list, group after group, as they are drawn and moved through. Groups without rows are left out. */
export function deskRows(groups: readonly DeskGroup[]): readonly DeskRow[] {
  return groups
    .filter(group => group.rows.length > 0)
    .flatMap((group, index) =>
      group.rows.map(waiting => ({ key: `${group.id}:${waiting.kind}:${waiting.id}`, group, number: index + 1, waiting })),
    )
}

/** The first row of the group with this key number, or undefined. */
export function firstOfGroup(rows: readonly DeskRow[], number: number): DeskRow | undefined {
  return rows.find(row => row.number === number)
}

/** Which clocks the desk is narrowed to: due today, late, standing still. */
export type ClockFilter = 'due-today' | 'overdue' | 'paused'

/** The groups with only the rows whose clock, or day owed by, is in this state; all of them for null. */
export function narrowedTo(groups: readonly DeskGroup[], filter: ClockFilter | null): readonly DeskGroup[] {
  if (filter === null) return groups
  return groups.map(group => ({ ...group, rows: group.rows.filter(row => (row.clock?.state ?? row.due) === filter) }))
}

/** How many wait, and how many of them are due today or late. */
export function waitingCount(groups: readonly DeskGroup[]): number {
  return groups.reduce((sum, group) => sum + group.rows.length, 0)
}

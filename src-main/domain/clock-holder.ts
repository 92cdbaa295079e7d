/**
 * Who holds the thing that a clock (期限) waits for, stretch by stretch: the clerk while reviewing (审查), the director while deciding
 * (决定). `name` is null where the office knows the post but not yet the person. `until` is the day it was passed on, null while held.
 */
export type ClockHolder = {
  readonly name: string | null
  readonly step: string
  readonly from: string
  readonly until: string | null
}

/** Who answers for a clock. `letLapse`: the last day passed in their hands. */
export type HeldBy = { readonly name: string | null; readonly step: string; readonly letLapse: boolean }

/**
 * Who holds a clock today; once the last day has passed undone, or the thing was done too late, who held it at the end of that day. What
 * was passed on during the last day was still in time, so it is the receiver who let the day end. Null where nobody is known.
 */
export function heldBy(
  holders: readonly ClockHolder[],
  clock: { readonly lastDay: string; readonly state: string; readonly doneOn: string | null },
): HeldBy | null {
  const letLapse = clock.state === 'overdue' || clock.state === 'done-late'
  const holder = letLapse
    ? (holders.filter(one => one.from <= clock.lastDay && (one.until === null || one.until > clock.lastDay)).at(-1) ?? holders[0])
    : holders.at(-1)
  return holder ? { name: holder.name, step: holder.step, letLapse } : null
}

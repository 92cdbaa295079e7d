import type { FieldProblems } from '../field-problems.ts'

/** Notes a day of ending that is still to come, or before the application came in or was asked to be completed. */
export function noteEndingDay(
  problems: FieldProblems,
  today: string,
  endedOn: string,
  earlier: { readonly receivedOn: string; readonly askedOn: string | null },
): void {
  problems.note(endedOn > today, ['endedOn'], '日期不能晚于今天')
  if (problems.note(endedOn < earlier.receivedOn, ['endedOn'], `日期不能早于收到申请的日期 ${earlier.receivedOn}`)) return
  if (earlier.askedOn !== null)
    problems.note(endedOn < earlier.askedOn, ['endedOn'], `日期不能早于补正通知的日期 ${earlier.askedOn}`)
}

/** What must happen before the last day of a clock (期限), by the limit's id. */
const VERBS: Readonly<Record<string, string>> = {
  decision: '决定',
  assignment: '指派',
  'notified-assignment': '指派',
  'closing-papers': '交卷',
  'closing-correction': '补正',
  'closing-review': '审核',
}

/** What happened on the first day of a clock, by the limit's id. */
const STARTS: Readonly<Record<string, string>> = {
  decision: '收到',
  assignment: '决定',
  'notified-assignment': '收到',
  'closing-papers': '结案',
  'closing-correction': '退回',
  'closing-review': '交卷',
}

/** 剩 3 天，11月23日（周一）前… what. */
export function clockVerb(limit: string): string {
  return VERBS[limit] ?? '办理'
}

/** The caption of the first day in a clock's strip. */
export function clockStartWord(limit: string): string {
  return STARTS[limit] ?? '起始'
}

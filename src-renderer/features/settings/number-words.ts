/** What a number was drawn for, in the office's words. */
const SUBJECT_WORDS: Readonly<Record<string, string>> = {
  consultation: '咨询登记',
  application: '申请',
  notice: '通知书登记',
  case: '案件',
  subsidy: '补贴核算表',
  'payment-list': '支付清单',
  volume: '案卷',
  report: '报送包',
}

/** 申请, 案件 … of a ledger row; the kind itself for one that is not known here. */
export function subjectWords(kind: string): string {
  return SUBJECT_WORDS[kind] ?? kind
}

/** The page of what a number was drawn for, or null where it has none of its own. */
export function subjectPath(kind: string, id: string): string | null {
  switch (kind) {
    case 'consultation':
      return `/consultations/${id}`
    case 'application':
      return `/applications/${id}`
    case 'case':
      return `/cases/${id}`
    case 'subsidy':
      return `/subsidies/${id}`
    case 'volume':
      return `/archives/${id}`
    default:
      return null
  }
}

/** 2026 年, or 历年 for a series that never starts anew (its year is 0). */
export function yearWords(year: number): string {
  return year === 0 ? '历年' : `${year} 年`
}

/** 1–57, or 57. */
export function rangeWords(first: number, last: number): string {
  return first === last ? String(first) : `${first}–${last}`
}

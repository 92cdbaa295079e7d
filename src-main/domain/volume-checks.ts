import type { CaseFacts } from './case-facts.ts'
import { type FiledItem, numberPages, type OrderRow, orderRows, sheetsOf, thicknessOf } from './filing.ts'
import type { FilingItem, FilingRules, FilingTemplate, RetentionRules } from './rule-pack/filing.ts'

/** A finding of the volume checks (案卷检查). An error makes the volume fail; a warning counts against it. */
export type VolumeFinding = {
  readonly check: string
  readonly level: 'error' | 'warning' | 'pass'
  readonly message: string
  readonly itemId: string | null
  readonly templateItem: number | null
}

/** What is known of a volume (案卷) before it is sealed. */
export type VolumeFacts = {
  readonly template: FilingTemplate
  readonly facts: CaseFacts
  /** In the order of the volume. */
  readonly items: readonly FiledItem[]
  /** Reasons for absent must-haves, by line of the order. */
  readonly excuses: Readonly<Record<number, string>>
  readonly openedOn: string
  readonly closedOn: string
  readonly archiveYear: number
  readonly papersDueOn: string | null
  readonly papersReceivedOn: string | null
  readonly reviewDueOn: string | null
  readonly reviewedOn: string | null
  readonly title: string
  readonly recipient: string
  readonly retention: string
  readonly retentionByRule: string
  readonly isRestricted: boolean
  readonly note: string
  readonly arrangedBy: string | null
  readonly checkedBy: string | null
  /** Cover fields (封面) that are empty, by their names. */
  readonly emptyCoverFields: readonly string[]
  readonly today: string
}

export type VolumeVerdict = {
  readonly findings: readonly VolumeFinding[]
  readonly errors: number
  readonly warnings: number
  /** No error, and no more warnings than the rules allow (合格). */
  readonly isSound: boolean
}

type Place = { readonly itemId?: string; readonly templateItem?: number }
type Report = (check: string, level: 'error' | 'warning', message: string, place?: Place) => void

/** What each check looks at, in words for the ones that passed. */
const CHECKS: Readonly<Record<string, string>> = {
  V02: '归档年度与结案年度一致',
  V03: '结案日不早于受理日',
  V04: '按期交卷、按期审核',
  V10: '必备材料齐全',
  V11: '有条件必备的材料齐全',
  V12: '结案文书在卷',
  V13: '结案报告在卷，日期不早于结案文书',
  V14: '受理依据在卷',
  V15: '经济困难材料在卷',
  V18: '没有不应入卷或者重复的材料',
  V19: '文件日期合理',
  V20: '页号自 1 起连续',
  V22: '封面、目录、备考表不编页号',
  V23: '空白面不编页，各件都有页号',
  V25: '页数、厚度在限度内',
  V30: '顺序号连续',
  V31: '题名、日期、责任者齐全',
  V32: '前后件页号相接',
  V33: '题名具体',
  V35: '排列顺序与归档目录一致',
  V40: '备考表填写齐全',
  V41: '立卷人与检查人不是同一人',
  V42: '备考表写明缺件、复印等情况',
  V50: '封面项目齐全',
  V51: '案卷题名规范',
  V60: '保管期限在规定种类内',
  V61: '保管期限与规则一致，或者写明理由',
  V62: '涉及隐私、未成年人的卷已限制查阅',
}

/** Runs every check that the data allow, errors and warnings first and then what passed. Ids are those of the office's checklist. */
export function checkVolume(volume: VolumeFacts, filing: FilingRules, retention: Pick<RetentionRules, 'periods'>): VolumeVerdict {
  const faults: VolumeFinding[] = []
  const report: Report = (check, level, message, place = {}) =>
    faults.push({ check, level, message, itemId: place.itemId ?? null, templateItem: place.templateItem ?? null })
  const rows = orderRows(volume.template, volume.facts, volume.items, volume.excuses)
  checkDates(volume, report)
  checkPresence(volume, rows, report)
  checkItems(volume, filing, report)
  checkPages(volume, filing, report)
  checkOrder(volume, report)
  checkNote(volume, rows, report)
  checkCover(volume, filing, retention, report)
  const failed = new Set(faults.map(finding => finding.check))
  const passed = Object.entries(CHECKS)
    .filter(([check]) => !failed.has(check))
    .map(([check, message]): VolumeFinding => ({ check, level: 'pass', message, itemId: null, templateItem: null }))
  const errors = faults.filter(finding => finding.level === 'error').length
  const warnings = faults.length - errors
  const ordered = [...faults].sort((left, right) => (left.level === right.level ? 0 : left.level === 'error' ? -1 : 1))
  return {
    findings: [...ordered, ...passed],
    errors,
    warnings,
    isSound: errors === 0 && warnings <= filing.limits.mostWarnings,
  }
}

function checkDates(volume: VolumeFacts, report: Report): void {
  const { openedOn, closedOn, archiveYear } = volume
  if (Number(closedOn.slice(0, 4)) !== archiveYear)
    report('V02', 'error', `归档年度 ${archiveYear} 不是结案年度 ${closedOn.slice(0, 4)}`)
  if (closedOn < openedOn) report('V03', 'error', `结案日 ${closedOn} 早于受理日 ${openedOn}`)
  if (volume.papersDueOn !== null && volume.papersReceivedOn !== null && volume.papersReceivedOn > volume.papersDueOn)
    report('V04', 'warning', `逾期交卷：${volume.papersDueOn} 应交，${volume.papersReceivedOn} 实交`)
  if (volume.reviewDueOn !== null && volume.reviewedOn !== null && volume.reviewedOn > volume.reviewDueOn)
    report('V04', 'warning', `逾期审核：${volume.reviewDueOn} 应审，${volume.reviewedOn} 实审`)
}

const ROLE_CHECKS: Readonly<Record<NonNullable<FilingItem['role']>, string>> = {
  'closing-paper': 'V12',
  'closing-report': 'V13',
  'acceptance-root': 'V14',
  hardship: 'V15',
}

function checkPresence(volume: VolumeFacts, rows: readonly OrderRow[], report: Report): void {
  for (const { item, isMissing } of rows) {
    if (!isMissing) continue
    const check = item.role ? ROLE_CHECKS[item.role] : item.requirement === 'conditional' ? 'V11' : 'V10'
    const why = item.whenLabel === undefined ? '' : `（${item.whenLabel}）`
    report(check, 'error', `缺必备材料：${item.no} ${item.title}${why}`, { templateItem: item.no })
  }
  const latest = (role: FilingItem['role']): FiledItem | undefined => {
    const numbers = volume.template.items.filter(item => item.role === role).map(item => item.no)
    const dated = volume.items.filter(item => numbers.includes(item.templateItem) && item.datedOn !== null)
    return dated.sort((left, right) => ((left.datedOn ?? '') < (right.datedOn ?? '') ? 1 : -1))[0]
  }
  const [paper, closingReport] = [latest('closing-paper'), latest('closing-report')]
  if (paper?.datedOn && closingReport?.datedOn && closingReport.datedOn < paper.datedOn)
    report('V13', 'error', `结案报告日期 ${closingReport.datedOn} 早于结案文书 ${paper.datedOn}`, placeOf(closingReport))
}

function checkItems(volume: VolumeFacts, filing: FilingRules, report: Report): void {
  const filedAt = new Map<string, FiledItem>()
  for (const item of volume.items) {
    const place = placeOf(item)
    const empty = [
      item.title.trim() === '' ? '题名' : '',
      item.datedOn === null ? '日期' : '',
      (item.author ?? '').trim() === '' ? '责任者' : '',
    ].filter(name => name !== '')
    if (empty.length > 0) report('V31', 'error', `“${item.title}”没有填${empty.join('、')}`, place)
    if (filing.genericTitles.includes(item.title.trim().replace(/[[\]［］]/g, '')))
      report('V33', 'warning', `题名太笼统：${item.title}`, place)
    for (const rule of filing.forbidden)
      if (rule.words.some(word => item.title.includes(word)))
        report('V18', 'error', `“${item.title}”不应入卷：${rule.label}`, place)
    if (item.datedOn !== null && item.datedOn > volume.today)
      report('V19', 'warning', `“${item.title}”的日期 ${item.datedOn} 在今天之后`, place)
    for (const page of item.pages) {
      const other = filedAt.get(page.content)
      if (other && !page.isBlank) report('V18', 'error', `“${item.title}”与“${other.title}”有同一页，重复入卷`, place)
      if (other && !page.isBlank) break
      filedAt.set(page.content, item)
    }
  }
}

function checkPages({ items }: VolumeFacts, { limits }: FilingRules, report: Report): void {
  const numbers = numberPages(items)
  if (numbers.total === 0) report('V20', 'error', '卷内没有编页的材料')
  for (const item of items)
    if (!numbers.ofItem.has(item.id)) report('V23', 'error', `“${item.title}”没有有字的页面`, placeOf(item))
  const thickness = thicknessOf(sheetsOf(items), limits)
  const millimetres = `约 ${(thickness / 1000).toFixed(1)} 毫米`
  if (thickness > limits.stopThicknessMicrometres)
    report('V25', 'error', `${millimetres}，超过 ${limits.stopThicknessMicrometres / 1000} 毫米，须分册`)
  else if (thickness > limits.warnThicknessMicrometres || numbers.total > limits.warnPages)
    report('V25', 'warning', `${numbers.total} 页，${millimetres}，宜分册`)
}

function checkOrder({ items }: VolumeFacts, report: Report): void {
  for (const [index, item] of items.entries()) {
    const before = items[index - 1]
    if (before && item.templateItem < before.templateItem)
      report(
        'V35',
        'error',
        `“${item.title}”（目录第 ${item.templateItem} 项）排在“${before.title}”（第 ${before.templateItem} 项）之后`,
        placeOf(item),
      )
  }
}

/** Words in a remark that tell of something the note has to describe. */
const REMARKED = ['复印', '缺', '损', '残', '抽', '另存']

function checkNote(volume: VolumeFacts, rows: readonly OrderRow[], report: Report): void {
  const empty = [
    volume.note.trim() === '' ? '本卷情况说明' : '',
    volume.arrangedBy === null ? '立卷人' : '',
    volume.checkedBy === null ? '检查人' : '',
  ].filter(name => name !== '')
  if (empty.length > 0) report('V40', 'error', `备考表没有填${empty.join('、')}`)
  if (volume.arrangedBy !== null && volume.arrangedBy === volume.checkedBy) report('V41', 'error', '立卷人与检查人是同一人')
  for (const { item, excuse, isPresent } of rows)
    if (excuse !== null && !isPresent && !volume.note.includes(excuse))
      report('V42', 'warning', `备考表没有写明：缺 ${item.no} ${item.title}`, { templateItem: item.no })
  for (const item of volume.items)
    if (REMARKED.some(word => item.remark?.includes(word)) && !volume.note.includes(item.title))
      report('V42', 'warning', `备考表没有写明：“${item.title}”${item.remark}`, placeOf(item))
}

function checkCover(volume: VolumeFacts, filing: FilingRules, retention: Pick<RetentionRules, 'periods'>, report: Report): void {
  const { title, emptyCoverFields, recipient } = volume
  if (emptyCoverFields.length > 0) report('V50', 'error', `封面没有填${emptyCoverFields.join('、')}`)
  const length = [...title].length
  if (length > filing.volumeTitle.longest)
    report('V51', 'warning', `案卷题名 ${length} 字，超过 ${filing.volumeTitle.longest} 字`)
  else if (!title.includes(recipient)) report('V51', 'warning', '案卷题名里没有受援人')
  if (!retention.periods.some(period => period.code === volume.retention))
    report('V60', 'error', `保管期限“${volume.retention}”不在规定种类内`)
  else if (volume.retention !== volume.retentionByRule && !volume.note.includes('保管期限'))
    report('V61', 'warning', `保管期限与规则得出的“${volume.retentionByRule}”不同，备考表没有写明理由`)
  const isSensitive = volume.facts.flags.includes('privacy') || volume.facts.flags.includes('minor-recipient')
  if (isSensitive && !volume.isRestricted) report('V62', 'error', '涉及个人隐私或者未成年人，须限制查阅')
}

function placeOf(item: FiledItem): Place {
  return { itemId: item.id, templateItem: item.templateItem }
}

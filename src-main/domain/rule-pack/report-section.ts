import { type Codes, labelOf } from './codes.ts'
import type { ReportDimension, ReportEvent, ReportRow } from './report.ts'
import type { RulePack } from './rule-pack.ts'
import type { PackSection } from './sections.ts'

const KIND_WORDS = { consultation: '咨询', application: '申请', case: '案件', subsidy: '补贴' } as const
const EVENT_WORDS: Readonly<Record<ReportEvent, string>> = {
  received: '收到',
  granted: '给予援助',
  refused: '不予援助',
  withdrawn: '撤回',
  opened: '受理',
  closed: '结案',
  sealed: '封卷',
  approved: '批准',
  paid: '支付',
}
const MEASURE_WORDS = {
  count: '计件数',
  persons: '计人次',
  'recovered-fen': '挽回损失合计',
  'subsidy-fen': '补贴金额合计',
} as const
const HARDSHIP_OUTCOMES: Readonly<Record<string, string>> = {
  met: '符合',
  'not-met': '不符合',
  waived: '免予核查',
  'not-applicable': '不适用',
  'needs-person': '须人工核查',
}

/** By which door a case came (案件来路). */
const DOOR_WORDS: Readonly<Record<string, string>> = {
  application: '当事人申请',
  notice: '办案机关通知',
  'stage-change': '转阶段',
  imported: '旧册导入',
}

/** 报表: every row with how it is counted, and the equations that must hold. */
export function reportSection({ report, codes }: RulePack): PackSection {
  const rows = report.sections.flatMap(section => section.rows)
  const rowLabel = (id: string): string => rows.find(row => row.id === id)?.label ?? id
  return {
    id: 'report',
    title: '报表',
    groups: [
      ...report.sections.map(section => ({
        title: section.title,
        lines: section.rows.map(row => ({
          key: row.id,
          title: `${'　'.repeat(row.depth)}${row.label}（${row.unit}）`,
          text: rowWords(row, codes, rowLabel),
          basis: row.target?.basis ?? report.basis,
        })),
      })),
      {
        title: '勾稽关系',
        lines: report.checks.map(check => ({
          key: check.id,
          title: check.label,
          text: `${check.left.map(rowLabel).join('＋')} ＝ ${check.right.map(rowLabel).join('＋')}`,
          basis: null,
        })),
      },
      {
        title: '说明',
        lines: report.notes.map((note, index) => ({ key: `note-${index}`, title: `${index + 1}`, text: note, basis: null })),
      },
    ],
  }
}

function rowWords(row: ReportRow, codes: Codes, rowLabel: (id: string) => string): string {
  const { value } = row
  const target = row.target ? `；目标不低于 ${row.target.atLeast} ${row.unit}` : ''
  if ('sumOf' in value) return `${value.sumOf.map(rowLabel).join('＋')}${target}`
  if ('shareOf' in value) return `${rowLabel(value.shareOf)} ÷ ${rowLabel(value.in)}${target}`
  const kind = KIND_WORDS[value.kind]
  const span =
    'within' in value.span
      ? `本期${EVENT_WORDS[value.span.within]}的${kind}`
      : `${value.span.openAt === 'start' ? '期初' : '期末'}已${EVENT_WORDS[value.span.from]}、尚未${value.span.until
          .map(event => EVENT_WORDS[event])
          .join('或者')}的${kind}`
  const filters = Object.entries(value.filter).flatMap(([dimension, chosen]) =>
    chosen === undefined ? [] : [chosen.map(code => codeWords(dimension as ReportDimension, code, codes)).join('、')],
  )
  return [span, ...filters, MEASURE_WORDS[value.measure]].join('；') + target
}

function codeWords(dimension: ReportDimension, code: string, codes: Codes): string {
  const everyType = <Key extends 'stages' | 'closingModes' | 'outcomes'>(key: Key) => codes.matterTypes.flatMap(type => type[key])
  switch (dimension) {
    case 'matterType':
      return labelOf(codes.matterTypes, code)
    case 'stage':
      return labelOf(everyType('stages'), code)
    case 'channel':
      return labelOf(codes.channels, code)
    case 'consultationOutcome':
      return labelOf(codes.consultationOutcomes, code)
    case 'personCategory':
      return labelOf(codes.personCategories, code)
    case 'aidForm':
      return labelOf(codes.aidForms, code)
    case 'scope':
      return labelOf(codes.scopes, code)
    case 'door':
      return DOOR_WORDS[code] ?? code
    case 'hardshipOutcome':
      return HARDSHIP_OUTCOMES[code] ?? code
    case 'refusalReason':
      return labelOf(codes.refusalReasons, code)
    case 'closingMode':
      return labelOf(everyType('closingModes'), code)
    case 'outcome':
      return labelOf(everyType('outcomes'), code)
    case 'handlerKind':
      return labelOf(codes.handlerKinds, code)
    case 'providerKind':
      return labelOf(codes.providerKinds, code)
    default:
      return dimension satisfies never
  }
}

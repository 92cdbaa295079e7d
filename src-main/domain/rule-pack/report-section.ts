import { type Codes, labelOf } from './codes.ts'
import type { ReportCounting, ReportDimension, ReportEvent, ReportRow } from './report.ts'
import type { RulePack } from './rule-pack.ts'
import type { PackSection } from './sections.ts'

const KIND_WORDS = { consultation: '咨询', application: '申请', case: '案件', subsidy: '补贴' } as const
const EVENT_WORDS: Readonly<Record<ReportEvent, string>> = {
  received: '收到',
  granted: '给予援助',
  refused: '不予援助',
  withdrawn: '撤回',
  'handed-on': '移送或者告知另行处理',
  objected: '提出异议',
  corrected: '被责令改正',
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

const JOINT_CATEGORY_WORDS = {
  own: '按本人登记的类别计',
  'as-applicant': '按申请人的类别计',
  'as-applicant-in-group': '群体的成员按申请人的类别计，其他共同申请人按本人登记的类别计',
} as const

function countingLines({ jointPersons, jointCategories, importedCases }: ReportCounting) {
  return [
    {
      key: 'counting-joint-persons',
      title: '共同申请人和群体成员',
      text: jointPersons.counted ? '逐人计入受援人次，案件只计一件' : '不计入受援人次，每件案件计一人',
      basis: jointPersons.basis,
    },
    {
      key: 'counting-joint-categories',
      title: '共同申请人的人员类别',
      text: `由年龄、性别得出的类别一律按本人计；其他类别${JOINT_CATEGORY_WORDS[jointCategories.by]}`,
      basis: jointCategories.basis,
    },
    {
      key: 'counting-imported-cases',
      title: '补录的历史案件',
      text: importedCases.counted
        ? '计入报表：受理按旧册的受理日，办结按旧册的结案日；旧册没有结案日的不计办结，也不计结转和未结'
        : '不计入报表',
      basis: importedCases.basis,
    },
  ]
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
      { title: '计数口径', lines: countingLines(report.countingRules) },
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
    case 'oldRecord':
      return '旧册未记载结案'
    default:
      return dimension satisfies never
  }
}

import type { CodeEntry, LegalEntry } from './codes.ts'
import { labelOf } from './codes.ts'
import { packFieldWords } from './field-words.ts'
import type { RulePack } from './rule-pack.ts'
import type { PackLine, PackSection } from './sections.ts'

/** 事项范围: what aid is for, its forms, and why it is refused or ended. */
export function scopeSection({ codes }: RulePack): PackSection {
  return {
    id: 'scopes',
    title: '事项和人员',
    groups: [
      {
        title: '援助事项范围',
        lines: codes.scopes.map(scope => ({
          key: `scope.${scope.code}`,
          title: shownLabel(scope),
          text: scope.matterTypes.map(type => labelOf(codes.matterTypes, type)).join('、'),
          basis: scope.basis,
        })),
      },
      { title: '援助形式', lines: entries('aid', codes.aidForms) },
      {
        title: '人员类别',
        lines: codes.personCategories.map(one => ({
          key: `category.${one.code}`,
          title: shownLabel(one),
          text: derivedWords(one.derivation),
          basis: one.basis,
        })),
      },
      { title: '不予援助的理由', lines: entries('refusal', codes.refusalReasons) },
      { title: '终止援助的情形', lines: entries('termination', codes.terminationGrounds) },
      { title: '先行提供的情形', lines: entries('urgent', codes.urgentGrounds) },
      { title: '可以代为申请的人', lines: entries('agent', codes.agentKinds) },
      {
        title: '承办人',
        lines: codes.handlerKinds.map(one => ({
          key: `handler.${one.code}`,
          title: shownLabel(one),
          text: one.providerKinds.map(kind => labelOf(codes.providerKinds, kind)).join('、'),
          basis: one.basis,
        })),
      },
      {
        title: '案由',
        note: `${codes.causes.length} 个，登记时也可以另写`,
        lines: codes.matterTypes.map(type => ({
          key: `causes-${type.code}`,
          title: type.label,
          text: codes.causes
            .filter(cause => cause.matterTypes.includes(type.code))
            .map(shownLabel)
            .join('、'),
          basis: null,
        })),
      },
    ],
  }
}

/** Lists with a place of their own in the chapter 事项和人员, or under their kind of matter. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set([
  'matterTypes',
  'causes',
  'aidForms',
  'scopes',
  'personCategories',
  'refusalReasons',
  'terminationGrounds',
  'urgentGrounds',
  'agentKinds',
  'handlerKinds',
])

/** 代码表: the other closed lists, as forms and papers show them. */
export function codeSection({ codes }: RulePack): PackSection {
  const others = Object.entries(codes).filter(([key]) => !TOLD_ELSEWHERE.has(key)) as [string, readonly CodeEntry[]][]
  const labels = (list: readonly CodeEntry[]): string =>
    list.map(one => (one.retired ? `${one.label}（停用）` : one.label)).join('、')
  return {
    id: 'codes',
    title: '代码表',
    groups: [
      ...codes.matterTypes.map(type => ({
        title: type.label,
        note: `编号用“${type.numberWord}”`,
        lines: [
          { key: `${type.code}.stages`, title: '阶段', text: labels(type.stages), basis: null },
          { key: `${type.code}.closingModes`, title: '结案方式', text: labels(type.closingModes), basis: null },
          { key: `${type.code}.outcomes`, title: '办理结果', text: labels(type.outcomes), basis: null },
        ],
      })),
      {
        title: '其他',
        lines: others.map(([key, list]) => ({ key, title: packFieldWords(key), text: labels(list), basis: null })),
      },
    ],
  }
}

function entries(prefix: string, list: readonly LegalEntry[]): readonly PackLine[] {
  return list.map(one => ({ key: `${prefix}.${one.code}`, title: shownLabel(one), text: '', basis: one.basis }))
}

function shownLabel(entry: CodeEntry): string {
  return entry.retired ? `${entry.label}（停用）` : entry.label
}

function derivedWords(derivation: RulePack['codes']['personCategories'][number]['derivation']): string {
  if (derivation === undefined) return ''
  if ('sex' in derivation) return `按性别自动勾选（${derivation.sex === 'male' ? '男' : '女'}）`
  return 'ageFrom' in derivation ? `满 ${derivation.ageFrom} 周岁自动勾选` : `不满 ${derivation.ageBelow} 周岁自动勾选`
}

/** 文书, 备份保留 and 依据文件. */
export function otherSections(pack: RulePack): readonly PackSection[] {
  const { backupRetention } = pack
  return [
    {
      id: 'papers',
      title: '文书',
      groups: [
        {
          title: '文书格式',
          lines: pack.papers.map(paper => ({
            key: `paper.${paper.id}`,
            title: paper.title,
            text: paper.formNumber === null ? '本中心自定' : `格式第 ${paper.formNumber} 号`,
            basis: paper.basis,
          })),
        },
        {
          title: '依法表述',
          note: '{ } 里的字由程序填入',
          lines: pack.wording.map(one => ({
            key: `wording.${one.id}`,
            title: WORDING_TITLES[one.id],
            text: one.text,
            basis: one.basis,
          })),
        },
      ],
    },
    {
      id: 'procedure',
      title: '审查和用印',
      groups: [
        {
          title: '审查、先行提供、印章图',
          lines: [
            {
              key: 'procedure.review',
              title: '审查意见',
              text: `${pack.procedure.review.requirement === 'required' ? '没有审查意见不能决定' : '应有审查意见，没有也能决定'}；收到申请后第 ${pack.procedure.review.byDay} 日前提出，逾期的由审查人负责`,
              basis: pack.procedure.review.basis,
            },
            {
              key: 'procedure.urgent',
              title: '先行提供后不补办',
              text: pack.procedure.urgent.consequence,
              basis: pack.procedure.urgent.basis,
            },
            {
              key: 'procedure.seal',
              title: '可以套印印章图的文书',
              text: pack.procedure.sealForms.forms
                .map(form => pack.papers.find(paper => paper.id === form)?.title ?? form)
                .join('、'),
              basis: pack.procedure.sealForms.basis,
            },
          ],
        },
      ],
    },
    {
      id: 'backups',
      title: '备份保留',
      groups: [
        {
          title: '保留哪些备份',
          lines: [
            {
              key: 'backup-retention',
              title: '份数',
              text: `当天最近 ${backupRetention.keepToday} 份，最近 ${backupRetention.daily} 天每天一份，最近 ${backupRetention.monthly} 个月每月一份`,
              basis: backupRetention.basis,
            },
          ],
        },
      ],
    },
    {
      id: 'sources',
      title: '依据文件',
      groups: [
        {
          title: '规则包引用的文件',
          lines: pack.sources.map(source => ({
            key: source.name,
            title: source.fullName,
            text: [
              ...(source.number === '' ? [] : [source.number]),
              ...(source.inForceFrom === null ? [] : [`${source.inForceFrom} 起施行`]),
              ...(source.note === undefined ? [] : [source.note]),
            ].join('；'),
            basis: null,
          })),
        },
      ],
    },
  ]
}

const WORDING_TITLES: Readonly<Record<RulePack['wording'][number]['id'], string>> = {
  grant: '给予决定',
  'grant-waived': '给予决定（免予核查）',
  'grant-not-applicable': '给予决定（不受限制）',
  'grant-assignment': '给予决定　指派',
  'grant-duties': '给予决定　受援人义务',
  'refusal-opening': '不予决定　开头',
  refusal: '不予决定',
  'refusal-remedy': '不予决定　救济',
  assignment: '指派通知',
  'assignment-agreement': '指派通知　签订协议',
  'assignment-progress': '指派通知　报告进展',
  'assignment-no-money': '指派通知　不得收取财物',
  'assignment-closing-papers': '指派通知　结案材料',
  'supplement-opening': '补充材料通知　开头',
  'supplement-consequence': '补充材料通知　逾期后果',
  'receipt-next-step': '接收凭证　下一步',
  mandate: '授权委托书　权限',
  'mandate-term': '授权委托书　期限',
  'filling-note': '申请表　代填',
  'reading-record': '宣读记录',
  undertaking: '个人诚信承诺',
  'fraud-warning': '虚假陈述的后果',
  'deemed-withdrawal': '视为撤回',
  'deemed-withdrawal-again': '视为撤回　重新申请',
  'not-ours': '不属于本中心受理',
  'not-ours-place': '不属于本中心受理　去处',
  'hand-over': '移送函',
  'hand-over-receipt': '移送函　回执',
  'cooperation-opening': '协作函　开头',
  'cooperation-request': '协作函　请求',
  'cooperation-answer': '协作函　答复',
  'grant-urgent': '给予决定（先行提供）',
  'grant-urgent-papers': '给予决定（先行提供）　补办',
  'objection-receipt': '异议登记凭证',
  'objection-remedy': '异议登记凭证　救济',
  'delivery-note': '送达回证　填写说明',
}

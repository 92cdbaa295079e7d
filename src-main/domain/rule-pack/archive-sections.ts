import { caseWords } from '../case-when-words.ts'
import type { FilingItem, FilingTemplate } from './filing.ts'
import type { RulePack } from './rule-pack.ts'
import type { PackGroup, PackSection } from './sections.ts'

/** 归档目录 and 保管期限. */
export function archiveSections(pack: RulePack): readonly PackSection[] {
  return [filingSection(pack), retentionSection(pack)]
}

const REQUIREMENT_WORDS = { must: '必备', conditional: '有条件必备', optional: '可选' } as const
const AUTHOR_WORDS = { center: '本中心', recipient: '受援人', handler: '承办人', organ: '办案机关' } as const
const PART_WORDS = { approval: '审批部分', handling: '承办部分', internal: '内部部分' } as const

function filingSection(pack: RulePack): PackSection {
  const { filing } = pack
  const millimetres = (micrometres: number): string => `${micrometres / 1000} 毫米`
  return {
    id: 'filing',
    title: '归档目录',
    groups: [
      ...filing.templates.map(template => templateGroup(template, pack)),
      {
        title: '不入卷',
        lines: filing.forbidden.map(one => ({
          key: `forbidden.${one.id}`,
          title: one.label,
          text: `题名里有“${one.words.join('”“')}”的`,
          basis: one.basis,
        })),
      },
      {
        title: '案卷',
        lines: [
          {
            key: 'limits',
            title: '厚度',
            text: `满 ${filing.limits.warnPages} 页或 ${millimetres(filing.limits.warnThicknessMicrometres)} 提醒分卷，不超过 ${millimetres(
              filing.limits.stopThicknessMicrometres,
            )}；每张按 ${millimetres(filing.limits.sheetMicrometres)} 估计；提醒超过 ${filing.limits.mostWarnings} 处不能封卷`,
            basis: filing.limits.basis,
          },
          {
            key: 'volume-title',
            title: '案卷题名',
            text: `${filing.volumeTitle.pattern}；不超过 ${filing.volumeTitle.longest} 字`,
            basis: filing.volumeTitle.basis,
          },
          { key: 'generic-titles', title: '不能单独作题名', text: filing.genericTitles.join('、'), basis: null },
          {
            key: 'pages',
            title: '页号',
            text: `目录填${filing.pageColumn === 'first' ? '首页号' : '起止页号'}；写在${
              filing.pageNumberCorner === 'top' ? '上角' : '下角'
            }，正面在右，背面在左`,
            basis: null,
          },
        ],
      },
    ],
  }
}

function templateGroup(template: FilingTemplate, pack: RulePack): PackGroup {
  const used = pack.filing.templateRules.filter(rule => rule.template === template.id).map(rule => caseWords(rule.when, pack))
  return {
    title: template.label,
    note: `${template.items.length} 项　${used.length > 0 ? `用于${used.join('，或者')}` : '现在没有案件使用'}`,
    lines: template.items.map(item => ({
      key: `${template.id}.${item.no}`,
      title: `${item.no}　${item.title}`,
      text: itemWords(item, pack),
      basis: template.basis,
    })),
  }
}

function itemWords(item: FilingItem, pack: RulePack): string {
  const papers = (item.papers ?? []).map(id => pack.papers.find(paper => paper.id === id)?.title ?? id)
  const condition = item.whenLabel ?? (item.when ? caseWords(item.when, pack) : null)
  const parts = [
    condition === null ? REQUIREMENT_WORDS[item.requirement] : `${REQUIREMENT_WORDS[item.requirement]}（${condition}）`,
    `${PART_WORDS[item.part]}，责任者${AUTHOR_WORDS[item.author]}`,
    ...(item.oneOf ? [`有其一即可：${item.oneOf.join('、')}`] : []),
    ...(papers.length > 0 ? [`本系统文书：${papers.join('、')}`] : []),
    ...(item.signed ? ['须有签名或者盖章'] : []),
  ]
  return parts.join('；')
}

function retentionSection(pack: RulePack): PackSection {
  const { retention } = pack
  const label = (code: string): string => retention.periods.find(period => period.code === code)?.label ?? code
  return {
    id: 'retention',
    title: '保管期限',
    groups: [
      {
        title: '期限',
        note: '用最先符合的一条',
        lines: [
          ...retention.rules.map(rule => ({
            key: rule.id,
            title: rule.label,
            text: `${caseWords(rule.when, pack)}：${label(rule.period)}`,
            basis: rule.basis,
          })),
          { key: 'default', title: '其他案件', text: label(retention.defaultPeriod), basis: retention.defaultBasis },
          { key: 'start', title: '起算', text: '从案卷年度的次年 1 月 1 日起算', basis: retention.startBasis },
        ],
      },
    ],
  }
}

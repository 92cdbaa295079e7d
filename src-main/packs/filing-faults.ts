import { MATTER_TYPES } from '../domain/case-facts.ts'
import type { FilingTemplate } from '../domain/rule-pack/filing.ts'
import type { RulePack } from '../domain/rule-pack/rule-pack.ts'
import type { Fault } from './schema-faults.ts'

/** What is wrong with the filing orders (归档目录): numbers, conditions without words, papers and templates that are not there. */
export function filingFaults(pack: RulePack): Fault[] {
  const { filing } = pack
  const templates = new Set(filing.templates.map(template => template.id))
  const papers = new Set(pack.papers.map(paper => paper.id))
  const isCovered = (type: (typeof MATTER_TYPES)[number]): boolean =>
    filing.templateRules.some(
      ({ when }) => Object.keys(when).every(part => part === 'matterTypes') && (when.matterTypes?.includes(type) ?? true),
    )
  return [
    ...filing.templateRules.flatMap((rule, index) =>
      templates.has(rule.template)
        ? []
        : [{ path: ['filing', 'templateRules', index, 'template'], message: `归档目录“${rule.template}”不存在` }],
    ),
    ...MATTER_TYPES.filter(type => !isCovered(type)).map(type => ({
      path: ['filing', 'templateRules'],
      message: `案件类型“${type}”没有兜底的归档目录`,
    })),
    ...filing.templates.flatMap((template, index) => templateFaults(template, papers, ['filing', 'templates', index])),
    ...(filing.limits.stopThicknessMicrometres < filing.limits.warnThicknessMicrometres
      ? [{ path: ['filing', 'limits', 'stopThicknessMicrometres'], message: '必须分册的厚度小于提醒的厚度' }]
      : []),
    ...['recipient', 'cause']
      .filter(token => !filing.volumeTitle.pattern.includes(`{${token}}`))
      .map(token => ({ path: ['filing', 'volumeTitle', 'pattern'], message: `案卷题名格式必须有 {${token}}` })),
  ]
}

function templateFaults(template: FilingTemplate, papers: ReadonlySet<string>, path: readonly (string | number)[]): Fault[] {
  const items = template.items.flatMap((item, index): Fault[] => {
    const at = [...path, 'items', index]
    const faults: Fault[] = []
    if (item.no !== index + 1) faults.push({ path: [...at, 'no'], message: `序号应是 ${index + 1}：目录要从 1 起连续编号` })
    if (item.requirement === 'conditional' && item.when === undefined)
      faults.push({ path: at, message: `“${item.title}”是有条件必备，但没有写条件 when` })
    if ((item.when === undefined) !== (item.whenLabel === undefined))
      faults.push({ path: at, message: `“${item.title}”的条件 when 和条件名称 whenLabel 要一起写` })
    for (const [place, paper] of (item.papers ?? []).entries())
      if (!papers.has(paper)) faults.push({ path: [...at, 'papers', place], message: `文书“${paper}”不在 papers 里` })
    return faults
  })
  const roles = (['acceptance-root', 'closing-report', 'closing-paper'] as const).flatMap((role): Fault[] =>
    template.items.filter(item => item.role === role).length === 1
      ? []
      : [{ path: [...path, 'items'], message: `目录“${template.label}”必须恰有一项的 role 是“${role}”` }],
  )
  return [...items, ...roles]
}

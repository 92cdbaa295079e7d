import { type HardshipInput, hardshipInput } from '../../../src-main/contract/hardship.ts'
import { currentHardship } from '../../../src-main/domain/hardship/earlier-input.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { formatYuan } from '../../ui/money-text.ts'
import { wordOf } from '../../ui/person-words.ts'

/** A page of the declaration desk (申报台): a heading and its paragraphs, in the words the applicant states. */
export type DeclarationPage = { readonly title: string; readonly lines: readonly string[] }

/**
 * What an applicant declares, page by page (案情、经济困难状况、承诺): the facts as written, the household statement as the form has it, and
 * the undertaking with its warning in the pack's words. `hardship` null: that part of the form is not filled in yet.
 */
export function declarationPages(
  pack: RulePack,
  stated: { readonly name: string; readonly cause: string; readonly opponentName: string; readonly facts: string },
  hardship: HardshipInput | null,
): readonly DeclarationPage[] {
  const facts = stated.facts.split(/\r?\n/).filter(line => line.trim() !== '')
  return [
    {
      title: '一、申请事项和案情',
      lines: [
        `申请人：${stated.name}`,
        `案由：${stated.cause}`,
        ...(stated.opponentName === '' ? [] : [`对方当事人：${stated.opponentName}`]),
        ...(facts.length === 0 ? ['（案情及理由尚未填写）'] : facts),
      ],
    },
    { title: '二、家庭经济状况', lines: hardshipLines(pack, hardship) },
    { title: '三、承诺', lines: [wording(pack, 'undertaking'), wording(pack, 'fraud-warning')] },
  ]
}

function hardshipLines(pack: RulePack, hardship: HardshipInput | null): readonly string[] {
  if (hardship === null) return ['（经济困难部分尚未填完）']
  const facts = currentHardship(hardshipInput.parse(hardship))
  if (facts.route !== 'check') {
    const grounds = facts.route === 'waived' ? pack.hardship.waivedGrounds : pack.hardship.notApplicableGrounds
    const title = facts.route === 'waived' ? '我属于免予核查经济困难状况的情形：' : '我申请的事项不受经济困难条件限制：'
    return [`${title}${wordOf(grounds, facts.ground)}。`, `证明材料：${facts.proof}。`]
  }
  const members = facts.members.map(member => {
    const relation = wordOf(pack.codes.kinshipRelations, member.relation)
    const incomes = member.incomes.map(income =>
      income.months === 1
        ? `每月 ${formatYuan(income.amountFen)} 元`
        : `${income.months} 个月共 ${formatYuan(income.amountFen)} 元`,
    )
    return `${member.name}（${relation}）：${incomes.length === 0 ? '没有收入' : `收入${incomes.join('，')}`}。`
  })
  return [
    ...members,
    ...(facts.outlays === null ? [] : [`主要支出：${facts.outlays}`]),
    ...(facts.debts === null ? [] : [`负债：${facts.debts}`]),
  ]
}

function wording(pack: RulePack, id: 'undertaking' | 'fraud-warning'): string {
  return pack.wording.find(one => one.id === id)?.text ?? ''
}

import { clauseOf } from '../rule-basis.ts'
import { labelOf } from './codes.ts'
import type { RulePack } from './rule-pack.ts'
import type { PackSection } from './sections.ts'

/** 申请和材料: who may apply for whom, who passes an application on, and which papers come with it. */
export function applicationSection({ application, codes }: RulePack): PackSection {
  const kinds = (list: readonly string[]): string => list.map(kind => labelOf(codes.agentKinds, kind)).join('、')
  const labels = (list: readonly { readonly label: string }[]): string => list.map(one => one.label).join('、')
  const forms = { original: '原件', copy: '复印件', either: '原件或者复印件' } as const
  return {
    id: 'application',
    title: '申请和材料',
    groups: [
      {
        title: '代为申请的情形',
        note: `对方当事人不能代为申请（${clauseOf(application.opponentBasis)}）`,
        lines: application.grounds.map(one => ({
          key: `ground.${one.code}`,
          title: one.label,
          text: `${kinds(one.kinds)}；证明：${one.proofs.join('、')}`,
          basis: one.basis,
        })),
      },
      {
        title: '代为申请的人与申请人的关系',
        lines: application.relations.map(one => ({
          key: `relation.${one.code}`,
          title: one.label,
          text: kinds(one.kinds),
          basis: one.basis,
        })),
      },
      {
        title: '转交被羁押人申请的人',
        lines: application.forwarders.map(one => ({
          key: `forwarder.${one.code}`,
          title: one.label,
          text: '',
          basis: one.basis,
        })),
      },
      {
        title: '代填和宣读',
        lines: [
          { key: 'filling', title: '代填原因', text: labels(application.fillingReasons), basis: application.fillingBasis },
          { key: 'reading', title: '宣读方式', text: labels(application.readingManners), basis: null },
        ],
      },
      {
        title: '申请材料',
        note: '必备的，缺少时一次性告知补正',
        lines: application.materials.map(one => ({
          key: `material.${one.code}`,
          title: one.label,
          text: `${one.requirement === 'must' ? '必备' : '有则提交'}　${forms[one.form]} ${one.copies} 份`,
          basis: one.basis,
        })),
      },
    ],
  }
}

import type { RulePack } from './rule-pack.ts'
import type { PackSection } from './sections.ts'

/** 前台接待: where people are sent, what the slip says, and how tickets are called. */
export function frontDeskSection({ frontDesk, codes }: RulePack): PackSection {
  const { places, guidance, visitorRelations, queue } = frontDesk
  const categoryWords = (wanted: readonly string[]) =>
    wanted.map(code => codes.personCategories.find(one => one.code === code)?.label ?? code).join('、')
  return {
    id: 'front-desk',
    title: '前台接待',
    groups: [
      {
        title: '引导去处',
        note: '不属于本中心的，告知到这些地方办理',
        lines: places.map(place => ({
          key: `place.${place.code}`,
          title: place.label,
          text: place.purpose,
          basis: place.basis,
        })),
      },
      {
        title: '引导告知单',
        lines:
          guidance === null
            ? []
            : [
                { key: 'guidance.opening', title: '开头', text: guidance.opening, basis: guidance.basis },
                { key: 'guidance.closing', title: '结尾', text: guidance.closing, basis: guidance.basis },
              ],
      },
      {
        title: '代为来访的关系',
        lines:
          visitorRelations.length === 0
            ? []
            : [
                {
                  key: 'relations',
                  title: '与本人关系',
                  text: visitorRelations.map(relation => relation.label).join('、'),
                  basis: null,
                },
              ],
      },
      {
        title: '排队叫号',
        note: queue === null ? '没有规定' : '由主任启用',
        lines:
          queue === null
            ? []
            : [
                {
                  key: 'queue.row',
                  title: '连续优先',
                  text: `优先的连续叫 ${queue.mostPriorityInRow} 个以后，叫一个按顺序等的`,
                  basis: queue.basis,
                },
                ...queue.grounds.map(ground => ({
                  key: `queue.${ground.code}`,
                  title: ground.label,
                  text:
                    ground.personCategories.length === 0 ? '优先叫号' : `优先叫号（${categoryWords(ground.personCategories)}）`,
                  basis: ground.basis,
                })),
              ],
      },
    ],
  }
}

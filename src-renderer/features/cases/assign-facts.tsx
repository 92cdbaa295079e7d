import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { labelOf, sourceOfClause, usePack } from '../../api/use-pack.ts'
import { Clause } from '../../ui/clause.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { Section, SectionHead } from '../../ui/page.tsx'
import { type Candidate, cautions, practiceYears } from './assign-choices.ts'
import type { CaseDetail } from './case-words.ts'

/** Before a handler is chosen: who handles the case now, or how to choose. */
export function NothingChosen({ one }: { readonly one: CaseDetail }) {
  return (
    <Section label="说明">
      <SectionHead title={one.assignment ? '现在的承办人' : '选择承办人'} />
      {one.assignment ? (
        <DescriptionList
          items={[
            { term: '承办机构', value: one.assignment.providerName },
            { term: '承办人', value: one.assignment.handlerName },
            { term: '指派', value: `${one.assignment.assignedOn}　${one.assignment.number}` },
          ]}
        />
      ) : (
        <p className="second soft">左边选机构，中间选承办人；不能指派的人写明了原因和依据。</p>
      )}
    </Section>
  )
}

/** The chosen handler: practice, open cases, and what refuses or has to be looked at, with its clause. */
export function ChosenFacts({ chosen, day }: { readonly chosen: Candidate; readonly day: string }) {
  const pack = usePack()
  const { handler } = chosen.handler
  const years = practiceYears(handler.practisingSince, day)
  const defence = practiceYears(handler.criminalDefenceSince, day)
  return (
    <Section label="所选承办人">
      <SectionHead title={handler.name} note={chosen.handler.providerName} />
      <DescriptionList
        items={[
          { term: '类别', value: labelOf(pack?.codes.handlerKinds, handler.kind) },
          {
            term: '执业',
            value: years === null ? <span className="amber">未登记起始日期</span> : `${years} 年　${handler.practisingSince} 起`,
          },
          ...(defence === null ? [] : [{ term: '刑事辩护', value: `${defence} 年　${handler.criminalDefenceSince} 起` }]),
          { term: '在办', value: `${chosen.handler.openCases} 件` },
          { term: '联系电话', value: handler.phone ?? '' },
        ]}
      />
      <ul className="assign-reasons">
        {chosen.refusal ? (
          <li className="red">
            <IconCircleX size={16} aria-hidden />
            <span>
              {chosen.refusal.message}
              {chosen.refusal.clause && (
                <>
                  {'　'}
                  <Clause text={chosen.refusal.clause} source={sourceOfClause(pack, chosen.refusal.clause)?.fullName} />
                </>
              )}
            </span>
          </li>
        ) : (
          <li className="green">
            <IconCircleCheck size={16} aria-hidden />
            符合指派条件
          </li>
        )}
        {cautions(chosen).map(caution => (
          <li key={caution} className="amber">
            <IconAlertTriangle size={16} aria-hidden />
            {caution}
          </li>
        ))}
      </ul>
    </Section>
  )
}

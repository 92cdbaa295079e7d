import { Link } from 'wouter'
import { hasRole, useSession } from '../../api/session.ts'
import { labelOf, usePack } from '../../api/use-pack.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { formatYuan } from '../../ui/money-text.ts'
import { Pane, Panes, Section, SectionHead } from '../../ui/page.tsx'
import type { CaseDetail } from './case-words.ts'

/** 结案: the result as it was entered, and where the closing papers stand. */
export function CaseClosingTab({ one }: { readonly one: CaseDetail }) {
  const pack = usePack()
  const { user } = useSession()
  const { closing } = one
  if (!closing) {
    return (
      <Panes>
        <Pane label="结案">
          <p className="section muted">
            还没有结案。{one.assignment ? '收到裁判文书、调解书或其他结案文书后，作结案登记。' : '指派承办人之后才能登记结案。'}
          </p>
        </Pane>
      </Panes>
    )
  }
  const matter = pack?.codes.matterTypes.find(type => type.code === one.matterType)
  return (
    <Panes>
      <Pane label="结案登记">
        <Section>
          <SectionHead
            title="结案登记"
            aside={
              one.status === 'awaiting-papers' &&
              hasRole(user, ['clerk', 'director']) && (
                <Link href={`/cases/${one.id}/close`} className="text-link second">
                  更正结案登记
                </Link>
              )
            }
          />
          <DescriptionList
            termWidth={92}
            items={[
              { term: '结案日期', value: closing.closedOn },
              { term: '结案依据', value: closing.closingBasis },
              { term: '结案方式', value: labelOf(matter?.closingModes, closing.closingMode) },
              { term: '承办结果', value: labelOf(matter?.outcomes, closing.outcome) },
              { term: '挽回或取得', value: `${formatYuan(closing.recoveredFen)} 元` },
              { term: '受援人数', value: `${closing.personsHelped} 人` },
              { term: '开庭', value: `${closing.hearings} 次` },
              { term: '复杂程度', value: labelOf(pack?.codes.complexities, closing.complexity) },
            ]}
          />
        </Section>
        <Section>
          <SectionHead title="办理经过和结果" />
          <p className="keep-lines">{closing.summary}</p>
        </Section>
      </Pane>
      <Pane label="结案材料" width={372} tint>
        <Section>
          <SectionHead title="结案材料" />
          <DescriptionList
            items={[
              { term: '交卷', value: one.papersReceivedOn ?? <span className="muted">尚未交卷</span> },
              { term: '审核通过', value: one.papersReviewedOn ?? <span className="muted">—</span> },
            ]}
          />
        </Section>
      </Pane>
    </Panes>
  )
}

import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link } from 'wouter'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { ConflictSection } from '../../api/conflict-section.tsx'
import { DeliveriesSection } from '../../api/deliveries-section.tsx'
import { PrivacySection } from '../../api/privacy-section.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useDo } from '../../api/use-do.ts'
import { labelOf, sourceOfClause, usePack } from '../../api/use-pack.ts'
import { type PaperDialogHandle, usePaperDialog } from '../../api/use-paper-dialog.tsx'
import { Clause } from '../../ui/clause.tsx'
import { askConfirm } from '../../ui/confirm.tsx'
import { dayOfInstant, monthDay } from '../../ui/day-text.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { MaskedId } from '../../ui/masked-id.tsx'
import { formatYuan } from '../../ui/money-text.ts'
import { Pane, Panes, Section, SectionHead, SidePane } from '../../ui/page.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { timelineEntries } from './case-timeline-tab.tsx'
import { type CaseDetail, subsidyWord } from './case-words.ts'
import type { usePapers } from './use-papers.ts'

/** How many steps the overview shows. */
const RECENT_STEPS = 8
/** How many papers it shows. */
const RECENT_PAPERS = 6

type OverviewProps = {
  readonly one: CaseDetail
  readonly papers: ReturnType<typeof usePapers>
  readonly onTimeline: () => void
  readonly onPapers: () => void
}

/** 概况: the person, the matter, what happened last, the papers, and how far subsidy and archive are. */
export function CaseOverviewTab({ one, papers, onTimeline, onPapers }: OverviewProps) {
  const { user } = useSession()
  const viewer = usePaperDialog()
  return (
    <Panes>
      <Pane label="受援人和案件" width={366}>
        <PersonSection one={one} />
        <MatterSection one={one} />
        {one.conflicts.length > 0 && (
          <Section>
            <SectionHead title="利益冲突" count={one.conflicts.length} />
            <ConflictSection
              subject={{ kind: 'case', id: one.id }}
              findings={one.conflicts}
              mayAnswer={hasRole(user, ['clerk', 'director'])}
            />
          </Section>
        )}
        <Section label="案情">
          <SectionHead title="案情" />
          <p className="second keep-lines">{one.facts}</p>
        </Section>
      </Pane>
      <Pane label="进展">
        <Section>
          <SectionHead
            title="进展"
            aside={
              <button type="button" className="text-link strong second" onClick={onTimeline}>
                全部 {one.timeline.length} 条
              </button>
            }
          />
          <Timeline label="进展" entries={timelineEntries(one).slice(0, RECENT_STEPS)} />
        </Section>
      </Pane>
      <SidePane label="文书和费用" width={372}>
        <PapersSection papers={papers} viewer={viewer} onPapers={onPapers} />
        {one.old === null && <DeliveriesSection subject={{ kind: 'case', id: one.id }} papers={viewer} />}
        {one.old === null && <MoneySection one={one} />}
        {one.old === null && <ArchiveSection one={one} />}
        <PrivacySection matter={{ kind: 'case', id: one.id }} />
        {viewer.dialog}
      </SidePane>
    </Panes>
  )
}

function PersonSection({ one }: { readonly one: CaseDetail }) {
  const pack = usePack()
  const { person } = one
  const sex = person.sex === null ? '' : person.sex === 'male' ? '男' : '女'
  const reveal = async () => {
    const reply = await invoke('people.reveal', { id: person.id, purpose: `查看案件 ${one.number}` })
    return reply.ok ? reply.value.certificateNumber : null
  }
  return (
    <Section label="受援人">
      <SectionHead title="受援人" />
      <DescriptionList
        items={[
          { term: '姓名', value: <b className="strong">{person.name}</b> },
          { term: '性别　年龄', value: [sex, person.age === null ? '' : `${person.age} 岁`].filter(Boolean).join('　') },
          {
            term: '证件号码',
            value: person.certificateMasked ? <MaskedId masked={person.certificateMasked} onReveal={reveal} /> : '',
          },
          { term: '联系电话', value: person.phoneMasked ?? '' },
          {
            term: '经济困难',
            value: (
              <>
                {one.hardshipSummary ?? (one.notice && '办案机关通知，不核查经济困难状况')}
                {one.hardshipClause && (
                  <>
                    {'　'}
                    <Clause text={one.hardshipClause} source={sourceOfClause(pack, one.hardshipClause)?.fullName} />
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}

function MatterSection({ one }: { readonly one: CaseDetail }) {
  const pack = usePack()
  const years = one.assignment?.practiceYears ?? null
  return (
    <Section label="案件">
      <SectionHead title="案件" />
      <DescriptionList
        items={[
          { term: '援助形式', value: one.aidForms.map(code => labelOf(pack?.codes.aidForms, code)).join('、') },
          { term: '办案机关', value: one.agency ?? '' },
          ...(one.application
            ? [
                {
                  term: '申请编号',
                  value: (
                    <Link className="text-link" href={`/applications/${one.application.id}`}>
                      {one.application.number}
                    </Link>
                  ),
                },
              ]
            : []),
          ...(one.notice
            ? [
                {
                  term: '通知书',
                  value: (
                    <Link className="text-link" href={`/notices/${one.notice.id}`}>
                      {one.notice.number}
                    </Link>
                  ),
                },
              ]
            : []),
          ...(one.decision ? [{ term: '决定书', value: `${one.decision.number}　${one.decision.decidedBy}` }] : []),
          ...[
            ...(one.parent ? [{ ...one.parent, term: '原案' }] : []),
            ...one.children.map(next => ({ ...next, term: '转阶段' })),
          ].map(kin => ({
            term: kin.term,
            value: (
              <Link className="text-link" href={`/cases/${kin.id}`}>
                {kin.number}
              </Link>
            ),
          })),
          ...(one.old
            ? oldItems(one, one.old)
            : [{ term: '承办机构', value: one.assignment?.providerName ?? <span className="muted">待指派</span> }]),
          ...(one.assignment
            ? [{ term: '承办人', value: `${one.assignment.handlerName}${years === null ? '' : `　执业 ${years} 年`}` }]
            : []),
        ]}
      />
      {one.matterType === 'criminal' && one.old === null && <LifeOrDeath one={one} />}
    </Section>
  )
}

/** What the old register (旧台账) says, in its own words. */
function oldItems(one: CaseDetail, old: NonNullable<CaseDetail['old']>) {
  return [
    { term: '承办机构', value: old.providerName ?? '' },
    { term: '承办人', value: old.handlerName ?? '' },
    { term: '结案', value: [one.closedOn ?? '', old.closing ?? ''].filter(part => part !== '').join('　') },
    { term: '档号', value: old.archiveNumber ?? '' },
    { term: '备注', value: old.note ?? '' },
    {
      term: '来源',
      value: (
        <Link className="text-link" href={`/imports/${old.importId}`}>
          {old.fileName}
        </Link>
      ),
    },
  ]
}

/** The mark of a possible life or death sentence, with the one step that changes it. */
function LifeOrDeath({ one }: { readonly one: CaseDetail }) {
  const { user } = useSession()
  const mark = useDo('cases.markLifeOrDeath')
  const mayMark = hasRole(user, ['clerk', 'director']) && one.closing === null
  const isMarked = one.possibleLifeOrDeathSentence
  const change = async () => {
    const answer = await askConfirm({
      title: isMarked ? '取消“可能判处无期徒刑、死刑”' : '标记为可能判处无期徒刑、死刑',
      text: isMarked
        ? '取消后，承办人不再按这一情形的执业年限核对。'
        : '标记后，只能指派符合执业年限的承办人；已指派的会再核对一次。',
      action: isMarked ? '取消标记' : '标记',
    })
    if (!answer) return
    const reply = await mark.run({ id: one.id, possibleLifeOrDeathSentence: !isMarked, version: one.version })
    if (reply.ok) announceDone(isMarked ? '已取消标记' : '已标记')
  }
  return (
    <>
      <DescriptionList
        items={[
          {
            term: '量刑',
            value: (
              <span className="row">
                {isMarked ? '可能判处无期徒刑、死刑' : <span className="muted">未标记无期徒刑、死刑</span>}
                {mayMark && (
                  <button type="button" className="text-link second" onClick={() => void change()}>
                    {isMarked ? '取消标记' : '标记'}
                  </button>
                )}
              </span>
            ),
          },
        ]}
      />
      <ErrorBanner error={mark.error} />
    </>
  )
}

type PapersSectionProps = {
  readonly papers: ReturnType<typeof usePapers>
  readonly viewer: PaperDialogHandle
  readonly onPapers: () => void
}

function PapersSection({ papers, viewer, onPapers }: PapersSectionProps) {
  return (
    <Section label="文书">
      <SectionHead
        title="文书"
        aside={
          <Button size="compact-sm" variant="default" leftSection={<IconPrinter size={15} aria-hidden />} onClick={onPapers}>
            出文书
          </Button>
        }
      />
      <ErrorBanner error={papers.error ?? viewer.error} />
      <ul className="case-paper-list">
        {papers.issued.slice(0, RECENT_PAPERS).map(paper => (
          <li key={paper.id}>
            <button type="button" className="bare" onClick={() => void viewer.show(paper.id)}>
              <span>
                <b>{paper.title}</b>
                <small>{paper.number ?? '不编号'}</small>
              </span>
              <span className="when">{monthDay(dayOfInstant(paper.issuedAt))}</span>
              <span className="state">打印 {paper.timesPrinted} 次</span>
            </button>
          </li>
        ))}
      </ul>
      {papers.issued.length === 0 && <p className="second muted">还没有出具文书。</p>}
    </Section>
  )
}

function MoneySection({ one }: { readonly one: CaseDetail }) {
  const { subsidy } = one
  return (
    <Section label="补贴">
      <SectionHead title="补贴" />
      {subsidy ? (
        <DescriptionList
          items={[
            {
              term: '核算表',
              value: (
                <Link href={`/subsidies/${subsidy.id}`} className="text-link">
                  {formatYuan(subsidy.totalFen)} 元　{subsidyWord(subsidy.status)}
                </Link>
              ),
            },
          ]}
        />
      ) : (
        <p className="second soft">{one.papersReviewedOn ? '可以编制' : '结案材料审核通过后可以编制'}</p>
      )}
    </Section>
  )
}

function ArchiveSection({ one }: { readonly one: CaseDetail }) {
  const { volume } = one
  return (
    <Section label="归档">
      <SectionHead title="归档" />
      {volume ? (
        <DescriptionList
          items={[
            {
              term: '案卷',
              value: (
                <Link href={`/archives/${volume.id}`} className="text-link">
                  {volume.status === 'sealed' ? `已封卷　${volume.archiveNumber ?? ''}` : '整理中'}
                </Link>
              ),
            },
          ]}
        />
      ) : (
        <p className="second soft">{one.papersReviewedOn ? '可以开始整理' : '结案材料审核通过后开始整理'}</p>
      )}
    </Section>
  )
}

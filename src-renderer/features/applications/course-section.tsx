import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ApplicationCourse } from '../../../src-main/contract/procedure.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { labelOf } from '../../api/use-pack.ts'
import { Clock } from '../../ui/clock.tsx'
import { monthDay } from '../../ui/day-text.ts'
import { Section, SectionHead } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { ENDING_WORDS } from './application-words.ts'
import type { Act } from './course-dialogs.tsx'

type CourseProps = {
  readonly pack: RulePack
  readonly course: ApplicationCourse
  readonly mayAct: boolean
  readonly onAct: (act: Act) => void
}

const STEP_WORDS = { review: '审查', decision: '决定' } as const
const ANSWER_WORDS = { answered: '已答复', refused: '不能协作', recalled: '已收回' } as const

/** 办理经过: the opinion, what is awaited and from whom, what is owed, objections; each with its next step. */
export function CourseSection({ pack, course, mayAct, onAct }: CourseProps) {
  const next = (label: string, act: Act) =>
    mayAct && (
      <Button size="xs" variant="default" onClick={() => onAct(act)}>
        {label}
      </Button>
    )
  const { supplement, review, reviewRule, urgent, ending, heldNow } = course
  const entries: ReactNode[] = []
  if (heldNow)
    entries.push(<Entry key="held" tone="red" tag="已超期" text={`${STEP_WORDS[heldNow.step]}环节：${heldNow.name}`} />)
  if (review)
    entries.push(
      <Entry
        key="review"
        tag={review.proposal === 'grant' ? '建议给予' : '建议不予'}
        text={review.opinion}
        note={`${review.reviewedBy} ${monthDay(review.reviewedOn)}`}
      />,
    )
  else if (reviewRule.dueOn !== null)
    entries.push(
      <Entry
        key="no-review"
        tone={reviewRule.isOverdue ? 'amber' : undefined}
        tag="没有审查意见"
        text={`应在 ${monthDay(reviewRule.dueOn)} 前提出${reviewRule.requirement === 'required' ? '，没有不能决定' : ''}`}
      />,
    )
  if (supplement && supplement.answeredOn === null && course.status === 'supplementing')
    entries.push(
      <Entry
        key="supplement"
        tone="amber"
        tag={supplement.mayBeDeemedWithdrawn ? '补正期满' : '等补正'}
        text={`还缺 ${supplement.outstanding.join('、')}`}
        note={supplement.dueOn === null ? undefined : `${monthDay(supplement.dueOn)} 前`}
        step={supplement.mayBeDeemedWithdrawn && next('视为撤回…', { kind: 'deem' })}
      />,
    )
  for (const answer of supplement?.answers ?? [])
    entries.push(
      <Entry
        key={`answer-${answer.receivedOn}-${answer.items.join()}`}
        tag="收到补正"
        text={[answer.items.join('、'), answer.note].filter(Boolean).join('；')}
        note={monthDay(answer.receivedOn)}
      />,
    )
  for (const letter of course.cooperations)
    entries.push(
      <Entry
        key={letter.id}
        tone={letter.answeredOn === null ? 'amber' : undefined}
        tag={letter.answerKind === null ? '等协作答复' : ANSWER_WORDS[letter.answerKind]}
        text={`${letter.number}　${letter.toCenter}${letter.answer === null ? '' : `：${letter.answer}`}`}
        note={letter.answeredOn === null ? `${monthDay(letter.dueOn)} 前` : monthDay(letter.answeredOn)}
        step={letter.answeredOn === null && next('答复…', { kind: 'answer-letter', id: letter.id })}
      />,
    )
  if (urgent)
    entries.push(
      <Entry
        key="urgent"
        tone={urgent.completedOn !== null ? undefined : urgent.isOverdue ? 'red' : 'amber'}
        tag={urgent.completedOn === null ? (urgent.isOverdue ? '先行提供　逾期未补' : '先行提供　待补办') : '先行提供　已补办'}
        text={[
          labelOf(pack.codes.urgentGrounds, urgent.ground),
          urgent.papers.map(paper => `${paper.name}${paper.handedInOn === null ? '' : '（已收）'}`).join('、'),
          ...(urgent.isOverdue ? [pack.procedure.urgent.consequence] : []),
        ].join('。')}
        note={`${monthDay(urgent.dueOn)} 前`}
        step={urgent.completedOn === null && next('补办…', { kind: 'hand-in' })}
      />,
    )
  if (ending)
    entries.push(
      <Entry
        key="ending"
        tag={ENDING_WORDS[ending.kind]}
        text={[
          ending.number,
          ending.reason,
          ending.place && `去处：${ending.place}`,
          ending.receivedHereAt && `本中心 ${ending.receivedHereAt} 收到`,
          ending.receivedThereAt && `对方 ${ending.receivedThereAt} 收到`,
          ending.confirmedBy && `${ending.confirmedBy} ${ending.confirmedOn} 接收`,
        ]
          .filter(Boolean)
          .join('；')}
        note={ending.on === null ? undefined : monthDay(ending.on)}
        step={ending.kind === 'handed-over' && ending.confirmedOn === null && next('回执…', { kind: 'confirm' })}
      />,
    )
  for (const decision of course.decisions) {
    if (decision.setAsideOn !== null)
      entries.push(
        <Entry
          key={decision.id}
          tag="原决定"
          text={`${decision.number}　${decision.setAsideOn} 被责令改正`}
          note={monthDay(decision.decidedOn)}
        />,
      )
    if (decision.daysLate > 0 && decision.heldStep !== null)
      entries.push(
        <Entry
          key={`${decision.id}-late`}
          tone="red"
          tag={`超期 ${decision.daysLate} 日`}
          text={`${STEP_WORDS[decision.heldStep]}环节：${decision.heldBy ?? ''}；期限到 ${decision.lastDay}`}
        />,
      )
  }
  for (const objection of course.objections)
    entries.push(
      <Entry
        key={objection.id}
        tag={
          objection.answerResult === null ? '异议审查中' : objection.answerResult === 'upheld' ? '异议　维持' : '异议　责令改正'
        }
        text={[
          objection.number,
          objection.reasons,
          objection.lateReason && `逾期提出：${objection.lateReason}`,
          objection.answerNumber,
          objection.answerResult === 'upheld' && '申请人可以申请行政复议或者提起行政诉讼',
        ]
          .filter(Boolean)
          .join('；')}
        note={monthDay(objection.filedOn)}
        step={objection.answeredOn === null && next('司法局决定…', { kind: 'answer-objection', id: objection.id })}
        below={objection.answeredOn === null && objection.clock !== null && <Clock clock={objection.clock} />}
      />,
    )
  if (entries.length === 0) return null
  return (
    <Section label="办理经过">
      <SectionHead title="办理经过" />
      <ul className="plain course-list">{entries}</ul>
    </Section>
  )
}

type EntryProps = {
  readonly tag: string
  readonly tone?: 'red' | 'amber' | undefined
  readonly text: string
  readonly note?: string | undefined
  readonly step?: ReactNode
  readonly below?: ReactNode
}

function Entry({ tag, tone = undefined, text, note, step, below }: EntryProps) {
  return (
    <li>
      <span className="row">
        <Tag tone={tone ?? 'plain'}>{tag}</Tag>
        {note !== undefined && <span className="note muted nowrap">{note}</span>}
        {step && <span className="push">{step}</span>}
      </span>
      <p className="second soft keep-lines">{text}</p>
      {below}
    </li>
  )
}

import type { OutputOf } from '../../contract/index.ts'
import { dayOfInstant } from '../../domain/calendar-date.ts'
import { formatYuan } from '../../domain/money.ts'
import type { RulePack } from '../../domain/rule-pack/rule-pack.ts'
import { type CaseStep, PAPERS_ACCEPTED, PAPERS_RECEIVED } from '../../store/case-event-store.ts'
import type { findCaseOutcome } from '../../store/case-store.ts'
import type { SubsidyStep } from '../../store/subsidy-store.ts'
import { labelOf } from '../papers/wording.ts'
import type { LoadedCase } from './load-case.ts'

type Entry = OutputOf<'cases.get'>['timeline'][number]

type Steps = {
  readonly events: readonly CaseStep[]
  readonly acts: readonly SubsidyStep[]
  readonly outcome: Awaited<ReturnType<typeof findCaseOutcome>>
}

/** What happened in a case (进展), the first step first, from the days that the records keep. */
export function caseTimeline(one: LoadedCase, { events, acts, outcome }: Steps, pack: RulePack): Entry[] {
  const { record, supplements } = one
  const entries: Entry[] = [
    ...beginning(record),
    ...supplements.flatMap(supplement => [
      step(supplement.askedOn, '通知补正', supplement.missing.join('、'), null),
      ...(supplement.answeredOn === null ? [] : [step(supplement.answeredOn, '收到补正材料', '', null)]),
    ]),
    ...(record.decision
      ? [step(record.decision.decidedOn, '给予法律援助', record.decision.number, record.decision.decidedBy)]
      : []),
    ...assignmentSteps(one),
    ...closingSteps(one, events, pack),
    ...events.map(event => step(event.date, event.title, event.detail, event.by)),
    ...(record.papersReviewedOn === null || hasEvent(events, PAPERS_ACCEPTED)
      ? []
      : [step(record.papersReviewedOn, PAPERS_ACCEPTED, '', null)]),
    ...acts.map(act => subsidyStep(act, outcome.subsidy?.totalFen ?? 0)),
    ...(outcome.volume?.sealedAt
      ? [step(dayOfInstant(outcome.volume.sealedAt), '封卷', outcome.volume.archiveNumber ?? '', outcome.volume.sealedBy)]
      : []),
  ]
  // Steps of one day stay in the order in which they are listed above: that is the office's own order.
  return entries.toSorted((left, right) => (left.date < right.date ? -1 : left.date > right.date ? 1 : 0))
}

function step(date: string, title: string, detail: string, by: string | null): Entry {
  return { date, title, detail, by }
}

/** The first thing that happened: the application came in, or the stage before ended. */
function beginning(record: LoadedCase['record']): Entry[] {
  const { application, notice, parent } = record
  return [
    ...(application ? [step(application.receivedOn, '收到申请', application.number, application.registeredBy)] : []),
    ...(notice ? [step(notice.receivedOn, '收到通知', `${notice.organName}　${notice.number}`, notice.registeredBy)] : []),
    ...(parent ? [step(record.openedOn, '转阶段立案', `原案 ${parent.number}`, null)] : []),
  ]
}

function assignmentSteps({ assignments }: LoadedCase): Entry[] {
  return assignments.map((assignment, index) => {
    const earlier = assignments[index - 1]
    const who = `${assignment.providerName}　${assignment.handlerName}　${assignment.number}`
    return earlier
      ? step(
          assignment.assignedOn,
          '变更承办人',
          `${who}；原承办人 ${earlier.handlerName}，${earlier.endReason ?? ''}`,
          assignment.assignedBy,
        )
      : step(assignment.assignedOn, '指派', who, assignment.assignedBy)
  })
}

function closingSteps({ record }: LoadedCase, events: readonly CaseStep[], pack: RulePack): Entry[] {
  const { closing } = record
  if (!closing) return []
  const matter = pack.codes.matterTypes.find(type => type.code === record.matterType)
  const detail = `${labelOf(matter?.closingModes ?? [], closing.closingMode)}　${labelOf(matter?.outcomes ?? [], closing.outcome)}　${closing.closingBasis}`
  return [
    step(closing.closedOn, '结案', detail, record.closedBy),
    ...(record.papersReceivedOn !== null && !hasEvent(events, PAPERS_RECEIVED)
      ? [step(record.papersReceivedOn, PAPERS_RECEIVED, '', null)]
      : []),
  ]
}

/** Cases entered in bulk have the days of the papers, and no events for them. */
function hasEvent(events: readonly CaseStep[], title: string): boolean {
  return events.some(event => event.title === title)
}

const ACT_TITLES: Readonly<Record<SubsidyStep['act'], string>> = {
  prepared: '编制补贴核算表',
  revised: '重新编制补贴核算表',
  returned: '退回补贴核算表',
  approved: '批准补贴',
  listed: '列入支付清单',
  paid: '支付补贴',
}

function subsidyStep(act: SubsidyStep, totalFen: number): Entry {
  const tellsSum = act.act === 'approved' || act.act === 'paid'
  const detail = [tellsSum ? `${formatYuan(totalFen)} 元` : '', act.opinion].filter(part => part !== '').join('　')
  return step(dayOfInstant(act.at), ACT_TITLES[act.act], detail, act.by)
}

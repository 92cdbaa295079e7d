import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { ClockLink } from '../../api/clock-dialog.tsx'
import { FalseDeclarationBanner } from '../../api/false-declaration-banner.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useDo } from '../../api/use-do.ts'
import { labelOf, matterWords, usePack } from '../../api/use-pack.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { Clock } from '../../ui/clock.tsx'
import { useKeys } from '../../ui/keys.ts'
import { neighbours } from '../../ui/list-memory.ts'
import { StageBar } from '../../ui/stages.tsx'
import { Tag } from '../../ui/tag.tsx'
import { caseStages } from './case-stages.ts'
import { CASE_STATUS, type CaseDetail, opponentLink } from './case-words.ts'
import { type CaseAct, nextStep } from './next-step.ts'
import { PapersDialog, type PapersStep } from './papers-dialog.tsx'
import { StageDialog } from './stage-dialog.tsx'

/** How many clocks stand beside the stages. */
const MOST_CLOCKS = 2

/** Running clocks first, nearest last day first; then the finished ones, newest first. */
function clocksFirst(one: CaseDetail) {
  const isDone = (state: string) => state === 'done' || state === 'done-late'
  const running = one.clocks.filter(clock => !isDone(clock.state)).toSorted((a, b) => a.lastDay.localeCompare(b.lastDay))
  const done = one.clocks.filter(clock => isDone(clock.state)).toReversed()
  return [...running, ...done].slice(0, MOST_CLOCKS)
}

/** The head of the case page: number, parties, the eight stages, two clocks, and the step that moves the case on. */
export function CaseHead({ one, children }: { readonly one: CaseDetail; readonly children: ReactNode }) {
  const [, go] = useLocation()
  const { user, today } = useSession()
  const pack = usePack()
  const [dialog, setDialog] = useState<PapersStep | null>(null)
  const openVolume = useDo('archives.open')
  const step = nextStep(one, user.roles)
  const { type, stage } = matterWords(pack, one.matterType, one.stage)
  const { place, count } = neighbours('cases', one.id)
  const clocks = clocksFirst(one)
  const goToVolume = async () => {
    if (one.volume) return go(`/archives/${one.volume.id}`)
    const reply = await openVolume.run({ caseId: one.id })
    if (reply.ok) go(`/archives/${reply.value.id}`)
  }
  const run: Record<CaseAct, () => unknown> = {
    assign: () => go(`/cases/${one.id}/assign`),
    close: () => go(`/cases/${one.id}/close`),
    'receive-papers': () => setDialog('receive'),
    'accept-papers': () => setDialog('accept'),
    'prepare-subsidy': () => go(`/subsidies/new/${one.id}`),
    'open-subsidy': () => go(`/subsidies/${one.subsidy?.id ?? ''}`),
    'open-volume': goToVolume,
  }
  const [isStaging, setStaging] = useState(false)
  const mayStep = step !== null && step.waitsFor === null
  const isOffice = hasRole(user, ['clerk', 'director'])
  useKeys([{ keys: 'Ctrl+Enter', label: step?.label ?? '下一步', run: () => void (step && run[step.act]()), when: mayStep }])
  return (
    <header className="case-head">
      <div className="case-head-top">
        <div className="titles">
          <div className="crumb">
            <Link href="/cases">案件</Link> / {CASE_STATUS[one.status].label}
            {place !== null && `　${place} / ${count}`}
          </div>
          <div className="title-row">
            <h1>{one.number}</h1>
            <Tag tone="dai">
              {type}　{stage}
            </Tag>
            {one.person.categories.map(code => (
              <Tag key={code} outlined>
                {labelOf(pack?.codes.personCategories, code)}
              </Tag>
            ))}
            {one.urgentAid && (
              <Tag tone={one.urgentAid.isOverdue ? 'red' : one.urgentAid.completedOn === null ? 'amber' : 'plain'}>
                {one.urgentAid.completedOn !== null
                  ? '先行提供，已补办'
                  : one.urgentAid.isOverdue
                    ? `先行提供，逾期未补办（${one.urgentAid.dueOn.slice(5)}）`
                    : `先行提供，${one.urgentAid.dueOn.slice(5)} 前补办`}
              </Tag>
            )}
            {one.possibleLifeOrDeathSentence && <Tag tone="amber">可能判处无期徒刑、死刑</Tag>}
          </div>
          <div className="case-parties clip">
            <b>{one.personName}</b>
            {one.opponentName && (
              <>
                <span className="soft">{opponentLink(one.matterType)}</span>
                <span>{one.opponentName}</span>
              </>
            )}
            <span>{one.cause}</span>
          </div>
        </div>
        <div className="actions">
          {step && step.waitsFor !== null && (
            <span className="second muted">
              下一步　{step.label}，由{step.waitsFor}办理
            </span>
          )}
          {step && mayStep && (
            <BusyButton keys="Ctrl+Enter" onClick={run[step.act]}>
              {step.label}
            </BusyButton>
          )}
          {one.status === 'handling' && isOffice && (
            <Button variant="default" onClick={run.assign}>
              变更承办人
            </Button>
          )}
          {isOffice && one.status !== 'awaiting-assignment' && one.status !== 'historic' && (
            <Button variant="default" onClick={() => setStaging(true)}>
              转阶段
            </Button>
          )}
          {one.status === 'reviewing-papers' && mayStep && (
            <Button variant="default" onClick={() => setDialog('return')}>
              退回
            </Button>
          )}
        </div>
      </div>
      <FalseDeclarationBanner kind="case" id={one.id} />
      <ErrorBanner error={openVolume.error} />
      {one.assignment?.refusal && (
        <Banner tone="warn" title={`${one.assignment.handlerName} 不再符合指派条件，请变更承办人`}>
          {one.assignment.refusal.message}（{one.assignment.refusal.clause}）
        </Banner>
      )}
      <div className="case-progress">
        <StageBar label="案件阶段" stages={caseStages(one, today)} />
        {clocks.length > 0 && (
          <dl className="case-clocks">
            {clocks.map(clock => (
              <ClockPair key={clock.limit} label={clock.label}>
                <ClockLink clock={clock}>
                  <Clock clock={clock} />
                </ClockLink>
              </ClockPair>
            ))}
          </dl>
        )}
      </div>
      {children}
      {isStaging && <StageDialog one={one} onClose={() => setStaging(false)} />}
      {dialog && <PapersDialog one={one} step={dialog} onClose={() => setDialog(null)} />}
    </header>
  )
}

function ClockPair({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}

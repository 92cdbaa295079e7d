import { ActionIcon } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconCalculator, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Link, useLocation, useParams } from 'wouter'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { ClockLink } from '../../api/clock-dialog.tsx'
import { FalseDeclarationBanner } from '../../api/false-declaration-banner.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { usePackAsk } from '../../api/use-pack.ts'
import { usePaperDialog } from '../../api/use-paper-dialog.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { ClockHeadline } from '../../ui/clock.tsx'
import { DayStrip } from '../../ui/day-strip.tsx'
import { KeyBar } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { neighbours, rememberRow } from '../../ui/list-memory.ts'
import { PageHead, Pane, Panes, SectionHead, Sheet } from '../../ui/page.tsx'
import { ApplicantPane } from './applicant-pane.tsx'
import { APPLICATION_STATUS, type ApplicationDetail, LARGE_TYPE, PANE_WIDTHS } from './application-words.ts'
import { DecidedPane } from './decided-pane.tsx'
import { DecisionPane } from './decision-pane.tsx'
import { HardshipPapers } from './hardship-papers.tsx'
import { HardshipSteps, HardshipVerdict } from './hardship-steps.tsx'
import { routeClauses } from './hardship-words.ts'
import './applications.css'

/** One application (申请): who and what, the check step by step, and the decision. */
export function ApplicationPage() {
  const { id = '' } = useParams<{ id: string }>()
  const pack = usePackAsk()
  const detail = useAsk('applications.get', { id })
  return (
    <Sheet folded>
      <AskState ask={pack}>
        {({ pack: rules }) => <AskState ask={detail}>{one => <Opened key={id} pack={rules} one={one} />}</AskState>}
      </AskState>
    </Sheet>
  )
}

/** Neighbours in the list the person came from; from elsewhere, among those of the same status. */
function useNeighbours(one: ApplicationDetail) {
  const remembered = neighbours('applications', one.id)
  const others = useAsk('applications.list', { status: one.status, limit: 500 }, { enabled: remembered.place === null })
  if (remembered.place !== null) return remembered
  const ids = others.data?.rows.map(row => row.id) ?? []
  const at = ids.indexOf(one.id)
  if (at === -1) return remembered
  return { place: at + 1, count: ids.length, previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null }
}

function Opened({ pack, one }: { readonly pack: RulePack; readonly one: ApplicationDetail }) {
  const [, go] = useLocation()
  const { place, count, previous, next } = useNeighbours(one)
  const papers = usePaperDialog()
  const goTo = (id: string | null) => {
    if (id === null) return
    rememberRow('applications', id)
    go(`/applications/${id}`)
  }
  useKeys([
    { keys: 'Alt+ArrowLeft', label: '上一件', run: () => goTo(previous), when: previous !== null },
    { keys: 'Alt+ArrowRight', label: '下一件', run: () => goTo(next), when: next !== null },
    { keys: 'Escape', label: '返回申请列表', run: () => go('/applications') },
  ])
  const isOpen = one.status === 'deciding' || one.status === 'supplementing'
  const { hardship } = one
  const clauses = routeClauses(pack)
  const widths = useMediaQuery(LARGE_TYPE) ? PANE_WIDTHS.large : PANE_WIDTHS.drawn
  const { user } = useSession()
  const isDirector = hasRole(user, ['director'])
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link href="/applications">申请</Link> / {APPLICATION_STATUS[one.status].label}
            {place !== null && `　${place} / ${count}`}　{one.number}
          </>
        }
        title={`${one.person.name}　${one.application.cause}`}
        actions={
          <>
            {one.clock && (
              <ClockLink clock={one.clock}>
                <ClockHeadline clock={one.clock} verb="决定" />
              </ClockLink>
            )}
            {one.clock && <DayStrip clock={one.clock} />}
            <span className="row page-turner">
              <ActionIcon
                variant="subtle"
                size={30}
                aria-label="上一件"
                disabled={previous === null}
                onClick={() => goTo(previous)}
              >
                <IconChevronLeft size={18} aria-hidden />
              </ActionIcon>
              <ActionIcon variant="subtle" size={30} aria-label="下一件" disabled={next === null} onClick={() => goTo(next)}>
                <IconChevronRight size={18} aria-hidden />
              </ActionIcon>
            </span>
          </>
        }
      />
      <FalseDeclarationBanner kind="application" id={one.id} />
      <ErrorBanner error={papers.error} />
      <Panes>
        <ApplicantPane pack={pack} one={one} papers={papers} width={widths.applicant} />
        <Pane
          label="经济困难状况核查"
          share={537}
          narrow
          head={
            <div className="pane-title">
              <SectionHead
                icon={<IconCalculator size={18} aria-hidden />}
                title="经济困难状况核查"
                aside={
                  <span className="note muted">
                    规则包 {hardship.packVersion}　按收到日 {one.application.receivedOn.slice(5)}
                  </span>
                }
              />
            </div>
          }
        >
          <HardshipSteps pack={pack} steps={hardship.steps} />
          <div className="verdict-slot">
            <HardshipVerdict
              pack={pack}
              result={hardship}
              side={
                <BusyButton
                  variant="default"
                  onClick={() => papers.issue('hardship-check-sheet', { kind: 'application', id: one.id })}
                >
                  打印核查表
                </BusyButton>
              }
            />
            <HardshipPapers one={one} papers={papers} />
            <p className="note muted">
              {`结论：符合、不符合、免予核查（${clauses.waived}）、不适用（${clauses['not-applicable']}），不能由规则确定的须人工核查。金额单位：元。`}
            </p>
          </div>
        </Pane>
        {isOpen ? (
          <DecisionPane pack={pack} one={one} papers={papers} width={widths.decision} />
        ) : (
          <DecidedPane pack={pack} one={one} papers={papers} width={widths.decision} />
        )}
      </Panes>
      <KeyBar
        hints={[
          ...(isOpen && isDirector
            ? [
                { keys: ['1'], label: '给予' },
                { keys: ['2'], label: '不予' },
                { keys: ['F8'], label: '全页预览' },
              ]
            : isOpen
              ? [
                  { keys: ['E'], label: '修改' },
                  one.status === 'supplementing' ? { keys: ['R'], label: '补正收齐' } : { keys: ['B'], label: '补正通知' },
                ]
              : one.decision === null
                ? []
                : [{ keys: ['Ctrl+P'], label: '打印决定书' }]),
          { keys: ['Alt+ArrowLeft'], label: '上一件' },
          { keys: ['Alt+ArrowRight'], label: '下一件' },
          { keys: ['?'], label: '全部按键' },
        ]}
        aside={isOpen ? '签发后不能修改，只能以新决定变更' : undefined}
      />
      {papers.dialog}
    </>
  )
}

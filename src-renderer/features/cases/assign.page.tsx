import { Button, TextInput } from '@mantine/core'
import { IconCircleX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { fieldErrors } from '../../api/error-text.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useConflicts } from '../../api/use-conflicts.ts'
import { useDo } from '../../api/use-do.ts'
import { matterWords, usePack } from '../../api/use-pack.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { askConfirm } from '../../ui/confirm.tsx'
import { ConflictPanel } from '../../ui/conflict-panel.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { Field, focusFirstError } from '../../ui/field.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ActionBar, PageHead, Pane, Panes, Section, SectionHead, Sheet, SidePane } from '../../ui/page.tsx'
import { StatusWord } from '../../ui/status-word.tsx'
import { type Candidate, type ProviderChoice, providerChoices } from './assign-choices.ts'
import { handlerColumns, providerColumns } from './assign-columns.tsx'
import { ChosenFacts, NothingChosen } from './assign-facts.tsx'
import type { CaseDetail } from './case-words.ts'
import './cases.css'

/** 指派: the provider, then the handler; who may not be chosen stands there too, with the rule. */
export function AssignPage() {
  const { id = '' } = useParams<{ id: string }>()
  const detail = useAsk('cases.get', { id })
  return (
    <Sheet folded>
      <AskState ask={detail}>{one => <AssignSheet key={one.id} one={one} />}</AskState>
    </Sheet>
  )
}

function candidateKey(one: Candidate): string {
  return one.handler.id
}

function providerKey(one: ProviderChoice): string {
  return one.id
}

function AssignSheet({ one }: { readonly one: CaseDetail }) {
  const [, go] = useLocation()
  const { user, today } = useSession()
  const pack = usePack()
  const mayAssign = hasRole(user, ['clerk', 'director'])
  const [version, setVersion] = useState(one.version)
  const [day, setDay] = useState<string | null>(today)
  const [dayProblem, setDayProblem] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [providerId, setProviderId] = useState<string | null>(null)
  const [handlerId, setHandlerId] = useState<string | null>(null)
  const assign = useDo('cases.assign')
  const asked = day !== null && dayProblem === null ? day : today
  const candidates = useAsk('cases.candidates', { id: one.id, assignedOn: asked }, { keep: true, enabled: mayAssign })
  const providers = useMemo(() => providerChoices(candidates.data ?? []), [candidates.data])
  const shown = (candidates.data ?? []).filter(entry => providerId === null || entry.handler.handler.providerId === providerId)
  const chosen = shown.find(entry => entry.handler.id === handlerId) ?? null
  const conflicts = useConflicts(mayAssign ? { caseId: one.id, handlerId: chosen?.handler.id ?? null } : null)
  const isChange = one.assignment !== null
  const back = () => go(`/cases/${one.id}`)
  const goOn = () => {
    setVersion(one.version)
    assign.clear()
  }
  const blocked = blockedBecause({ one, mayAssign, chosen, day, dayProblem, isChange, reason, unanswered: conflicts.missing })
  const wrong = assign.error ? fieldErrors(assign.error) : {}
  const send = async () => {
    if (blocked !== null || !chosen || day === null) return
    const open = chosen.warnings.map(warning => warning.message)
    if (open.length > 0) {
      const answer = await askConfirm({
        title: `指派 ${chosen.handler.handler.name} 之前请核实`,
        text: open.join('；'),
        action: '已核实，指派',
      })
      if (!answer) return
    }
    const reply = await assign.run({
      id: one.id,
      handlerId: chosen.handler.id,
      assignedOn: day,
      reason: isChange ? reason : null,
      conflictReasons: [...conflicts.toSend],
      version,
    })
    if (!reply.ok) {
      conflicts.again()
      return void requestAnimationFrame(() => focusFirstError())
    }
    announceDone(`已指派 ${chosen.handler.handler.name}　${reply.value.number}，可以打印指派通知书`)
    back()
  }
  useKeys([
    { keys: 'Ctrl+Enter', label: '指派', run: () => void send(), when: blocked === null },
    { keys: 'Escape', label: '返回案件', run: back },
  ])
  const { type, stage } = matterWords(pack, one.matterType, one.stage)
  return (
    <>
      <PageHead
        crumb={`案件 / ${one.number}`}
        title={isChange ? '变更承办人' : '指派承办人'}
        sub={`${one.personName}　${type}　${stage}　${one.cause}`}
        actions={
          <>
            {one.possibleLifeOrDeathSentence && <StatusWord kind="attention">可能判处无期徒刑、死刑</StatusWord>}
            <span className="second muted">
              {one.decision ? `决定 ${one.decision.decidedOn}　${one.decision.number}` : `立案 ${one.openedOn}`}
            </span>
          </>
        }
      />
      <Panes>
        <Pane label="承办机构" width={320} fill>
          <DataTable
            label="承办机构"
            columns={providerColumns}
            rows={providers}
            rowKey={providerKey}
            rowHeight={50}
            selectedKey={providerId}
            onSelect={row => {
              setProviderId(row.id)
              setHandlerId(null)
            }}
            autoFocus
            empty={<p className="table-empty">还没有在用的承办机构。</p>}
          />
        </Pane>
        <Pane label="承办人" fill>
          <AskState ask={candidates}>
            {() => (
              <DataTable
                label="承办人"
                columns={handlerColumns(asked, pack)}
                rows={shown}
                rowKey={candidateKey}
                rowHeight={50}
                selectedKey={handlerId}
                onSelect={row => setHandlerId(row.handler.id)}
                rowTone={row => (row.isAllowed ? undefined : 'quiet')}
                empty={
                  <EmptyState
                    title="还没有可以指派的承办人"
                    text="先登记承办机构和承办人，写明执业起始日期。"
                    steps={[
                      {
                        title: '登记承办机构和承办人',
                        text: '律师事务所、基层法律服务所、法律援助中心',
                        action: '去登记',
                        onAction: () => go('/providers'),
                        primary: true,
                      },
                    ]}
                  />
                }
              />
            )}
          </AskState>
        </Pane>
        <SidePane label="指派" width={360}>
          {assign.error?.code === 'STALE' && one.version !== version ? (
            <Banner
              tone="warn"
              title="案件在您打开之后被改过，还没有指派"
              side={
                <Button size="xs" variant="default" onClick={goOn}>
                  已看过，接着办
                </Button>
              }
            >
              这一页已是最新的状态和承办人。
            </Banner>
          ) : (
            <ErrorBanner error={Object.keys(wrong).length > 0 ? null : assign.error} />
          )}
          {chosen ? <ChosenFacts chosen={chosen} day={asked} /> : <NothingChosen one={one} />}
          <Section>
            <SectionHead title="利益冲突" count={conflicts.findings.length || undefined} />
            <ConflictPanel {...conflicts} before="选了承办人就查" />
          </Section>
          <Section label="指派日期">
            <Field
              label="指派日期"
              required
              error={wrong.assignedOn}
              hint={`${one.decision ? '决定' : '立案'}之日 ${one.openedOn} 起，不晚于今天`}
            >
              <DateField
                value={day}
                onChange={setDay}
                onProblem={setDayProblem}
                today={today}
                earliest={one.assignment?.assignedOn ?? one.openedOn}
                latest={today}
              />
            </Field>
            {isChange && (
              <Field
                label="变更原因"
                required
                error={wrong.reason}
                hint={`原承办人 ${one.assignment?.handlerName ?? ''}，原文号保留`}
              >
                <TextInput value={reason} maxLength={200} onChange={event => setReason(event.currentTarget.value)} />
              </Field>
            )}
          </Section>
        </SidePane>
      </Panes>
      <ActionBar>
        <KeyHints
          hints={[
            { keys: ['ArrowUp', 'ArrowDown'], label: '选择' },
            { keys: ['F6'], label: '机构、承办人、指派' },
            { keys: ['Escape'], label: '返回案件' },
          ]}
        />
        <span className="push row">
          {blocked && (
            <span className="blocked">
              <IconCircleX size={16} aria-hidden />
              <span className="clip">{blocked}</span>
            </span>
          )}
          <Button variant="default" onClick={back}>
            取消
          </Button>
          <BusyButton keys="Ctrl+Enter" disabled={blocked !== null} refusesEnter onClick={send}>
            {chosen ? `指派 ${chosen.handler.handler.name}` : '指派'}
          </BusyButton>
        </span>
      </ActionBar>
    </>
  )
}

type Standing = {
  readonly one: CaseDetail
  readonly mayAssign: boolean
  readonly chosen: Candidate | null
  readonly day: string | null
  readonly dayProblem: string | null
  readonly isChange: boolean
  readonly reason: string
  /** Conflicts of interest that still need a reason. */
  readonly unanswered: number
}

/** Why the button is shut, in one sentence; null when it is open. */
function blockedBecause({ one, mayAssign, chosen, day, dayProblem, isChange, reason, unanswered }: Standing): string | null {
  if (!mayAssign) return '由接待员或主任指派'
  if (one.status !== 'awaiting-assignment' && one.status !== 'handling') return '已登记结案，不能再变更承办人'
  if (!chosen) return '先选承办人'
  if (chosen.refusal) return chosen.refusal.message
  if (one.assignment?.handlerId === chosen.handler.id) return '现在就是由他承办'
  if (day === null || dayProblem !== null) return dayProblem ?? '请填写指派日期'
  if (isChange && reason.trim() === '') return '写明变更原因'
  if (unanswered > 0) return `还有 ${unanswered} 项利益冲突没有登记处理理由`
  return null
}

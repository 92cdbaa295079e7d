import { Checkbox, Textarea } from '@mantine/core'
import { IconCircleX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { ApplicationCourse } from '../../../src-main/contract/procedure.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { backEntryField } from '../../api/back-entry.ts'
import { BackEntryField } from '../../api/back-entry-field.tsx'
import { fieldErrors } from '../../api/error-text.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import type { PaperDialogHandle } from '../../api/use-paper-dialog.tsx'
import { discardDraft, loadDraft, useServerDraft } from '../../api/use-server-draft.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { draftOf } from '../../ui/draft-shape.ts'
import { Field, focusFirstError } from '../../ui/field.tsx'
import { type Problems, renamedProblems } from '../../ui/form-problems.ts'
import { useKeys } from '../../ui/keys.ts'
import { Pane } from '../../ui/page.tsx'
import { RadioCard } from '../../ui/radio-card.tsx'
import { AidFormChecks } from './aid-form-checks.tsx'
import type { ApplicationDetail } from './application-words.ts'
import { DecisionPreview } from './decision-preview.tsx'
import { type DecisionValues, decisionInputOf, decisionProblems, emptyDecision, opinionOf } from './decision-values.ts'

type PaneProps = {
  readonly pack: RulePack
  readonly one: ApplicationDetail
  readonly papers: PaperDialogHandle
  /** In CSS px. */
  readonly width: number
}

/** The right pane while the application waits: grant or refuse, and the paper as it will be. */
export function DecisionPane(props: PaneProps) {
  const { one, width } = props
  const { today } = useSession()
  const [start, setStart] = useState<DecisionValues | null>(null)
  const draftName = `decisions.${one.id}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form begins once; what changes later must not empty it
  useEffect(() => {
    const ground = emptyDecision(one.application.aidForms, today)
    void loadDraft(draftName, content => draftOf(ground, content)).then(draft => setStart(draft?.values ?? ground))
  }, [])
  if (start === null)
    return (
      <Pane label="决定" width={width} narrow>
        <div aria-busy />
      </Pane>
    )
  return <DecisionForm {...props} start={start} draftName={draftName} />
}

function DecisionForm({
  pack: all,
  one,
  papers,
  width,
  start,
  draftName,
}: PaneProps & { readonly start: DecisionValues; readonly draftName: string }) {
  const { user, today } = useSession()
  const pack = useOffered(all, one.application.aidForms)
  const isDirector = hasRole(user, ['director'])
  const [values, setValues] = useState(start)
  const [isTried, setTried] = useState(false)
  const [hasAllForms, setAllForms] = useState(false)
  const [withSeal, setWithSeal] = useState(false)
  const seal = useAsk('seal.get', {}, { enabled: isDirector }).data
  const course = useAsk('procedure.get', { id: one.id }).data
  const paperForm = values.outcome === 'refused' ? 'refusal-decision' : 'grant-decision'
  const maySeal = values.outcome !== '' && seal?.isOn === true && seal.forms.some(each => each.form === paperForm)
  const [dayProblem, setDayProblem] = useState<string | null>(null)
  const set = (patch: Partial<DecisionValues>) => setValues(now => ({ ...now, ...patch }))
  const draft = useServerDraft(draftName, values, emptyDecision(one.application.aidForms, today), isDirector)
  const decide = useDo('decisions.decide')
  const refused = decide.error ? renamedProblems(fieldErrors(decide.error), backEntryField) : {}
  const problems: Problems = {
    ...(isTried ? decisionProblems(values) : {}),
    ...refused,
    ...(dayProblem === null ? {} : { decidedOn: dayProblem }),
  }
  const blocked = blockedBecause(one, values.outcome, isDirector, course)
  const applied = one.application.aidForms
  const shownForms = hasAllForms ? pack.codes.aidForms.map(entry => entry.code) : [...new Set([...applied, ...values.aidForms])]
  const sign = async () => {
    setTried(true)
    const input = dayProblem === null ? decisionInputOf(values, one.id, one.version) : null
    if (input === null) {
      requestAnimationFrame(() => focusFirstError())
      return
    }
    const reply = await decide.run({ ...input, withSeal: withSeal && maySeal })
    if (!reply.ok) return
    draft.drop()
    await discardDraft(draftName)
    const { decisionNumber, caseNumber, paperId } = reply.value
    announceDone(caseNumber === null ? `已签发 ${decisionNumber}` : `已签发 ${decisionNumber}　案件 ${caseNumber}`)
    await papers.show(paperId)
  }
  const maySign = blocked === null && !decide.isBusy
  useKeys([
    { keys: '1', label: '给予法律援助', run: () => set({ outcome: 'granted' }), when: isDirector },
    { keys: '2', label: '不予法律援助', run: () => set({ outcome: 'refused' }), when: isDirector },
    { keys: 'Ctrl+Enter', label: '签发决定', run: () => void sign(), when: maySign && values.outcome !== '' },
  ])
  return (
    <Pane
      label="决定"
      width={width}
      narrow
      fill
      head={
        <div className="decision-form">
          <div className="radio-cards decision-cards" role="radiogroup" aria-label="决定">
            <RadioCard
              name="decision"
              label="给予法律援助"
              keys="1"
              checked={values.outcome === 'granted'}
              disabled={!isDirector}
              onChoose={() => set({ outcome: 'granted' })}
            />
            <RadioCard
              name="decision"
              label="不予法律援助"
              keys="2"
              checked={values.outcome === 'refused'}
              disabled={!isDirector}
              onChoose={() => set({ outcome: 'refused' })}
            />
          </div>
          <ErrorBanner error={decide.error?.code === 'VALIDATION' ? null : decide.error} />
          {values.outcome === 'granted' && (
            <Field
              group
              required
              label="援助形式"
              labelWidth={66}
              hint="按申请勾选，可改"
              error={problems.aidForms}
              name="aidForms"
            >
              <AidFormChecks
                pack={pack}
                codes={shownForms}
                value={values.aidForms}
                onChange={aidForms => set({ aidForms })}
                more={
                  hasAllForms ? undefined : (
                    <button type="button" className="text-link second" onClick={() => setAllForms(true)}>
                      其他形式…
                    </button>
                  )
                }
              />
            </Field>
          )}
          {values.outcome === 'refused' && (
            <Field group required label="不予理由" labelWidth={66} error={problems.reasons} name="reasons">
              <div className="refusal-reasons">
                {pack.codes.refusalReasons.map(reason => (
                  <Checkbox
                    key={reason.code}
                    label={reason.label}
                    checked={values.reasons.includes(reason.code)}
                    onChange={event =>
                      set({
                        reasons: event.currentTarget.checked
                          ? [...values.reasons, reason.code]
                          : values.reasons.filter(code => code !== reason.code),
                      })
                    }
                  />
                ))}
              </div>
            </Field>
          )}
          {values.outcome !== '' && (
            <Field
              required
              label={values.outcome === 'granted' ? '审批意见' : '理由说明'}
              labelWidth={66}
              error={problems.opinion}
              name="opinion"
            >
              <Textarea
                value={opinionOf(values)}
                autosize
                minRows={2}
                maxRows={5}
                maxLength={1000}
                onChange={event =>
                  set(
                    values.outcome === 'refused'
                      ? { refusalOpinion: event.currentTarget.value }
                      : { grantOpinion: event.currentTarget.value },
                  )
                }
              />
            </Field>
          )}
          {maySeal && (
            <Checkbox label="决定书套印印章图" checked={withSeal} onChange={event => setWithSeal(event.currentTarget.checked)} />
          )}
          <div className="row">
            <BusyButton
              keys="Ctrl+Enter"
              refusesEnter
              busy={decide.isBusy}
              disabled={blocked !== null || values.outcome === ''}
              onClick={sign}
            >
              签发决定
            </BusyButton>
            {blocked !== null ? (
              <span className="blocked">
                <IconCircleX size={16} aria-hidden />
                {blocked}
              </span>
            ) : values.outcome === '' ? (
              <span className="note muted">先选给予或不予</span>
            ) : (
              <span className="row decision-day">
                <span className="second soft" aria-hidden>
                  决定日期
                </span>
                <DateField
                  aria-label="决定日期"
                  value={values.decidedOn}
                  onChange={decidedOn => set({ decidedOn })}
                  onProblem={setDayProblem}
                  error={problems.decidedOn}
                  earliest={one.application.receivedOn}
                  latest={today}
                  today={today}
                />
              </span>
            )}
          </div>
          {values.outcome === 'granted' && isDirector && (
            <BackEntryField
              value={values}
              onChange={set}
              seriesId="case"
              day={values.decidedOn}
              matterType={one.application.matterType}
              stage={one.application.stage}
              problemOf={name => problems[name]}
              labelWidth={66}
            />
          )}
          <p
            className="note muted decision-note"
            data-kind={problems.decidedOn ? 'error' : undefined}
            role={problems.decidedOn ? 'alert' : undefined}
          >
            {problems.decidedOn ?? signingNote(values.outcome)}
          </p>
        </div>
      }
    >
      <DecisionPreview pack={pack} one={one} values={values} isDirector={isDirector} />
    </Pane>
  )
}

/** What signing does at once, under the button. */
function signingNote(outcome: DecisionValues['outcome']): string {
  if (outcome === 'granted') return '签发时一次取号：案件编号、决定书文号'
  return outcome === 'refused' ? '签发时取决定书文号' : ''
}

/** Why the decision cannot be signed now, or null. */
function blockedBecause(
  one: ApplicationDetail,
  outcome: DecisionValues['outcome'],
  isDirector: boolean,
  course: ApplicationCourse | undefined,
): string | null {
  if (!isDirector) return '由主任签发决定'
  if (one.status === 'supplementing') return '补正收齐后才能决定'
  const letter = course?.cooperations.find(each => each.answeredOn === null)
  if (letter) return `${letter.number} 还没有答复`
  if (course?.reviewRule.requirement === 'required' && course.review === null) return '还没有审查意见'
  if (outcome === 'granted' && one.hardship.outcome === 'not-met') return '核查结果不符合，不能给予'
  return null
}

import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { backEntryOf } from '../../api/back-entry.ts'
import { invoke } from '../../api/client.ts'
import { fieldErrors } from '../../api/error-text.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useConflicts } from '../../api/use-conflicts.ts'
import { useDo } from '../../api/use-do.ts'
import { knownParticulars } from '../../api/use-known-people.ts'
import { usePackAsk } from '../../api/use-pack.ts'
import { usePaperDialog } from '../../api/use-paper-dialog.tsx'
import { discardDraft, loadDraft, useServerDraft } from '../../api/use-server-draft.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { ErrorPanel } from '../../ui/choice-panel.tsx'
import { timeOfInstant } from '../../ui/day-text.ts'
import { announceDone } from '../../ui/done-line.tsx'
import { DraftLine } from '../../ui/draft-line.tsx'
import { draftOf } from '../../ui/draft-shape.ts'
import { focusFirstError } from '../../ui/field.tsx'
import { renamedProblems } from '../../ui/form-problems.ts'
import { useKeys } from '../../ui/keys.ts'
import { rememberRow } from '../../ui/list-memory.ts'
import { PageHead, Sheet } from '../../ui/page.tsx'
import { withoutCertificate } from '../../ui/person-draft.ts'
import { useFormValues } from '../../ui/use-form-values.ts'
import { ApplicationForm, openFirstProblem, pageAfter, useFormPage } from './application-form.tsx'
import {
  type ApplicationValues,
  applicationField,
  applicationInputOf,
  applicationProblems,
  conflictQuestionOf,
  emptyApplication,
  fromConsultation,
} from './application-values.ts'

type Start = {
  readonly values: ApplicationValues
  readonly ground: ApplicationValues
  readonly restoredAt: string | null
  /** Number of the consultation it grew out of. */
  readonly consultation: string | null
}

/** 登记申请: a fresh one, one that grew out of a consultation (`?from=ID`), or one of a known person (`?person=ID`). */
export function NewApplicationPage() {
  const pack = usePackAsk()
  const { user } = useSession()
  if (!hasRole(user, ['clerk', 'director']))
    return (
      <Sheet>
        <ErrorPanel title="申请由接待员或主任登记" text="您可以在申请列表里查看已登记的申请。" />
      </Sheet>
    )
  return (
    <Sheet>
      <AskState ask={pack}>{({ pack: rules }) => <Prepared pack={rules} />}</AskState>
    </Sheet>
  )
}

/** Gathers what is known already: a consultation, a person, a draft from before a crash. */
function Prepared({ pack: all }: { readonly pack: RulePack }) {
  const { today } = useSession()
  const pack = useOffered(all)
  const query = new URLSearchParams(useSearch())
  const from = query.get('from')
  const personId = query.get('person')
  const draftName = `applications.new${from === null ? '' : `.from.${from}`}${personId === null ? '' : `.${personId}`}`
  const [start, setStart] = useState<Start | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form begins once; what changes later must not empty it
  useEffect(() => {
    void gather(pack, today, draftName, from, personId).then(setStart)
  }, [draftName])
  if (start === null) return <div className="grow" aria-busy />
  return <Form key={draftName} pack={all} start={start} draftName={draftName} />
}

async function gather(
  pack: RulePack,
  today: string,
  draftName: string,
  from: string | null,
  personId: string | null,
): Promise<Start> {
  const empty = emptyApplication(pack, today)
  const consultation = from === null ? null : await invoke('consultations.get', { id: from })
  const known = personId === null ? empty : await withPerson(empty, personId)
  const ground = consultation?.ok ? fromConsultation(known, consultation.value) : known
  const draft = await loadDraft(draftName, content => draftOf(ground, content))
  return {
    ground,
    values: draft?.values ?? ground,
    restoredAt: draft?.savedAt ?? null,
    consultation: consultation?.ok ? consultation.value.number : null,
  }
}

/** A known person's particulars; certificate and phone stay masked and stand for the recorded ones. */
async function withPerson(empty: ApplicationValues, id: string): Promise<ApplicationValues> {
  const known = await knownParticulars(id, empty.certificateKind)
  return 'problem' in known ? empty : { ...empty, ...known.person, personId: id }
}

function Form({ pack: all, start, draftName }: { readonly pack: RulePack; readonly start: Start; readonly draftName: string }) {
  const [, go] = useLocation()
  const { today } = useSession()
  const isWithout = withoutCertificate(all.codes.certificateKinds)
  const form = useFormValues(start.values, values => applicationProblems(values, isWithout, today))
  const { values } = form
  const pack = useOffered(all, values)
  const [restoredAt, setRestoredAt] = useState(start.restoredAt)
  const [savedId, setSavedId] = useState<string | null>(null)
  const draft = useServerDraft(draftName, values, start.ground, savedId === null)
  const submit = useDo('applications.submit')
  const papers = usePaperDialog(() => savedId !== null && go(`/applications/${savedId}`))
  const showPage = useFormPage()
  const conflicts = useConflicts(savedId === null ? conflictQuestionOf(values, null) : null)
  const showProblems = (names: readonly string[]) => {
    openFirstProblem(names, showPage)
    requestAnimationFrame(() => requestAnimationFrame(() => focusFirstError()))
  }
  const save = async () => {
    const input = form.tryAll() ? applicationInputOf(values, isWithout) : null
    if (input === null) {
      showProblems(Object.keys(applicationProblems(values, isWithout, today)))
      return
    }
    const reply = await submit.run({ ...input, conflictReasons: [...conflicts.toSend], backEntry: backEntryOf(values) })
    if (!reply.ok) {
      if (reply.error.code === 'RULE') {
        conflicts.again()
        return
      }
      const refused = renamedProblems(fieldErrors(reply.error), applicationField)
      form.refuse(refused)
      showProblems(Object.keys(refused))
      return
    }
    const { id, number } = reply.value
    setSavedId(id)
    draft.drop()
    await discardDraft(draftName)
    rememberRow('applications', id)
    announceDone(`已收到申请 ${number}　${values.name.trim()}`)
    if (values.materials.length === 0) {
      go(`/applications/${id}`)
      return
    }
    await papers.issue('materials-receipt', { kind: 'application', id })
  }
  const startAgain = async () => {
    draft.drop()
    await discardDraft(draftName)
    form.replace(start.ground)
    setRestoredAt(null)
  }
  const following = pageAfter(showPage.page, values)
  const primary = following === null ? save : () => showPage.open(following)
  useKeys([
    {
      keys: 'Ctrl+Enter',
      label: following === null ? '提交申请' : '下一页',
      run: () => void primary(),
      when: !submit.isBusy && savedId === null,
    },
    { keys: 'Ctrl+S', label: '提交申请', run: () => void save(), when: !submit.isBusy && savedId === null },
    { keys: 'Escape', label: '返回申请列表', run: () => go('/applications') },
  ])
  return (
    <>
      <PageHead
        openFoot
        title="登记申请"
        sub={start.consultation === null ? '法律援助申请表' : `由来访登记 ${start.consultation} 转来`}
        actions={
          <>
            {restoredAt !== null && (
              <span className="second soft">
                {`已恢复 ${timeOfInstant(restoredAt)} 的草稿　`}
                <button type="button" className="text-link" onClick={() => void startAgain()}>
                  重新填
                </button>
              </span>
            )}
            <DraftLine state={draft.state} />
          </>
        }
      />
      <ErrorBanner error={submit.error?.code === 'VALIDATION' ? null : (submit.error ?? papers.error)} />
      <ApplicationForm
        form={form}
        pack={pack}
        today={today}
        conflicts={conflicts}
        filedPersonId={null}
        isSaved={savedId !== null}
        showPage={showPage}
        buttons={
          savedId !== null && papers.error !== null ? (
            <BusyButton onClick={() => go(`/applications/${savedId}`)}>打开这份申请</BusyButton>
          ) : following !== null ? (
            <BusyButton keys="Ctrl+Enter" onClick={() => showPage.open(following)}>
              下一页
            </BusyButton>
          ) : (
            <BusyButton keys="Ctrl+Enter" busy={submit.isBusy} disabled={savedId !== null} onClick={save}>
              提交申请
            </BusyButton>
          )
        }
      />
      {papers.dialog}
    </>
  )
}

import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { backEntryOf } from '../../api/back-entry.ts'
import { invoke } from '../../api/client.ts'
import { bannerError } from '../../api/error-text.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useConflicts } from '../../api/use-conflicts.ts'
import { useDo } from '../../api/use-do.ts'
import { knownParticulars } from '../../api/use-known-people.ts'
import { type NewStart, startNew, useNewRecord } from '../../api/use-new-record.tsx'
import { usePackAsk } from '../../api/use-pack.ts'
import { usePaperDialog } from '../../api/use-paper-dialog.tsx'
import { useStart } from '../../api/use-start.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { ErrorPanel } from '../../ui/choice-panel.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { useKeys } from '../../ui/keys.ts'
import { rememberRow } from '../../ui/list-memory.ts'
import { PageHead, Sheet } from '../../ui/page.tsx'
import { withoutCertificate } from '../../ui/person-draft.ts'
import { ApplicationForm, pageAfter, showProblems, useFormPage } from './application-form.tsx'
import {
  type ApplicationValues,
  applicationField,
  applicationInputOf,
  applicationProblems,
  conflictQuestionOf,
  emptyApplication,
  fromConsultation,
} from './application-values.ts'

/** `consultation` is the number of the one it grew out of. */
type Start = NewStart<ApplicationValues> & { readonly consultation: string | null }

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
  const start = useStart(draftName, () => gather(pack, today, draftName, from, personId))
  if (start === null) return <div className="grow" aria-busy />
  return <Form key={draftName} pack={all} start={start} />
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
  const ground = consultation?.ok ? fromConsultation(pack, known, consultation.value) : known
  return { ...(await startNew(draftName, ground)), consultation: consultation?.ok ? consultation.value.number : null }
}

/** A known person's particulars; certificate and phone stay masked and stand for the recorded ones. */
async function withPerson(empty: ApplicationValues, id: string): Promise<ApplicationValues> {
  const known = await knownParticulars(id, empty.certificateKind)
  return 'problem' in known ? empty : { ...empty, ...known.person, personId: id }
}

function Form({ pack: all, start }: { readonly pack: RulePack; readonly start: Start }) {
  const [, go] = useLocation()
  const { today } = useSession()
  const isWithout = withoutCertificate(all.codes.certificateKinds)
  const showPage = useFormPage()
  const record = useNewRecord({
    start,
    problemsOf: values => applicationProblems(values, isWithout, today),
    fieldOf: applicationField,
    show: names => showProblems(names, showPage),
  })
  const { form } = record
  const { values } = form
  const pack = useOffered(all, values)
  const [savedId, setSavedId] = useState<string | null>(null)
  const submit = useDo('applications.submit')
  const papers = usePaperDialog(() => savedId !== null && go(`/applications/${savedId}`))
  const conflicts = useConflicts(savedId === null ? conflictQuestionOf(values, null) : null)
  const save = async () => {
    const input = record.ready(typed => applicationInputOf(typed, isWithout))
    if (input === null) return
    const reply = await submit.run({ ...input, conflictReasons: [...conflicts.toSend], backEntry: backEntryOf(values) })
    if (!reply.ok) {
      if (reply.error.code === 'RULE') conflicts.again()
      else record.refuse(reply.error)
      return
    }
    const { id, number } = reply.value
    setSavedId(id)
    await record.settle()
    rememberRow('applications', id)
    announceDone(`已收到申请 ${number}　${values.name.trim()}`)
    if (values.materials.length === 0) {
      go(`/applications/${id}`)
      return
    }
    await papers.issue('materials-receipt', { kind: 'application', id })
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
        actions={record.draftLine}
      />
      <ErrorBanner error={bannerError(submit.error) ?? papers.error} />
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

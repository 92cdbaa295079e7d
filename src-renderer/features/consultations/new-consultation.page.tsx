import { useEffect, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { backEntryOf } from '../../api/back-entry.ts'
import { invoke } from '../../api/client.ts'
import { fieldErrors } from '../../api/error-text.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { useKnownPeople } from '../../api/use-known-people.ts'
import { usePackAsk } from '../../api/use-pack.ts'
import { usePaperDialog } from '../../api/use-paper-dialog.tsx'
import { usePersonForm } from '../../api/use-person-form.ts'
import { discardDraft, loadDraft, useServerDraft } from '../../api/use-server-draft.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { ErrorPanel } from '../../ui/choice-panel.tsx'
import { timeOfInstant } from '../../ui/day-text.ts'
import { announceDone } from '../../ui/done-line.tsx'
import { DraftLine } from '../../ui/draft-line.tsx'
import { draftOf } from '../../ui/draft-shape.ts'
import { focusFirstError } from '../../ui/field.tsx'
import { renamedProblems } from '../../ui/form-problems.ts'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { rememberRow } from '../../ui/list-memory.ts'
import { ActionBar, PageHead, Panes, Sheet, useIsSidePaneDrawer } from '../../ui/page.tsx'
import { withoutCertificate } from '../../ui/person-draft.ts'
import { ProblemButton } from '../../ui/problem-button.tsx'
import { useFormValues } from '../../ui/use-form-values.ts'
import { useInitials } from '../../ui/use-initials.ts'
import { ConsultationForm } from './consultation-form.tsx'
import { ConsultationSide, takeKnown } from './consultation-side.tsx'
import {
  type ConsultationValues,
  consultationField,
  consultationInputOf,
  consultationLabel,
  consultationProblems,
  emptyConsultation,
  firstKind,
  TO_APPLICATION,
  withConsequences,
  withTicket,
} from './consultation-values.ts'

type Staff = readonly { readonly id: string; readonly name: string }[]
type Ticket = { readonly id: string; readonly label: string }
type Start = {
  readonly ticket: Ticket | null
  readonly values: ConsultationValues
  readonly ground: ConsultationValues
  readonly restoredAt: string | null
}

/** 来访登记: the consultation register (咨询登记表) for a visit, call, letter or message. `?person=ID` begins with a known person, `?ticket=ID` with a ticket of the waiting queue. */
export function NewConsultationPage() {
  const pack = usePackAsk()
  const staff = useAsk('users.names', {})
  const { user } = useSession()
  if (!hasRole(user, ['clerk', 'director']))
    return (
      <Sheet>
        <ErrorPanel title="来访由接待员或主任登记" text="您可以在来访登记簿里查看已登记的内容。" />
      </Sheet>
    )
  return (
    <Sheet>
      <AskState ask={pack}>
        {({ pack: rules }) => <AskState ask={staff}>{names => <Prepared pack={rules} staff={names} />}</AskState>}
      </AskState>
    </Sheet>
  )
}

/** Looks for a draft from before a crash or a lock, then shows the form. */
function Prepared({ pack: all, staff }: { readonly pack: RulePack; readonly staff: Staff }) {
  const { user, today } = useSession()
  const pack = useOffered(all)
  const query = new URLSearchParams(useSearch())
  const personId = query.get('person')
  const ticketId = query.get('ticket')
  const about = ticketId ?? personId
  const draftName = about === null ? 'consultations.new' : `consultations.new.${about}`
  const [start, setStart] = useState<Start | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form begins once; what changes later must not empty it
  useEffect(() => {
    const begin = async () => {
      const empty = emptyConsultation(pack, { day: today, time: timeOfInstant(new Date().toISOString()) }, user.id)
      const found = ticketId === null ? null : await invoke('queue.get', { id: ticketId })
      const ticket = found?.ok ? found.value : null
      const ground = ticket === null ? empty : withTicket(pack, empty, ticket)
      const draft = await loadDraft(draftName, content => draftOf(ground, content))
      setStart({ ticket, ground, values: draft?.values ?? ground, restoredAt: draft?.savedAt ?? null })
    }
    void begin()
  }, [draftName])
  if (start === null) return <div className="grow" aria-busy />
  return <Form key={draftName} {...{ pack: all, staff, start, draftName, personId }} />
}

/** Nobody is looked up while the form is about no one (匿名). */
const NOBODY = { name: '', certificateNumber: '', phone: '' } as const

type FormProps = {
  readonly pack: RulePack
  readonly staff: Staff
  readonly start: Start
  readonly draftName: string
  readonly personId: string | null
}

function Form({ pack: all, staff, start, draftName, personId }: FormProps) {
  const [, go] = useLocation()
  const { today } = useSession()
  const isWithout = withoutCertificate(all.codes.certificateKinds)
  const form = useFormValues(start.values, values => consultationProblems(values, isWithout, today))
  const { values } = form
  const pack = useOffered(all, values)
  const person = usePersonForm({
    values,
    set: form.set,
    kinds: pack.codes.certificateKinds,
    categories: pack.codes.personCategories,
    day: values.receivedOn ?? today,
  })
  const known = useKnownPeople(values.isAnonymous ? { ...values, ...NOBODY } : values, firstKind(pack), values.personId)
  // What comes back of the saved person must not begin a new draft.
  const [isSaved, setSaved] = useState(false)
  const draft = useServerDraft(draftName, values, start.ground, !isSaved)
  const [restoredAt, setRestoredAt] = useState(start.restoredAt)
  const register = useDo('consultations.register')
  const papers = usePaperDialog(() => go('/consultations'))
  const causeInput = useRef<HTMLInputElement>(null)
  const isNarrow = useIsSidePaneDrawer()
  const initials = useInitials()

  // biome-ignore lint/correctness/useExhaustiveDependencies: the person named in the address is brought in once
  useEffect(() => {
    if (personId !== null && values.personId === null) void takeKnown(personId, known, form, person)
  }, [])

  // The same certificate and the same name is this person; anything less the clerk decides.
  const isSurely = known.top?.reasons.includes('certificate') === true && known.top.reasons.includes('name')
  const surely = isSurely ? (known.top?.id ?? null) : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the match, not every key typed
  useEffect(() => {
    if (surely !== null && values.personId === null && !isSaved) form.set({ personId: surely })
  }, [surely])

  const save = async (outcome: string) => {
    const saved = { ...values, outcome }
    if (outcome !== values.outcome) form.set({ outcome })
    const input = form.tryAll({ outcome }) ? consultationInputOf(saved, isWithout) : null
    if (input === null) {
      requestAnimationFrame(() => focusFirstError())
      return null
    }
    const reply = await register.run({ ...input, ticketId: start.ticket?.id ?? null, backEntry: backEntryOf(values) })
    if (!reply.ok) {
      form.refuse(renamedProblems(fieldErrors(reply.error), consultationField))
      requestAnimationFrame(() => focusFirstError())
      return null
    }
    setSaved(true)
    draft.drop()
    await discardDraft(draftName)
    announceDone(`已登记 ${reply.value.number}　${values.isAnonymous ? '匿名' : values.name.trim()}`)
    rememberRow('consultations', reply.value.id)
    return reply.value
  }
  const saveOnly = async () => {
    if (await save(values.outcome)) go('/consultations')
  }
  // Who is sent elsewhere takes the slip along that says where.
  const hasPlaces = values.referrals.length > 0
  const saveAndPrint = async () => {
    const saved = await save(values.outcome)
    if (!saved) return
    await papers.issue(hasPlaces ? 'guidance-slip' : 'consultation-register', { kind: 'consultation', id: saved.id })
  }
  const saveAndApply = async () => {
    const hasOutcome = pack.codes.consultationOutcomes.some(entry => entry.code === TO_APPLICATION)
    const saved = await save(hasOutcome ? TO_APPLICATION : values.outcome)
    if (saved) go(`/applications/new?from=${saved.id}`)
  }
  const startAgain = async () => {
    draft.drop()
    await discardDraft(draftName)
    form.replace(start.ground)
    setRestoredAt(null)
  }
  const isBusy = register.isBusy || isSaved
  useKeys([
    { keys: 'Ctrl+S', label: '保存', run: () => void saveOnly(), when: !isBusy },
    { keys: 'Ctrl+P', label: '保存并打印', run: () => void saveAndPrint(), when: !isBusy && !papers.isOpen },
    { keys: 'Ctrl+Enter', label: '转为申请', run: () => void saveAndApply(), when: !isBusy },
    {
      keys: 'F4',
      label: '带入上次的资料',
      run: () => known.top && void takeKnown(known.top.id, known, form, person),
      when: known.top !== null,
      inDialog: isNarrow,
    },
    { keys: 'F2', label: '常用案由', run: () => causeInput.current?.focus() },
    { keys: 'F3', label: '匿名、留名', run: () => form.set({ isAnonymous: !values.isAnonymous }) },
    ...pack.codes.channels.slice(0, 9).map((channel, index) => ({
      keys: `Alt+${index + 1}`,
      label: `方式：${channel.label}`,
      run: () => form.set(withConsequences(pack, values, { channel: channel.code })),
    })),
    { keys: 'Escape', label: '返回来访登记簿', run: () => go('/consultations') },
  ])
  const matched = known.top === null ? 0 : 1 + known.others.length
  return (
    <>
      <PageHead
        title="来访登记"
        sub={start.ticket === null ? '咨询登记表' : `咨询登记表　${start.ticket.label} 号`}
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
      <ErrorBanner error={register.error?.code === 'VALIDATION' ? null : (register.error ?? papers.error)} />
      <Panes>
        <ConsultationForm
          form={form}
          person={person}
          pack={pack}
          staff={staff}
          today={today}
          isReadOnly={false}
          autoFocus
          isNew
          causeInput={causeInput}
          nameHint={
            matched > 0 ? `拼音 ${initials?.(values.name.trim()).join('') ?? ''} 匹配到 ${matched} 人，见右侧` : undefined
          }
        />
        <ConsultationSide known={known} form={form} person={person} />
      </Panes>
      <ActionBar>
        <KeyHints
          hints={[
            { keys: ['Enter'], label: '下一主要项', keep: true },
            { keys: ['F2'], label: '案由' },
            { keys: ['F3'], label: '匿名' },
            { keys: ['Alt+1'], label: '方式 1–4' },
          ]}
        />
        <span className="push row">
          <ProblemButton problems={form.problems} labelOf={consultationLabel} />
          <BusyButton variant="default" keys="Ctrl+P" busy={isBusy} onClick={saveAndPrint}>
            {hasPlaces ? '保存并打印告知单' : '保存并打印'}
          </BusyButton>
          <BusyButton variant="default" keys="Ctrl+S" busy={isBusy} onClick={saveOnly}>
            保存
          </BusyButton>
          <BusyButton keys="Ctrl+Enter" busy={isBusy} onClick={saveAndApply}>
            转为申请
          </BusyButton>
        </span>
      </ActionBar>
      {papers.dialog}
    </>
  )
}

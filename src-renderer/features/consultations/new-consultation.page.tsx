import { useEffect, useRef } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { backEntryOf } from '../../api/back-entry.ts'
import { invoke } from '../../api/client.ts'
import { bannerError } from '../../api/error-text.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { useKnownPerson } from '../../api/use-known-person.tsx'
import { type NewStart, startNew, useNewRecord } from '../../api/use-new-record.tsx'
import { usePackAsk } from '../../api/use-pack.ts'
import { usePaperDialog } from '../../api/use-paper-dialog.tsx'
import { usePersonForm } from '../../api/use-person-form.ts'
import { useStart } from '../../api/use-start.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { ErrorPanel } from '../../ui/choice-panel.tsx'
import { timeOfInstant } from '../../ui/day-text.ts'
import { announceDone } from '../../ui/done-line.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { rememberRow } from '../../ui/list-memory.ts'
import { ActionBar, PageHead, Panes, Sheet } from '../../ui/page.tsx'
import { withoutCertificate } from '../../ui/person-draft.ts'
import { ProblemButton } from '../../ui/problem-button.tsx'
import { useInitials } from '../../ui/use-initials.ts'
import { ConsultationForm } from './consultation-form.tsx'
import { ConsultationSide } from './consultation-side.tsx'
import {
  type ConsultationValues,
  consultationField,
  consultationInputOf,
  consultationLabel,
  consultationProblems,
  emptyConsultation,
  TO_APPLICATION,
  withConsequences,
  withTicket,
} from './consultation-values.ts'

type Staff = readonly { readonly id: string; readonly name: string }[]
type Ticket = { readonly id: string; readonly label: string }
type Start = NewStart<ConsultationValues> & { readonly ticket: Ticket | null }

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
  const start = useStart<Start>(draftName, async () => {
    const empty = emptyConsultation(pack, { day: today, time: timeOfInstant(new Date().toISOString()) }, user.id)
    const found = ticketId === null ? null : await invoke('queue.get', { id: ticketId })
    const ticket = found?.ok ? found.value : null
    return { ...(await startNew(draftName, ticket === null ? empty : withTicket(pack, empty, ticket))), ticket }
  })
  if (start === null) return <div className="grow" aria-busy />
  return <Form key={draftName} {...{ pack: all, staff, start, personId }} />
}

type FormProps = {
  readonly pack: RulePack
  readonly staff: Staff
  readonly start: Start
  readonly personId: string | null
}

function Form({ pack: all, staff, start, personId }: FormProps) {
  const [, go] = useLocation()
  const { today } = useSession()
  const isWithout = withoutCertificate(all.codes.certificateKinds)
  const record = useNewRecord({
    start,
    problemsOf: values => consultationProblems(values, isWithout, today),
    fieldOf: consultationField,
  })
  const { form } = record
  const { values } = form
  const pack = useOffered(all, values)
  const person = usePersonForm({ form, codes: pack.codes, day: values.receivedOn, today })
  const known = useKnownPerson({
    values,
    pick: id => form.set({ personId: id }),
    person,
    isUnnamed: values.isAnonymous,
    isSaved: record.isSaved,
  })
  const register = useDo('consultations.register')
  const papers = usePaperDialog(() => go('/consultations'))
  const causeInput = useRef<HTMLInputElement>(null)
  const initials = useInitials()

  // biome-ignore lint/correctness/useExhaustiveDependencies: the person named in the address is brought in once
  useEffect(() => {
    if (personId !== null && values.personId === null) void known.take(personId)
  }, [])

  const save = async (outcome: string) => {
    if (outcome !== values.outcome) form.set({ outcome })
    const input = record.ready(typed => consultationInputOf(typed, isWithout), { outcome })
    if (input === null) return null
    const reply = await register.run({ ...input, ticketId: start.ticket?.id ?? null, backEntry: backEntryOf(values) })
    if (!reply.ok) {
      record.refuse(reply.error)
      return null
    }
    await record.settle()
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
  const isBusy = register.isBusy || record.isSaved
  useKeys([
    { keys: 'Ctrl+S', label: '保存', run: () => void saveOnly(), when: !isBusy },
    { keys: 'Ctrl+P', label: '保存并打印', run: () => void saveAndPrint(), when: !isBusy && !papers.isOpen },
    { keys: 'Ctrl+Enter', label: '转为申请', run: () => void saveAndApply(), when: !isBusy },
    { keys: 'F2', label: '常用案由', run: () => causeInput.current?.focus() },
    { keys: 'F3', label: '匿名、留名', run: () => form.set({ isAnonymous: !values.isAnonymous }) },
    ...pack.codes.channels.slice(0, 9).map((channel, index) => ({
      keys: `Alt+${index + 1}`,
      label: `方式：${channel.label}`,
      run: () => form.set(withConsequences(pack, values, { channel: channel.code })),
    })),
    { keys: 'Escape', label: '返回来访登记簿', run: () => go('/consultations') },
  ])
  return (
    <>
      <PageHead
        title="来访登记"
        sub={start.ticket === null ? '咨询登记表' : `咨询登记表　${start.ticket.label} 号`}
        actions={record.draftLine}
      />
      <ErrorBanner error={bannerError(register.error) ?? papers.error} />
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
            known.matched > 0
              ? `拼音 ${initials?.(values.name.trim()).join('') ?? ''} 匹配到 ${known.matched} 人，见右侧`
              : undefined
          }
        />
        <ConsultationSide known={known} isAnonymous={values.isAnonymous} />
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

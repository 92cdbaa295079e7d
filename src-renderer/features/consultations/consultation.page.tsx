import { Button } from '@mantine/core'
import { useRef } from 'react'
import { useLocation, useParams } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { bannerError } from '../../api/error-text.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { type RecordStart, startEdit, useEditRecord } from '../../api/use-edit-record.tsx'
import { usePackAsk } from '../../api/use-pack.ts'
import { usePaperDialog } from '../../api/use-paper-dialog.tsx'
import { usePersonForm } from '../../api/use-person-form.ts'
import { useStart } from '../../api/use-start.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { askConfirm } from '../../ui/confirm.tsx'
import { dayOfInstant, timeOfInstant } from '../../ui/day-text.ts'
import { announceDone } from '../../ui/done-line.tsx'
import { KeyCaps, KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { neighbours, rememberRow } from '../../ui/list-memory.ts'
import { ActionBar, PageHead, Panes, Sheet } from '../../ui/page.tsx'
import { withoutCertificate } from '../../ui/person-draft.ts'
import { ProblemButton } from '../../ui/problem-button.tsx'
import type { Opened } from '../../ui/use-stale-save.ts'
import { ConsultationForm } from './consultation-form.tsx'
import {
  type ConsultationValues,
  consultationField,
  consultationInputOf,
  consultationLabel,
  consultationProblems,
  consultationStaleFields,
  consultationValues,
} from './consultation-values.ts'
import { VisitorFile } from './visitor-file.tsx'

type Staff = readonly { readonly id: string; readonly name: string }[]
type Saved = OutputOf<'consultations.get'>
type Start = RecordStart<ConsultationValues>

/** One entry of the register (咨询登记): read, mended, printed, or carried on to an application. */
export function ConsultationPage() {
  const { id = '' } = useParams<{ id: string }>()
  const pack = usePackAsk()
  const staff = useAsk('users.names', {})
  const saved = useAsk('consultations.get', { id })
  return (
    <Sheet>
      <AskState ask={pack}>
        {({ pack: rules }) => (
          <AskState ask={staff}>
            {names => (
              <AskState ask={saved}>{record => <Prepared key={id} pack={rules} staff={names} saved={record} />}</AskState>
            )}
          </AskState>
        )}
      </AskState>
    </Sheet>
  )
}

function openedOf(pack: RulePack, saved: Saved): Opened<ConsultationValues> {
  return { values: consultationValues(pack, saved.consultation), version: saved.version }
}

/** Looks for a draft from before a crash or a lock. */
function Prepared({ pack, staff, saved }: { readonly pack: RulePack; readonly staff: Staff; readonly saved: Saved }) {
  const start = useStart(saved.id, () => startEdit(`consultations.edit.${saved.id}`, openedOf(pack, saved)))
  if (start === null) return <div className="grow" aria-busy />
  return <Form {...{ pack, staff, saved, start }} />
}

type FormProps = { readonly pack: RulePack; readonly staff: Staff; readonly saved: Saved; readonly start: Start }

function Form({ pack: all, staff, saved, start }: FormProps) {
  const [, go] = useLocation()
  const { user, today } = useSession()
  const mayEdit = hasRole(user, ['clerk', 'director']) && saved.voided === null
  const isWithout = withoutCertificate(all.codes.certificateKinds)
  const update = useDo('consultations.update')
  const record = useEditRecord({
    start,
    stored: openedOf(all, saved),
    mayEdit,
    problemsOf: values => consultationProblems(values, isWithout, today),
    inputOf: values => consultationInputOf(values, isWithout),
    fieldOf: consultationField,
    update: {
      run: (consultation, version) => update.run({ id: saved.id, consultation, version }),
      clear: update.clear,
    },
    readAgain: async () => {
      const fresh = await invoke('consultations.get', { id: saved.id })
      return fresh.ok ? openedOf(all, fresh.value) : null
    },
    stale: { what: '这份登记', fields: consultationStaleFields(all, staff) },
    doneLine: () => '已保存',
  })
  const { form, opened, isChanged, save } = record
  const { values } = form
  const pack = useOffered(all, saved.consultation, values)
  const person = usePersonForm({ form, codes: pack.codes, day: values.receivedOn, today })
  const voiding = useDo('consultations.void')
  const papers = usePaperDialog()
  const causeInput = useRef<HTMLInputElement>(null)
  const { place, count, previous, next } = neighbours('consultations', saved.id)

  const print = async () => {
    if (await save()) await papers.issue('consultation-register', { kind: 'consultation', id: saved.id })
  }
  const apply = async () => {
    if (saved.applicationId !== null) go(`/applications/${saved.applicationId}`)
    else if (await save()) go(`/applications/new?from=${saved.id}`)
  }
  const printGuidance = async () => {
    if (await save()) await papers.issue('guidance-slip', { kind: 'consultation', id: saved.id })
  }
  const hasPlaces = values.referrals.length > 0
  const mayVoid = mayEdit && saved.applicationId === null
  const makeVoid = async () => {
    const answer = await askConfirm({
      title: `作废 ${saved.number}？`,
      text: '登记错了的才作废。这一条和编号都留在登记簿里，写明原因，不再计入统计。',
      action: `作废　${saved.number}`,
      irreversible: true,
      destroys: true,
      reason: { label: '作废原因', required: true, placeholder: '如 重复登记' },
    })
    if (!answer) return
    const reply = await voiding.run({ id: saved.id, reason: answer.reason, version: opened.version })
    if (!reply.ok) return
    await record.giveUp()
    announceDone(`已作废 ${saved.number}`)
  }
  const goTo = (id: string | null) => {
    if (id === null) return
    rememberRow('consultations', id)
    go(`/consultations/${id}`)
  }
  const applyWord = saved.applicationId === null ? '转为申请' : '打开申请'
  useKeys([
    { keys: 'Ctrl+S', label: '保存', run: () => void save(), when: mayEdit && isChanged },
    { keys: 'Ctrl+P', label: '打印登记表', run: () => void print(), when: !papers.isOpen },
    { keys: 'Ctrl+Enter', label: applyWord, run: () => void apply(), when: mayEdit || saved.applicationId !== null },
    { keys: 'Ctrl+G', label: '打印引导告知单', run: () => void printGuidance(), when: hasPlaces && !papers.isOpen },
    { keys: 'F2', label: '常用案由', run: () => causeInput.current?.focus(), when: mayEdit },
    { keys: 'Alt+ArrowLeft', label: '上一件', run: () => goTo(previous), when: previous !== null },
    { keys: 'Alt+ArrowRight', label: '下一件', run: () => goTo(next), when: next !== null },
    { keys: 'Escape', label: '返回来访登记簿', run: () => go('/consultations') },
  ])
  return (
    <>
      <PageHead
        crumb={
          <>
            <a href="#/consultations">来访</a>
            {place !== null && `　${place} / ${count}`}　{saved.number}
          </>
        }
        title={`${opened.values.isAnonymous ? '匿名' : opened.values.name}　${opened.values.cause}`}
        actions={
          <>
            {record.draftLine}
            <span className="second soft nowrap">
              {saved.registeredBy} {dayOfInstant(saved.registeredAt)} {timeOfInstant(saved.registeredAt)} 登记
            </span>
          </>
        }
      />
      <ErrorBanner error={bannerError(update.error) ?? voiding.error ?? papers.error} />
      {saved.voided !== null && (
        <Banner tone="warn" title={`已作废：${saved.voided.reason}`}>
          {`${saved.voided.by} ${dayOfInstant(saved.voided.at)} 作废。编号 ${saved.number} 保留，不再使用。`}
        </Banner>
      )}
      <Panes>
        <ConsultationForm
          form={form}
          person={person}
          pack={pack}
          staff={staff}
          today={today}
          isReadOnly={!mayEdit}
          autoFocus={false}
          causeInput={causeInput}
        />
        <VisitorFile saved={saved} pack={all} staff={staff} />
      </Panes>
      <ActionBar>
        <KeyHints
          hints={[
            { keys: ['Tab'], label: '下一项' },
            { keys: ['F6'], label: '下一栏' },
            { keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'], label: '上、下一件' },
          ]}
        />
        <span className="push row">
          <ProblemButton problems={form.problems} labelOf={consultationLabel} />
          {!mayEdit && saved.voided === null && <span className="second muted">由接待员或主任修改</span>}
          {mayVoid && (
            <Button variant="default" onClick={() => void makeVoid()}>
              作废…
            </Button>
          )}
          {hasPlaces && (
            <BusyButton variant="default" keys="Ctrl+G" onClick={printGuidance}>
              引导告知单
            </BusyButton>
          )}
          <BusyButton variant="default" keys="Ctrl+P" onClick={print}>
            {isChanged ? '保存并打印' : '打印登记表'}
          </BusyButton>
          {mayEdit && (
            <BusyButton variant="default" keys="Ctrl+S" busy={update.isBusy} disabled={!isChanged} onClick={save}>
              {isChanged ? '保存' : '没有改动'}
            </BusyButton>
          )}
          {saved.applicationId !== null ? (
            <Button rightSection={<KeyCaps keys="Ctrl+Enter" />} onClick={() => void apply()}>
              打开申请
            </Button>
          ) : (
            mayEdit && (
              <BusyButton keys="Ctrl+Enter" busy={update.isBusy} onClick={apply}>
                转为申请
              </BusyButton>
            )
          )}
        </span>
      </ActionBar>
      {papers.dialog}
      {record.dialog}
    </>
  )
}

import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { fieldErrors } from '../../api/error-text.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useDo } from '../../api/use-do.ts'
import { type KnownPeople as Known, useKnownPeople } from '../../api/use-known-people.ts'
import { usePackAsk } from '../../api/use-pack.ts'
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
import { KnownPeople } from '../../ui/known-people.tsx'
import { rememberRow } from '../../ui/list-memory.ts'
import { ActionBar, PageHead, Panes, Section, Sheet, SidePane } from '../../ui/page.tsx'
import { withoutCertificate } from '../../ui/person-draft.ts'
import { ProblemButton } from '../../ui/problem-button.tsx'
import { type FormValues, useFormValues } from '../../ui/use-form-values.ts'
import { NoticeForm } from './notice-form.tsx'
import { emptyNotice, type NoticeValues, noticeField, noticeInputOf, noticeLabel, noticeProblems } from './notice-values.ts'
import { ReturnDialog } from './return-dialog.tsx'

type Start = { readonly values: NoticeValues; readonly ground: NoticeValues; readonly restoredAt: string | null }

const DRAFT = 'notices.new'

/** 登记通知书: a notice of defence or agency (通知辩护、通知代理); saving it opens the case. `?after=ID` carries on the case before (转阶段). */
export function NewNoticePage() {
  const pack = usePackAsk()
  const { user } = useSession()
  if (!hasRole(user, ['clerk', 'director']))
    return (
      <Sheet>
        <ErrorPanel title="通知书由接待员或主任登记" text="您可以查看已登记的通知书。" />
      </Sheet>
    )
  return (
    <Sheet>
      <AskState ask={pack}>{({ pack: rules }) => <Prepared pack={rules} />}</AskState>
    </Sheet>
  )
}

function Prepared({ pack: all }: { readonly pack: RulePack }) {
  const { today } = useSession()
  const pack = useOffered(all)
  const parent = new URLSearchParams(useSearch()).get('after')
  const draftName = parent === null ? DRAFT : `${DRAFT}.${parent}`
  const [start, setStart] = useState<Start | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form begins once; what changes later must not empty it
  useEffect(() => {
    const ground = {
      ...emptyNotice(pack, { day: today, time: timeOfInstant(new Date().toISOString()) }),
      parentCaseId: parent,
    }
    void loadDraft(draftName, content => draftOf(ground, content)).then(draft =>
      setStart({ ground, values: draft?.values ?? ground, restoredAt: draft?.savedAt ?? null }),
    )
  }, [draftName])
  if (start === null) return <div className="grow" aria-busy />
  return <Form key={draftName} {...{ pack: all, start, draftName }} />
}

type FormProps = { readonly pack: RulePack; readonly start: Start; readonly draftName: string }

function Form({ pack: all, start, draftName }: FormProps) {
  const [, go] = useLocation()
  const { today } = useSession()
  const isWithout = withoutCertificate(all.codes.certificateKinds)
  const form = useFormValues(start.values, values => noticeProblems(values, isWithout, today))
  const { values } = form
  const pack = useOffered(all, values)
  const person = usePersonForm({
    values,
    set: form.set,
    kinds: pack.codes.certificateKinds,
    categories: pack.codes.personCategories,
    day: values.receivedOn ?? today,
  })
  const known = useKnownPeople(values, pack.codes.certificateKinds[0]?.code ?? null, values.personId)
  // What comes back of the saved person must not begin a new draft.
  const [isSaved, setSaved] = useState(false)
  const draft = useServerDraft(draftName, values, start.ground, !isSaved)
  const [restoredAt, setRestoredAt] = useState(start.restoredAt)
  const [isReturning, setReturning] = useState(false)
  const accept = useDo('notices.accept')

  const tried = () => {
    const input = form.tryAll() ? noticeInputOf(values, isWithout) : null
    if (input === null) requestAnimationFrame(() => focusFirstError())
    return input
  }
  const settle = async (id: string) => {
    setSaved(true)
    draft.drop()
    await discardDraft(draftName)
    rememberRow('notices', id)
  }
  const save = async () => {
    const input = tried()
    if (input === null) return
    const reply = await accept.run(input)
    if (!reply.ok) {
      form.refuse(renamedProblems(fieldErrors(reply.error), noticeField))
      requestAnimationFrame(() => focusFirstError())
      return
    }
    await settle(reply.value.id)
    announceDone(`已登记 ${reply.value.number}，立案 ${reply.value.caseNumber}`)
    go(`/cases/${reply.value.caseId}/assign`)
  }
  const startAgain = async () => {
    draft.drop()
    await discardDraft(draftName)
    form.replace(start.ground)
    setRestoredAt(null)
  }
  const isBusy = accept.isBusy || isSaved
  useKeys([
    { keys: 'Ctrl+Enter', label: '登记并立案', run: () => void save(), when: !isBusy && !isReturning },
    { keys: 'Ctrl+B', label: '退回通知', run: () => tried() && setReturning(true), when: !isBusy && !isReturning },
    { keys: 'Escape', label: '返回通知', run: () => go('/notices'), when: !isReturning },
  ])
  const returning = isReturning ? noticeInputOf(values, isWithout) : null
  return (
    <>
      <PageHead
        crumb={<a href="#/notices">通知</a>}
        title="登记通知书"
        sub={values.parentCaseId === null ? '通知辩护、通知代理' : '转阶段：接续前一阶段的案件'}
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
      <ErrorBanner error={accept.error?.code === 'VALIDATION' ? null : accept.error} />
      <Panes>
        <NoticeForm form={form} person={person} pack={pack} today={today} isReadOnly={false} autoFocus />
        <SidePane label="来过本中心" width={300} foot={<span className="note muted">查看本人完整号码会写入操作日志</span>}>
          <Section>
            <KnownPeople
              pickedId={values.personId}
              onUnpick={() => form.set({ personId: null })}
              typed={values}
              top={known.top}
              others={known.others}
              onTake={id => takeKnown(id, known, form, person.change)}
              onDismiss={known.dismiss}
            />
          </Section>
        </SidePane>
      </Panes>
      <ActionBar>
        <KeyHints
          hints={[
            { keys: ['Tab'], label: '下一项' },
            { keys: ['F6'], label: '下一栏' },
          ]}
        />
        <span className="push row">
          <ProblemButton problems={form.problems} labelOf={noticeLabel} />
          <BusyButton variant="default" keys="Ctrl+B" busy={isBusy} onClick={async () => void (tried() && setReturning(true))}>
            退回通知
          </BusyButton>
          <BusyButton keys="Ctrl+Enter" busy={isBusy} onClick={save}>
            登记并立案
          </BusyButton>
        </span>
      </ActionBar>
      {returning !== null && (
        <ReturnDialog
          notice={returning}
          pack={pack}
          onClose={() => setReturning(false)}
          onReturned={async (id, number) => {
            await settle(id)
            announceDone(`已登记 ${number}，退回`)
            go('/notices')
          }}
        />
      )}
    </>
  )
}

/** Brings a known person's particulars into the form (带入上次的资料) and says how much came. */
async function takeKnown(
  id: string,
  known: Known,
  form: FormValues<NoticeValues>,
  change: (patch: Partial<NoticeValues>) => void,
): Promise<void> {
  const taken = await known.take(id)
  if ('problem' in taken) {
    announceDone(`没有带入。${taken.problem}`)
    return
  }
  form.set({ personId: id })
  change(taken.patch)
  const count = Object.keys(taken.patch).length
  announceDone(count === 0 ? '没有空着的项目可带入，已记为此人' : `带入 ${count} 项，没有覆盖已输入的内容`)
}

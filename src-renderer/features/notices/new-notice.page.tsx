import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { bannerError } from '../../api/error-text.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useDo } from '../../api/use-do.ts'
import { knownParticulars } from '../../api/use-known-people.ts'
import { useKnownPerson } from '../../api/use-known-person.tsx'
import { type NewStart, startNew, useNewRecord } from '../../api/use-new-record.tsx'
import { usePackAsk } from '../../api/use-pack.ts'
import { usePersonForm } from '../../api/use-person-form.ts'
import { useStart } from '../../api/use-start.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { ErrorPanel } from '../../ui/choice-panel.tsx'
import { timeOfInstant } from '../../ui/day-text.ts'
import { announceDone } from '../../ui/done-line.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { rememberRow } from '../../ui/list-memory.ts'
import { ActionBar, PageHead, Panes, Section, Sheet, SidePane } from '../../ui/page.tsx'
import { withoutCertificate } from '../../ui/person-draft.ts'
import { ProblemButton } from '../../ui/problem-button.tsx'
import { NoticeForm } from './notice-form.tsx'
import { emptyNotice, type NoticeValues, noticeField, noticeInputOf, noticeLabel, noticeProblems } from './notice-values.ts'
import { ReturnDialog } from './return-dialog.tsx'

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
  const start = useStart(draftName, async () => {
    const empty = emptyNotice(pack, { day: today, time: timeOfInstant(new Date().toISOString()) })
    return startNew(draftName, parent === null ? empty : await afterCase(empty, parent))
  })
  if (start === null) return <div className="grow" aria-busy />
  return <Form key={draftName} {...{ pack: all, start }} />
}

/** What the case before (前一阶段) already says: whose it is and about what. Kind, group and stage of the new notice stay open. */
async function afterCase(empty: NoticeValues, id: string): Promise<NoticeValues> {
  const parent = await invoke('cases.get', { id })
  if (!parent.ok) return { ...empty, parentCaseId: id }
  const { personId, cause, opponentName } = parent.value
  const known = await knownParticulars(personId, empty.certificateKind)
  const person = 'problem' in known ? {} : { ...known.person, personId }
  return { ...empty, ...person, cause, opponentName: opponentName ?? '', parentCaseId: id }
}

type FormProps = { readonly pack: RulePack; readonly start: NewStart<NoticeValues> }

function Form({ pack: all, start }: FormProps) {
  const [, go] = useLocation()
  const { today } = useSession()
  const isWithout = withoutCertificate(all.codes.certificateKinds)
  const record = useNewRecord({
    start,
    problemsOf: values => noticeProblems(values, isWithout, today),
    fieldOf: noticeField,
  })
  const { form } = record
  const { values } = form
  const pack = useOffered(all, values)
  const person = usePersonForm({ form, codes: pack.codes, day: values.receivedOn, today })
  const [isReturning, setReturning] = useState(false)
  const known = useKnownPerson({ values, pick: id => form.set({ personId: id }), person, isSaved: record.isSaved })
  const accept = useDo('notices.accept')

  const ready = () => record.ready(typed => noticeInputOf(typed, isWithout))
  const settle = async (id: string) => {
    await record.settle()
    rememberRow('notices', id)
  }
  const save = async () => {
    const input = ready()
    if (input === null) return
    const reply = await accept.run(input)
    if (!reply.ok) {
      record.refuse(reply.error)
      return
    }
    await settle(reply.value.id)
    announceDone(`已登记 ${reply.value.number}，立案 ${reply.value.caseNumber}`)
    go(`/cases/${reply.value.caseId}/assign`)
  }
  const isBusy = accept.isBusy || record.isSaved
  useKeys([
    { keys: 'Ctrl+Enter', label: '登记并立案', run: () => void save(), when: !isBusy && !isReturning },
    { keys: 'Ctrl+B', label: '退回通知', run: () => ready() && setReturning(true), when: !isBusy && !isReturning },
    { keys: 'Escape', label: '返回通知', run: () => go('/notices'), when: !isReturning },
  ])
  const returning = isReturning ? noticeInputOf(values, isWithout) : null
  return (
    <>
      <PageHead
        crumb={<a href="#/notices">通知</a>}
        title="登记通知书"
        sub={values.parentCaseId === null ? '通知辩护、通知代理' : '转阶段：接续前一阶段的案件'}
        actions={record.draftLine}
      />
      <ErrorBanner error={bannerError(accept.error)} />
      {form.problemOf('parentCaseId') !== undefined && <Banner tone="error" title={form.problemOf('parentCaseId')} />}
      <Panes>
        <NoticeForm form={form} person={person} pack={pack} today={today} isReadOnly={false} autoFocus />
        <SidePane label="来过本中心" width={300} foot={<span className="note muted">查看本人完整号码会写入操作日志</span>}>
          <Section>{known.panel}</Section>
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
          <BusyButton variant="default" keys="Ctrl+B" busy={isBusy} onClick={async () => void (ready() && setReturning(true))}>
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

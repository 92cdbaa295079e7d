import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { CASE_STATUS_WORDS } from '../../../src-main/contract/status-words.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { fieldErrors } from '../../api/error-text.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { labelOf, usePackAsk } from '../../api/use-pack.ts'
import { usePersonForm } from '../../api/use-person-form.ts'
import { discardDraft, loadDraft, useServerDraft } from '../../api/use-server-draft.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { Clock } from '../../ui/clock.tsx'
import { dayOfInstant, timeOfInstant } from '../../ui/day-text.ts'
import { announceDone } from '../../ui/done-line.tsx'
import { DraftLine } from '../../ui/draft-line.tsx'
import { type EditStart, editDraftOf, editStart } from '../../ui/draft-shape.ts'
import { focusFirstError } from '../../ui/field.tsx'
import { renamedProblems } from '../../ui/form-problems.ts'
import { KeyCaps, KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { neighbours, rememberRow } from '../../ui/list-memory.ts'
import { ActionBar, PageHead, Panes, Sheet } from '../../ui/page.tsx'
import { withoutCertificate } from '../../ui/person-draft.ts'
import { ProblemButton } from '../../ui/problem-button.tsx'
import { StaleDialog } from '../../ui/stale-dialog.tsx'
import { useFormValues } from '../../ui/use-form-values.ts'
import { type Opened, useStaleSave } from '../../ui/use-stale-save.ts'
import { NoticeForm } from './notice-form.tsx'
import {
  type NoticeValues,
  noticeField,
  noticeInputOf,
  noticeLabel,
  noticeProblems,
  noticeStaleFields,
  noticeValues,
} from './notice-values.ts'
import { TellOrganDialog } from './tell-organ-dialog.tsx'

type Saved = OutputOf<'notices.get'>

/** One notice (通知书): read, mended while nobody is assigned, and told back to the organ. */
export function NoticePage() {
  const { id = '' } = useParams<{ id: string }>()
  const pack = usePackAsk()
  const saved = useAsk('notices.get', { id })
  return (
    <Sheet>
      <AskState ask={pack}>
        {({ pack: rules }) => <AskState ask={saved}>{record => <Prepared key={id} pack={rules} saved={record} />}</AskState>}
      </AskState>
    </Sheet>
  )
}

type PageProps = { readonly pack: RulePack; readonly saved: Saved }

function draftNameOf(id: string): string {
  return `notices.edit.${id}`
}

function Prepared({ pack, saved }: PageProps) {
  const [start, setStart] = useState<EditStart<NoticeValues> | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form begins once; what changes later must not empty it
  useEffect(() => {
    const ground = editStart(noticeValues(pack, saved.notice), saved.version)
    void loadDraft(draftNameOf(saved.id), content => editDraftOf(ground, content)).then(draft =>
      setStart(draft?.values ?? ground),
    )
  }, [])
  if (start === null) return <div className="grow" aria-busy />
  return <Form {...{ pack, saved, start }} />
}

function Form({ pack: all, saved, start }: PageProps & { readonly start: EditStart<NoticeValues> }) {
  const [, go] = useLocation()
  const { user, today } = useSession()
  const mayAct = hasRole(user, ['clerk', 'director'])
  const isOpen = saved.case === null ? saved.status === 'returned' : saved.case.status === 'awaiting-assignment'
  const mayEdit = mayAct && isOpen
  const isWithout = withoutCertificate(all.codes.certificateKinds)
  const form = useFormValues(start.values, values => noticeProblems(values, isWithout, today))
  const { values } = form
  const pack = useOffered(all, saved.notice, values)
  const [opened, setOpened] = useState<Opened<NoticeValues>>(start.opened)
  const isChanged = JSON.stringify(values) !== JSON.stringify(opened.values)
  const person = usePersonForm({
    values,
    set: form.set,
    kinds: pack.codes.certificateKinds,
    categories: pack.codes.personCategories,
    day: values.receivedOn ?? today,
  })
  const draftName = draftNameOf(saved.id)
  const draft = useServerDraft(draftName, { opened, values }, { opened, values: opened.values }, mayEdit)
  const update = useDo('notices.update')
  const stale = useStaleSave(noticeStaleFields(pack))
  const [isTelling, setTelling] = useState(false)
  const { place, count, previous, next } = neighbours('notices', saved.id)

  // While nothing is typed here, what others save is shown at once.
  const isNewer = saved.version > opened.version
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the stored record, not what is typed
  useEffect(() => {
    if (!isNewer || isChanged) return
    const theirs = noticeValues(pack, saved.notice)
    setOpened({ values: theirs, version: saved.version })
    form.replace(theirs)
  }, [isNewer])

  const settle = async (to: Opened<NoticeValues>) => {
    setOpened(to)
    form.replace(to.values)
    draft.drop()
    await discardDraft(draftName)
  }
  const write = async (mine: NoticeValues, version: number) => {
    const input = form.tryAll(mine) ? noticeInputOf(mine, isWithout) : null
    if (input === null) {
      requestAnimationFrame(() => focusFirstError())
      return
    }
    const reply = await update.run({ id: saved.id, notice: input, version })
    if (reply.ok) {
      await settle({ values: mine, version: reply.value.version })
      announceDone('已保存')
      return
    }
    if (reply.error.code === 'STALE') {
      const fresh = await invoke('notices.get', { id: saved.id })
      if (!fresh.ok) return
      update.clear()
      stale.hold(opened.values, mine, { values: noticeValues(pack, fresh.value.notice), version: fresh.value.version })
      return
    }
    form.refuse(renamedProblems(fieldErrors(reply.error), noticeField))
    requestAnimationFrame(() => focusFirstError())
  }
  const save = async () => {
    if (isChanged) await write(values, opened.version)
  }
  const goTo = (id: string | null) => {
    if (id === null) return
    rememberRow('notices', id)
    go(`/notices/${id}`)
  }
  const { case: kase } = saved
  const canTell = mayAct && kase !== null && kase.handlerName !== null
  useKeys([
    { keys: 'Ctrl+S', label: '保存', run: () => void save(), when: mayEdit && isChanged },
    { keys: 'Ctrl+Enter', label: '打开案件', run: () => kase && go(`/cases/${kase.id}`), when: kase !== null && !isTelling },
    { keys: 'Ctrl+G', label: '告知办案机关', run: () => setTelling(true), when: canTell && !isTelling },
    { keys: 'Alt+ArrowLeft', label: '上一件', run: () => goTo(previous), when: previous !== null },
    { keys: 'Alt+ArrowRight', label: '下一件', run: () => goTo(next), when: next !== null },
    { keys: 'Escape', label: '返回通知', run: () => go('/notices'), when: !isTelling },
  ])
  return (
    <>
      <PageHead
        crumb={
          <>
            <a href="#/notices">通知</a>
            {place !== null && `　${place} / ${count}`}　{saved.number}
          </>
        }
        title={`${opened.values.name}　${opened.values.cause}`}
        actions={
          <>
            {isChanged && <DraftLine state={draft.state} />}
            {saved.clock && <Clock clock={saved.clock} />}
            <span className="second soft nowrap">
              {saved.registeredBy} {dayOfInstant(saved.registeredAt)} {timeOfInstant(saved.registeredAt)} 登记
            </span>
          </>
        }
      />
      <ErrorBanner error={update.error?.code === 'VALIDATION' ? null : update.error} />
      <Standing pack={all} saved={saved} />
      <Panes>
        <NoticeForm form={form} person={person} pack={pack} today={today} isReadOnly={!mayEdit} autoFocus={false} />
      </Panes>
      <ActionBar>
        <KeyHints hints={[{ keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'], label: '上、下一件' }]} />
        <span className="push row">
          <ProblemButton problems={form.problems} labelOf={noticeLabel} />
          {!mayEdit && <span className="second muted">{mayAct ? '案件已指派，通知书不能再改' : '由接待员或主任修改'}</span>}
          {mayEdit && (
            <BusyButton variant="default" keys="Ctrl+S" busy={update.isBusy} disabled={!isChanged} onClick={save}>
              {isChanged ? '保存' : '没有改动'}
            </BusyButton>
          )}
          {canTell && (
            <Button variant="default" rightSection={<KeyCaps keys="Ctrl+G" />} onClick={() => setTelling(true)}>
              {saved.told ? '改告知登记' : '告知办案机关'}
            </Button>
          )}
          {kase && (
            <Button rightSection={<KeyCaps keys="Ctrl+Enter" />} onClick={() => go(`/cases/${kase.id}`)}>
              打开案件
            </Button>
          )}
        </span>
      </ActionBar>
      {isTelling && <TellOrganDialog one={saved} pack={pack} onClose={() => setTelling(false)} />}
      {stale.rows !== null && (
        <StaleDialog
          what="这份通知书"
          rows={stale.rows}
          onClose={stale.close}
          onDiscard={() => {
            if (stale.theirs) void settle(stale.theirs)
            stale.close()
          }}
          onSave={async choice => {
            const merged = stale.merged(choice)
            if (merged === null) return
            form.replace(merged.values)
            stale.close()
            await write(merged.values, merged.version)
          }}
        />
      )}
    </>
  )
}

/** What became of the notice: sent back, its case, and whether the organ knows who was assigned. */
function Standing({ pack, saved }: PageProps) {
  const { returned, case: kase, told } = saved
  if (returned)
    return (
      <Banner tone="warn" title={`已于 ${returned.returnedOn} 退回：${labelOf(pack.codes.noticeReturnReasons, returned.reason)}`}>
        {returned.explanation}
      </Banner>
    )
  if (kase === null) return null
  const word = CASE_STATUS_WORDS[kase.status]
  const handler = kase.handlerName === null ? '尚未指派' : `承办人 ${kase.handlerName}`
  if (told)
    return (
      <Banner tone="ok" title={`案件 ${kase.number}　${word}　${handler}`}>
        {`${told.toldOn} 已${labelOf(pack.codes.deliveryWays, told.way)}告知${saved.notice.organName}${told.note === '' ? '' : `：${told.note}`}`}
      </Banner>
    )
  return (
    <Banner tone={kase.handlerName === null ? 'info' : 'warn'} title={`案件 ${kase.number}　${word}　${handler}`}>
      {kase.handlerName === null ? '指派后告知办案机关。' : `还没有告知${saved.notice.organName}承办人是谁。`}
    </Banner>
  )
}

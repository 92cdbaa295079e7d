import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { CASE_STATUS_WORDS } from '../../../src-main/contract/status-words.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { bannerError } from '../../api/error-text.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { type RecordStart, startEdit, useEditRecord } from '../../api/use-edit-record.tsx'
import { labelOf, usePackAsk } from '../../api/use-pack.ts'
import { usePersonForm } from '../../api/use-person-form.ts'
import { useStart } from '../../api/use-start.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { Clock } from '../../ui/clock.tsx'
import { dayOfInstant, timeOfInstant } from '../../ui/day-text.ts'
import { KeyCaps, KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { neighbours, rememberRow } from '../../ui/list-memory.ts'
import { ActionBar, PageHead, Panes, Sheet } from '../../ui/page.tsx'
import { withoutCertificate } from '../../ui/person-draft.ts'
import { ProblemButton } from '../../ui/problem-button.tsx'
import type { Opened } from '../../ui/use-stale-save.ts'
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

function openedOf(pack: RulePack, saved: Saved): Opened<NoticeValues> {
  return { values: noticeValues(pack, saved.notice), version: saved.version }
}

function Prepared({ pack, saved }: PageProps) {
  const start = useStart(saved.id, () => startEdit(`notices.edit.${saved.id}`, openedOf(pack, saved)))
  if (start === null) return <div className="grow" aria-busy />
  return <Form {...{ pack, saved, start }} />
}

function Form({ pack: all, saved, start }: PageProps & { readonly start: RecordStart<NoticeValues> }) {
  const [, go] = useLocation()
  const { user, today } = useSession()
  const mayAct = hasRole(user, ['clerk', 'director'])
  const isOpen = saved.case === null ? saved.status === 'returned' : saved.case.status === 'awaiting-assignment'
  const mayEdit = mayAct && isOpen
  const isWithout = withoutCertificate(all.codes.certificateKinds)
  const update = useDo('notices.update')
  const record = useEditRecord({
    start,
    stored: openedOf(all, saved),
    mayEdit,
    problemsOf: values => noticeProblems(values, isWithout, today),
    inputOf: values => noticeInputOf(values, isWithout),
    fieldOf: noticeField,
    update: { run: (notice, version) => update.run({ id: saved.id, notice, version }), clear: update.clear },
    readAgain: async () => {
      const fresh = await invoke('notices.get', { id: saved.id })
      return fresh.ok ? openedOf(all, fresh.value) : null
    },
    stale: { what: '这份通知书', fields: noticeStaleFields(all) },
    doneLine: () => '已保存',
  })
  const { form, opened, isChanged, save } = record
  const pack = useOffered(all, saved.notice, form.values)
  const person = usePersonForm({ form, codes: pack.codes, day: form.values.receivedOn, today })
  const [isTelling, setTelling] = useState(false)
  const { place, count, previous, next } = neighbours('notices', saved.id)

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
            {record.draftLine}
            {saved.clock && <Clock clock={saved.clock} />}
            <span className="second soft nowrap">
              {saved.registeredBy} {dayOfInstant(saved.registeredAt)} {timeOfInstant(saved.registeredAt)} 登记
            </span>
          </>
        }
      />
      <ErrorBanner error={bannerError(update.error)} />
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
      {record.dialog}
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

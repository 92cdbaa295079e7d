import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { fieldErrors } from '../../api/error-text.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useConflicts } from '../../api/use-conflicts.ts'
import { useDo } from '../../api/use-do.ts'
import { usePackAsk } from '../../api/use-pack.ts'
import { discardDraft, loadDraft, useServerDraft } from '../../api/use-server-draft.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { ErrorPanel } from '../../ui/choice-panel.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { DraftLine } from '../../ui/draft-line.tsx'
import { type EditStart, editDraftOf, editStart } from '../../ui/draft-shape.ts'
import { focusFirstError } from '../../ui/field.tsx'
import { renamedProblems } from '../../ui/form-problems.ts'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Sheet } from '../../ui/page.tsx'
import { withoutCertificate } from '../../ui/person-draft.ts'
import { StaleDialog } from '../../ui/stale-dialog.tsx'
import { useFormValues } from '../../ui/use-form-values.ts'
import { useStaleSave } from '../../ui/use-stale-save.ts'
import { ApplicationForm, openFirstProblem, useFormPage } from './application-form.tsx'
import { applicationStaleFields } from './application-stale.ts'
import {
  type ApplicationValues,
  applicationField,
  applicationInputOf,
  applicationProblems,
  applicationValues,
  conflictQuestionOf,
} from './application-values.ts'

type Saved = OutputOf<'applications.get'>
type Start = EditStart<ApplicationValues>

/** 修改申请: the same form over a saved application, until it is decided. */
export function EditApplicationPage() {
  const { id = '' } = useParams<{ id: string }>()
  const pack = usePackAsk()
  const saved = useAsk('applications.get', { id })
  const { user } = useSession()
  const [, go] = useLocation()
  return (
    <Sheet>
      <AskState ask={pack}>
        {({ pack: rules }) => (
          <AskState ask={saved}>
            {record =>
              hasRole(user, ['clerk', 'director']) && (record.status === 'deciding' || record.status === 'supplementing') ? (
                <Prepared key={id} pack={rules} saved={record} />
              ) : (
                <ErrorPanel
                  title="这份申请不能修改"
                  text={record.decision === null ? '由接待员或主任修改待决定的申请。' : '已作出决定，只能以新的决定变更。'}
                  steps={[
                    {
                      title: record.number,
                      text: '查看申请和决定',
                      action: '打开申请',
                      onAction: () => go(`/applications/${id}`),
                      primary: true,
                    },
                  ]}
                />
              )
            }
          </AskState>
        )}
      </AskState>
    </Sheet>
  )
}

function draftNameOf(id: string): string {
  return `applications.edit.${id}`
}

/** Looks for a draft from before a crash or a lock. It keeps what it was written upon, so that a late save is still seen as late. */
function Prepared({ pack, saved }: { readonly pack: RulePack; readonly saved: Saved }) {
  const [start, setStart] = useState<Start | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form begins once; what changes later must not empty it
  useEffect(() => {
    const values = applicationValues(pack, saved.application)
    const ground = editStart(values, saved.version)
    void loadDraft(draftNameOf(saved.id), content => editDraftOf(ground, content)).then(draft =>
      setStart(draft?.values ?? ground),
    )
  }, [])
  if (start === null) return <div className="grow" aria-busy />
  return <Form pack={pack} saved={saved} start={start} />
}

function Form({ pack: all, saved, start }: { readonly pack: RulePack; readonly saved: Saved; readonly start: Start }) {
  const [, go] = useLocation()
  const { today } = useSession()
  const isWithout = withoutCertificate(all.codes.certificateKinds)
  const form = useFormValues(start.values, values => applicationProblems(values, isWithout, today))
  const { values } = form
  const pack = useOffered(all, saved.application, values)
  const { opened } = start
  const isChanged = JSON.stringify(values) !== JSON.stringify(opened.values)
  const draftName = draftNameOf(saved.id)
  const draft = useServerDraft(draftName, { opened, values }, { opened, values: opened.values })
  const update = useDo('applications.update')
  const stale = useStaleSave(applicationStaleFields(pack))
  const showPage = useFormPage()
  const conflicts = useConflicts(isChanged ? conflictQuestionOf(values, saved.id) : null)
  const back = () => go(`/applications/${saved.id}`)
  const showProblems = (names: readonly string[]) => {
    openFirstProblem(names, showPage)
    requestAnimationFrame(() => requestAnimationFrame(() => focusFirstError()))
  }
  const leave = async () => {
    draft.drop()
    await discardDraft(draftName)
    back()
  }
  const write = async (mine: ApplicationValues, version: number) => {
    const input = form.tryAll(mine) ? applicationInputOf(mine, isWithout) : null
    if (input === null) {
      showProblems(Object.keys(applicationProblems(mine, isWithout, today)))
      return
    }
    const reply = await update.run({ id: saved.id, application: input, conflictReasons: [...conflicts.toSend], version })
    if (reply.ok) {
      announceDone(`已保存 ${saved.number}`)
      await leave()
    } else if (reply.error.code === 'STALE') {
      const fresh = await invoke('applications.get', { id: saved.id })
      if (!fresh.ok) return
      update.clear()
      stale.hold(opened.values, mine, {
        values: applicationValues(pack, fresh.value.application),
        version: fresh.value.version,
      })
    } else {
      const refused = renamedProblems(fieldErrors(reply.error), applicationField)
      form.refuse(refused)
      showProblems(Object.keys(refused))
    }
  }
  const save = () => (isChanged ? write(values, opened.version) : leave())
  useKeys([
    { keys: 'Ctrl+S', label: '保存', run: () => void save(), when: !update.isBusy },
    { keys: 'Ctrl+Enter', label: '保存', run: () => void save(), when: !update.isBusy },
    { keys: 'Escape', label: '返回申请', run: back },
  ])
  return (
    <>
      <PageHead
        openFoot
        crumb={
          <>
            <Link href="/applications">申请</Link> / <Link href={`/applications/${saved.id}`}>{saved.number}</Link>
          </>
        }
        title={`修改申请　${opened.values.name}`}
        actions={isChanged && <DraftLine state={draft.state} />}
      />
      <ErrorBanner error={update.error?.code === 'VALIDATION' ? null : update.error} />
      <ApplicationForm
        form={form}
        pack={pack}
        today={today}
        conflicts={conflicts}
        filedPersonId={saved.person.id}
        isSaved={false}
        showPage={showPage}
        buttons={
          <>
            <Button variant="default" onClick={() => void leave()}>
              {isChanged ? '放弃修改' : '返回'}
            </Button>
            <BusyButton keys="Ctrl+S" busy={update.isBusy} disabled={!isChanged} onClick={save}>
              {isChanged ? '保存' : '没有改动'}
            </BusyButton>
          </>
        }
      />
      {stale.rows !== null && (
        <StaleDialog
          what="这份申请"
          rows={stale.rows}
          note="收入改变后会重新核查。"
          onClose={stale.close}
          onDiscard={() => {
            stale.close()
            void leave()
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

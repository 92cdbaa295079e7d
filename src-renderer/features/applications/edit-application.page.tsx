import { Button } from '@mantine/core'
import { Link, useLocation, useParams } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { bannerError } from '../../api/error-text.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useConflicts } from '../../api/use-conflicts.ts'
import { useDo } from '../../api/use-do.ts'
import { type RecordStart, startEdit, useEditRecord } from '../../api/use-edit-record.tsx'
import { usePackAsk } from '../../api/use-pack.ts'
import { useStart } from '../../api/use-start.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { ErrorPanel } from '../../ui/choice-panel.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Sheet } from '../../ui/page.tsx'
import { withoutCertificate } from '../../ui/person-draft.ts'
import type { Opened } from '../../ui/use-stale-save.ts'
import { ApplicationForm, showProblems, useFormPage } from './application-form.tsx'
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

function openedOf(pack: RulePack, saved: Saved): Opened<ApplicationValues> {
  return { values: applicationValues(pack, saved.application), version: saved.version }
}

/** Looks for a draft from before a crash or a lock. */
function Prepared({ pack, saved }: { readonly pack: RulePack; readonly saved: Saved }) {
  const start = useStart(saved.id, () => startEdit(`applications.edit.${saved.id}`, openedOf(pack, saved)))
  if (start === null) return <div className="grow" aria-busy />
  return <Form pack={pack} saved={saved} start={start} />
}

type FormProps = { readonly pack: RulePack; readonly saved: Saved; readonly start: RecordStart<ApplicationValues> }

function Form({ pack: all, saved, start }: FormProps) {
  const [, go] = useLocation()
  const { today } = useSession()
  const isWithout = withoutCertificate(all.codes.certificateKinds)
  const update = useDo('applications.update')
  const showPage = useFormPage()
  const back = () => go(`/applications/${saved.id}`)
  const record = useEditRecord({
    start,
    stored: openedOf(all, saved),
    problemsOf: values => applicationProblems(values, isWithout, today),
    inputOf: values => applicationInputOf(values, isWithout),
    fieldOf: applicationField,
    update: {
      run: (application, version) => update.run({ id: saved.id, application, conflictReasons: [...conflicts.toSend], version }),
      clear: update.clear,
    },
    readAgain: async () => {
      const fresh = await invoke('applications.get', { id: saved.id })
      return fresh.ok ? openedOf(all, fresh.value) : null
    },
    stale: { what: '这份申请', fields: applicationStaleFields(all), note: '收入改变后会重新核查。' },
    doneLine: () => `已保存 ${saved.number}`,
    onLeave: back,
    show: names => showProblems(names, showPage),
  })
  const { form, opened, isChanged } = record
  const pack = useOffered(all, saved.application, form.values)
  const conflicts = useConflicts(isChanged ? conflictQuestionOf(form.values, saved.id) : null)
  const save = () => (isChanged ? record.save() : record.giveUp())
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
        actions={record.draftLine}
      />
      <ErrorBanner error={bannerError(update.error)} />
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
            <Button variant="default" onClick={() => void record.giveUp()}>
              {isChanged ? '放弃修改' : '返回'}
            </Button>
            <BusyButton keys="Ctrl+S" busy={update.isBusy} disabled={!isChanged} onClick={save}>
              {isChanged ? '保存' : '没有改动'}
            </BusyButton>
          </>
        }
      />
      {record.dialog}
    </>
  )
}

import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { fieldErrors } from '../../api/error-text.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { useSession } from '../../api/session.ts'
import { useDo } from '../../api/use-do.ts'
import { useKnownPeople } from '../../api/use-known-people.ts'
import { usePersonForm } from '../../api/use-person-form.ts'
import { discardDraft, loadDraft, useServerDraft } from '../../api/use-server-draft.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { DraftLine } from '../../ui/draft-line.tsx'
import { type EditStart, editDraftOf, editStart } from '../../ui/draft-shape.ts'
import { focusFirstError } from '../../ui/field.tsx'
import { renamedProblems } from '../../ui/form-problems.ts'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ActionBar, PageHead, Pane, Panes, Section, SectionHead, SidePane } from '../../ui/page.tsx'
import { type PersonDraft, withoutCertificate } from '../../ui/person-draft.ts'
import { PersonFields } from '../../ui/person-fields.tsx'
import { PERSON_LABELS, personStaleFields } from '../../ui/person-words.ts'
import { ProblemButton } from '../../ui/problem-button.tsx'
import { StaleDialog } from '../../ui/stale-dialog.tsx'
import { useFormValues } from '../../ui/use-form-values.ts'
import { useStaleSave } from '../../ui/use-stale-save.ts'
import { type Person, personField, personFormProblems, personUpdateOf, personValues } from './person-values.ts'

type EditProps = { readonly pack: RulePack; readonly person: Person; readonly onClose: () => void }
type Start = EditStart<PersonDraft>

/** 修改人员资料: the same fields as at the desk. What is saved here is what every file of this person shows from now on. */
export function EditPerson(props: EditProps) {
  const { pack, person } = props
  const [start, setStart] = useState<Start | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form begins once; what changes later must not empty it
  useEffect(() => {
    const values = personValues(person, pack.codes.certificateKinds[0]?.code ?? null)
    const ground = editStart(values, person.version)
    void loadDraft(draftNameOf(person.id), content => editDraftOf(ground, content)).then(draft =>
      setStart(draft?.values ?? ground),
    )
  }, [])
  if (start === null) return <div className="grow" aria-busy />
  return <Form {...props} start={start} />
}

function draftNameOf(id: string): string {
  return `people.edit.${id}`
}

function personLabel(name: string): string {
  return new Map<string, string>(Object.entries(PERSON_LABELS)).get(name) ?? '资料'
}

function Form({ pack: all, person, onClose, start }: EditProps & { readonly start: Start }) {
  const { today } = useSession()
  const { opened } = start
  const pack = useOffered(all, person, start.values)
  const defaultKind = pack.codes.certificateKinds[0]?.code ?? null
  const isWithout = withoutCertificate(pack.codes.certificateKinds)
  const form = useFormValues(start.values, values => personFormProblems(person.id, values, opened.version, isWithout))
  const { values } = form
  const isChanged = JSON.stringify(values) !== JSON.stringify(opened.values)
  const fields = usePersonForm({
    values,
    set: form.set,
    kinds: pack.codes.certificateKinds,
    categories: pack.codes.personCategories,
    day: today,
  })
  const known = useKnownPeople(values, defaultKind, null, person.id)
  const draftName = draftNameOf(person.id)
  const draft = useServerDraft(draftName, { opened, values }, { opened, values: opened.values })
  const update = useDo('people.update')
  const stale = useStaleSave(personStaleFields(pack.codes))
  const leave = async () => {
    draft.drop()
    await discardDraft(draftName)
    onClose()
  }
  const write = async (mine: PersonDraft, version: number) => {
    if (!form.tryAll(mine)) {
      requestAnimationFrame(() => focusFirstError())
      return
    }
    const reply = await update.run(personUpdateOf(person.id, mine, version, isWithout))
    if (reply.ok) {
      announceDone(`已保存 ${mine.name.trim()} 的资料`)
      await leave()
    } else if (reply.error.code === 'STALE') {
      const fresh = await invoke('people.get', { id: person.id })
      if (!fresh.ok) return
      update.clear()
      stale.hold(opened.values, mine, { values: personValues(fresh.value, defaultKind), version: fresh.value.version })
    } else {
      form.refuse(renamedProblems(fieldErrors(reply.error), personField))
      requestAnimationFrame(() => focusFirstError())
    }
  }
  const save = () => (isChanged ? write(values, opened.version) : leave())
  useKeys([
    { keys: 'Ctrl+S', label: '保存', run: () => void save(), when: !update.isBusy },
    { keys: 'Ctrl+Enter', label: '保存', run: () => void save(), when: !update.isBusy },
    { keys: 'Escape', label: '返回', run: () => (isChanged ? onClose() : void leave()) },
  ])
  return (
    <>
      <PageHead title={`修改资料　${opened.values.name}`} actions={isChanged && <DraftLine state={draft.state} />} />
      <ErrorBanner error={update.error?.code === 'VALIDATION' || update.error?.code === 'DUPLICATE' ? null : update.error} />
      <Panes>
        <Pane label="人员资料">
          <div className="section person-form">
            <PersonFields
              values={values}
              change={fields.change}
              touch={form.touch}
              problemOf={form.problemOf}
              note={form.note}
              kinds={pack.codes.certificateKinds}
              categories={pack.codes.personCategories}
              facts={fields.facts}
              day={today}
              today={today}
              certificateRequired={false}
              isOrganisation={person.kind === 'organisation'}
              nameLabel={person.kind === 'organisation' ? '单位名称' : '姓名'}
              autoFocus
            />
          </div>
        </Pane>
        <SidePane label="说明" width={330}>
          <Section>
            <SectionHead title="改在这里，各处同改" />
            <p className="second soft">
              此人的来访、申请、案件都显示这里的资料。已签发的文书不变。证件号码和电话隐去中间几位，不动就是原来的号码；要改就重新填完整号码。
            </p>
          </Section>
          {known.others.concat(known.top ?? []).map(other => (
            <Section key={other.id}>
              <Banner tone="warn" title="另有相近的人">
                {other.name}　{other.certificateMasked ?? '没有证件号码'}
              </Banner>
            </Section>
          ))}
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
          <ProblemButton problems={form.problems} labelOf={personLabel} />
          <Button variant="default" onClick={() => void leave()}>
            {isChanged ? '放弃修改' : '返回'}
          </Button>
          <BusyButton keys="Ctrl+S" busy={update.isBusy} disabled={!isChanged} onClick={save}>
            {isChanged ? '保存' : '没有改动'}
          </BusyButton>
        </span>
      </ActionBar>
      {stale.rows !== null && (
        <StaleDialog
          what="这份资料"
          rows={stale.rows}
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

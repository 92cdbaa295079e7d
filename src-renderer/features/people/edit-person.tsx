import { Button } from '@mantine/core'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { bannerError } from '../../api/error-text.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { useSession } from '../../api/session.ts'
import { useDo } from '../../api/use-do.ts'
import { type RecordStart, startEdit, useEditRecord } from '../../api/use-edit-record.tsx'
import { useKnownPeople } from '../../api/use-known-people.ts'
import { usePersonForm } from '../../api/use-person-form.ts'
import { useStart } from '../../api/use-start.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ActionBar, PageHead, Pane, Panes, Section, SectionHead, SidePane } from '../../ui/page.tsx'
import { type PersonDraft, withoutCertificate } from '../../ui/person-draft.ts'
import { PersonFields } from '../../ui/person-fields.tsx'
import { PERSON_LABELS, personStaleFields } from '../../ui/person-words.ts'
import { ProblemButton } from '../../ui/problem-button.tsx'
import type { Opened } from '../../ui/use-stale-save.ts'
import { type Person, personField, personFormProblems, personUpdateOf, personValues } from './person-values.ts'

type EditProps = { readonly pack: RulePack; readonly person: Person; readonly onClose: () => void }
type Start = RecordStart<PersonDraft>

/** 修改人员资料: the same fields as at the desk. What is saved here is what every file of this person shows from now on. */
export function EditPerson(props: EditProps) {
  const { pack, person } = props
  const start = useStart(person.id, () => startEdit(`people.edit.${person.id}`, openedOf(pack, person)))
  if (start === null) return <div className="grow" aria-busy />
  return <Form {...props} start={start} />
}

function openedOf(pack: RulePack, person: Person): Opened<PersonDraft> {
  return { values: personValues(person, pack.codes.certificateKinds[0]?.code ?? null), version: person.version }
}

function personLabel(name: string): string {
  return new Map<string, string>(Object.entries(PERSON_LABELS)).get(name) ?? '资料'
}

function Form({ pack: all, person, onClose, start }: EditProps & { readonly start: Start }) {
  const { today } = useSession()
  const pack = useOffered(all, person, start.values)
  const isWithout = withoutCertificate(pack.codes.certificateKinds)
  const update = useDo('people.update')
  const record = useEditRecord({
    start,
    stored: openedOf(pack, person),
    problemsOf: values => personFormProblems(person.id, values, start.opened.version, isWithout),
    inputOf: values => values,
    fieldOf: personField,
    update: {
      run: (values, version) => update.run(personUpdateOf(person.id, values, version, isWithout)),
      clear: update.clear,
    },
    readAgain: async () => {
      const fresh = await invoke('people.get', { id: person.id })
      return fresh.ok ? openedOf(pack, fresh.value) : null
    },
    stale: { what: '这份资料', fields: personStaleFields(pack.codes) },
    doneLine: values => `已保存 ${values.name.trim()} 的资料`,
    onLeave: onClose,
  })
  const { form, opened, isChanged } = record
  const { values } = form
  const particulars = usePersonForm({ form, codes: pack.codes, day: today, today })
  const known = useKnownPeople(values, pack.codes.certificateKinds[0]?.code ?? null, null, person.id)
  const save = () => (isChanged ? record.save() : record.giveUp())
  useKeys([
    { keys: 'Ctrl+S', label: '保存', run: () => void save(), when: !update.isBusy },
    { keys: 'Ctrl+Enter', label: '保存', run: () => void save(), when: !update.isBusy },
    { keys: 'Escape', label: '返回', run: () => (isChanged ? onClose() : void record.giveUp()) },
  ])
  return (
    <>
      <PageHead title={`修改资料　${opened.values.name}`} actions={record.draftLine} />
      <ErrorBanner error={bannerError(update.error)} />
      <Panes>
        <Pane label="人员资料">
          <div className="section person-form">
            <PersonFields
              {...particulars.fields}
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
          <Button variant="default" onClick={() => void record.giveUp()}>
            {isChanged ? '放弃修改' : '返回'}
          </Button>
          <BusyButton keys="Ctrl+S" busy={update.isBusy} disabled={!isChanged} onClick={save}>
            {isChanged ? '保存' : '没有改动'}
          </BusyButton>
        </span>
      </ActionBar>
      {record.dialog}
    </>
  )
}

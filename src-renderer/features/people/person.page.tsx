import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { ageOn } from '../../../src-main/domain/calendar-date.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack.ts'
import { AskState } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { labelOf, usePackAsk } from '../../api/use-pack.ts'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { KeyBar, KeyCaps } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { MaskedId } from '../../ui/masked-id.tsx'
import { PageHead, Pane, Panes, Section, SectionHead, Sheet } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { EditPerson } from './edit-person.tsx'
import type { Person } from './person-values.ts'

type Entry = Person['history'][number]

const kindWords: Readonly<Record<Entry['kind'], string>> = { consultation: '来访', application: '申请', case: '案件' }
const pages: Readonly<Record<Entry['kind'], string>> = {
  consultation: '/consultations',
  application: '/applications',
  case: '/cases',
}
const sexWords = { male: '男', female: '女' } as const

const columns: readonly Column<Entry>[] = [
  { key: 'date', head: '日期', width: 112, cell: entry => entry.date },
  { key: 'kind', head: '类别', width: 76, cell: entry => <Tag outlined>{kindWords[entry.kind]}</Tag> },
  { key: 'number', head: '编号', width: 220, clip: true, cell: entry => entry.number },
  { key: 'title', head: '案由', clip: true, cell: entry => entry.title },
  { key: 'status', head: '状态', width: 120, cell: entry => <span className="soft">{entry.status}</span> },
  { key: 'by', head: '经办', width: 100, clip: true, cell: entry => entry.by },
]

function rowKey(entry: Entry): string {
  return `${entry.kind}-${entry.id}`
}

/** One person (人员): particulars with numbers masked, and everything the center did for them, newest first. */
export function PersonPage() {
  const { id = '' } = useParams<{ id: string }>()
  const pack = usePackAsk()
  const person = useAsk('people.get', { id })
  return (
    <Sheet>
      <AskState ask={pack}>
        {({ pack: rules }) => <AskState ask={person}>{one => <PersonSheet key={id} pack={rules} person={one} />}</AskState>}
      </AskState>
    </Sheet>
  )
}

function PersonSheet({ pack, person }: { readonly pack: RulePack; readonly person: Person }) {
  const [, go] = useLocation()
  const { user } = useSession()
  const [isEditing, setEditing] = useState(false)
  const mayEdit = hasRole(user, ['clerk', 'director'])
  // A draft from before a crash or a lock opens the form again.
  useEffect(() => {
    if (!mayEdit) return
    void invoke('drafts.get', { form: `people.edit.${person.id}` }).then(reply => reply.ok && reply.value && setEditing(true))
  }, [person.id, mayEdit])
  useKeys([
    { keys: 'E', label: '修改资料', run: () => setEditing(true), when: mayEdit && !isEditing },
    { keys: 'N', label: '给此人登记来访', run: () => go(`/consultations/new?person=${person.id}`), when: mayEdit && !isEditing },
    { keys: 'A', label: '给此人登记申请', run: () => go(`/applications/new?person=${person.id}`), when: mayEdit && !isEditing },
    { keys: 'Escape', label: '返回', run: () => window.history.back(), when: !isEditing },
  ])
  if (isEditing) return <EditPerson pack={pack} person={person} onClose={() => setEditing(false)} />
  return (
    <>
      <PageHead
        title={person.name}
        sub="人员资料"
        actions={
          mayEdit ? (
            <>
              <Button variant="default" rightSection={<KeyCaps keys="E" />} onClick={() => setEditing(true)}>
                修改资料
              </Button>
              <Button
                variant="default"
                rightSection={<KeyCaps keys="N" />}
                onClick={() => go(`/consultations/new?person=${person.id}`)}
              >
                登记来访
              </Button>
              <Button rightSection={<KeyCaps keys="A" />} onClick={() => go(`/applications/new?person=${person.id}`)}>
                登记申请
              </Button>
            </>
          ) : (
            <span className="second muted">由接待员或主任修改</span>
          )
        }
      />
      <Panes>
        <Pane label="人员资料" width={400} tint>
          <Particulars pack={pack} person={person} />
        </Pane>
        <Pane label="历次办理" fill>
          <div className="section">
            <SectionHead title="历次办理" count={person.history.length} note="来访、申请、案件，最近的在上" />
          </div>
          <DataTable
            label="历次办理"
            columns={columns}
            rows={person.history}
            rowKey={rowKey}
            memory={`people.${person.id}`}
            autoFocus
            onOpen={entry => go(`${pages[entry.kind]}/${entry.id}`)}
            empty={<EmptyState title="还没有为此人办过事" text="来访、申请和案件会按日期排在这里。" />}
          />
        </Pane>
      </Panes>
      <KeyBar
        hints={[
          { keys: ['ArrowUp', 'ArrowDown'], label: '选择', keep: true },
          { keys: ['Enter'], label: '打开', keep: true },
          ...(mayEdit ? [{ keys: ['E'], label: '修改资料' }] : []),
          { keys: ['?'], label: '全部按键' },
        ]}
        aside="查看完整号码会写入操作日志"
      />
    </>
  )
}

function Particulars({ pack, person }: { readonly pack: RulePack; readonly person: Person }) {
  const { user, today } = useSession()
  const mayReveal = hasRole(user, ['clerk', 'director', 'archivist'])
  const reveal = async (what: 'certificateNumber' | 'phone') => {
    const reply = await invoke('people.reveal', { id: person.id })
    return reply.ok ? reply.value[what] : null
  }
  const age = person.birthDate === null ? null : ageOn(person.birthDate, today)
  return (
    <Section>
      <SectionHead title="人员资料" />
      <div className="form-gap" />
      <DescriptionList
        items={[
          { term: '姓名', value: <b className="strong">{person.name}</b> },
          { term: '性别', value: person.sex === null ? '' : sexWords[person.sex] },
          { term: '出生日期', value: [person.birthDate ?? '', age === null ? '' : `${age} 岁`].filter(Boolean).join('　') },
          {
            term: '证件类型',
            value: person.certificateKind === null ? '' : labelOf(pack.codes.certificateKinds, person.certificateKind),
          },
          person.certificateMasked === null
            ? { term: '证件号码', value: person.certificateNote ?? '' }
            : {
                term: '证件号码',
                value: (
                  <MaskedId
                    masked={person.certificateMasked}
                    onReveal={mayReveal ? () => reveal('certificateNumber') : undefined}
                  />
                ),
              },
          {
            term: '联系电话',
            value: person.phoneMasked !== null && (
              <MaskedId masked={person.phoneMasked} label="联系电话" onReveal={mayReveal ? () => reveal('phone') : undefined} />
            ),
          },
          { term: '户籍地', value: person.householdAddress },
          { term: '现住址', value: person.address },
          { term: '人员类别', value: person.categories.map(code => labelOf(pack.codes.personCategories, code)).join('、') },
        ]}
      />
    </Section>
  )
}

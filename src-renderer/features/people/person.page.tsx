import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import { ageOn } from '../../../src-main/domain/calendar-date.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { labelOf, usePackAsk } from '../../api/use-pack.ts'
import { Banner } from '../../ui/banner.tsx'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { askConfirm } from '../../ui/confirm.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { dayOfInstant } from '../../ui/day-text.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { KeyBar, KeyCaps } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { MaskedId } from '../../ui/masked-id.tsx'
import { PageHead, Pane, Panes, Section, SectionHead, Sheet } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { EditPerson } from './edit-person.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import type { Person } from './person-values.ts'
import { ProtectDialog } from './protect-dialog.tsx'

type Entry = Person['history'][number]

const kindWords: Readonly<Record<Entry['kind'], string>> = { consultation: '来访', application: '申请', case: '案件' }
const pages: Readonly<Record<Entry['kind'], string>> = {
  consultation: '/consultations',
  application: '/applications',
  case: '/cases',
}
const roleWords: Readonly<Record<Entry['role'], string>> = {
  visitor: '来访人',
  applicant: '申请人',
  recipient: '受援人',
  'co-applicant': '共同申请人',
  agent: '代理人',
  guardian: '监护人',
  opponent: '对方当事人',
  'opponent-agent': '对方代理人',
  other: '其他当事人',
}
const sexWords = { male: '男', female: '女' } as const

const columns: readonly Column<Entry>[] = [
  {
    key: 'date',
    head: '日期时间',
    width: 148,
    cell: entry => (
      <span className="nowrap">
        {entry.date} <span className="muted">{entry.time}</span>
      </span>
    ),
  },
  {
    key: 'role',
    head: '类别、身份',
    width: 170,
    clip: true,
    cell: entry => (
      <>
        <Tag outlined>{kindWords[entry.kind]}</Tag>{' '}
        {entry.link === 'recorded' ? (
          <span className="soft">{roleWords[entry.role]}</span>
        ) : (
          <Tag tone="amber">{roleWords[entry.role]}</Tag>
        )}
        {entry.link === 'name' && <span className="note muted">　同名</span>}
      </>
    ),
  },
  { key: 'number', head: '编号', width: 172, clip: true, cell: entry => entry.number },
  { key: 'title', head: '案由', clip: true, cell: entry => entry.title },
  { key: 'status', head: '状态', width: 92, cell: entry => <span className="soft">{entry.status}</span> },
  { key: 'by', head: '经办', width: 76, clip: true, cell: entry => entry.by },
]

function rowKey(entry: Entry): string {
  return `${entry.kind}-${entry.id}-${entry.role}`
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
  const [dialog, setDialog] = useState<'merge' | 'protect' | null>(null)
  const mayEdit = hasRole(user, ['clerk', 'director']) && person.mergedInto === null
  // A draft from before a crash or a lock opens the form again.
  useEffect(() => {
    if (!mayEdit) return
    void invoke('drafts.get', { form: `people.edit.${person.id}` }).then(reply => reply.ok && reply.value && setEditing(true))
  }, [person.id, mayEdit])
  useKeys([
    { keys: 'E', label: '修改资料', run: () => setEditing(true), when: mayEdit && !isEditing },
    { keys: 'N', label: '给此人登记来访', run: () => go(`/consultations/new?person=${person.id}`), when: mayEdit && !isEditing },
    { keys: 'A', label: '给此人登记申请', run: () => go(`/applications/new?person=${person.id}`), when: mayEdit && !isEditing },
    { keys: 'M', label: '合并登记', run: () => setDialog('merge'), when: mayEdit && !isEditing },
    { keys: 'Escape', label: '返回', run: () => window.history.back(), when: !isEditing },
  ])
  if (isEditing) return <EditPerson pack={pack} person={person} onClose={() => setEditing(false)} />
  return (
    <>
      <PageHead
        title={person.name}
        sub={person.kind === 'organisation' ? '单位资料' : '人员资料'}
        tags={person.isProtected && <Tag tone="amber">保密住址</Tag>}
        actions={
          mayEdit ? (
            <>
              <Button variant="default" rightSection={<KeyCaps keys="M" />} onClick={() => setDialog('merge')}>
                合并
              </Button>
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
            person.mergedInto === null && <span className="second muted">由接待员或主任修改</span>
          )
        }
      />
      <Panes>
        <Pane label="人员资料" width={400} tint>
          {person.mergedInto !== null && (
            <Section>
              <Banner
                tone="warn"
                title={`这条登记已并入 ${person.mergedInto.name}`}
                actions={
                  <Link href={`/people/${person.mergedInto.id}`} className="text-link strong note">
                    打开 {person.mergedInto.name} 的登记
                  </Link>
                }
              >
                历次办理都在那里。
              </Banner>
            </Section>
          )}
          <Particulars pack={pack} person={person} onProtect={mayEdit ? () => setDialog('protect') : null} />
          <Merges person={person} />
        </Pane>
        <Pane label="历次办理" fill>
          <div className="section">
            <SectionHead
              title="历次办理"
              count={person.history.length}
              note="来访、申请、案件，最近的在上；在别人案件里的身份也列出"
            />
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
      {dialog === 'merge' && <MergeDialog person={person} onClose={() => setDialog(null)} />}
      {dialog === 'protect' && <ProtectDialog person={person} onClose={() => setDialog(null)} />}
    </>
  )
}

/** 合并记录: what was merged into this entry, by whom and why, and the way back. */
function Merges({ person }: { readonly person: Person }) {
  const { user } = useSession()
  const unmerge = useDo('people.unmerge')
  if (person.merges.length === 0) return null
  const takeBack = async (merge: Person['merges'][number]) => {
    const answer = await askConfirm({
      title: `撤销：${merge.mergedName} 并入 ${merge.survivorName}`,
      text: `移回合并时移来的 ${merge.movedRows} 项；合并以后新登记的留在 ${merge.survivorName} 名下。`,
      action: '撤销合并',
      reason: { label: '撤销原因', required: true },
    })
    if (!answer) return
    const reply = await unmerge.run({ mergeId: merge.id, reason: answer.reason, version: merge.version })
    if (reply.ok) announceDone(`已撤销合并，移回 ${reply.value.movedRows} 项`)
  }
  return (
    <Section>
      <SectionHead title="合并记录" count={person.merges.length} />
      <ErrorBanner error={unmerge.error} />
      <ul className="plain stack">
        {person.merges.map(merge => (
          <li key={merge.id} className="second">
            <div>
              <Link href={`/people/${merge.mergedId}`} className="text-link">
                {merge.mergedName}
              </Link>
              {' 并入 '}
              <Link href={`/people/${merge.survivorId}`} className="text-link">
                {merge.survivorName}
              </Link>
              <span className="note muted">
                　{dayOfInstant(merge.at)} {merge.by}　移 {merge.movedRows} 项
              </span>
            </div>
            {merge.reason !== '' && <div className="note soft">{merge.reason}</div>}
            {merge.undoneAt !== null ? (
              <div className="note soft">
                {dayOfInstant(merge.undoneAt)} {merge.undoneBy} 撤销：{merge.undoneReason}
              </div>
            ) : (
              hasRole(user, ['clerk', 'director']) && (
                <button type="button" className="text-link strong note" onClick={() => void takeBack(merge)}>
                  撤销合并
                </button>
              )
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

type ParticularsProps = { readonly pack: RulePack; readonly person: Person; readonly onProtect: (() => void) | null }

function Particulars({ pack, person, onProtect }: ParticularsProps) {
  const { user, today } = useSession()
  const mayReveal = hasRole(user, ['clerk', 'director', 'archivist'])
  const reveal = async (what: 'certificateNumber' | 'phone' | 'householdAddress' | 'address') => {
    const reply = await invoke('people.reveal', { id: person.id })
    return reply.ok ? reply.value[what] : null
  }
  const addressOf = (what: 'householdAddress' | 'address', label: string) => {
    const shown = person[what]
    if (shown === null || !person.isProtected) return shown
    return <MaskedId masked={shown} label={label} onReveal={mayReveal ? () => reveal(what) : undefined} />
  }
  const age = person.birthDate === null ? null : ageOn(person.birthDate, today)
  return (
    <Section>
      <SectionHead
        title={person.kind === 'organisation' ? '单位资料' : '人员资料'}
        aside={
          onProtect && (
            <button type="button" className="text-link strong second" onClick={onProtect}>
              {person.protection === null ? '保密住址和电话' : '改保密设定'}
            </button>
          )
        }
      />
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
          { term: '户籍地', value: addressOf('householdAddress', '户籍地') },
          { term: '现住址', value: addressOf('address', '现住址') },
          ...(person.protection === null
            ? []
            : [{ term: '保密', value: [person.protection.label, person.protection.note].filter(Boolean).join('：') }]),
          { term: '人员类别', value: person.categories.map(code => labelOf(pack.codes.personCategories, code)).join('、') },
        ]}
      />
    </Section>
  )
}

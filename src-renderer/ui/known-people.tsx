import { Button, Modal } from '@mantine/core'
import { IconUserCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { HistoryEntry, MatchReason, PersonCard } from '../../src-main/contract/people.ts'
import { Banner } from './banner.tsx'
import { BusyButton } from './busy-button.tsx'
import type { PersonDraft } from './person-draft.ts'
import { Tag } from './tag.tsx'
import './person-parts.css'

export type KnownPersonView = PersonCard & {
  readonly reasons: readonly MatchReason[]
  /** A sentence for each reason. */
  readonly explanations: readonly string[]
  readonly consultations: number
  readonly applications: number
  readonly cases: number
  readonly history: readonly HistoryEntry[]
}

const reasonWords: Record<MatchReason, string> = {
  certificate: '证件号码一致',
  phone: '联系电话一致',
  name: '姓名相同',
  'near-certificate': '证件号码差一位',
  sound: '姓名同音',
  'look-alike': '姓名形近',
  'near-sound': '姓名近音',
  similar: '姓名差一字',
}
const kindWords: Record<HistoryEntry['kind'], string> = { consultation: '来访', application: '申请', case: '案件' }
const pages: Record<HistoryEntry['kind'], string> = {
  consultation: '/consultations',
  application: '/applications',
  case: '/cases',
}
const sexWords = { male: '男', female: '女' } as const

/** What the center did for a person by date, newest first; each line opens its file. */
export function HistoryList({ entries, most = 4 }: { readonly entries: readonly HistoryEntry[]; readonly most?: number }) {
  return (
    <ol className="plain history-list">
      {entries.slice(0, most).map(entry => (
        <li key={`${entry.kind}-${entry.id}`}>
          <div className="row note">
            <time className="muted" dateTime={entry.date}>
              {entry.date}
              {entry.time !== null && ` ${entry.time}`}
            </time>
            <Tag outlined>{kindWords[entry.kind]}</Tag>
            <span className="push soft nowrap">
              {entry.status}
              {entry.by && `　${entry.by}`}
            </span>
          </div>
          <Link href={`${pages[entry.kind]}/${entry.id}`} className="history-title clip">
            {[entry.number, entry.title].filter(Boolean).join('　')}
          </Link>
        </li>
      ))}
    </ol>
  )
}

function countLine(person: KnownPersonView): string {
  return [
    person.consultations > 0 ? `来访 ${person.consultations} 次` : '',
    person.applications > 0 ? `申请 ${person.applications} 件` : '',
    person.cases > 0 ? `案件 ${person.cases} 件` : '',
  ]
    .filter(Boolean)
    .join('　')
}

function particulars(person: PersonCard): string {
  return [person.sex === null ? '' : sexWords[person.sex], person.birthDate ?? ''].filter(Boolean).join('　')
}

export type KnownPeopleProps = {
  readonly typed: PersonDraft
  readonly top: KnownPersonView | null
  readonly others: readonly KnownPersonView[]
  /** F4 for the top person, or 是同一人 for another. */
  readonly onTake: (id: string) => Promise<void>
  readonly onDismiss: (id: string) => void
  /** The known person the form stands for; saving brings that person's record up to date. */
  readonly pickedId: string | null
  readonly onUnpick: () => void
}

/** 来过本中心: who this person is known as, what was done for them, and who else it may be. */
export function KnownPeople({ typed, top, others, onTake, onDismiss, pickedId, onUnpick }: KnownPeopleProps) {
  const [compared, setCompared] = useState<KnownPersonView | null>(null)
  return (
    <div className="known-people">
      <div className="section-head">
        <IconUserCheck size={18} aria-hidden />
        <h2>来过本中心</h2>
        {top?.reasons[0] && <Tag tone="dai">{reasonWords[top.reasons[0]]}</Tag>}
      </div>
      {top === null ? (
        <p className="second muted">
          {others.length === 0
            ? '填上姓名、证件号码或电话，就能看到这个人以前的来访、申请和案件。'
            : '没有确定是同一人的；下面的人相近，请对比。'}
        </p>
      ) : (
        <>
          <div className="known-name">
            <Link href={`/people/${top.id}`} className="known-link">
              {top.name}
            </Link>
            <span className="second soft">　{particulars(top)}</span>
            <div className="second soft">{countLine(top)}</div>
            <div className="note muted">{top.explanations.join('；')}</div>
          </div>
          <HistoryList entries={top.history} />
          <BusyButton variant="default" fullWidth keys="F4" onClick={() => onTake(top.id)}>
            带入上次的资料
          </BusyButton>
          <p className="note muted">
            不会覆盖已输入的内容
            {pickedId === top.id && (
              <>
                {'　已记为此人　'}
                <button type="button" className="text-link" onClick={onUnpick}>
                  不是此人
                </button>
              </>
            )}
          </p>
        </>
      )}
      {others.slice(0, 2).map(person => (
        <Banner
          key={person.id}
          tone="warn"
          title="可能重复登记"
          actions={
            <>
              <button type="button" className="text-link strong note" onClick={() => setCompared(person)}>
                对比两人
              </button>
              <button type="button" className="text-link strong note" onClick={() => onDismiss(person.id)}>
                不是同一人
              </button>
            </>
          }
        >
          <div>
            {person.name}　{person.explanations.join('；')}
            {typed.birthDate !== null && person.birthDate === typed.birthDate && '，出生日期相同'}。
          </div>
        </Banner>
      ))}
      {others.length > 2 && <p className="note muted">另有 {others.length - 2} 人相近，填上证件号码可以分清</p>}
      {compared && (
        <CompareDialog
          typed={typed}
          known={compared}
          onClose={() => setCompared(null)}
          onSame={async () => {
            await onTake(compared.id)
            setCompared(null)
          }}
          onOther={() => {
            onDismiss(compared.id)
            setCompared(null)
          }}
        />
      )}
    </div>
  )
}

type CompareDialogProps = {
  readonly typed: PersonDraft
  readonly known: KnownPersonView
  readonly onClose: () => void
  readonly onSame: () => Promise<void>
  readonly onOther: () => void
}

/** 对比两人: what is typed beside what is on file. */
function CompareDialog({ typed, known, onClose, onSame, onOther }: CompareDialogProps) {
  const rows: readonly (readonly [string, string, string])[] = [
    ['姓名', typed.name, known.name],
    ['性别', typed.sex === null ? '' : sexWords[typed.sex], known.sex === null ? '' : sexWords[known.sex]],
    ['出生日期', typed.birthDate ?? '', known.birthDate ?? ''],
    [
      '证件号码',
      typed.certificateNumber === '' ? '' : `尾号 ${typed.certificateNumber.slice(-4)}`,
      known.certificateMasked ?? '',
    ],
    ['联系电话', typed.phone === '' ? '' : `尾号 ${typed.phone.replace(/\s/g, '').slice(-4)}`, known.phoneMasked ?? ''],
    ['来过', '', countLine(known)],
  ]
  return (
    <Modal opened onClose={onClose} title="对比两人" size={640} closeButtonProps={{ 'aria-label': '关闭' }}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">现在登记的</th>
            <th scope="col">已在册的</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, mine, theirs]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className={mine !== '' && mine === theirs ? 'strong' : undefined}>{mine}</td>
              <td className={mine !== '' && mine === theirs ? 'strong' : undefined}>{theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <HistoryList entries={known.history} most={3} />
      <div className="row" style={{ marginTop: 16 }}>
        <span className="push row">
          <Button variant="default" onClick={onOther}>
            不是同一人
          </Button>
          <BusyButton onClick={onSame} data-autofocus>
            是同一人，带入资料
          </BusyButton>
        </span>
      </div>
    </Modal>
  )
}

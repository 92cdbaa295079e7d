import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { hoursAndMinutes } from '../../../src-main/domain/custody.ts'
import { MANDATE, SELF } from '../../../src-main/domain/representation.ts'
import { clauseOf } from '../../../src-main/domain/rule-basis.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { invoke } from '../../api/client.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { labelOf } from '../../api/use-pack.ts'
import type { PaperDialogHandle } from '../../api/use-paper-dialog.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { MaskedId } from '../../ui/masked-id.tsx'
import { Section, SectionHead } from '../../ui/page.tsx'
import type { ApplicationDetail } from './application-words.ts'

type Props = { readonly pack: RulePack; readonly one: ApplicationDetail; readonly papers: PaperDialogHandle }
type Party = ApplicationDetail['application']['parties'][number]

const ROLE_WORDS: Readonly<Record<Party['role'], string>> = {
  'co-applicant': '共同申请人',
  agent: '委托代理人',
  guardian: '代为申请人',
  opponent: '对方当事人',
  'opponent-agent': '对方代理人',
  other: '其他当事人',
}
/** As many people of a list as the pane shows before it is opened. */
const SHOWN_AT_FIRST = 6

/** Who applies for whom, custody, filling in and reading, and the other parties; nothing for an ordinary application. */
export function StatementSection(props: Props) {
  const { pack, one, papers } = props
  const { representation, parties, custody, filling, reading } = one.application
  const isOrdinary = representation.kind === SELF && parties.length === 0 && !custody && !filling && !reading
  if (isOrdinary) return null
  const ground = pack.application.grounds.find(entry => entry.code === representation.ground)
  const items = [
    ...(representation.kind === SELF
      ? []
      : [
          { term: '申请方式', value: labelOf(pack.codes.agentKinds, representation.kind) },
          { term: '情形', value: ground ? `${ground.label}（${clauseOf(ground.basis)}）` : representation.ground },
          { term: '证明', value: representation.proof },
        ]),
    ...(custody ? [{ term: '在押', value: <CustodyWords {...props} /> }] : []),
    ...(filling
      ? [
          {
            term: '代填',
            value: `${filling.name}　${labelOf(pack.application.fillingReasons, filling.reason)}　${filling.fingerprint ? '按指印' : '签名'}`,
          },
        ]
      : []),
    ...(reading
      ? [
          {
            term: '宣读',
            value: `${reading.reader}　${reading.readOn} ${reading.readAt}　${labelOf(pack.application.readingManners, reading.manner)}`,
          },
        ]
      : []),
  ]
  return (
    <Section label="申请方式和当事人">
      <SectionHead
        title="申请方式和当事人"
        note={one.persons > 1 ? `${one.application.isGroup ? '群体申请　' : ''}受援 ${one.persons} 人次` : undefined}
      />
      {items.length > 0 && <DescriptionList termWidth={68} items={items} />}
      <PartyList one={one} pack={pack} />
      {representation.kind === MANDATE && (
        <Button size="xs" variant="default" onClick={() => void papers.issue('mandate', { kind: 'application', id: one.id })}>
          打印授权委托书
        </Button>
      )}
    </Section>
  )
}

function CustodyWords({ one, pack }: Props) {
  const { custody } = one.application
  if (!custody) return null
  const { handOver } = one
  return (
    <>
      {custody.place}
      {custody.decisionToCustody && '，决定书同时送达'}
      {custody.forward && (
        <div className="note">
          {`${custody.forward.handedOn} ${custody.forward.handedAt} 交${custody.forward.name ?? labelOf(pack.application.forwarders, custody.forward.by)}，${custody.forward.receivedAt} 收到`}
        </div>
      )}
      {handOver && (
        <div className={handOver.isLate ? 'note red' : 'note green'}>
          {handOver.isLate
            ? `转交超过 ${handOver.limitHours} 小时，迟 ${hoursAndMinutes(handOver.lateMinutes)}　${handOver.clause}`
            : `转交用时 ${hoursAndMinutes(handOver.minutes)}，按时　${handOver.clause}`}
        </div>
      )}
    </>
  )
}

function PartyList({ one, pack }: Pick<Props, 'one' | 'pack'>) {
  const [isOpen, setOpen] = useState(false)
  const { parties } = one.application
  const shown = isOpen ? parties : parties.slice(0, SHOWN_AT_FIRST)
  if (parties.length === 0) return null
  return (
    <>
      <ul className="plain party-list">
        {shown.map((party, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a party is known by its place in the application
          <li key={position}>
            <span className="note muted">{ROLE_WORDS[party.role]}</span>
            <PartyLine one={one} pack={pack} party={party} position={position} />
          </li>
        ))}
      </ul>
      {!isOpen && parties.length > SHOWN_AT_FIRST && (
        <button type="button" className="text-link" onClick={() => setOpen(true)}>
          {`全部 ${parties.length} 名`}
        </button>
      )}
    </>
  )
}

function PartyLine({
  one,
  pack,
  party,
  position,
}: Pick<Props, 'one' | 'pack'> & { readonly party: Party; readonly position: number }) {
  const { user } = useSession()
  const reveal = async (what: 'certificateNumber' | 'phone') => {
    const reply = await invoke('applications.revealParty', { id: one.id, position })
    return reply.ok ? reply.value[what] : null
  }
  const mayReveal = hasRole(user, ['clerk', 'director'])
  const masked = (what: 'certificateNumber' | 'phone', label: string) => {
    const number = party[what]
    if (number === null) return null
    return number.includes('*') ? (
      <MaskedId masked={number} label={`${party.name} ${label}`} onReveal={mayReveal ? () => reveal(what) : undefined} />
    ) : (
      <span>{number}</span>
    )
  }
  const relation = party.relation === null ? '' : labelOf(pack.application.relations, party.relation)
  return (
    <span className="party-line">
      {party.personId === null ? (
        <b>{party.name}</b>
      ) : (
        <Link href={`/people/${party.personId}`} className="plain-link strong">
          {party.name}
        </Link>
      )}
      {relation !== '' && <span className="note soft">{relation}</span>}
      {masked('certificateNumber', '证件号码')}
      {masked('phone', '电话')}
    </span>
  )
}

/** 缺少的必备材料 on the application's page, each with its clause. */
export function MissingMaterials({ one }: Pick<Props, 'one'>) {
  const isOpen = one.status === 'deciding' || one.status === 'supplementing'
  if (!isOpen || one.missing.length === 0) return null
  return (
    <p className="note amber missing-line">
      <IconAlertTriangle size={14} aria-hidden />
      {`缺必备材料 ${one.missing.length} 种：${one.missing.map(item => `${item.name}（${item.clause}）`).join('、')}`}
    </p>
  )
}

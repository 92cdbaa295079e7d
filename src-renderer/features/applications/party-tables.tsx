import { Button, Checkbox } from '@mantine/core'
import { IconClipboard, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { ApplicationPartyRole } from '../../../src-main/contract/application-parties.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { SectionHead } from '../../ui/page.tsx'
import type { FormValues } from '../../ui/use-form-values.ts'
import type { ApplicationValues } from './application-values.ts'
import {
  certificateColumn,
  KIND_COLUMN,
  nameColumn,
  numberColumn,
  type PartyColumn,
  PartyTable,
  ROLE_COLUMN,
  textColumn,
  usePartyRows,
} from './party-table.tsx'
import { emptyParty, personsIn, withParties } from './party-values.ts'
import { PasteList } from './paste-list.tsx'

type Props = { readonly form: FormValues<ApplicationValues>; readonly pack: RulePack; readonly today: string }

/** 共同申请人、对方当事人 and others, each as a table of rows. */
export function OtherParties(props: Props) {
  return (
    <>
      <CoApplicants {...props} />
      <Opponents {...props} />
      <Others {...props} />
    </>
  )
}

const PHONE_COLUMN = textColumn('phone', '联系电话', 128, '电话')
const CO_APPLICANTS: readonly ApplicationPartyRole[] = ['co-applicant']
const OPPONENTS: readonly ApplicationPartyRole[] = ['opponent']
const OTHERS: readonly ApplicationPartyRole[] = ['opponent-agent', 'other']

function coApplicantColumns(pack: RulePack): readonly PartyColumn[] {
  return [nameColumn('姓名', 116), certificateColumn(pack), PHONE_COLUMN, textColumn('note', '备注', 110)]
}
function opponentColumns(pack: RulePack): readonly PartyColumn[] {
  return [KIND_COLUMN, nameColumn('姓名或者名称'), numberColumn(pack), PHONE_COLUMN]
}
const OTHER_COLUMNS: readonly PartyColumn[] = [
  ROLE_COLUMN,
  KIND_COLUMN,
  nameColumn('姓名或者名称'),
  PHONE_COLUMN,
  textColumn('relation', '身份说明', 120, '律所、身份'),
]

function CoApplicants({ form, pack, today }: Props) {
  const { values, set, problemOf } = form
  const { rows, add } = usePartyRows(form, CO_APPLICANTS)
  const [isPasting, setPasting] = useState(false)
  const empty = emptyParty('co-applicant', pack.codes.certificateKinds[0]?.code ?? null)
  return (
    <section className="section" aria-label="共同申请人">
      <SectionHead
        title="共同申请人"
        count={rows.length}
        note={rows.length > 0 ? `受援人次按 ${personsIn(values)} 人计` : '同一事项的其他申请人，各自登记为人员'}
        aside={
          <Checkbox label="群体申请" checked={values.isGroup} onChange={event => set({ isGroup: event.currentTarget.checked })} />
        }
      />
      {problemOf('parties') !== undefined && <p className="note red">{problemOf('parties')}</p>}
      <PartyTable form={form} roles={CO_APPLICANTS} label="共同申请人" columns={coApplicantColumns(pack)} />
      <div className="row">
        <AddButton onClick={() => add(empty)}>加一名共同申请人</AddButton>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconClipboard size={14} aria-hidden />}
          onClick={() => setPasting(true)}
        >
          粘贴名单
        </Button>
      </div>
      {isPasting && (
        <PasteList
          today={today}
          known={[values.certificateNumber, ...values.parties.map(party => party.certificateNumber)]}
          onClose={() => setPasting(false)}
          onTake={people => {
            const listed = people.map(({ name, certificateNumber, phone }) => ({ ...empty, name, certificateNumber, phone }))
            set({ ...withParties([...values.parties, ...listed]), isGroup: true })
          }}
        />
      )}
    </section>
  )
}

function Opponents({ form, pack }: Props) {
  const { opponentName } = form.values
  const { rows, add } = usePartyRows(form, OPPONENTS)
  const empty = emptyParty('opponent', null)
  const first = { ...empty, name: opponentName }
  const isOnFirstPage = rows.length === 0 && opponentName.trim() !== ''
  return (
    <section className="section" aria-label="对方当事人">
      <SectionHead
        title="对方当事人"
        count={isOnFirstPage ? 1 : rows.length}
        note={isOnFirstPage ? `第 1 页已填 ${opponentName}` : undefined}
      />
      <PartyTable form={form} roles={OPPONENTS} label="对方当事人" columns={opponentColumns(pack)} />
      <div className="row">
        {isOnFirstPage ? (
          <>
            <AddButton onClick={() => add(first)}>补充第一名的证件、电话</AddButton>
            <AddButton onClick={() => add(first, empty)}>再加一名</AddButton>
          </>
        ) : (
          <AddButton onClick={() => add(empty)}>加一名对方当事人</AddButton>
        )}
      </div>
    </section>
  )
}

function Others({ form }: Props) {
  const label = '对方的代理人和其他当事人'
  const { rows, add } = usePartyRows(form, OTHERS)
  return (
    <section className="section" aria-label={label}>
      <SectionHead title={label} count={rows.length} note="写上的都参加利益冲突核对" />
      <PartyTable form={form} roles={OTHERS} label={label} columns={OTHER_COLUMNS} />
      <div className="row">
        <AddButton onClick={() => add(emptyParty('opponent-agent', null))}>加一名</AddButton>
      </div>
    </section>
  )
}

function AddButton({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={onClick}>
      {children}
    </Button>
  )
}

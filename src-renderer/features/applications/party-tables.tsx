import { ActionIcon, Button, Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconClipboard, IconPlus, IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { ApplicationPartyRole } from '../../../src-main/contract/application-parties.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { optionsOf } from '../../api/use-pack.ts'
import { CertificateInput } from '../../ui/certificate-input.tsx'
import { SectionHead } from '../../ui/page.tsx'
import type { FormValues } from '../../ui/use-form-values.ts'
import type { ApplicationValues } from './application-values.ts'
import { emptyParty, type PartyDraft, personsIn, withParties } from './party-values.ts'
import { PasteList } from './paste-list.tsx'

type Props = { readonly form: FormValues<ApplicationValues>; readonly pack: RulePack; readonly today: string }

const KINDS = [
  { value: 'person', label: '个人' },
  { value: 'organisation', label: '单位' },
]

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

/** The rows of some roles with their places among all parties, and how to change them. */
function useRows({ form }: Pick<Props, 'form'>, roles: readonly ApplicationPartyRole[]) {
  const { values, set } = form
  return {
    rows: values.parties.flatMap((party, index) => (roles.includes(party.role) ? [{ party, index }] : [])),
    change: (index: number, patch: Partial<PartyDraft>) =>
      set(withParties(values.parties.map((party, at) => (at === index ? { ...party, ...patch } : party)))),
    remove: (index: number) => set(withParties(values.parties.filter((_, at) => at !== index))),
    add: (...parties: readonly PartyDraft[]) => set(withParties([...values.parties, ...parties])),
  }
}

function CoApplicants({ form, pack, today }: Props) {
  const { values, set, problemOf } = form
  const { rows, change, remove, add } = useRows({ form }, ['co-applicant'])
  const [isPasting, setPasting] = useState(false)
  const firstKind = pack.codes.certificateKinds[0]?.code ?? null
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
      {rows.length > 0 && (
        <PartyTable label="共同申请人">
          {rows.map(({ party, index }, place) => (
            <Row key={index} form={form} index={index} who={party.name || `第 ${place + 1} 名`} onRemove={() => remove(index)}>
              <td className="cell-number">{place + 1}</td>
              <td style={{ width: 116 }}>
                <NameInput form={form} index={index} party={party} label="姓名" onChange={name => change(index, { name })} />
              </td>
              <td>
                <CertificateInput
                  kinds={optionsOf(pack.codes.certificateKinds)}
                  kind={party.certificateKind}
                  number={party.certificateNumber}
                  onKindChange={certificateKind => change(index, { certificateKind })}
                  onNumberChange={certificateNumber => change(index, { certificateNumber })}
                  error={problemOf(`parties.${index}.certificateNumber`)}
                />
              </td>
              <td style={{ width: 128 }}>
                <CellInput
                  label={`${party.name} 联系电话`}
                  placeholder="电话"
                  value={party.phone}
                  onChange={phone => change(index, { phone })}
                />
              </td>
              <td style={{ width: 110 }}>
                <CellInput
                  label={`${party.name} 备注`}
                  placeholder="备注"
                  value={party.note}
                  onChange={note => change(index, { note })}
                />
              </td>
            </Row>
          ))}
        </PartyTable>
      )}
      <div className="row">
        <AddButton onClick={() => add(emptyParty('co-applicant', firstKind))}>加一名共同申请人</AddButton>
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
          onTake={people =>
            set({
              ...withParties([
                ...values.parties,
                ...people.map(person => ({
                  ...emptyParty('co-applicant', firstKind),
                  name: person.name,
                  certificateNumber: person.certificateNumber,
                  phone: person.phone,
                })),
              ]),
              isGroup: true,
            })
          }
        />
      )}
    </section>
  )
}

function Opponents({ form, pack }: Props) {
  const { values, problemOf } = form
  const { rows, change, remove, add } = useRows({ form }, ['opponent'])
  return (
    <section className="section" aria-label="对方当事人">
      <SectionHead
        title="对方当事人"
        count={rows.length === 0 ? (values.opponentName.trim() === '' ? 0 : 1) : rows.length}
        note={rows.length === 0 && values.opponentName.trim() !== '' ? `第 1 页已填 ${values.opponentName}` : undefined}
      />
      {rows.length > 0 && (
        <PartyTable label="对方当事人">
          {rows.map(({ party, index }, place) => (
            <Row key={index} form={form} index={index} who={party.name || `第 ${place + 1} 名`} onRemove={() => remove(index)}>
              <td className="cell-number">{place + 1}</td>
              <td style={{ width: 120 }}>
                <KindChoice party={party} onChange={kind => change(index, { kind })} error={problemOf(`parties.${index}.kind`)} />
              </td>
              <td>
                <NameInput
                  form={form}
                  index={index}
                  party={party}
                  label="姓名或者名称"
                  onChange={name => change(index, { name })}
                />
              </td>
              <td style={{ width: 184 }}>
                <CellInput
                  label={`${party.name} ${party.kind === 'organisation' ? '信用代码' : '证件号码'}`}
                  placeholder={party.kind === 'organisation' ? '统一社会信用代码' : '身份证号码'}
                  value={party.certificateNumber}
                  onChange={certificateNumber =>
                    change(index, {
                      certificateNumber,
                      certificateKind: party.certificateKind ?? pack.codes.certificateKinds[0]?.code ?? null,
                    })
                  }
                />
              </td>
              <td style={{ width: 128 }}>
                <CellInput
                  label={`${party.name} 联系电话`}
                  placeholder="电话"
                  value={party.phone}
                  onChange={phone => change(index, { phone })}
                />
              </td>
            </Row>
          ))}
        </PartyTable>
      )}
      <div className="row">
        {rows.length === 0 && values.opponentName.trim() !== '' ? (
          <>
            <AddButton onClick={() => add({ ...emptyParty('opponent', null), name: values.opponentName })}>
              补充第一名的证件、电话
            </AddButton>
            <AddButton
              onClick={() => add({ ...emptyParty('opponent', null), name: values.opponentName }, emptyParty('opponent', null))}
            >
              再加一名
            </AddButton>
          </>
        ) : (
          <AddButton onClick={() => add(emptyParty('opponent', null))}>加一名对方当事人</AddButton>
        )}
      </div>
    </section>
  )
}

const OTHER_ROLES = [
  { value: 'opponent-agent', label: '对方的代理人' },
  { value: 'other', label: '其他当事人' },
]

function Others({ form }: Props) {
  const { problemOf } = form
  const { rows, change, remove, add } = useRows({ form }, ['opponent-agent', 'other'])
  return (
    <section className="section" aria-label="对方的代理人和其他当事人">
      <SectionHead title="对方的代理人和其他当事人" count={rows.length} note="写上的都参加利益冲突核对" />
      {rows.length > 0 && (
        <PartyTable label="对方的代理人和其他当事人">
          {rows.map(({ party, index }, place) => (
            <Row key={index} form={form} index={index} who={party.name || `第 ${place + 1} 名`} onRemove={() => remove(index)}>
              <td className="cell-number">{place + 1}</td>
              <td style={{ width: 140 }}>
                <Select
                  aria-label={`${party.name} 地位`}
                  data={OTHER_ROLES}
                  value={party.role}
                  onChange={value => change(index, { role: value === 'other' ? 'other' : 'opponent-agent' })}
                  allowDeselect={false}
                />
              </td>
              <td style={{ width: 120 }}>
                <KindChoice party={party} onChange={kind => change(index, { kind })} error={problemOf(`parties.${index}.kind`)} />
              </td>
              <td>
                <NameInput
                  form={form}
                  index={index}
                  party={party}
                  label="姓名或者名称"
                  onChange={name => change(index, { name })}
                />
              </td>
              <td style={{ width: 128 }}>
                <CellInput
                  label={`${party.name} 联系电话`}
                  placeholder="电话"
                  value={party.phone}
                  onChange={phone => change(index, { phone })}
                />
              </td>
              <td style={{ width: 120 }}>
                <CellInput
                  label={`${party.name} 身份说明`}
                  placeholder="律所、身份"
                  value={party.relation}
                  onChange={relation => change(index, { relation })}
                />
              </td>
            </Row>
          ))}
        </PartyTable>
      )}
      <div className="row">
        <AddButton onClick={() => add(emptyParty('opponent-agent', null))}>加一名</AddButton>
      </div>
    </section>
  )
}

function PartyTable({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <table className="plain-table form-table party-table" aria-label={label}>
      <tbody>{children}</tbody>
    </table>
  )
}

/** One party: its cells, the first thing wrong with it, and the cross that takes it away. */
function Row({
  form,
  index,
  who,
  onRemove,
  children,
}: {
  readonly form: FormValues<ApplicationValues>
  readonly index: number
  readonly who: string
  readonly onRemove: () => void
  readonly children: ReactNode
}) {
  const faults = ['role', 'kind', 'name', 'certificateKind', 'certificateNumber', 'phone', 'relation', 'note'].flatMap(
    field => form.problemOf(`parties.${index}.${field}`) ?? [],
  )
  return (
    <>
      <tr data-field={`parties.${index}`}>
        {children}
        <td style={{ width: 36 }}>
          <ActionIcon variant="subtle" size={28} aria-label={`删去 ${who}`} onClick={onRemove}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </td>
      </tr>
      {faults[0] !== undefined && (
        <tr className="party-fault">
          <td colSpan={8}>
            <span className="note red" role="alert">
              {faults[0]}
            </span>
          </td>
        </tr>
      )}
    </>
  )
}

/** Its fault shows when a save is tried: a line that came in on leaving the field would push the button away under the mouse. */
function NameInput({
  form,
  index,
  party,
  label,
  onChange,
}: {
  readonly form: FormValues<ApplicationValues>
  readonly index: number
  readonly party: PartyDraft
  readonly label: string
  readonly onChange: (name: string) => void
}) {
  const name = `parties.${index}.name`
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      value={party.name}
      onChange={event => onChange(event.currentTarget.value)}
      error={Boolean(form.problemOf(name))}
      autoFocus={party.name === ''}
      autoComplete="off"
      maxLength={100}
    />
  )
}

function KindChoice({
  party,
  onChange,
  error,
}: {
  readonly party: PartyDraft
  readonly onChange: (kind: 'person' | 'organisation') => void
  readonly error: string | undefined
}) {
  return (
    <SegmentedControl
      aria-label={`${party.name} 个人或者单位`}
      data={KINDS}
      value={party.kind}
      onChange={kind => onChange(kind === 'organisation' ? 'organisation' : 'person')}
      data-error={error !== undefined || undefined}
    />
  )
}

function CellInput(props: {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return (
    <TextInput
      aria-label={props.label}
      placeholder={props.placeholder}
      value={props.value}
      onChange={event => props.onChange(event.currentTarget.value)}
      autoComplete="off"
      maxLength={100}
    />
  )
}

function AddButton({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={onClick}>
      {children}
    </Button>
  )
}

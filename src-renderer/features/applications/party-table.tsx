import { ActionIcon, SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { Fragment, type ReactNode } from 'react'
import type { ApplicationPartyRole } from '../../../src-main/contract/application-parties.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { optionsOf } from '../../api/use-pack.ts'
import { CertificateInput } from '../../ui/certificate-input.tsx'
import type { FormValues } from '../../ui/use-form-values.ts'
import type { ApplicationValues } from './application-values.ts'
import { type PartyDraft, withParties } from './party-values.ts'

/** One party as its cells show and change it. */
type PartyCell = {
  readonly party: PartyDraft
  readonly change: (patch: Partial<PartyDraft>) => void
  readonly problemOf: (field: keyof PartyDraft) => string | undefined
}

/** A column of a table of parties; without a width (CSS px) it takes the room that is left. */
export type PartyColumn = { readonly key: string; readonly width?: number; readonly cell: (one: PartyCell) => ReactNode }

/** The parties of some roles with their places among all of them, and how to add to them. */
export function usePartyRows(form: FormValues<ApplicationValues>, roles: readonly ApplicationPartyRole[]) {
  const { values, set } = form
  return {
    rows: values.parties.flatMap((party, index) => (roles.includes(party.role) ? [{ party, index }] : [])),
    change: (index: number, patch: Partial<PartyDraft>) =>
      set(withParties(values.parties.map((party, at) => (at === index ? { ...party, ...patch } : party)))),
    remove: (index: number) => set(withParties(values.parties.filter((_, at) => at !== index))),
    add: (...parties: readonly PartyDraft[]) => set(withParties([...values.parties, ...parties])),
  }
}

/** In which order the faults of a party are told, one at a time. */
const FAULTS = ['role', 'kind', 'name', 'certificateKind', 'certificateNumber', 'phone', 'relation', 'note'] as const

/** Parties in numbered rows, each with the first thing that is wrong with it and the cross that takes it away; nothing without any. */
export function PartyTable({
  form,
  roles,
  label,
  columns,
}: {
  readonly form: FormValues<ApplicationValues>
  readonly roles: readonly ApplicationPartyRole[]
  readonly label: string
  readonly columns: readonly PartyColumn[]
}) {
  const { rows, change, remove } = usePartyRows(form, roles)
  if (rows.length === 0) return null
  return (
    <table className="plain-table form-table party-table" aria-label={label}>
      <tbody>
        {rows.map(({ party, index }, place) => {
          const one: PartyCell = {
            party,
            change: patch => change(index, patch),
            problemOf: field => form.problemOf(`parties.${index}.${field}`),
          }
          const fault = FAULTS.map(one.problemOf).find(Boolean)
          return (
            <Fragment key={index}>
              <tr data-field={`parties.${index}`}>
                <td className="cell-number">{place + 1}</td>
                {columns.map(({ key, width, cell }) => (
                  <td key={key} style={{ width }}>
                    {cell(one)}
                  </td>
                ))}
                <td style={{ width: 36 }}>
                  <ActionIcon
                    variant="subtle"
                    size={28}
                    aria-label={`删去 ${party.name || `第 ${place + 1} 名`}`}
                    onClick={() => remove(index)}
                  >
                    <IconX size={16} aria-hidden />
                  </ActionIcon>
                </td>
              </tr>
              {fault !== undefined && (
                <tr className="party-fault">
                  <td colSpan={columns.length + 2}>
                    <span className="note red" role="alert">
                      {fault}
                    </span>
                  </td>
                </tr>
              )}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

/**
 * The name of a party. Its fault shows when a save is tried: a line that came in on leaving the field would push the button away under
 * the mouse.
 */
export function nameColumn(label: string, width?: number): PartyColumn {
  return {
    key: 'name',
    width,
    cell: ({ party, change, problemOf }) => (
      <TextInput
        aria-label={label}
        placeholder={label}
        value={party.name}
        onChange={event => change({ name: event.currentTarget.value })}
        error={Boolean(problemOf('name'))}
        autoFocus={party.name === ''}
        autoComplete="off"
        maxLength={100}
      />
    ),
  }
}

/** A line of free text about a party; `placeholder` says what, and stands in its name for screen readers after the party's. */
export function textColumn(key: 'phone' | 'note' | 'relation', name: string, width: number, placeholder = name): PartyColumn {
  return {
    key,
    width,
    cell: ({ party, change }) => (
      <CellInput
        label={`${party.name} ${name}`}
        placeholder={placeholder}
        value={party[key]}
        onChange={text => change({ [key]: text })}
      />
    ),
  }
}

const KINDS = [
  { value: 'person', label: '个人' },
  { value: 'organisation', label: '单位' },
]

/** Whether the party is a person or an organisation; a question without a default. */
export const KIND_COLUMN: PartyColumn = {
  key: 'kind',
  width: 120,
  cell: ({ party, change, problemOf }) => (
    <SegmentedControl
      aria-label={`${party.name} 个人或者单位`}
      data={KINDS}
      value={party.kind}
      onChange={kind => change({ kind: kind === 'organisation' ? 'organisation' : 'person' })}
      data-error={problemOf('kind') !== undefined || undefined}
    />
  ),
}

/** Kind and number of a person's certificate. */
export function certificateColumn(pack: RulePack): PartyColumn {
  return {
    key: 'certificate',
    cell: ({ party, change, problemOf }) => (
      <CertificateInput
        kinds={optionsOf(pack.codes.certificateKinds)}
        kind={party.certificateKind}
        number={party.certificateNumber}
        onKindChange={certificateKind => change({ certificateKind })}
        onNumberChange={certificateNumber => change({ certificateNumber })}
        error={problemOf('certificateNumber')}
      />
    ),
  }
}

/** The number alone: a resident's, or an organisation's credit code. */
export function numberColumn(pack: RulePack): PartyColumn {
  const firstKind = pack.codes.certificateKinds[0]?.code ?? null
  return {
    key: 'number',
    width: 184,
    cell: ({ party, change }) => {
      const isOrganisation = party.kind === 'organisation'
      return (
        <CellInput
          label={`${party.name} ${isOrganisation ? '信用代码' : '证件号码'}`}
          placeholder={isOrganisation ? '统一社会信用代码' : '身份证号码'}
          value={party.certificateNumber}
          onChange={certificateNumber => change({ certificateNumber, certificateKind: party.certificateKind ?? firstKind })}
        />
      )
    },
  }
}

const OTHER_ROLES = [
  { value: 'opponent-agent', label: '对方的代理人' },
  { value: 'other', label: '其他当事人' },
]

/** What the party is in the matter. */
export const ROLE_COLUMN: PartyColumn = {
  key: 'role',
  width: 140,
  cell: ({ party, change }) => (
    <Select
      aria-label={`${party.name} 地位`}
      data={OTHER_ROLES}
      value={party.role}
      onChange={value => change({ role: value === 'other' ? 'other' : 'opponent-agent' })}
      allowDeselect={false}
    />
  ),
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

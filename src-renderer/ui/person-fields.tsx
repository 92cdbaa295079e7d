import { Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { OutputOf } from '../../src-main/contract/index.ts'
import type { CertificateKindEntry, PersonCategoryEntry } from '../../src-main/domain/rule-pack/codes.ts'
import { CertificateInput } from './certificate-input.tsx'
import { CodeMultiSelect } from './code-multi-select.tsx'
import { DateField } from './date-field.tsx'
import { Field } from './field.tsx'
import { derivedCategories, isMasked, type PersonDraft, type Sex, tickedByAppLine } from './person-draft.ts'
import './person-parts.css'

/** What the core reads out of a certificate's number. */
export type CertificateFacts = OutputOf<'people.checkCertificate'>

export type PersonFieldsProps = {
  readonly values: PersonDraft
  /** Changes fields; sex and birth date tick categories by themselves (see `usePersonForm`). */
  readonly change: (patch: Partial<PersonDraft>) => void
  readonly touch: (name: string) => void
  readonly problemOf: (name: string) => string | undefined
  readonly note: (name: string, problem: string | null) => void
  readonly kinds: readonly CertificateKindEntry[]
  readonly categories: readonly PersonCategoryEntry[]
  readonly facts: CertificateFacts | null
  /** The day ages are counted on, and today. */
  readonly day: string
  readonly today: string
  readonly certificateRequired: boolean
  readonly nameLabel?: string
  readonly nameHint?: ReactNode
  /** What stands beside the name, e.g. a tick for somebody who gives none. */
  readonly nameAside?: ReactNode
  /** Categories in one line, found by pinyin or number, instead of a grid of ticks. */
  readonly compactCategories?: boolean
  /** An organisation (单位): its name, code, phone and address, and nothing that only people have. */
  readonly isOrganisation?: boolean
  readonly disabled?: boolean
  readonly autoFocus?: boolean
}

const SEXES = [
  { value: 'male', label: '男' },
  { value: 'female', label: '女' },
]

function sexOf(value: string): Sex | null {
  return value === 'male' || value === 'female' ? value : null
}

/** The certificates that people have, or those that organisations have; having none, with the reason, is both. */
export function certificateKindsFor(
  kinds: readonly CertificateKindEntry[],
  isOrganisation: boolean,
): readonly CertificateKindEntry[] {
  return kinds.filter(kind => kind.check === 'none' || (kind.check === 'credit-code') === isOrganisation)
}

/** The particulars of a person from top to bottom: name, certificate, sex and birth, phone, addresses, categories. */
export function PersonFields(props: PersonFieldsProps) {
  const { values, change, touch, problemOf, note, categories, facts, day, today, disabled = false } = props
  const isOnFile = isMasked(values.certificateNumber) && values.sex !== null && values.birthDate !== null
  const isRead = isOnFile || (facts?.ok === true && facts.sex !== null && facts.birthDate !== null)
  const nameInput = useRef<HTMLInputElement>(null)
  const { autoFocus = false, isOrganisation = false } = props
  const kinds = certificateKindsFor(props.kinds, isOrganisation)
  useEffect(() => {
    if (autoFocus) nameInput.current?.focus()
  }, [autoFocus])
  const derived = derivedCategories(categories, { sex: values.sex, birthDate: values.birthDate, day })
  return (
    <>
      <Field label={props.nameLabel ?? '姓名'} required hint={props.nameHint} name="name">
        <TextInput
          ref={nameInput}
          value={values.name}
          onChange={event => change({ name: event.currentTarget.value })}
          onBlur={() => touch('name')}
          error={problemOf('name')}
          disabled={disabled}
          autoComplete="off"
          maxLength={60}
          {...(props.nameAside === undefined ? {} : { 'aria-label': props.nameLabel ?? '姓名', style: { flex: 1 } })}
        />
        {props.nameAside}
      </Field>
      <CertificateField {...props} kinds={kinds} />
      {!isOrganisation && (
        <Field label="性别、出生" error={problemOf('sex') ?? problemOf('birthDate')} name="birthDate">
          <SegmentedControl
            aria-label="性别"
            data={SEXES}
            value={values.sex ?? ''}
            onChange={value => change({ sex: sexOf(value) })}
            disabled={disabled || isRead}
            style={{ flex: 1 }}
          />
          <DateField
            aria-label="出生日期"
            value={values.birthDate}
            onChange={birthDate => change({ birthDate })}
            onProblem={problem => note('birthDate', problem)}
            onBlur={() => touch('birthDate')}
            latest={today}
            today={today}
            disabled={disabled || isRead}
            placeholder="出生日期"
            w={150}
          />
        </Field>
      )}
      <Field label="联系电话" name="phone">
        <TextInput
          value={values.phone}
          onChange={event => change({ phone: event.currentTarget.value })}
          onBlur={() => touch('phone')}
          error={problemOf('phone')}
          disabled={disabled}
          autoComplete="off"
          inputMode="tel"
          maxLength={40}
        />
      </Field>
      {!isOrganisation && (
        <Field label="户籍地" name="householdAddress">
          <TextInput
            value={values.householdAddress}
            onChange={event => change({ householdAddress: event.currentTarget.value })}
            error={problemOf('householdAddress')}
            disabled={disabled}
            autoComplete="off"
            maxLength={120}
          />
        </Field>
      )}
      <Field label={isOrganisation ? '地址' : '现住址'} name="address">
        <TextInput
          value={values.address}
          onChange={event => change({ address: event.currentTarget.value })}
          error={problemOf('address')}
          disabled={disabled}
          autoComplete="off"
          maxLength={120}
        />
      </Field>
      {!isOrganisation && <CategoriesField {...props} derived={derived} />}
    </>
  )
}

/** The categories of the person, those that sex or age decide ticked by the app. */
function CategoriesField({
  values,
  change,
  problemOf,
  categories,
  derived,
  compactCategories = false,
  disabled = false,
}: PersonFieldsProps & { readonly derived: readonly string[] }) {
  const hint = tickedByAppLine(categories, derived, values.categories)
  if (compactCategories)
    return (
      <Field label="人员类别" hint={hint || '拼音首字母或序号，如 nmg、1'} error={problemOf('categories')} name="categories">
        <CodeMultiSelect
          entries={categories}
          value={values.categories}
          onChange={codes => change({ categories: codes })}
          disabled={disabled}
        />
      </Field>
    )
  return (
    <Field group label="人员类别" hint={hint} error={problemOf('categories')} name="categories">
      <div className="check-grid">
        {categories.map(entry => (
          <Checkbox
            key={entry.code}
            label={entry.label}
            checked={values.categories.includes(entry.code)}
            disabled={disabled}
            onChange={event =>
              change({
                categories: event.currentTarget.checked
                  ? categories.map(other => other.code).filter(code => code === entry.code || values.categories.includes(code))
                  : values.categories.filter(code => code !== entry.code),
              })
            }
          />
        ))}
      </div>
    </Field>
  )
}

/** Kind and number of the certificate with what it tells; or, without one, the reason. */
function CertificateField(props: PersonFieldsProps) {
  const { values, change, touch, problemOf, note, kinds, facts, disabled = false } = props
  const [isLeft, setLeft] = useState(true)
  const noteInput = useRef<HTMLInputElement>(null)
  const hasSwitched = useRef(false)
  const kind = kinds.find(entry => entry.code === values.certificateKind)
  const isWithout = kind?.check === 'none'
  const fault = facts && !facts.ok && values.certificateNumber !== '' ? facts.message : null
  const shownFault = isLeft ? fault : null
  useEffect(() => note('certificateNumber', shownFault), [note, shownFault])
  useEffect(() => {
    if (hasSwitched.current && isWithout) noteInput.current?.focus()
  }, [isWithout])
  const options = kinds.map(entry => ({ value: entry.code, label: entry.label }))
  const pickKind = (certificateKind: string | null) => {
    hasSwitched.current = true
    change({ certificateKind })
  }
  const error = problemOf('certificateNumber') ?? problemOf('certificateNote') ?? problemOf('certificateKind')
  if (isWithout) {
    return (
      <Field label="证件" required={props.certificateRequired} hint="写明为什么没有证件" error={error} name="certificateNote">
        <Select
          aria-label="证件类型"
          data={options}
          value={values.certificateKind}
          onChange={pickKind}
          allowDeselect={false}
          disabled={disabled}
          w={114}
          style={{ flex: 'none' }}
        />
        <TextInput
          ref={noteInput}
          aria-label="无证件原因"
          value={values.certificateNote}
          onChange={event => change({ certificateNote: event.currentTarget.value })}
          onBlur={() => touch('certificateNote')}
          error={Boolean(error)}
          disabled={disabled}
          autoComplete="off"
          maxLength={100}
          style={{ flex: 1 }}
        />
      </Field>
    )
  }
  return (
    <Field
      group
      label="证件"
      required={props.certificateRequired}
      fact={facts?.ok ? <FactLine facts={facts} /> : undefined}
      hint={isMasked(values.certificateNumber) ? '已登记的号码，不动就照旧；要改请填完整号码' : undefined}
      error={error}
      name="certificateNumber"
    >
      <CertificateInput
        kinds={options}
        kind={values.certificateKind}
        number={values.certificateNumber}
        onKindChange={pickKind}
        onNumberChange={certificateNumber => {
          setLeft(false)
          change({ certificateNumber })
        }}
        onNumberDone={() => {
          setLeft(true)
          touch('certificateNumber')
        }}
        disabled={disabled}
        error={error}
      />
    </Field>
  )
}

/** What the number tells beyond sex and birth date, which stand in the row below. */
function FactLine({ facts }: { readonly facts: CertificateFacts }) {
  const words = [facts.age === null ? '' : `${facts.age} 岁`, facts.regionName ?? '', facts.regionNote ?? ''].filter(Boolean)
  return (
    <span className="fact-line">
      <span className="muted clip">{words.join('　')}</span>
      <span className="nowrap">{facts.message ?? (facts.sex === null ? '格式正确' : '校验码正确')}</span>
    </span>
  )
}

import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import type { CertificateKindEntry, PersonCategoryEntry } from '../../src-main/domain/rule-pack/codes.ts'
import { derivedCategories, isMasked, type PersonDraft, retickCategories } from '../ui/person-draft.ts'
import type { CertificateFacts, PersonFieldsProps } from '../ui/person-fields.tsx'
import type { FormValues } from '../ui/use-form-values.ts'
import { useAsk } from './use-ask.ts'

/** Pause in typing before the number is read, in milliseconds. */
const PAUSE_MS = 150
/** Shorter numbers are not asked about while they are typed. */
const SHORTEST = 6

/** What the certificate says (the core reads it), or null while it is short, being typed or the kind has no number. */
export function useCertificateFacts(kind: CertificateKindEntry | undefined, number: string): CertificateFacts | null {
  const [settled] = useDebouncedValue(number, PAUSE_MS)
  const isAsked = kind !== undefined && kind.check !== 'none' && settled.length >= SHORTEST && !isMasked(settled)
  const ask = useAsk('people.checkCertificate', { kind: kind?.code ?? '-', number: settled }, { enabled: isAsked })
  return isAsked && settled === number ? (ask.data ?? null) : null
}

/** The part of a form that holds a person. */
type PersonHolder = Pick<FormValues<PersonDraft>, 'values' | 'set' | 'touch' | 'problemOf' | 'note'>

export type PersonForm = {
  /** Changes fields of the person; when sex, birth date or the day change, the categories they decide follow. */
  readonly change: (patch: Partial<PersonDraft>) => void
  /** What `PersonFields` shows and changes. */
  readonly fields: Pick<
    PersonFieldsProps,
    'values' | 'change' | 'touch' | 'problemOf' | 'note' | 'kinds' | 'categories' | 'facts' | 'day' | 'today'
  >
}

/**
 * Reads the certificate while a person is typed in and takes sex and birth date from it. A number that was there when the form was
 * opened changes nothing: a form opened and saved is the same. Ages are counted on `day`; `today` without one.
 */
export function usePersonForm(options: {
  readonly form: PersonHolder
  readonly codes: {
    readonly certificateKinds: readonly CertificateKindEntry[]
    readonly personCategories: readonly PersonCategoryEntry[]
  }
  readonly day: string | null
  readonly today: string
}): PersonForm {
  const { form, today } = options
  const { certificateKinds: kinds, personCategories: categories } = options.codes
  const { values, set, touch, problemOf, note } = form
  const day = options.day ?? today
  const facts = useCertificateFacts(
    kinds.find(entry => entry.code === values.certificateKind),
    values.certificateNumber,
  )
  const opened = useRef(values.certificateNumber)
  const change = (patch: Partial<PersonDraft>) => {
    const next = { ...values, ...patch }
    if (next.sex === values.sex && next.birthDate === values.birthDate) {
      set(patch)
      return
    }
    const before = derivedCategories(categories, { sex: values.sex, birthDate: values.birthDate, day })
    const after = derivedCategories(categories, { sex: next.sex, birthDate: next.birthDate, day })
    set({ ...patch, categories: retickCategories(next.categories, categories, before, after) })
  }
  const { sex, birthDate } = facts?.ok ? facts : { sex: null, birthDate: null }
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows what the certificate says, not every key typed elsewhere
  useEffect(() => {
    if (values.certificateNumber === opened.current) return
    const isNews = (sex !== null && sex !== values.sex) || (birthDate !== null && birthDate !== values.birthDate)
    if (isNews) change({ ...(sex === null ? {} : { sex }), ...(birthDate === null ? {} : { birthDate }) })
  }, [sex, birthDate, values.certificateNumber])
  return { change, fields: { values, change, touch, problemOf, note, kinds, categories, facts, day, today } }
}

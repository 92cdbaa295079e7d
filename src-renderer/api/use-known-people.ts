import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { OutputOf } from '../../src-main/contract/index.ts'
import { fillGaps, isMasked, type PersonDraft, personDraftOf } from '../ui/person-draft.ts'
import { invoke } from './client.ts'
import { errorLine } from './error-text.ts'
import { useAsk } from './use-ask.ts'

export type KnownPerson = OutputOf<'people.match'>[number]

/** Pause in typing before the register of people is asked, in milliseconds. */
const PAUSE_MS = 250

export type KnownPeople = {
  /** Who this most probably is (来过本中心), or null. */
  readonly top: KnownPerson | null
  /** Others who may be the same (可能重复登记). */
  readonly others: readonly KnownPerson[]
  /** 不是同一人: not shown again in this form. */
  readonly dismiss: (id: string) => void
  /**
   * Brings the particulars of a known person in (F4); only into empty fields. Certificate and phone come masked and stand for the
   * recorded ones. Answers what changes, or a sentence why not.
   */
  readonly take: (id: string) => Promise<{ readonly patch: Partial<PersonDraft> } | { readonly problem: string }>
}

/** A known person's particulars as a form shows them, with numbers masked; or why they could not be read. */
export async function knownParticulars(
  id: string,
  defaultKind: string | null,
): Promise<{ readonly person: PersonDraft } | { readonly problem: string }> {
  const reply = await invoke('people.get', { id })
  if (!reply.ok) return { problem: errorLine(reply.error) }
  const { certificateMasked, phoneMasked, ...known } = reply.value
  return { person: personDraftOf({ ...known, certificateNumber: certificateMasked, phone: phoneMasked }, defaultKind) }
}

/**
 * Who of the people register a person being typed in may be. The same certificate settles it; with a certificate typed that is another
 * person's, a namesake is only a possible duplicate. `pickedId` is the person the form already stands for; `except` leaves out the
 * person whose own file is open.
 */
export function useKnownPeople(
  values: PersonDraft,
  defaultKind: string | null,
  pickedId: string | null,
  except: string | null = null,
): KnownPeople {
  const typed = {
    name: values.name.trim(),
    certificateNumber: isMasked(values.certificateNumber) ? '' : values.certificateNumber.trim(),
    phone: isMasked(values.phone) ? '' : values.phone.trim(),
  }
  const [settled] = useDebouncedValue(JSON.stringify(typed), PAUSE_MS)
  const [dismissed, setDismissed] = useState<readonly string[]>([])
  const asked: typeof typed = JSON.parse(settled)
  const isAsked = asked.name.length >= 2 || asked.certificateNumber.length >= 8 || asked.phone.length >= 7
  const ask = useAsk('people.match', asked, { enabled: isAsked, keep: true })
  const found = isAsked ? (ask.data ?? []).filter(person => person.id !== except && !dismissed.includes(person.id)) : []
  const picked = found.find(person => person.id === pickedId)
  const top = picked ?? found.find(person => mayBeSame(person, asked.certificateNumber)) ?? null
  const take = async (id: string) => {
    const known = await knownParticulars(id, defaultKind)
    return 'problem' in known ? known : { patch: fillGaps(values, known.person) }
  }
  return {
    top,
    others: found.filter(person => person !== top),
    dismiss: id => setDismissed(ids => [...ids, id]),
    take,
  }
}

function mayBeSame(person: KnownPerson, certificateNumber: string): boolean {
  if (person.reasons.includes('certificate')) return true
  if (certificateNumber !== '' && person.certificateMasked !== null) return false
  return person.reasons.includes('name') || person.reasons.includes('phone') || person.reasons.includes('near-certificate')
}

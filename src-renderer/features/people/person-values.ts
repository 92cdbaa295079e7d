import type { InputOf, OutputOf } from '../../../src-main/contract/index.ts'
import { peopleOperations } from '../../../src-main/contract/people.ts'
import { contractProblems } from '../../ui/contract-problems.ts'
import type { Problems } from '../../ui/form-problems.ts'
import { type IsWithout, type PersonDraft, personDraftOf, personInputOf } from '../../ui/person-draft.ts'
import { PERSON_LABELS, personProblems } from '../../ui/person-words.ts'

export type Person = OutputOf<'people.get'>

/** A person of the register as the form shows it: certificate and phone masked, standing for the recorded ones. */
export function personValues(person: Person, defaultKind: string | null): PersonDraft {
  return personDraftOf({ ...person, certificateNumber: person.certificateMasked, phone: person.phoneMasked }, defaultKind)
}

/** The form's field of a path of the contract's input: `person.name` is `name`. */
export function personField(path: string): string {
  return path.replace(/^person\./, '').replace(/^(categories)\..*$/, '$1')
}

/** What is wrong with the form, in its order. */
export function personFormProblems(id: string, values: PersonDraft, version: number, isWithout: IsWithout): Problems {
  const input = { id, person: personInputOf(values, isWithout), version }
  const found = contractProblems(peopleOperations['people.update'].input, input, personField, personProblems(values, isWithout))
  const order = Object.keys(PERSON_LABELS)
  return Object.fromEntries(Object.entries(found).toSorted(([left], [right]) => order.indexOf(left) - order.indexOf(right)))
}

/** The input to save. */
export function personUpdateOf(id: string, values: PersonDraft, version: number, isWithout: IsWithout): InputOf<'people.update'> {
  return { id, person: personInputOf(values, isWithout), version }
}

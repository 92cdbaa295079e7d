import type { OutputOf } from '../../../src-main/contract/index.ts'

export type Found = OutputOf<'search.find'>
export type FoundPerson = Found['people'][number]
export type FoundFile = Found['files'][number]

/** Something to do from the search box (去做): a page to open, with the key that does the same. */
export type Deed = {
  readonly before: string
  readonly name: string
  readonly after: string
  readonly path: string
  readonly keys: string
}

export type SearchRow =
  | { readonly kind: 'person'; readonly key: string; readonly path: string; readonly person: FoundPerson }
  | { readonly kind: 'file'; readonly key: string; readonly path: string; readonly file: FoundFile }
  | { readonly kind: 'deed'; readonly key: string; readonly path: string; readonly deed: Deed }

export type SearchGroup = { readonly title: string; readonly rows: readonly SearchRow[] }

const filePages: Record<FoundFile['kind'], string> = {
  consultation: '/consultations',
  application: '/applications',
  case: '/cases',
}

/** What may be done about the person at the top; without one, what may be done at all. */
export function deedsAbout(person: FoundPerson | null, mayRegister: boolean): readonly Deed[] {
  if (!mayRegister) return []
  const query = person === null ? '' : `?person=${person.id}`
  const words = person === null ? { before: '', name: '' } : { before: '给 ', name: person.name }
  return [
    { ...words, after: `${person === null ? '' : ' '}登记来访`, path: `/consultations/new${query}`, keys: 'Alt+N' },
    { ...words, after: `${person === null ? '' : ' '}登记申请`, path: `/applications/new${query}`, keys: 'Alt+A' },
  ]
}

/** The groups of the search box (人员、案件、去做) in the order they are shown; empty ones are left out. */
export function searchGroups(found: Found | null, mayRegister: boolean): readonly SearchGroup[] {
  const people = found?.people ?? []
  const files = found?.files ?? []
  const deeds = deedsAbout(people[0] ?? null, mayRegister)
  const groups: readonly SearchGroup[] = [
    {
      title: '人员',
      rows: people.map(person => ({ kind: 'person', key: `person-${person.id}`, path: `/people/${person.id}`, person })),
    },
    {
      title: '案件',
      rows: files.map(file => ({
        kind: 'file',
        key: `${file.kind}-${file.id}`,
        path: `${filePages[file.kind]}/${file.id}`,
        file,
      })),
    },
    { title: '去做', rows: deeds.map(deed => ({ kind: 'deed', key: `deed-${deed.path}`, path: deed.path, deed })) },
  ]
  return groups.filter(group => group.rows.length > 0)
}

/** What the center did for a person, in few words: 来访 3　申请 2　案件 2; counts of zero are left out. */
export function countWords(person: Pick<FoundPerson, 'consultations' | 'applications' | 'cases'>): string {
  const counts = [
    person.consultations > 0 ? `来访 ${person.consultations}` : '',
    person.applications > 0 ? `申请 ${person.applications}` : '',
    person.cases > 0 ? `案件 ${person.cases}` : '',
  ]
  return counts.filter(words => words !== '').join('　')
}

import { ageOn } from '../../domain/calendar-date.ts'
import { maskCertificate } from '../../domain/masking.ts'
import { countFilesOf } from '../../store/person-store.ts'
import { searchFiles, searchPeople } from '../../store/search-store.ts'
import { type HandlersOf, query } from '../context.ts'
import { statusWord } from '../people/person-card.ts'

const NO_FILES = { consultations: 0, applications: 0, cases: 0 } as const

/** One box (Ctrl+K) over people and files. */
export const searchHandlers: HandlersOf<'search'> = {
  'search.find': query(async ({ db, pack, today }, { words, limit }) => {
    const people = await searchPeople(db, words, limit)
    const files = await searchFiles(db, words, limit)
    const counts = await countFilesOf(
      db,
      people.map(person => person.id),
    )
    return {
      people: people.map(({ id, name, sex, birthDate, certificateNumber }) => ({
        id,
        name,
        sex,
        age: birthDate === null ? null : ageOn(birthDate, today),
        certificateMasked: certificateNumber === null ? null : maskCertificate(certificateNumber),
        ...(counts.get(id) ?? NO_FILES),
      })),
      files: files.map(({ status, ...file }) => ({ ...file, status: statusWord(pack, file.kind, status) })),
    }
  }),
}

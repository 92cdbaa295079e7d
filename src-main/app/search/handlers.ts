import { ageOn } from '../../domain/calendar-date.ts'
import { countFilesOf, listPeople } from '../../store/person-store.ts'
import { searchFiles, searchPeople } from '../../store/search-store.ts'
import { type HandlersOf, query } from '../context.ts'
import { personCardOf, statusWord } from '../people/person-card.ts'

/** One box (Ctrl+K) over people and files. */
export const searchHandlers: HandlersOf<'search'> = {
  'search.find': query(async ({ db, pack, today }, { words, limit }) => {
    const ids = await searchPeople(db, words, limit)
    const people = new Map((await listPeople(db, ids)).map(person => [person.id, person]))
    const counts = await countFilesOf(db, ids)
    const files = await searchFiles(db, words, limit)
    return {
      people: ids.flatMap(id => {
        const person = people.get(id)
        if (!person) return []
        const { name, sex, birthDate, certificateMasked } = personCardOf(person)
        const age = birthDate === null ? null : ageOn(birthDate, today)
        return [{ id, name, sex, age, certificateMasked, ...(counts.get(id) ?? { consultations: 0, applications: 0, cases: 0 }) }]
      }),
      files: files.map(({ status, ...file }) => ({ ...file, status: statusWord(pack, file.kind, status) })),
    }
  }),
}

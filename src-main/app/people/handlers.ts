import { findPerson, listFilesOf } from '../../store/person-store.ts'
import { command, type HandlersOf, query } from '../context.ts'
import { notFound, stale } from '../refusal.ts'
import { checkTypedCertificate } from './check-typed-certificate.ts'
import { matchPeople } from './match-people.ts'
import { historyOf, personCardOf } from './person-card.ts'
import { savePerson } from './save-person.ts'

/** The people (人员) whom the center has met. */
export const peopleHandlers: HandlersOf<'people'> = {
  'people.match': query(matchPeople),
  'people.get': query(async ({ db, pack }, { id }) => {
    const person = await findPerson(db, id)
    if (!person) throw notFound('人员')
    return {
      ...personCardOf(person),
      certificateNote: person.certificateNote,
      householdAddress: person.householdAddress,
      address: person.address,
      categories: [...person.categories],
      ethnicity: person.ethnicity,
      education: person.education,
      occupation: person.occupation,
      workplace: person.workplace,
      registrationKind: person.registrationKind,
      history: historyOf(pack, await listFilesOf(db, [id])),
      version: person.version,
    }
  }),
  'people.reveal': command(async (ctx, { id, purpose }) => {
    const person = await findPerson(ctx.db, id)
    if (!person) throw notFound('人员')
    await ctx.audit({ subjectKind: 'person', subjectId: id, summary: `查看 ${person.name} 的完整证件号码和电话：${purpose}` })
    return { certificateNumber: person.certificateNumber, phone: person.phone }
  }),
  'people.update': command(async (ctx, { id, person, version }) => {
    const stored = await findPerson(ctx.db, id)
    if (!stored) throw notFound('人员')
    if (stored.version !== version) throw stale('人员', stored.version)
    const saved = await savePerson(ctx, { person, personId: id, path: ['person'], emptyMeans: 'none', needsCertificate: false })
    return { version: saved.version }
  }),
  'people.checkCertificate': query(checkTypedCertificate),
}

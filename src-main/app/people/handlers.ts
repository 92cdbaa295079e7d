import { countFilesOf, findPerson, findStandingPerson, listPeople } from '../../store/person-store.ts'
import { command, type HandlersOf, query } from '../context.ts'
import { papersWithContact } from '../privacy/withheld-contact.ts'
import { notFound, ruleRefusal, stale } from '../refusal.ts'
import { shanghaiDay } from '../shanghai-time.ts'
import { checkTypedCertificate } from './check-typed-certificate.ts'
import { getPerson } from './get-person.ts'
import { matchPeople } from './match-people.ts'
import { mergePeople, previewMerge, unmergePeople } from './merge-people.ts'
import { personCardOf } from './person-card.ts'
import { protectPerson } from './protect-person.ts'
import { savePerson } from './save-person.ts'

/** The persons and organisations (人员、单位) whom the center has met. */
export const peopleHandlers: HandlersOf<'people'> = {
  'people.match': query(matchPeople),
  'people.get': query(getPerson),
  'people.list': query(async ({ db }, filter) => {
    const { rows, total } = await listPeople(db, filter)
    const counts = await countFilesOf(
      db,
      rows.map(row => row.record.id),
    )
    const survivors = await Promise.all(
      rows.map(({ record }) => (record.mergedInto === null ? null : findStandingPerson(db, record.id))),
    )
    return {
      rows: rows.map(({ record }, index) => {
        const survivor = survivors[index] ?? null
        return {
          ...personCardOf(record),
          ...(counts.get(record.id) ?? { consultations: 0, applications: 0, cases: 0 }),
          mergedInto: survivor && { id: survivor.id, name: survivor.name },
          createdAt: record.createdAt,
        }
      }),
      total,
    }
  }),
  'people.create': command(async (ctx, { person }) => {
    const saved = await savePerson(ctx, { person, personId: null, path: ['person'], emptyMeans: 'none', needsCertificate: false })
    return { id: saved.id, version: saved.version }
  }),
  'people.reveal': command(async (ctx, { id, purpose }) => {
    const person = await findPerson(ctx.db, id)
    if (!person) throw notFound('人员')
    const what = person.protection === null ? '完整证件号码和电话' : '完整证件号码和保密的住址电话'
    await ctx.audit({ subjectKind: 'person', subjectId: id, summary: `查看 ${person.name} 的${what}：${purpose}` })
    const { certificateNumber, phone, householdAddress, address } = person
    return { certificateNumber, phone, householdAddress, address }
  }),
  'people.update': command(async (ctx, { id, person, version }) => {
    const stored = await findPerson(ctx.db, id)
    if (!stored) throw notFound('人员')
    if (stored.mergedInto !== null)
      throw ruleRefusal('merge-merged', `${stored.name} 已经并入别的人员，请打开现在的登记修改`, null)
    if (stored.version !== version) throw stale('人员', stored.version)
    const saved = await savePerson(ctx, { person, personId: id, path: ['person'], emptyMeans: 'none', needsCertificate: false })
    return { version: saved.version }
  }),
  'people.papersWithContact': query(async (ctx, { id }) => {
    const person = await findPerson(ctx.db, id)
    if (!person) throw notFound('人员')
    return (await papersWithContact(ctx, person)).map(paper => ({
      id: paper.id,
      title: paper.title,
      number: paper.number,
      issuedOn: shanghaiDay(new Date(paper.issued_at)),
      subjectKind: paper.subject_kind,
      subjectId: paper.subject_id,
    }))
  }),
  'people.protect': command(protectPerson),
  'people.mergePreview': query(previewMerge),
  'people.merge': command(mergePeople),
  'people.unmerge': command(unmergePeople),
  'people.checkCertificate': query(checkTypedCertificate),
}

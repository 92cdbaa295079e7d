import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { MERGE_FIELDS, type MergeField, type PersonInput } from '../../contract/people.ts'
import { checkCertificate } from '../../domain/certificate.ts'
import type { CodeEntry } from '../../domain/rule-pack/codes.ts'
import type { RulePack } from '../../domain/rule-pack/rule-pack.ts'
import { findMerge, insertMerge, listMovedRows, setMergedInto, undoMerge } from '../../store/merge-store.ts'
import { countFilesOf, findPerson, type PersonRecord, updatePerson } from '../../store/person-store.ts'
import { indexPerson } from '../../store/search-store.ts'
import { movePersonRows, movePersonRowsBack } from '../../store/sqlite/person-references.ts'
import { changedParts } from '../changed-parts.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { invalid, notFound, ruleRefusal, stale } from '../refusal.ts'
import { personCardOf } from './person-card.ts'
import { maskedParticularsOf, particularsOf } from './save-person.ts'

type Choice = ParsedInputOf<'people.merge'>['keep']

const LABELS: Readonly<Record<MergeField, string>> = {
  name: '姓名',
  certificate: '证件',
  sex: '性别',
  birthDate: '出生日期',
  phone: '联系电话',
  householdAddress: '户籍地',
  address: '现住址',
  ethnicity: '民族',
  education: '文化程度',
  occupation: '职业',
  workplace: '工作单位',
  registrationKind: '户籍性质',
}
const SEX_WORDS = { male: '男', female: '女' } as const

/** Two entries side by side (合并前对照), numbers masked, and whether a reason has to be written. */
export async function previewMerge(
  ctx: QueryContext,
  { survivorId, mergedId }: ParsedInputOf<'people.mergePreview'>,
): Promise<OutputOf<'people.mergePreview'>> {
  const { survivor, merged } = await bothOf(ctx, survivorId, mergedId)
  const counts = await countFilesOf(ctx.db, [survivorId, mergedId])
  const cardOf = (person: PersonRecord) => ({
    ...personCardOf(person),
    version: person.version,
    ...(counts.get(person.id) ?? { consultations: 0, applications: 0, cases: 0 }),
  })
  return {
    fields: MERGE_FIELDS.map(field => ({
      field,
      label: LABELS[field],
      survivor: wordsOf(ctx.pack, maskedParticularsOf(survivor), field),
      merged: wordsOf(ctx.pack, maskedParticularsOf(merged), field),
      isSame: JSON.stringify(partOf(particularsOf(survivor), field)) === JSON.stringify(partOf(particularsOf(merged), field)),
    })),
    categories: [...new Set([...survivor.categories, ...merged.categories])],
    survivor: cardOf(survivor),
    merged: cardOf(merged),
    reasonAsked: differentNumbers(ctx, survivor, merged),
  }
}

/**
 * Makes one entry of two (合并). Which rows moved, and the survivor before and after, are kept, so that it can be taken back whole. The
 * merged entry stays in the register and points to the survivor.
 * @throws Refusal STALE; RULE when the two have different valid certificates and no reason is written, or one was merged already.
 */
export async function mergePeople(ctx: CommandContext, input: ParsedInputOf<'people.merge'>): Promise<OutputOf<'people.merge'>> {
  const { survivor, merged } = await bothOf(ctx, input.survivorId, input.mergedId)
  if (survivor.version !== input.survivorVersion) throw stale(`人员 ${survivor.name}`, survivor.version)
  if (merged.version !== input.mergedVersion) throw stale(`人员 ${merged.name}`, merged.version)
  const reasonAsked = differentNumbers(ctx, survivor, merged)
  if (reasonAsked !== null && input.reason === '')
    throw ruleRefusal('merge-different-certificates', `${reasonAsked}。确是同一人的，请写明合并理由`, null)
  const before = particularsOf(survivor)
  const after = chosenParticulars(before, particularsOf(merged), input.keep)
  const rows = await movePersonRows(ctx.trx, merged.id, survivor.id)
  await updatePerson(ctx.trx, survivor.id, after)
  const mergeId = ctx.newId()
  await insertMerge(
    ctx.trx,
    {
      id: mergeId,
      survivor_id: survivor.id,
      merged_id: merged.id,
      merged_at: ctx.now,
      merged_by: ctx.actor.userId,
      reason: input.reason,
      survivor_before: JSON.stringify(before),
      survivor_after: JSON.stringify(after),
      undone_at: null,
      undone_by: null,
      undone_reason: null,
      version: 1,
    },
    rows,
  )
  await indexPerson(ctx, survivor.id)
  await indexPerson(ctx, merged.id)
  const changed = changedParts<PersonInput>(before, after)
  const why = input.reason === '' ? '' : `：${input.reason}`
  await ctx.audit({
    subjectKind: 'person',
    subjectId: survivor.id,
    summary: `${merged.name} 并入 ${survivor.name}，移来 ${rows.length} 项${why}`,
    before: changed?.before ?? {},
    after: { ...changed?.after, mergeId, mergedId: merged.id, rows: rows.map(row => `${row.table} ${row.rowKey}`) },
  })
  await ctx.audit({
    subjectKind: 'person',
    subjectId: merged.id,
    summary: `${merged.name} 并入 ${survivor.name}${why}`,
    after: { mergeId },
  })
  return { mergeId, movedRows: rows.length, version: survivor.version + 1 }
}

/**
 * Takes a merge back (撤销合并): exactly the rows that it moved and that still stand under the survivor return; what came later stays. Of the
 * survivor's particulars those that the merge changed and nobody since are as before.
 */
export async function unmergePeople(
  ctx: CommandContext,
  { mergeId, reason, version }: ParsedInputOf<'people.unmerge'>,
): Promise<OutputOf<'people.unmerge'>> {
  const merge = await findMerge(ctx.db, mergeId)
  if (!merge) throw notFound('合并记录')
  if (merge.version !== version) throw stale('合并记录', merge.version)
  if (merge.undone_at !== null) throw ruleRefusal('merge-undone', '这次合并已经撤销过了', null)
  const survivor = await findPerson(ctx.db, merge.survivor_id)
  const merged = await findPerson(ctx.db, merge.merged_id)
  if (!survivor || !merged) throw notFound('人员')
  if (survivor.mergedInto !== null)
    throw ruleRefusal('merge-chained', `${survivor.name} 后来又并入了别的人员，请先撤销后一次合并`, null)
  const count = await movePersonRowsBack(ctx.trx, await listMovedRows(ctx.db, mergeId), survivor.id, merged.id)
  const now = particularsOf(survivor)
  const restored = restoredParticulars(now, JSON.parse(merge.survivor_before), JSON.parse(merge.survivor_after))
  const changed = changedParts<PersonInput>(now, restored)
  if (changed) await updatePerson(ctx.trx, survivor.id, restored)
  await setMergedInto(ctx.trx, merged.id, null)
  await undoMerge(ctx.trx, mergeId, { at: ctx.now, by: ctx.actor.userId, reason })
  await indexPerson(ctx, survivor.id)
  await indexPerson(ctx, merged.id)
  for (const person of [survivor, merged])
    await ctx.audit({
      subjectKind: 'person',
      subjectId: person.id,
      summary: `撤销 ${merged.name} 并入 ${survivor.name} 的合并，移回 ${count} 项：${reason}`,
      ...(person.id === survivor.id && changed ? changed : { after: { mergeId } }),
    })
  return { survivorId: survivor.id, mergedId: merged.id, movedRows: count }
}

async function bothOf(ctx: Pick<QueryContext, 'db'>, survivorId: string, mergedId: string) {
  if (survivorId === mergedId) throw invalid(['mergedId'], '请选另一个人员，同一登记不能自己合并')
  const survivor = await findPerson(ctx.db, survivorId)
  const merged = await findPerson(ctx.db, mergedId)
  if (!survivor || !merged) throw notFound('人员')
  for (const person of [survivor, merged])
    if (person.mergedInto !== null) throw ruleRefusal('merge-merged', `${person.name} 已经并入别的人员，请打开现在的登记`, null)
  if (survivor.kind !== merged.kind) throw ruleRefusal('merge-kinds', '个人和单位不能合并', null)
  return { survivor, merged }
}

/** Why these two are most likely not one person: both have a valid certificate of the same kind, and the numbers differ. */
function differentNumbers(
  { pack, today }: Pick<QueryContext, 'pack' | 'today'>,
  one: PersonRecord,
  other: PersonRecord,
): string | null {
  if (one.certificateNumber === null || other.certificateNumber === null) return null
  if (one.certificateKind !== other.certificateKind || one.certificateNumber === other.certificateNumber) return null
  const kind = pack.codes.certificateKinds.find(entry => entry.code === one.certificateKind)
  if (!kind) return null
  const isValid = (number: string) => checkCertificate(kind.check, number, today).ok
  return isValid(one.certificateNumber) && isValid(other.certificateNumber) ? `两人的${kind.label}号码不同，而且都有效` : null
}

type Part = Partial<PersonInput>

/** A part that is chosen as one: a certificate's kind, number and note belong together. */
function partOf(person: PersonInput, field: MergeField): Part {
  if (field !== 'certificate') return { [field]: person[field] }
  const { certificateKind, certificateNumber, certificateNote } = person
  return { certificateKind, certificateNumber, certificateNote }
}

function isEmpty(part: Part): boolean {
  return Object.values(part).every(value => value === null)
}

function chosenParticulars(survivor: PersonInput, merged: PersonInput, keep: Choice): PersonInput {
  const parts = MERGE_FIELDS.map(field => {
    const [own, other] = [partOf(survivor, field), partOf(merged, field)]
    return (keep[field] ?? (isEmpty(own) ? 'merged' : 'survivor')) === 'merged' ? other : own
  })
  return Object.assign({}, survivor, ...parts, {
    categories: [...new Set([...survivor.categories, ...merged.categories])].sort(),
  })
}

function restoredParticulars(now: PersonInput, before: PersonInput, after: PersonInput): PersonInput {
  const parts = MERGE_FIELDS.map(field => {
    const isAsMerged = JSON.stringify(partOf(now, field)) === JSON.stringify(partOf(after, field))
    return isAsMerged ? partOf(before, field) : {}
  })
  const isAsMerged = JSON.stringify(now.categories) === JSON.stringify(after.categories)
  return Object.assign({}, now, ...parts, isAsMerged ? { categories: before.categories } : {})
}

function wordsOf(pack: RulePack, person: PersonInput, field: MergeField): string | null {
  switch (field) {
    case 'certificate': {
      const label =
        pack.codes.certificateKinds.find(kind => kind.code === person.certificateKind)?.label ?? person.certificateKind
      return label === null ? null : [label, person.certificateNumber ?? person.certificateNote].filter(Boolean).join(' ')
    }
    case 'sex':
      return person.sex === null ? null : SEX_WORDS[person.sex]
    case 'ethnicity':
      return labelOfCode(pack.codes.ethnicities, person.ethnicity)
    case 'education':
      return labelOfCode(pack.codes.educations, person.education)
    case 'registrationKind':
      return labelOfCode(pack.codes.registrationKinds, person.registrationKind)
    default:
      return person[field]
  }
}

function labelOfCode(list: readonly CodeEntry[], code: string | null): string | null {
  return list.find(one => one.code === code)?.label ?? code
}

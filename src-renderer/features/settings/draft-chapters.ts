import type { z } from 'zod'
import { rulePack } from '../../../src-main/contract/rule-pack.ts'
import { packFieldWords } from '../../../src-main/domain/rule-pack/field-words.ts'
import { describe } from './pack-schema.ts'

/** A part of the pack that is edited by itself. */
export type DraftChapter = {
  readonly id: string
  readonly title: string
  readonly path: readonly string[]
  readonly schema: z.ZodType
}

/** Parts that are divided into their own: each list of codes, each table of the hardship rules, each kind of time rule. */
const DIVIDED = new Set(['codes', 'hardship', 'time', 'filing'])
/** What centers change most, first. */
const FIRST = [
  'head',
  'time.limits',
  'hardship.standards',
  'numberSeries',
  'subsidyTables',
  'wording',
  'papers',
  'backupRetention',
]

/** Parts whose two words would say one thing twice. */
const TITLES: Readonly<Record<string, string>> = {
  'time.limits': '期限',
  'hardship.standards': '经济困难标准',
  'time.hourLimits': '期限（小时）',
}

/** The head of a pack: its name, version, first day and note. */
export const HEAD_KEYS = ['name', 'version', 'effectiveFrom', 'note'] as const

/** Every part of the pack, by its schema, so that a part added to the schema can be edited at once. */
export function draftChapters(): readonly DraftChapter[] {
  const all = fieldsOf(rulePack).flatMap(([key, schema]): DraftChapter[] => {
    if (key === 'format' || key === 'id' || HEAD_KEYS.some(head => head === key)) return []
    if (!DIVIDED.has(key)) return [{ id: key, title: packFieldWords(key), path: [key], schema }]
    return fieldsOf(schema).map(([inner, innerSchema]) => ({
      id: `${key}.${inner}`,
      title: TITLES[`${key}.${inner}`] ?? `${key === 'codes' ? '' : `${packFieldWords(key)}　`}${packFieldWords(inner)}`,
      path: [key, inner],
      schema: innerSchema,
    }))
  })
  const head: DraftChapter = { id: 'head', title: '名称和版本', path: [], schema: rulePack }
  const rank = (chapter: DraftChapter) => {
    const place = FIRST.indexOf(chapter.id)
    return place === -1 ? FIRST.length : place
  }
  return [head, ...all].toSorted((left, right) => rank(left) - rank(right))
}

function fieldsOf(schema: z.ZodType): readonly (readonly [string, z.ZodType])[] {
  const { shape } = describe(schema)
  return shape.kind === 'object' ? Object.entries(shape.fields) : []
}

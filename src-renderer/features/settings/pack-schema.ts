import type { z } from 'zod'

/** A schema's own kind with its wrappers taken off, as the editor of a rule pack walks it. */
export type Shape =
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, z.ZodType>> }
  | { readonly kind: 'list'; readonly item: z.ZodType }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'variants'; readonly options: readonly z.ZodType[] }
  | { readonly kind: 'text' | 'number' | 'yes-no' | 'mark' | 'fixed' | 'other' }
export type Described = { readonly shape: Shape; readonly isOptional: boolean; readonly isNullable: boolean }

type Def = {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly element?: z.ZodType
  readonly entries?: Readonly<Record<string, string>>
  readonly options?: readonly z.ZodType[]
  readonly values?: readonly unknown[]
  readonly getter?: () => z.ZodType
}

/** What a schema describes. Zod gives its definition as data; what the editor has no form for is `other` and is edited as text. */
export function describe(schema: z.ZodType): Described {
  const def = schema.def as unknown as Def
  switch (def.type) {
    case 'optional':
    case 'default':
      return def.innerType ? { ...describe(def.innerType), isOptional: true } : plain({ kind: 'other' })
    case 'nullable':
      return def.innerType ? { ...describe(def.innerType), isNullable: true } : plain({ kind: 'other' })
    case 'lazy':
      return def.getter ? describe(def.getter()) : plain({ kind: 'other' })
    case 'object':
      return plain({ kind: 'object', fields: def.shape ?? {} })
    case 'array':
      return def.element ? plain({ kind: 'list', item: def.element }) : plain({ kind: 'other' })
    case 'enum':
      return plain({ kind: 'choice', options: Object.values(def.entries ?? {}) })
    case 'union':
      return plain({ kind: 'variants', options: def.options ?? [] })
    case 'literal':
      return plain({ kind: def.values?.[0] === true ? 'mark' : 'fixed' })
    case 'string':
      return plain({ kind: 'text' })
    case 'number':
      return plain({ kind: 'number' })
    case 'boolean':
      return plain({ kind: 'yes-no' })
    default:
      return plain({ kind: 'other' })
  }
}

function plain(shape: Shape): Described {
  return { shape, isOptional: false, isNullable: false }
}

/** The variant that a value has: the first whose fixed words it carries, else the first that takes it. */
export function variantOf(options: readonly z.ZodType[], value: unknown): number {
  const byWord = options.findIndex(option => {
    const words = fixedWords(option)
    return Object.keys(words).length > 0 && Object.entries(words).every(([key, word]) => at(value, key) === word)
  })
  if (byWord !== -1) return byWord
  const taken = options.findIndex(option => option.safeParse(value).success)
  return taken === -1 ? 0 : taken
}

/** The fixed words (formula, kind …) that tell a variant from the others. */
export function fixedWords(schema: z.ZodType): Readonly<Record<string, unknown>> {
  const { shape } = describe(schema)
  if (shape.kind !== 'object') return {}
  return Object.fromEntries(
    Object.entries(shape.fields).flatMap(([key, field]) => {
      const def = field.def as unknown as Def
      return def.type === 'literal' ? [[key, def.values?.[0]]] : []
    }),
  )
}

/** A value to begin with: empty words, zero, the first choice, nothing where nothing may stand. What must be filled in shows as a fault. */
export function emptyOf(schema: z.ZodType): unknown {
  const { shape, isOptional, isNullable } = describe(schema)
  if (isOptional) return undefined
  if (isNullable) return null
  switch (shape.kind) {
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.fields).flatMap(([key, field]) => {
          const value = emptyOf(field)
          return value === undefined ? [] : [[key, value]]
        }),
      )
    case 'list':
      return []
    case 'choice':
      return shape.options[0] ?? ''
    case 'variants':
      return shape.options[0] ? emptyOf(shape.options[0]) : null
    case 'number':
      return 0
    case 'yes-no':
      return false
    case 'mark':
      return true
    case 'fixed':
      return (schema.def as unknown as Def).values?.[0] ?? null
    default:
      return ''
  }
}

/** What an item added to a list begins as: a copy of the last one under a free name, or an empty one. */
export function addedItem(list: readonly unknown[], item: z.ZodType): unknown {
  const last = list.at(-1)
  if (last === undefined || typeof last !== 'object' || last === null) return emptyOf(item)
  const copy = structuredClone(last) as Record<string, unknown>
  for (const key of ['id', 'code'])
    if (typeof copy[key] === 'string') {
      const taken = new Set(list.map(one => at(one, key)))
      let number = 2
      while (taken.has(`${copy[key]}-${number}`)) number += 1
      copy[key] = `${copy[key]}-${number}`
    }
  return copy
}

function at(value: unknown, key: string): unknown {
  return value === null || typeof value !== 'object' ? undefined : (value as Readonly<Record<string, unknown>>)[key]
}

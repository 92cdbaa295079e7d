import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { AnyHandler } from '../../src-main/app/context.ts'
import { handlers } from '../../src-main/app/handlers.ts'
import { contract, type OperationName } from '../../src-main/contract/index.ts'
import type { Operation } from '../../src-main/contract/operation.ts'

const operations = Object.entries(contract) as [OperationName, Operation][]
const handlerOf = (name: OperationName): AnyHandler => handlers[name]

type Fit = { readonly runs: AnyHandler['runs']; readonly kind: Operation['kind']; readonly isPublic: boolean }

/** Which handlers may answer which operations: before log-in anything runs on the center itself, after it queries must only read. */
function fits({ runs, kind, isPublic }: Fit): boolean {
  switch (runs) {
    case 'public':
      return isPublic
    case 'query':
    case 'command':
      return !isPublic && runs === kind
    case 'job':
      return !isPublic && kind === 'job'
    case 'maintenance':
      return !isPublic
  }
}

/** Every object that stands inside a schema, as JSON Schema, with the way to it. */
function objectsIn(schema: unknown, way = ''): { readonly way: string; readonly schema: Record<string, unknown> }[] {
  if (Array.isArray(schema)) return schema.flatMap((part, index) => objectsIn(part, `${way}/${index}`))
  if (typeof schema !== 'object' || schema === null) return []
  const own = 'type' in schema && schema.type === 'object' ? [{ way, schema: schema as Record<string, unknown> }] : []
  return [...own, ...Object.entries(schema).flatMap(([key, part]) => objectsIn(part, `${way}/${key}`))]
}

/** Whether an object takes named keys alone. Free data (`z.json`) is read by the schema of what it is for, a pack's draft. */
function isClosed(schema: Record<string, unknown>): boolean {
  const { additionalProperties, propertyNames } = schema as { additionalProperties?: unknown; propertyNames?: { enum?: unknown } }
  const isFreeData = JSON.stringify(additionalProperties) === '{"$ref":"#/$defs/__schema0"}'
  return additionalProperties === false || propertyNames?.enum !== undefined || isFreeData
}

describe('the contract', () => {
  test('every operation has a handler and no handler is left over', () => {
    expect(Object.keys(handlers).sort()).toEqual(Object.keys(contract).sort())
  })

  test('areas do not overwrite one another: a name is told once', () => {
    const names = operations.map(([name]) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThan(80)
  })
})

describe.each(operations)('%s', (name, operation) => {
  test('is an area and a verb', () => {
    expect(name).toMatch(/^[a-z]+([A-Z][a-z]+)*\.[a-z]+([A-Z][a-z]+)*$/)
  })

  test('is answered by a handler of its kind', () => {
    const { runs } = handlerOf(name)
    const isPublic = operation.roles === 'public'
    expect({ runs, kind: operation.kind, isPublic, fits: fits({ runs, kind: operation.kind, isPublic }) }).toMatchObject({
      fits: true,
    })
  })

  test('names its roles: some, all staff, or anyone', () => {
    const { roles } = operation
    if (typeof roles === 'string') expect(['staff', 'public']).toContain(roles)
    else {
      expect(roles.length).toBeGreaterThan(0)
      expect(new Set(roles).size).toBe(roles.length)
    }
  })

  test('takes no key that it does not know, however deep', () => {
    const input = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' })
    const open = objectsIn(input).filter(one => !isClosed(one.schema))
    expect(open.map(one => one.way)).toEqual([])
    expect(objectsIn(input).length).toBeGreaterThan(0)
    const refused = operation.input.safeParse({ notInTheContract: 1 })
    expect(refused.success).toBe(false)
  })

  test('has an output that can be told as JSON Schema', () => {
    const output = z.toJSONSchema(operation.output, { io: 'output' })
    expect(output.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
  })
})

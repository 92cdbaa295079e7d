import { expect, test } from 'vitest'
import { z } from 'zod'
import { fillWithSample } from '../../src-main/app/sample/fill-with-sample.ts'
import { contract } from '../../src-main/contract/index.ts'
import { FIELD_WORDS } from '../../src-renderer/features/settings/audit-field-words.ts'
import { auditSubjectWords } from '../../src-renderer/features/settings/audit-words.ts'
import { makeCenter, PASSWORD } from '../support/make-center.ts'

/** Every key of the data, at whatever depth; places in lists are none. */
function keysOf(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(keysOf)
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([key, part]) => [key, ...keysOf(part)])
}

test('every entry that the practice data leaves in the trail is told in words', async () => {
  const center = await makeCenter({ today: '2026-11-20' })
  const { center: office, perform } = center.core
  await fillWithSample(office, { cases: 12, seed: 7, makeScans: false, staffPassword: PASSWORD, perform, progress: () => {} })
  const { reader } = office.open.database
  const entries = await reader.selectFrom('audit_entry').select(['subject_kind', 'before_json', 'after_json']).execute()
  expect(entries.length).toBeGreaterThan(50)
  const keys = entries.flatMap(one =>
    [one.before_json, one.after_json].flatMap(text => (text === null ? [] : keysOf(JSON.parse(text)))),
  )
  expect([...new Set(keys)].filter(key => !(key in FIELD_WORDS)).sort()).toEqual([])
  const kinds = [...new Set(entries.flatMap(one => one.subject_kind ?? []))]
  expect(kinds.filter(kind => auditSubjectWords(kind) === kind)).toEqual([])
})

/** Of what commands take: secrets, and what is done with and not kept. */
const NEVER_KEPT =
  /^(base64|handle|show|offset|words|target|acceptsRepeat|headerRows?|.*[pP]assword|recoveryKey|director|alsoRoles|sampleCases|userId|.*Version)$/

test('so is every field that the forms of the desk may leave there', () => {
  const found = new Set<string>()
  const walk = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return
    if ('properties' in schema && typeof schema.properties === 'object' && schema.properties !== null)
      for (const key of Object.keys(schema.properties)) found.add(key)
    for (const part of Object.values(schema)) walk(part)
  }
  for (const [name, { kind, input }] of Object.entries(contract))
    if (kind !== 'query' && !name.startsWith('packs.')) walk(z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' }))
  expect(found.has('livesTogether')).toBe(true)
  expect([...found].filter(key => !(key in FIELD_WORDS) && !NEVER_KEPT.test(key)).sort()).toEqual([])
})

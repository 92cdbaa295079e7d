import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseRulePack, shippedPack } from '../../src-main/packs/load-pack.ts'
import { makeFolder } from '../support/make-folder.ts'

const FOLDER = new URL('../../src-main/packs/examples/', import.meta.url)
const textOf = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8')
const examples = readdirSync(FOLDER)
const sample = textOf('shandong.json')

/** The sample with something put in place of something else, and the line on which it stands. */
function changed(from: string, to: string) {
  expect(sample).toContain(from)
  const text = sample.replace(from, to)
  return { text, line: sample.slice(0, sample.indexOf(from)).split('\n').length }
}

describe('local standards (地方标准文件)', () => {
  it.each(examples)('%s is sound, and a version of its own', name => {
    const parsed = parseRulePack(textOf(name))
    expect(parsed).toMatchObject({ ok: true })
    const versions = examples.map(one => JSON.parse(textOf(one)).version)
    expect(new Set([...versions, shippedPack().version]).size).toBe(examples.length + 1)
  })

  it('make a whole pack: the national rules with their own standards, sources and figures', () => {
    const parsed = parseRulePack(sample)
    if (!parsed.ok) throw new Error('the sample is sound')
    const { pack, text } = parsed
    expect(pack).toMatchObject({ format: 'yuanjuan-rule-pack/1', id: 'shandong', version: '2026.1.37' })
    expect(pack.hardship.standards.map(one => one.id)).toEqual(['H-shandong'])
    expect(pack.hardship.waivedGrounds).toEqual(shippedPack().hardship.waivedGrounds)
    expect(pack.time).toEqual(shippedPack().time)
    expect(pack.sources).toHaveLength(shippedPack().sources.length + 2)
    expect(parseRulePack(text)).toMatchObject({ ok: true, text, pack })
  })

  it.each([
    {
      name: 'a part it may not bring',
      ...changed('"note": "按山东', '"time": {}, "note": "按山东'),
      message: '不认识的键“time”',
    },
    {
      name: 'a figure that nobody defines',
      ...changed('"figure": "minimum-living"', '"figure": "minimum-wage"'),
      message: '代码“minimum-wage”在代码表里没有',
    },
    {
      name: 'a source that is not listed',
      ...changed('"source": "山东省法律援助条例"', '"source": "山东条例"'),
      message: '依据“山东条例”没有列在 sources 里',
    },
    {
      name: 'a line of no formula',
      ...changed('"formula": "multiple-of-figure"', '"formula": "times"'),
      message: expect.stringContaining('“formula”只能是'),
    },
    {
      name: 'two values on one day',
      ...changed('"from": "2025-07-01"', '"from": "2025-06-30"'),
      message: '“最低生活保障标准（月）”有两个数的起止日期重叠',
    },
  ])('broken, they name the line: $name', ({ text, line, message }) => {
    const parsed = parseRulePack(text)
    expect(parsed.ok ? [] : parsed.problems[0]).toMatchObject({ line, message })
  })
})

it('come in through the settings, and are kept whole', async () => {
  const { makeCenter } = await import('../support/make-center.ts')
  const { call, director } = await makeCenter({ today: '2026-11-20' })
  const file = join(makeFolder(), 'shandong.json')
  writeFileSync(file, sample)
  const read = await call(director, 'packs.read', { handle: 'picked' }, { picked: file })
  expect(JSON.parse(read.text)).toMatchObject({ format: 'yuanjuan-rule-pack/1', id: 'shandong' })
  expect(await call(director, 'packs.check', { text: sample })).toMatchObject({ isSound: true, version: '2026.1.37' })
})

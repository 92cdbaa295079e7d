import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { shippedPack, shippedPackText } from '../../src-main/packs/load-pack.ts'
import { applicationInput } from '../support/desk-inputs.ts'
import { makeCenter, PASSWORD, type TestCenter } from '../support/make-center.ts'
import { makeFolder } from '../support/make-folder.ts'

/** The shipped pack with another version and whatever else a test changes, as the text of a file. */
function packText(change: Record<string, unknown> = {}): string {
  return `${JSON.stringify({ ...shippedPack(), version: '2027.1', name: '蚌山区规则', ...change }, null, 2)}\n`
}

function lineOf(text: string, part: string): number {
  const lines = text.split('\n')
  const index = lines.findIndex(line => line.includes(part))
  if (index === -1) throw new Error(`${part} is not in the text`)
  return index + 1
}

async function versionToday(center: TestCenter): Promise<string> {
  return (await center.call(center.clerk, 'packs.current', {})).version
}

describe('packs.check', () => {
  it('finds the shipped pack sound', async () => {
    const center = await makeCenter()
    expect(await center.call(center.administrator, 'packs.check', { text: shippedPackText() })).toEqual({
      isSound: true,
      version: '2026.1',
      name: shippedPack().name,
      effectiveFrom: '2026-01-01',
      problems: [],
    })
  })

  it.each([
    ['an unknown key', { hardshipLines: [] }, '"hardshipLines"', /hardshipLines/],
    [
      'overlapping dates of two subsidy tables',
      {
        subsidyTables: [
          { ...shippedPack().subsidyTables[0], id: 'old', to: '2026-12-31' },
          { ...shippedPack().subsidyTables[0], id: 'new', from: '2026-12-31' },
        ],
      },
      '"from": "2026-12-31"',
      /重叠|交叉|同时/,
    ],
    [
      'a source that the pack does not list',
      { backupRetention: { ...shippedPack().backupRetention, basis: { source: '无此文件', article: '', confidence: 'L' } } },
      '"source": "无此文件"',
      /无此文件/,
    ],
  ])('names the line of %s', async (_, change, part, words) => {
    const center = await makeCenter()
    const text = packText(change)
    const { isSound, problems } = await center.call(center.director, 'packs.check', { text })
    expect(isSound).toBe(false)
    const line = lineOf(text, part)
    expect(problems.map(one => one.line)).toContain(line)
    expect(problems.find(one => one.line === line)?.message).toMatch(words)
  })

  it('names every fault, in the order of the lines', async () => {
    const center = await makeCenter()
    const text = packText({ note: 7, backupRetention: { ...shippedPack().backupRetention, daily: 0 } })
    const { problems } = await center.call(center.director, 'packs.check', { text })
    expect(problems.map(one => one.path)).toEqual(['note', 'backupRetention.daily'])
    expect(problems.map(one => one.line)).toEqual([lineOf(text, '"note": 7'), lineOf(text, '"daily": 0')])
  })

  it('says where a text stops being JSON', async () => {
    const center = await makeCenter()
    const { problems } = await center.call(center.director, 'packs.check', {
      text: '{\n  "format": "yuanjuan-rule-pack/1"\n  "id": 1\n}',
    })
    expect(problems[0]).toMatchObject({ line: 3, message: '不是合法的 JSON：这里缺少逗号' })
  })
})

describe('packs.enact', () => {
  it('takes force on its day, not before; the earlier pack stays for what was made under it', async () => {
    const center = await makeCenter({ today: '2026-11-20' })
    const text = packText()
    await center.call(center.director, 'packs.enact', { text, enactedOn: '2026-11-21', password: PASSWORD })
    expect(await versionToday(center)).toBe('2026.1')
    center.setDay('2026-11-21', '00:00:01')
    expect(await versionToday(center)).toBe('2027.1')
    const packs = await center.call(center.clerk, 'packs.list', {})
    expect(packs.map(one => [one.version, one.enactedOn, one.enactedBy, one.isInForce])).toEqual([
      ['2027.1', '2026-11-21', '陈建国', true],
      ['2026.1', '2026-01-01', null, false],
    ])
    expect(center.core.center.packOfVersion('2026.1').pack.name).toBe(shippedPack().name)
    const [entry] = await center.call(center.director, 'audit.list', { subjectId: packs[0]?.id ?? '' })
    expect(entry).toMatchObject({ summary: '签发规则包 2027.1，自 2026-11-21 起施行', actor: '陈建国' })
  })

  it('holds from the same day when signed for today, and after the program was opened again', async () => {
    const center = await makeCenter({ today: '2026-11-20' })
    await center.call(center.director, 'packs.enact', { text: packText(), enactedOn: '2026-11-20', password: PASSWORD })
    expect(await versionToday(center)).toBe('2027.1')
    await center.core.center.reloadPacks()
    expect(await versionToday(center)).toBe('2027.1')
  })

  it('brings its own holidays to the clocks from its first day on', async () => {
    const center = await makeCenter({ today: '2026-11-20' })
    const { id } = await center.call(center.clerk, 'applications.submit', applicationInput({ receivedOn: '2026-11-17' }))
    const lastDay = async () => (await center.call(center.clerk, 'applications.get', { id })).clock?.lastDay
    expect(await lastDay()).toBe('2026-11-24')
    const { time } = shippedPack()
    const dayArrangements = [{ date: '2026-11-24', name: '本地放假', isWorking: false }]
    await center.call(center.director, 'packs.enact', {
      text: packText({ time: { ...time, dayArrangements } }),
      enactedOn: '2026-11-21',
      password: PASSWORD,
    })
    expect(await lastDay()).toBe('2026-11-24')
    center.setDay('2026-11-21')
    expect(await lastDay()).toBe('2026-11-25')
  })

  it.each([
    ['yesterday', '2026-11-19', ['enactedOn'], '不能从过去的日期起施行：已作的决定按当时的规则'],
    ['a day before the pack’s own', '2026-11-30', ['enactedOn'], '规则包写明自 2026-12-01 起施行，不能更早'],
    ['no day of the calendar', '2026-11-31', ['enactedOn'], '日期不存在，应为 年-月-日，如 2026-11-20'],
  ])('refuses %s', async (_, enactedOn, fieldPath, message) => {
    const center = await makeCenter({ today: '2026-11-20' })
    const input = { text: packText({ effectiveFrom: '2026-12-01' }), enactedOn, password: PASSWORD }
    expect(await center.refusal(center.director, 'packs.enact', input)).toEqual({
      code: 'VALIDATION',
      fields: [{ path: fieldPath, message }],
    })
    expect(await center.call(center.director, 'packs.list', {})).toHaveLength(1)
  })

  it('refuses a faulty pack with the line of its first fault, and a version that was signed before', async () => {
    const center = await makeCenter()
    const faulty = packText({ hardshipLines: [] })
    const refused = await center.refusal(center.director, 'packs.enact', {
      text: faulty,
      enactedOn: '2026-11-20',
      password: PASSWORD,
    })
    expect(refused).toMatchObject({ code: 'VALIDATION', fields: [{ path: ['text'] }] })
    expect(JSON.stringify(refused)).toContain(`第 ${lineOf(faulty, '"hardshipLines"')} 行`)
    const known = packText({ version: '2026.1' })
    expect(
      await center.refusal(center.director, 'packs.enact', { text: known, enactedOn: '2026-11-20', password: PASSWORD }),
    ).toEqual({
      code: 'DUPLICATE',
      field: 'version',
      message: '版本 2026.1 已经有了，请改版本号再签发',
    })
  })

  it('is the director’s alone; an administrator may only check', async () => {
    const center = await makeCenter()
    const input = { text: packText(), enactedOn: '2026-11-20', password: PASSWORD }
    for (const session of [center.administrator, center.clerk, center.archivist])
      expect(await center.refusal(session, 'packs.enact', input)).toMatchObject({ code: 'FORBIDDEN', reason: 'role' })
    expect(await center.refusal(center.clerk, 'packs.check', { text: '{}' })).toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('pack files', () => {
  it('reads a picked file as UTF-8, without its byte order mark', async () => {
    const center = await makeCenter()
    const file = path.join(makeFolder(), '规则包.json')
    writeFileSync(file, `\uFEFF${packText()}`)
    const read = await center.call(center.administrator, 'packs.read', { handle: 'token' }, { token: file })
    expect(read).toEqual({ name: '规则包.json', text: packText() })
  })

  it.each([
    ['GBK', Buffer.from([0x7b, 0xb9, 0xe6, 0xd4, 0xf2, 0x7d]), /不是 UTF-8/],
    ['4,000,001 bytes', Buffer.alloc(4_000_001, 0x20), /超过 4 MB/],
  ])('refuses a file of %s', async (_, content, words) => {
    const center = await makeCenter()
    const file = path.join(makeFolder(), 'pack.json')
    writeFileSync(file, content)
    const refused = await center.refusal(center.director, 'packs.read', { handle: 'token' }, { token: file })
    expect(refused).toMatchObject({ code: 'VALIDATION', fields: [{ path: ['handle'] }] })
    expect(JSON.stringify(refused)).toMatch(words)
  })

  it('reads a file of 4,000,000 bytes, and says plainly that a file has gone', async () => {
    const center = await makeCenter()
    const folder = makeFolder()
    writeFileSync(path.join(folder, 'large.json'), Buffer.alloc(4_000_000, 0x20))
    const read = await center.call(center.director, 'packs.read', { handle: 'token' }, { token: path.join(folder, 'large.json') })
    expect(read.text).toHaveLength(4_000_000)
    const gone = { token: path.join(folder, 'gone.json') }
    expect(await center.refusal(center.director, 'packs.read', { handle: 'token' }, gone)).toMatchObject({
      code: 'STORAGE',
      reason: 'missing',
    })
  })

  it('exports a pack byte for byte as it was signed', async () => {
    const center = await makeCenter()
    const text = packText()
    const { id } = await center.call(center.director, 'packs.enact', { text, enactedOn: '2026-11-20', password: PASSWORD })
    const file = path.join(makeFolder(), 'out.json')
    const { bytes } = await center.call(center.administrator, 'packs.export', { id, handle: 'token' }, { token: file })
    expect(readFileSync(file, 'utf8')).toBe(text)
    expect(bytes).toBe(Buffer.byteLength(text))
    expect(
      await center.refusal(
        center.director,
        'packs.export',
        { id: '01J0000000000000000000000A', handle: 'token' },
        { token: file },
      ),
    ).toEqual({ code: 'NOT_FOUND', what: '规则包' })
  })
})

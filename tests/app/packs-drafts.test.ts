import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { InputOf } from '../../src-main/contract/index.ts'
import { shippedPack, shippedPackText } from '../../src-main/packs/load-pack.ts'
import { openCase, payableCase } from '../support/case-steps.ts'
import { applicationInput, personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter, PASSWORD, type TestCenter } from '../support/make-center.ts'
import { makeFolder } from '../support/make-folder.ts'

type EditInput = InputOf<'packs.editDraft'>
type Path = EditInput['path']

/** A draft copied from the pack in force, with short words for changing it. */
async function draftOf(center: TestCenter) {
  const [current] = await center.call(center.clerk, 'packs.list', {})
  const packId = current?.id ?? ''
  const { id } = await center.call(center.director, 'packs.startDraft', { from: { packId } })
  let version = 1
  const read = () => center.call(center.director, 'packs.getDraft', { id })
  const edit = async (at: Path, value?: EditInput['value']) => {
    const input = { id, version, path: at, ...(value === undefined ? {} : { value }) }
    version = (await center.call(center.director, 'packs.editDraft', input)).version
  }
  /** Takes back the newest change. */
  const undo = async () => {
    version = (await center.call(center.director, 'packs.undoDraft', { id, version })).version
  }
  const sign = async (enactedOn: string) => {
    const { text } = await read()
    return center.call(center.director, 'packs.enact', { text, enactedOn, password: PASSWORD, draftId: id })
  }
  return { id, packId, read, edit, undo, sign }
}

const other = (name: string, serial: number) => ({
  person: personInput({ name, certificateNumber: residentId('1980-03-04', serial) }),
})

const limitPath = (id: string, key: string): Path => [
  'time',
  'limits',
  shippedPack().time.limits.findIndex(limit => limit.id === id),
  key,
]

describe('a draft of a rule pack (规则包草稿)', () => {
  it('can begin from an example standard (示例标准): its hardship rules over the rules in force, tried and signed like any other', async () => {
    const center = await makeCenter()
    const { call, director, clerk } = center
    const examples = await call(clerk, 'packs.examples', {})
    expect(examples.map(one => one.id)).toEqual(['low-income-2-5', 'county-1-5', 'shandong', 'guangdong', 'hangzhou', 'baoshan'])
    for (const one of examples) {
      expect(one.sources.length).toBeGreaterThan(0)
      expect(one.bases.some(basis => one.sources.some(source => source.name === basis.source))).toBe(true)
    }
    const packId = (await call(clerk, 'packs.list', {}))[0]?.id ?? ''
    const refs = { before: { kind: 'pack', id: packId }, after: { kind: 'example', id: 'shandong' } } as const
    const { changes, after } = await call(clerk, 'packs.difference', refs)
    expect(after.name).toBe('山东：城乡低保二倍（示例）')
    expect(changes.map(one => one.section)).toContain('经济困难')
    // The figures to be replaced stand in the difference, each with its area and span.
    const figure = {
      title: '最低生活保障标准（月）　城镇',
      before: null,
      after: expect.stringContaining('1,010.00 元／月，自 2025-07-01 起施行'),
    }
    expect(changes).toContainEqual(expect.objectContaining(figure))
    expect(await center.refusal(clerk, 'packs.startDraft', { from: { exampleId: 'shandong' } })).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await center.refusal(director, 'packs.startDraft', { from: { exampleId: 'nowhere' } })).toMatchObject({
      code: 'NOT_FOUND',
    })
    const { id } = await call(director, 'packs.startDraft', { from: { exampleId: 'shandong' } })
    const draft = await call(director, 'packs.getDraft', { id })
    expect(draft).toMatchObject({ packVersion: '2026.2', baseVersion: '2026.1', isSound: true })
    const pack = JSON.parse(draft.text)
    expect(pack.hardship.standards.map((one: { id: string }) => one.id)).toEqual(['H-shandong'])
    expect(pack.numberSeries).toEqual(JSON.parse(shippedPackText()).numberSeries)
    const tried = await call(director, 'packs.tryDraft', { id })
    expect(tried.kinds.find(one => one.kind === 'sample')?.changed).toBeGreaterThan(0)
    expect((await call(clerk, 'packs.current', {})).version).toBe('2026.1')
    await call(director, 'packs.enact', { text: draft.text, enactedOn: '2026-11-20', password: PASSWORD, draftId: id })
    expect((await call(clerk, 'packs.current', {})).version).toBe('2026.2')
  })

  it('is a copy with the next free version, and keeps what is typed without being signed', async () => {
    const center = await makeCenter()
    const draft = await draftOf(center)
    const fresh = await draft.read()
    expect(fresh).toMatchObject({
      packVersion: '2026.2',
      baseVersion: '2026.1',
      isSound: true,
      problems: [],
      trial: null,
      version: 1,
    })
    expect(JSON.parse(fresh.text)).toEqual({ ...JSON.parse(shippedPackText()), version: '2026.2' })
    await draft.edit(limitPath('decision', 'days'), 5)
    const later = await draft.read()
    expect(later).toMatchObject({ version: 2, isSound: true })
    expect(later.changes.map(one => [one.place, one.by])).toEqual([[expect.stringContaining('日数'), '陈建国']])
    expect((await draftOf(center)).id).not.toBe(draft.id)
    expect((await center.call(center.clerk, 'packs.drafts', {})).map(one => one.packVersion).sort()).toEqual(['2026.2', '2026.3'])
    expect((await center.call(center.clerk, 'packs.current', {})).version).toBe('2026.1')
  })

  it('takes back changes one after another, whole texts as well', async () => {
    const center = await makeCenter()
    const draft = await draftOf(center)
    const { text: first } = await draft.read()
    await draft.edit(['backupRetention', 'daily'], 9)
    await draft.edit(['codes', 'causes', shippedPack().codes.causes.length], {
      code: 'new-cause',
      label: '网络购物纠纷',
      matterTypes: ['civil'],
    })
    await draft.edit(['codes', 'causes', 0])
    await center.call(center.director, 'packs.writeDraft', { id: draft.id, version: 4, text: '{ "broken": ' })
    const broken = await draft.read()
    expect(broken).toMatchObject({ isSound: false })
    expect(broken.problems[0]).toMatchObject({ line: 1, column: 13 })
    expect(
      await center.refusal(center.director, 'packs.editDraft', { id: draft.id, version: 5, path: ['name'], value: 'x' }),
    ).toMatchObject({ code: 'RULE', rule: 'draft-not-json' })
    for (let version = 5; version < 9; version += 1)
      await center.call(center.director, 'packs.undoDraft', { id: draft.id, version })
    expect((await draft.read()).text).toBe(first)
    expect(await center.refusal(center.director, 'packs.undoDraft', { id: draft.id, version: 9 })).toMatchObject({
      code: 'RULE',
      message: '没有可以撤销的修改',
    })
  })

  it('says at once what a change makes wrong, with its line', async () => {
    const center = await makeCenter()
    const draft = await draftOf(center)
    await draft.edit(limitPath('decision', 'days'), 0)
    const { isSound, problems, text } = await draft.read()
    expect(isSound).toBe(false)
    expect(problems[0]?.message).toBe('“days”不能小于 1')
    expect(text.split('\n')[(problems[0]?.line ?? 0) - 1]).toContain('"days": 0')
  })

  it('knows which words a sentence may fill in', async () => {
    const center = await makeCenter()
    const draft = await draftOf(center)
    const index = shippedPack().wording.findIndex(one => one.placeholders.length > 0)
    const one = shippedPack().wording[index]
    if (!one) throw new Error('no wording has placeholders')
    await draft.edit(['wording', index], {
      ...JSON.parse(JSON.stringify(one)),
      text: `${one.text}{weather}`,
      placeholders: [...one.placeholders, 'weather'],
    })
    const { problems } = await draft.read()
    expect(problems.map(problem => problem.message)).toEqual([expect.stringContaining('{weather} 不是程序能填入的')])
    await draft.edit(['wording', index], { ...JSON.parse(JSON.stringify(one)), text: `${one.text}。` })
    expect((await draft.read()).isSound).toBe(true)
  })

  it('is refused to whoever saw an older version, to other roles, and at a place that is not there', async () => {
    const center = await makeCenter()
    const draft = await draftOf(center)
    await draft.edit(['name'], '新名称')
    const edit = { id: draft.id, version: 1, path: ['name'], value: '另一个' }
    expect(await center.refusal(center.administrator, 'packs.editDraft', edit)).toMatchObject({ code: 'STALE', version: 2 })
    expect(await center.refusal(center.clerk, 'packs.editDraft', { ...edit, version: 2 })).toMatchObject({ code: 'FORBIDDEN' })
    expect(
      await center.refusal(center.director, 'packs.editDraft', { id: draft.id, version: 2, path: ['nowhere', 3, 'x'], value: 1 }),
    ).toMatchObject({ code: 'VALIDATION', fields: [{ path: ['path'] }] })
    await center.call(center.administrator, 'packs.discardDraft', { id: draft.id, version: 2 })
    expect(await center.call(center.clerk, 'packs.drafts', {})).toEqual([])
  })

  it('retires a code in use and never removes it; one nobody used may go', async () => {
    const center = await makeCenter()
    await center.call(center.clerk, 'applications.submit', applicationInput())
    const draft = await draftOf(center)
    const { stages } = shippedPack().codes.matterTypes.find(type => type.code === 'civil') ?? { stages: [] }
    const typeIndex = shippedPack().codes.matterTypes.findIndex(type => type.code === 'civil')
    const used = stages.findIndex(stage => stage.code === applicationInput().stage)
    await draft.edit(['codes', 'matterTypes', typeIndex, 'stages', used], { ...stages[used], code: 'renamed' })
    const { problems } = await draft.read()
    const inUse = problems.find(one => one.message.includes('已有记录在用'))
    expect(inUse?.message ?? JSON.stringify(problems)).toContain(applicationInput().stage)
    const refused = await center.refusal(center.director, 'packs.enact', {
      text: (await draft.read()).text,
      enactedOn: '2026-11-20',
      password: PASSWORD,
    })
    expect(refused).toMatchObject({ code: 'VALIDATION', fields: [{ path: ['text'] }] })
    await draft.undo()
    await draft.edit(['codes', 'matterTypes', typeIndex, 'stages', used, 'retired'], true)
    const unused = shippedPack().codes.deliveryWays.length - 1
    await draft.edit(['codes', 'deliveryWays', unused])
    expect((await draft.read()).problems).toEqual([])
  })
})

describe('reading and comparing', () => {
  it('reads any pack by its id and says where it stands', async () => {
    const center = await makeCenter({ today: '2026-11-20' })
    const draft = await draftOf(center)
    await draft.edit(limitPath('decision', 'days'), 5)
    const { id: future } = await draft.sign('2026-12-01')
    const standing = async (id: string) => (await center.call(center.archivist, 'packs.get', { id })).standing
    expect([await standing(draft.packId), await standing(future)]).toEqual(['in-force', 'future'])
    center.setDay('2026-12-01')
    expect([await standing(draft.packId), await standing(future)]).toEqual(['earlier', 'in-force'])
    expect(await center.refusal(center.clerk, 'packs.get', { id: draft.id })).toEqual({ code: 'NOT_FOUND', what: '规则包' })
  })

  it('tells what a draft changes against the pack in force, and prints it', async () => {
    const center = await makeCenter()
    const draft = await draftOf(center)
    await draft.edit(limitPath('decision', 'days'), 5)
    const refs = { before: { kind: 'pack' as const, id: draft.packId }, after: { kind: 'draft' as const, id: draft.id } }
    const { changes, after } = await center.call(center.clerk, 'packs.difference', refs)
    expect(after.version).toBe('2026.2')
    expect(changes).toEqual([
      expect.objectContaining({
        section: '期限',
        before: expect.stringContaining('7 日内'),
        after: expect.stringContaining('5 日内'),
      }),
    ])
    const sheet = await center.call(center.clerk, 'packs.differenceSheet', refs)
    expect(sheet.html).toContain('规则包对照表')
    expect(sheet.html).toContain('共 1 处不同')
    await draft.edit(limitPath('decision', 'days'), 0)
    expect(await center.refusal(center.clerk, 'packs.difference', refs)).toMatchObject({ code: 'RULE', rule: 'pack-unsound' })
  })

  it('exports what was signed, and a draft made of the file says the same', async () => {
    const center = await makeCenter()
    const draft = await draftOf(center)
    await draft.edit(['backupRetention', 'daily'], 9)
    const { id } = await draft.sign('2026-11-20')
    const file = path.join(makeFolder(), 'out.json')
    await center.call(center.director, 'packs.export', { id, handle: 'token' }, { token: file })
    const back = await center.call(center.director, 'packs.startDraft', { from: { text: readFileSync(file, 'utf8') } })
    const copy = await center.call(center.director, 'packs.getDraft', { id: back.id })
    expect(copy).toMatchObject({ packVersion: '2026.3', baseVersion: '2026.2', isSound: true })
    const { changes } = await center.call(center.director, 'packs.difference', {
      before: { kind: 'pack', id },
      after: { kind: 'draft', id: back.id },
    })
    expect(changes).toEqual([])
  })
})

describe('signing (签发) and withdrawing (撤回)', () => {
  it('asks for the password again, and a signed draft is a draft no more', async () => {
    const center = await makeCenter()
    const draft = await draftOf(center)
    const { text } = await draft.read()
    const wrong = { text, enactedOn: '2026-11-20', password: 'wrong-2026', draftId: draft.id }
    expect(await center.refusal(center.director, 'packs.enact', wrong)).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: ['password'], message: '密码不对，还可再试 4 次' }],
    })
    expect(await center.call(center.clerk, 'packs.list', {})).toHaveLength(1)
    await draft.sign('2026-11-20')
    expect(await center.call(center.clerk, 'packs.drafts', {})).toEqual([])
  })

  it('a future pack is used by nothing until its day begins in Shanghai, then by everything', async () => {
    const center = await makeCenter({ today: '2026-11-20' })
    const { call, clerk, director } = center
    const draft = await draftOf(center)
    await draft.edit(limitPath('decision', 'days'), 5)
    const series = shippedPack().numberSeries.findIndex(one => one.id === 'application')
    await draft.edit(['numberSeries', series, 'pattern'], '{short}援申新〔{year}〕{seq}号')
    await draft.edit(['backupRetention', 'daily'], 2)
    await draft.sign('2026-12-01')
    const submit = (serial: number, receivedOn: string) =>
      call(clerk, 'applications.submit', applicationInput({ receivedOn, ...other('孙桂芳', serial) }))
    const before = await submit(22, '2026-11-18')
    expect(before.number).not.toContain('援申新')
    const listed = await call(director, 'numbering.series', {})
    expect(JSON.stringify(listed)).not.toContain('援申新')
    center.setDay('2026-11-30', '23:59:59')
    expect((await call(clerk, 'packs.current', {})).version).toBe('2026.1')
    center.setDay('2026-12-01', '00:00:00')
    expect((await call(clerk, 'packs.current', {})).version).toBe('2026.2')
    const after = await submit(24, '2026-12-01')
    const entered = await submit(41, '2026-11-18')
    expect(after.number).toContain('援申新')
    const lastDay = async (id: string) => (await call(clerk, 'applications.get', { id })).clock?.lastDay
    // What came in before the day is judged by the rules of its own day, whenever it was entered.
    expect(await lastDay(entered.id)).toBe('2026-11-25')
    expect(await lastDay(before.id)).toBe('2026-11-25')
    expect(await lastDay(after.id)).toBe('2026-12-07')
  })

  it('withdraws a pack with a reason before its day, and not from its day on', async () => {
    const center = await makeCenter({ today: '2026-11-20' })
    const { call, director } = center
    const { id } = await (await draftOf(center)).sign('2026-11-22')
    const kept = await (await draftOf(center)).sign('2026-11-21')
    expect(await center.refusal(center.administrator, 'packs.withdraw', { id, reason: '有误' })).toMatchObject({
      code: 'FORBIDDEN',
    })
    await call(director, 'packs.withdraw', { id, reason: '标准有误' })
    center.setDay('2026-11-21')
    expect(await center.refusal(director, 'packs.withdraw', { id: kept.id, reason: '有误' })).toMatchObject({
      code: 'RULE',
      rule: 'pack-in-use',
    })
    center.setDay('2026-11-22')
    expect((await call(center.clerk, 'packs.current', {})).version).toBe(kept.version)
    const packs = await call(center.clerk, 'packs.list', {})
    expect(packs.find(pack => pack.id === id)?.withdrawn).toMatchObject({ by: '陈建国', reason: '标准有误' })
    expect((await call(center.clerk, 'packs.get', { id })).standing).toBe('withdrawn')
    expect(await center.refusal(director, 'packs.withdraw', { id, reason: '再撤' })).toMatchObject({ rule: 'pack-withdrawn' })
  })
})

describe('trying a draft (试算)', () => {
  it('lists what would come out differently, and stores nothing but its report', async () => {
    const center = await makeCenter({ today: '2026-11-20' })
    const { call, director, clerk } = center
    const opened = await openCase(center, {
      application: other('周家豪', 41),
      receivedOn: '2026-11-16',
      decidedOn: '2026-11-18',
    })
    const payable = await payableCase(center)
    await call(clerk, 'subsidies.prepare', { caseId: payable.id, chosenFen: null, directCosts: [] })
    const draft = await draftOf(center)
    const none = await call(director, 'packs.tryDraft', { id: draft.id })
    expect(none.kinds.map(one => [one.kind, one.changed])).toEqual([
      ['hardship', 0],
      ['subsidy', 0],
      ['clock', 0],
      ['number', 0],
      ['sample', 0],
    ])
    expect(none.kinds.every(one => one.checked > 0)).toBe(true)
    await draft.edit(limitPath('assignment', 'days'), 1)
    await draft.edit(['subsidyTables', 0, 'rounding'], 'up')
    const tiers = shippedPack().subsidyTables[0]?.tiers ?? []
    for (const index of tiers.keys())
      await draft.edit(['subsidyTables', 0, 'tiers', index, 'amount'], { kind: 'fixed', fen: 123_400 })
    const series = shippedPack().numberSeries.findIndex(one => one.id === 'application')
    await draft.edit(['numberSeries', series, 'padding'], 6)
    // Counting the stages apart writes the stage that each file is at.
    const ofCases = shippedPack().numberSeries.findIndex(one => one.id === 'case')
    await draft.edit(['numberSeries', ofCases, 'perStage'], true)
    await draft.edit(['numberSeries', ofCases, 'pattern'], '{short}援{kind}{stage}〔{year}〕{seq}号')
    const before = await call(director, 'audit.list', {})
    const report = await call(director, 'packs.tryDraft', { id: draft.id })
    const kind = (name: string) => report.kinds.find(one => one.kind === name)
    expect(kind('hardship')?.changed).toBe(0)
    expect(kind('clock')?.rows).toContainEqual(
      expect.objectContaining({ openPath: `/cases/${opened.id}`, before: '2026-11-23', after: '2026-11-19' }),
    )
    expect(kind('subsidy')?.rows[0]?.after).toContain('1,234.00 元')
    expect(kind('number')?.rows[0]?.after).toContain('000001')
    expect(kind('number')?.rows).toContainEqual(
      expect.objectContaining({
        openPath: `/cases/${opened.id}`,
        before: expect.stringContaining('援民〔2026〕'),
        after: expect.stringContaining('援民一审〔2026〕'),
      }),
    )
    expect(kind('sample')?.changed).toBeGreaterThan(0)
    expect((await draft.read()).trial).toEqual(report)
    expect(await call(director, 'audit.list', {})).toHaveLength(before.length)
    expect((await call(clerk, 'cases.get', { id: opened.id })).clock?.lastDay).toBe('2026-11-23')
  })
})

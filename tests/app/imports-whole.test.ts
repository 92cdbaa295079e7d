import { fork } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import { openCore } from '../../src-main/host/core.ts'
import { isInstalled, run } from '../papers/command.ts'
import { makeCenter, PASSWORD } from '../support/make-center.ts'
import { makeFolder } from '../support/make-folder.ts'
import {
  bringIn,
  caseRegister,
  consultationRegister,
  consultationRow,
  countRows,
  oldCase,
  planOf,
  tryOut,
} from '../support/register-files.ts'

const INSTANT = '2026-11-20T01:30:00.000Z'
/** The project's own Node, which runs TypeScript as it is whatever Node runs the tests. */
const NODE = path.resolve(import.meta.dirname, '../../node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
const PROGRAM = path.resolve(import.meta.dirname, '../support/import-and-die.ts')

describe('bringing in cases', () => {
  test('makes old cases that are found, stand in the history and warn of a conflict, and are only looked at', async () => {
    const center = await makeCenter()
    const done = await bringIn(
      center,
      await caseRegister([oldCase(12), oldCase(13, { 4: '刑', 5: '侦查', 0: '蚌援刑〔2018〕13号' })]),
    )
    expect(done).toMatchObject({ rows: 2, newPeople: 2 })
    const list = await center.call(center.clerk, 'cases.list', { status: 'historic' })
    expect(list.rows.map(row => [row.number, row.handlerName, row.providerName, row.closedOn, row.clock])).toContainEqual([
      '蚌援民〔2018〕12号',
      '刘思远',
      '安徽正淮律师事务所',
      '2018-09-01',
      null,
    ])
    const one = list.rows.find(row => row.number === '蚌援民〔2018〕12号')
    const detail = await center.call(center.clerk, 'cases.get', { id: one?.id ?? '' })
    expect(detail).toMatchObject({
      status: 'historic',
      door: 'imported',
      closedOn: '2018-09-01',
      old: { fileName: '2018年案件台账.xlsx', archiveNumber: '2018-民-12', closing: '判决，部分胜诉', handlerName: '刘思远' },
      timeline: [
        { date: '2018-03-05', title: '立案' },
        { date: '2018-09-01', title: '结案', detail: '判决，部分胜诉' },
      ],
    })
    const found = await center.call(center.clerk, 'search.find', { words: '受援12' })
    expect(found.files.map(file => [file.kind, file.number])).toEqual([['case', '蚌援民〔2018〕12号']])
    const person = await center.call(center.clerk, 'people.get', { id: one?.personId ?? '' })
    expect(person.history).toMatchObject([{ kind: 'case', number: '蚌援民〔2018〕12号', by: '刘思远' }])
    const asked = (name: string) =>
      center.call(center.clerk, 'conflicts.check', { parties: [{ role: 'opponent', name, certificateNumber: '' }] })
    expect(await asked('受援12')).toMatchObject([{ matterKind: 'case', number: '蚌援民〔2018〕12号', personName: '受援12' }])
    expect(await asked('受援14')).toEqual([])
    const ledger = await center.call(center.clerk, 'numbering.ledger', { series: 'case:刑', year: 2018 })
    expect(ledger.map(row => row.text)).toEqual(['蚌援刑〔2018〕13号'])
    const assigned = await center.attempt(center.clerk, 'cases.markLifeOrDeath', {
      id: one?.id ?? '',
      possibleLifeOrDeathSentence: true,
      version: detail.version,
    })
    expect(assigned.ok).toBe(false)
  })

  test('tells what cannot be: closed before it was opened, a stage its kind has not', async () => {
    const center = await makeCenter()
    const tried = await tryOut(
      center,
      await caseRegister([oldCase(1, { 10: '2018-1-1' }), oldCase(2, { 4: '劳动仲裁' }), oldCase(3, { 10: null, 5: null })]),
    )
    expect(tried.rows.map(row => row.faults.map(fault => `${fault.column} ${fault.message}`))).toEqual([
      ['K 结案日期 2018-01-01 早于立案日期 2018-03-05'],
      ['F 劳动仲裁案件没有“一审”这个阶段'],
      [],
    ])
  })

  test('is undone whole', async () => {
    const center = await makeCenter()
    const before = await countRows(center)
    const done = await bringIn(center, await caseRegister([oldCase(1), oldCase(2)]))
    expect(await center.call(center.director, 'imports.undo', { id: done.id, reason: '导错了' })).toEqual({ rows: 2, people: 2 })
    expect(await countRows(center)).toMatchObject({ ...before, numbers: 2, imports: 1, rows: 2, mappings: 1 })
  })
})

describe('a large register', () => {
  test('of 10,000 rows is stored whole, and a cancelled one leaves nothing', async () => {
    const center = await makeCenter()
    const lines = Array.from({ length: 10_000 }, (_, index) => {
      const serial = index + 1
      return `${serial},2019-${1 + (serial % 12)}-${1 + (serial % 28)},访客${serial},138${String(10_000_000 + serial)},民事,工资,拖欠工资`
    })
    const file = path.join(makeFolder(), '2019年.csv')
    writeFileSync(file, ['编号,来访日期,来访人,联系电话,案件类别,案由,咨询内容', ...lines].join('\n'))
    const { handle, sha256, plan } = await planOf(center, file)
    const before = await countRows(center)
    const labels: string[] = []
    let mayCancel = true
    center.core.onEvent(event => {
      if (event.kind !== 'progress') return
      labels.push(event.progress.label)
      if (mayCancel && event.progress.label === '建立检索') center.core.cancel(event.request)
    })
    const cancelled = await center.core.invoke({
      name: 'imports.commit',
      session: center.clerk,
      input: { handle, sha256, plan },
      request: 'import',
    })
    expect(labels).toEqual(expect.arrayContaining(['登记人员', '登记咨询', '建立检索']))
    expect(cancelled).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
    expect(await countRows(center)).toEqual(before)
    mayCancel = false
    const done = await center.call(center.clerk, 'imports.commit', { handle, sha256, plan })
    expect(done).toMatchObject({ rows: 10_000, newPeople: 10_000 })
    expect(await countRows(center)).toMatchObject({ imports: before.imports + 1, rows: before.rows + 10_000 })
  }, 90_000)
})

describe('the template', () => {
  test.each(['consultation', 'case'] as const)('of %s comes back with every column known', async register => {
    const center = await makeCenter()
    const target = path.join(makeFolder(), '模板.xlsx')
    await center.call(center.clerk, 'imports.template', { register, handle: `path:${target}` })
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.readFile(target)
    expect(workbook.worksheets.map(sheet => sheet.name)).toContain('填写说明')
    const sheet = workbook.worksheets[0]
    const heads = Array.from({ length: sheet?.columnCount ?? 0 }, (_, index) => sheet?.getCell(1, index + 1).text ?? '')
    const row = heads.map(
      head =>
        ({ 编号: '1', 案号: '1', 咨询日期: '2019-3-5', 立案日期: '2019-3-5', 姓名: '王芳', 案件类别: '民事' })[head] ?? null,
    )
    sheet?.spliceRows(2, 1, row)
    await workbook.xlsx.writeFile(target)
    const { read } = await planOf(center, target)
    expect(read.plan.register).toBe(register)
    expect(read.plan.columns.map(one => one.column)).toEqual(heads.map((_, index) => index))
    expect((await tryOut(center, target)).counts).toMatchObject({ rows: 1, errors: 0 })
  })
})

describe.skipIf(!isInstalled('soffice'))('an office program other than Excel', () => {
  test('writes registers that are read, and reads the fault copy and the template', async () => {
    const center = await makeCenter()
    const folder = makeFolder()
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`
    const typed = path.join(folder, '2019年.csv')
    writeFileSync(
      typed,
      '编号,来访日期,来访人,联系电话,案件类别,案由\n1,2019-03-05,王芳,13805520318,民事,工资\n2,2019-02-30,李强,13805520319,民事,工资\n',
    )
    await run('soffice', profile, '--headless', '--infilter=CSV:44,34,76,1', '--convert-to', 'xlsx', '--outdir', folder, typed)
    const file = path.join(folder, '2019年.xlsx')
    const { handle, sha256, plan } = await planOf(center, file)
    const tried = await tryOut(center, file)
    expect(tried.rows.map(row => [row.day, row.name, row.faults.length])).toEqual([
      ['2019-03-05', '王芳', 0],
      [null, '李强', 1],
    ])
    const copy = path.join(folder, '错误清单.xlsx')
    await center.call(center.clerk, 'imports.exportFaults', { handle, sha256, plan, target: `path:${copy}` })
    const template = path.join(folder, '模板.xlsx')
    await center.call(center.clerk, 'imports.template', { register: 'case', handle: `path:${template}` })
    await run(
      'soffice',
      profile,
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76',
      '--outdir',
      folder,
      copy,
      template,
    )
    expect(readFileSync(path.join(folder, '错误清单.csv'), 'utf8')).toContain('日期“2019-02-30”不存在')
    expect(readFileSync(path.join(folder, '模板.csv'), 'utf8')).toContain('案号,立案日期,姓名')
  }, 60_000)
})

describe('a program killed while it imports', () => {
  test('leaves nothing of the import, wherever it was struck', async () => {
    const center = await makeCenter()
    const file = await consultationRegister([consultationRow(1), consultationRow(2)])
    const { plan } = await planOf(center, file)
    const before = await countRows(center)
    const staff = await center.call(center.director, 'users.names', {})
    const userId = staff.find(person => person.name === '王莉')?.id ?? ''
    await center.core.close()
    for (const step of ['登记咨询', '建立检索', '提交']) {
      const child = fork(PROGRAM, [center.folder, userId, PASSWORD, file, JSON.stringify(plan), INSTANT, step], {
        execPath: NODE,
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      })
      const said: string[] = []
      child.on('message', message => said.push(String(message)))
      const signal = await new Promise(resolve => child.once('exit', (_, by) => resolve(by)))
      expect([step, signal, said]).toEqual([step, 'SIGKILL', ['reached']])
      const core = openCore(
        { dataFolder: center.folder, printer: null, keyStore: null },
        { now: () => new Date(INSTANT), passwordCost: { memoryKiB: 64, passes: 1 }, mayNamePaths: true },
      )
      const login = await core.invoke({ name: 'session.login', session: null, input: { userId, password: PASSWORD } })
      expect(login.ok).toBe(true)
      expect(await countRows({ core })).toEqual(before)
      await core.close()
    }
  }, 120_000)
})

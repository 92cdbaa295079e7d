import { fork } from 'node:child_process'
import { cpSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { OutputOf } from '../../src-main/contract/index.ts'
import { openCore } from '../../src-main/host/core.ts'
import { makeClosedCase } from '../support/closed-case.ts'
import { makeCenter, PASSWORD } from '../support/make-center.ts'
import { makeFolder } from '../support/make-folder.ts'
import { arrangeVolume } from '../support/whole-volume.ts'

const INSTANT = '2026-11-20T01:30:00.000Z'
/** The project's own Node, which runs TypeScript as it is whatever Node runs the tests. */
const NODE = path.resolve(import.meta.dirname, '../../node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
const PROGRAM = path.resolve(import.meta.dirname, '../support/seal-and-die.ts')

/** A data folder, closed, with one volume that is ready to be sealed. */
async function arrangedFolder() {
  const center = await makeCenter()
  const { caseId } = await makeClosedCase(center.call, center)
  const { id, version } = await arrangeVolume(center.call, center.archivist, caseId)
  const staff = await center.call(center.archivist, 'users.names', {})
  const userId = staff.find(person => person.name === '周敏')?.id ?? ''
  await center.core.close()
  return { folder: center.folder, id, version, caseId, userId }
}

type Arranged = Awaited<ReturnType<typeof arrangedFolder>>

/** Seals a copy of the folder in a child that dies at the step. @returns the copy and what the child said. */
async function sealUntilKilled(from: Arranged, step: string): Promise<{ folder: string; said: string[] }> {
  const folder = makeFolder()
  cpSync(from.folder, folder, { recursive: true })
  const child = fork(PROGRAM, [folder, from.userId, PASSWORD, from.id, String(from.version), INSTANT, step], {
    execPath: NODE,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const said: string[] = []
  let complaint = ''
  child.stderr?.on('data', part => {
    complaint += part
  })
  child.on('message', message => {
    said.push(String(message))
    if (message === 'reached') child.kill('SIGKILL')
  })
  const signal = await new Promise(resolve => child.once('exit', (_, by) => resolve(by)))
  if (signal !== 'SIGKILL') throw new Error(`the child ended by itself: ${complaint}`)
  return { folder, said }
}

/** What the next start finds in a folder whose program was killed. */
async function findAfter(folder: string, { id, caseId, userId }: Arranged) {
  const core = openCore(
    { dataFolder: folder, printer: null, keyStore: null },
    { now: () => new Date(INSTANT), passwordCost: { memoryKiB: 64, passes: 1 }, mayNamePaths: true },
  )
  onTestFinished(() => core.close())
  const ask = async (name: string, input: unknown, session: string | null) => {
    const reply = await core.invoke({ name, input, session })
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
    return reply.value
  }
  const { session } = (await ask('session.login', { userId, password: PASSWORD }, null)) as OutputOf<'session.login'>
  const volume = (await ask('archives.get', { id }, session)) as OutputOf<'archives.get'>
  const kase = (await ask('cases.get', { id: caseId }, session)) as OutputOf<'cases.get'>
  const audit = (await ask('audit.verify', {}, session)) as OutputOf<'audit.verify'>
  const { reader } = core.center.open.database
  const drawn = await reader.selectFrom('number_ledger').select('text').where('series', 'like', 'archive:%').execute()
  const counters = await reader.selectFrom('number_series').select('last_seq').where('series', 'like', 'archive:%').execute()
  const out = makeFolder()
  const exported =
    volume.status === 'sealed'
      ? await core.invoke({ name: 'archives.exportPackage', session, input: { id, handle: `path:${out}` } })
      : null
  return {
    volume,
    caseStatus: kase.status,
    isAuditWhole: audit.isWhole,
    drawn: drawn.map(row => row.text),
    counters: counters.map(row => row.last_seq),
    exported,
  }
}

function expectUntouched(found: Awaited<ReturnType<typeof findAfter>>, version: number): void {
  expect(found.volume).toMatchObject({ status: 'arranging', archiveNumber: null, packageSha256: null, version })
  expect(found).toMatchObject({ caseStatus: 'awaiting-volume', isAuditWhole: true, drawn: [], counters: [] })
}

function expectSealed(found: Awaited<ReturnType<typeof findAfter>>): void {
  expect(found.volume).toMatchObject({ status: 'sealed', archiveNumber: 'J019-ZY·FY·MS·2026·D30-001', hasPackage: true })
  expect(found).toMatchObject({ caseStatus: 'sealed', isAuditWhole: true, drawn: ['J019-ZY·FY·MS·2026·D30-001'], counters: [1] })
  expect(found.exported).toMatchObject({ ok: true })
}

describe('a program killed while it seals', () => {
  test('finds the volume as it was, or sealed whole, wherever it was struck', async () => {
    const arranged = await arrangedFolder()
    for (const step of ['打印 案卷封面', '生成 代理词', '复核 volume.json']) {
      const { folder, said } = await sealUntilKilled(arranged, step)
      expect(said, step).toEqual(['reached'])
      expectUntouched(await findAfter(folder, arranged), arranged.version)
    }
    const commit = await sealUntilKilled(arranged, '提交')
    expect(commit.said[0]).toBe('reached')
    const struck = await findAfter(commit.folder, arranged)
    if (struck.volume.status === 'sealed') expectSealed(struck)
    else expectUntouched(struck, arranged.version)
    const after = await sealUntilKilled(arranged, 'never')
    expect(after.said).toEqual(['sealed'])
    expectSealed(await findAfter(after.folder, arranged))
  }, 180_000)
})

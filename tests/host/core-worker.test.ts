import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { OutputOf } from '../../src-main/contract/index.ts'
import type { CoreEvent, CoreOptions } from '../../src-main/host/core-client.ts'
import { startCoreWorker } from '../../src-main/host/core-worker-client.ts'
import { consultationInput } from '../support/desk-inputs.ts'
import { NEW_CENTER, PASSWORD } from '../support/make-center.ts'
import { makeFolder } from '../support/make-folder.ts'

// Node reads the worker's own source; the app runs the same file, built.
const WORKER = pathToFileURL(path.resolve('src-main/host/core-worker.ts'))
const GONE = { ok: false, error: { code: 'STORAGE', reason: 'unreadable', message: expect.stringMatching(/数据服务已停止/) } }

function startCore(options: Partial<CoreOptions> = {}, script = WORKER) {
  const core = startCoreWorker(script)({ dataFolder: makeFolder(), printer: null, keyStore: null, ...options })
  onTestFinished(() => core.close())
  const events: CoreEvent[] = []
  core.onEvent(event => events.push(event))
  return { core, events }
}
type Core = ReturnType<typeof startCore>['core']

async function setUp(core: Core, more: Record<string, unknown> = {}, request?: string) {
  const call = { name: 'center.create', session: null, input: { ...NEW_CENTER, ...more } }
  const reply = await core.invoke(request === undefined ? call : { ...call, request })
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  return reply.value as OutputOf<'center.create'>
}

describe('the core in its worker thread', { timeout: 120_000 }, () => {
  test('answers calls, refusals and unknown names as data', async () => {
    const { core } = startCore()
    expect(await core.invoke({ name: 'center.status', input: {}, session: null })).toMatchObject({
      ok: true,
      value: { state: 'empty' },
    })
    const { session } = await setUp(core)
    const current = await core.invoke({ name: 'session.current', input: {}, session })
    expect(current).toMatchObject({ ok: true, value: { user: { name: '陈建国' } } })
    expect(await core.invoke({ name: 'users.list', input: {}, session: null })).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect(await core.invoke({ name: 'users.fire', input: {}, session })).toMatchObject({ error: { code: 'NOT_FOUND' } })
  })

  test('tells every listener what changed, once a call has committed, and nobody after they left', async () => {
    const { core, events } = startCore()
    const { session, user } = await setUp(core)
    const late: CoreEvent[] = []
    const leave = core.onEvent(event => late.push(event))
    leave()
    events.length = 0
    const today = (await core.invoke({ name: 'center.status', input: {}, session: null })) as { value: OutputOf<'center.status'> }
    const input = consultationInput(user.id, { receivedOn: today.value.today, receivedAt: null })
    expect(await core.invoke({ name: 'consultations.register', input, session })).toMatchObject({ ok: true })
    expect(events).toEqual([{ kind: 'changed', areas: ['consultations'] }])
    expect(await core.invoke({ name: 'consultations.register', input: {}, session })).toMatchObject({ ok: false })
    await core.invoke({ name: 'drafts.save', input: { form: 'x', content: '{}' }, session })
    expect(events).toHaveLength(1)
    expect(late).toEqual([])
  })

  test('reports a job’s progress under the caller’s name for it, prints through the shell, and stops when asked', async () => {
    let printed = 0
    const printer = async () => {
      printed += 1
      // The shell hears the person's wish while the worker waits for the paper.
      started.core.cancel('parcel')
      return new Uint8Array([0x25, 0x50, 0x44, 0x46])
    }
    const started = startCore({ printer })
    const { core, events } = started
    const { session } = await setUp(core)
    const { value } = (await core.invoke({ name: 'center.status', input: {}, session: null })) as {
      value: OutputOf<'center.status'>
    }
    const period = { kind: 'year', year: Number(value.today.slice(0, 4)), index: 1 }
    const target = makeFolder()
    const input = { period, handle: 'picked' }
    const reply = await core.invoke({ name: 'reports.export', session, input, handles: { picked: target }, request: 'parcel' })
    expect(reply).toEqual({ ok: false, error: { code: 'CANCELLED' } })
    expect(printed).toBe(1)
    const progress = events.flatMap(event => (event.kind === 'progress' ? [event] : []))
    expect(progress[0]).toEqual({ kind: 'progress', request: 'parcel', progress: { done: 0, total: 5, label: '计算报表' } })
    expect(progress.map(one => one.progress.done)).toEqual([0, 1, 2])
    expect(readdirSync(target)).toEqual([])
    const series = await core.invoke({ name: 'numbering.ledger', input: { series: 'parcel', year: period.year }, session })
    expect(series).toEqual({ ok: true, value: [] })
  })

  test('asks the shell for the key store and is opened by it without a password', async () => {
    const asked: string[] = []
    const keyStore = {
      async protect(secret: Uint8Array) {
        asked.push('protect')
        return secret.map(byte => byte ^ 0x55)
      },
      async unprotect(sealed: Uint8Array) {
        asked.push('unprotect')
        return sealed.map(byte => byte ^ 0x55)
      },
    }
    const dataFolder = makeFolder()
    const first = startCore({ dataFolder, keyStore })
    await setUp(first.core)
    await first.core.close()
    const second = startCore({ dataFolder, keyStore })
    const status = await second.core.invoke({ name: 'center.status', input: {}, session: null })
    expect(status).toMatchObject({ ok: true, value: { state: 'ready', auditEntries: 1 } })
    expect(asked).toEqual(['protect', 'unprotect'])
  })

  test('a key store that fails leaves the password way open', async () => {
    const dataFolder = makeFolder()
    const keyStore = {
      protect: async (secret: Uint8Array) => secret,
      unprotect: () => Promise.reject(new Error('other account')),
    }
    const first = startCore({ dataFolder, keyStore })
    const { user } = await setUp(first.core)
    await first.core.close()
    const { core } = startCore({ dataFolder, keyStore })
    const status = await core.invoke({ name: 'center.status', input: {}, session: null })
    expect(status).toMatchObject({ value: { state: 'ready', auditEntries: null } })
    const login = await core.invoke({ name: 'session.login', input: { userId: user.id, password: PASSWORD }, session: null })
    expect(login).toMatchObject({ ok: true })
  })

  test('after closing, calls are answered and not left waiting; closing twice is closing once', async () => {
    const { core } = startCore()
    await setUp(core)
    await Promise.all([core.close(), core.close()])
    expect(await core.invoke({ name: 'center.status', input: {}, session: null })).toMatchObject(GONE)
  })
})

describe('a worker that dies', () => {
  /** A worker that takes calls and never answers; told to die, it goes without a word. */
  function dyingWorker(body: string): URL {
    const folder = makeFolder()
    const file = path.join(folder, 'worker.mjs')
    writeFileSync(file, `import { parentPort } from 'node:worker_threads'\n${body}`)
    return pathToFileURL(file)
  }

  test.each([
    ['throws', "parentPort.on('message', m => { if (m.call?.name === 'die') throw new Error('broken') })"],
    ['exits', "parentPort.on('message', m => { if (m.call?.name === 'die') process.exit(3) })"],
  ])('%s: every waiting call and every later one is told so', async (_, body) => {
    const { core } = startCore({}, dyingWorker(body))
    const waiting = ['users.list', 'desk.today', 'die'].map(name => core.invoke({ name, input: {}, session: null }))
    for (const reply of await Promise.all(waiting)) expect(reply).toMatchObject(GONE)
    expect(await core.invoke({ name: 'center.status', input: {}, session: null })).toMatchObject(GONE)
    await core.close()
  })

  test('a worker that cannot be started is a dead one', async () => {
    const { core } = startCore({}, pathToFileURL(path.join(makeFolder(), 'nothing-here.mjs')))
    expect(await core.invoke({ name: 'center.status', input: {}, session: null })).toMatchObject(GONE)
  })
})

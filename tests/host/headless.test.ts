import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../src-main/contract/index.ts'
import { makeFolder } from '../support/make-folder.ts'

const NODE = path.join('node_modules', '.bin', 'node')
const PASSWORD = 'zhongxin-2026'
const CENTER = {
  center: {
    fullName: '蚌山区法律援助中心',
    shortName: '蚌',
    regionCode: '340303',
    fondsName: '蚌山区司法局',
    fondsCode: 'J019',
  },
  director: { name: '陈建国', password: PASSWORD },
  recoveryKey: '7F3K-QM2D-W8XA-4HTN-R6PC-9VEJ-B5YL-KG3U',
}

// Each call is a process of its own that reads the whole program; compiling it once halves the time.
let compiled = ''
beforeAll(() => {
  compiled = mkdtempSync(path.join(os.tmpdir(), 'yuanjuan-compiled-'))
})
afterAll(() => rmSync(compiled, { recursive: true, force: true }))

type Outcome = { readonly code: number; readonly out: string; readonly errors: string }
type Result = {
  readonly code: number
  readonly reply: { readonly ok: boolean; readonly value?: unknown; readonly error?: unknown }
}

/** Runs the headless entry as a script would: arguments, standard input, and the password in the environment. */
function run(args: readonly string[], input = '', password?: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const { YUANJUAN_PASSWORD: _, ...environment } = process.env
    const child = spawn(NODE, ['src-main/host/headless.ts', ...args], {
      env: { ...environment, NODE_COMPILE_CACHE: compiled, ...(password === undefined ? {} : { YUANJUAN_PASSWORD: password }) },
    })
    let out = ''
    let errors = ''
    child.stdout.on('data', chunk => {
      out += String(chunk)
    })
    child.stderr.on('data', chunk => {
      errors += String(chunk)
    })
    child.on('error', reject)
    child.on('close', code => resolve({ code: code ?? -1, out, errors }))
    child.stdin.end(input)
  })
}

async function call(folder: string, name: string, input: unknown, as?: string, password = PASSWORD): Promise<Result> {
  const args = ['--data', folder, ...(as === undefined ? [] : ['--as', as]), name]
  const { code, out, errors } = await run(args, JSON.stringify(input), as === undefined ? undefined : password)
  if (out === '') throw new Error(`${name} printed nothing: ${errors}`)
  return { code, reply: JSON.parse(out) }
}

async function centerIn(folder: string): Promise<string> {
  const { code, reply } = await call(folder, 'center.create', CENTER)
  expect(reply).toMatchObject({ ok: true })
  expect(code).toBe(0)
  return folder
}

describe('headless --list', { timeout: 120_000 }, () => {
  it('prints every operation with name, kind, roles and JSON Schemas', async () => {
    const { code, out } = await run(['--list'])
    expect(code).toBe(0)
    const operations: Record<string, unknown>[] = JSON.parse(out)
    expect(operations.map(one => one.name)).toEqual(Object.keys(contract))
    for (const one of operations) {
      expect(Object.keys(one)).toEqual(['name', 'kind', 'roles', 'input', 'output'])
      expect(['query', 'command', 'job']).toContain(one.kind)
      expect(one.roles === 'public' || one.roles === 'staff' || Array.isArray(one.roles)).toBe(true)
      const [input, output] = [one.input, one.output] as [Record<string, unknown>, Record<string, unknown>]
      expect([input.$schema, output.$schema]).toEqual(Array(2).fill('https://json-schema.org/draft/2020-12/schema'))
      // One object, or a choice between objects.
      expect(input.type === 'object' || Array.isArray(input.oneOf), `${String(one.name)} takes an object`).toBe(true)
    }
    expect(operations.find(one => one.name === 'numbering.void')).toMatchObject({
      kind: 'command',
      roles: ['director'],
      input: {
        properties: { text: { type: 'string', maxLength: 80 }, reason: { type: 'string', maxLength: 200 } },
        required: ['text', 'reason'],
        additionalProperties: false,
      },
    })
  })
})

describe('headless call', { timeout: 240_000 }, () => {
  it('sets up a center, hires a clerk, and works as the clerk', async () => {
    const folder = makeFolder()
    expect((await call(folder, 'center.status', {})).reply).toMatchObject({ ok: true, value: { state: 'empty' } })
    await centerIn(folder)
    const hired = await call(folder, 'users.create', { name: '王莉', roles: ['clerk'], password: 'jiedai-2026' }, '陈建国')
    expect(hired).toMatchObject({ code: 0, reply: { ok: true, value: { version: 1 } } })
    const session = await call(folder, 'session.current', {}, '王莉', 'jiedai-2026')
    expect(session).toMatchObject({ code: 0, reply: { value: { user: { name: '王莉', roles: ['clerk'] }, shortName: '蚌' } } })
    const { id } = hired.reply.value as { id: string }
    const refused = await call(folder, 'users.list', {}, id, 'jiedai-2026')
    expect(refused).toMatchObject({ code: 1, reply: { ok: false, error: { code: 'FORBIDDEN', reason: 'role' } } })
  })

  it('reads files by path handles, takes no input for an empty one, and makes one backup a day, not one for each call', async () => {
    const folder = await centerIn(makeFolder())
    const { code, out } = await run(['--data', folder, '--as', '陈建国', 'audit.verify'], '', PASSWORD)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ ok: true, value: { isWhole: true, entries: 1 } })
    const file = path.join(folder, 'pack.json')
    writeFileSync(file, '{}')
    const read = await call(folder, 'packs.read', { handle: `path:${file}` }, '陈建国')
    expect(read).toEqual({ code: 0, reply: { ok: true, value: { name: 'pack.json', text: '{}' } } })
    expect(readdirSync(path.join(folder, 'backups'))).toHaveLength(1)
  })

  it('counts wrong passwords across calls and names what is left', async () => {
    const folder = await centerIn(makeFolder())
    expect(await call(folder, 'users.list', {}, '陈建国', 'falsch-2026')).toEqual({
      code: 1,
      reply: {
        ok: false,
        error: { code: 'VALIDATION', fields: [{ path: ['password'], message: '密码不对，还可再试 4 次' }] },
      },
    })
    const withoutPassword = await run(['--data', folder, '--as', '陈建国', 'users.list'])
    expect(withoutPassword.code).toBe(1)
    expect(JSON.parse(withoutPassword.out)).toMatchObject({
      error: { fields: [{ message: '请在环境变量 YUANJUAN_PASSWORD 中给出密码' }] },
    })
    const again = await call(folder, 'users.list', {}, '陈建国', 'falsch-2026')
    expect(again.reply.error).toMatchObject({ fields: [{ message: '密码不对，还可再试 3 次' }] })
    expect((await call(folder, 'users.list', {}, '陈建国')).code).toBe(0)
  })

  it('answers in words and with 1 where a call cannot be made', async () => {
    const folder = await centerIn(makeFolder())
    const badJson = await run(['--data', folder, '--as', '陈建国', 'users.list'], '{"a":', PASSWORD)
    expect(badJson.code).toBe(1)
    expect(JSON.parse(badJson.out)).toEqual({
      ok: false,
      error: { code: 'VALIDATION', fields: [{ path: [], message: '标准输入不是有效的 JSON' }] },
    })
    expect(await call(folder, 'users.list', {})).toMatchObject({ code: 1, reply: { error: { reason: 'not-logged-in' } } })
    expect(await call(folder, 'users.fire', {}, '陈建国')).toMatchObject({
      code: 1,
      reply: { error: { code: 'NOT_FOUND', what: '操作 users.fire' } },
    })
    expect(await call(folder, 'users.list', { extra: 1 }, '陈建国')).toMatchObject({
      code: 1,
      reply: { error: { code: 'VALIDATION' } },
    })
    expect(await call(folder, 'users.list', {}, '没有这个人')).toMatchObject({ code: 1, reply: { error: { code: 'NOT_FOUND' } } })
  })

  it.each([
    ['no operation', ['--data', '.']],
    ['no data folder', ['center.status']],
    ['an option nobody knows', ['--dta', '.', 'center.status']],
  ])('prints its usage for %s', async (_, args) => {
    const { code, out, errors } = await run(args)
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(errors).toMatch(/^Usage: npm run -s call/)
    expect(errors).not.toContain('at ')
  })
})

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, closeSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { OutputOf } from '../../src-main/contract/index.ts'
import { openCore } from '../../src-main/host/core.ts'
import { KEYRING_NAME } from '../../src-main/store/keyring.ts'
import { DATABASE_NAME } from '../../src-main/store/sqlite/database-file.ts'
import { openRawConnection } from '../../src-main/store/sqlite/open-connection.ts'
import { ledgerFaults } from '../support/ledger-faults.ts'
import { PASSWORD, RECOVERY_KEY } from '../support/make-center.ts'
import { makeFolder } from '../support/make-folder.ts'

const NODE = path.resolve('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const SAVER = path.resolve(import.meta.dirname, '../support/save-until-refused.ts')
/** A key store (系统密钥库) that keeps the key as it is: what matters here is that the program can open without a password. */
const KEY_STORE = { protect: async (secret: Uint8Array) => secret, unprotect: async (sealed: Uint8Array) => sealed }
const HAN = /\p{Script=Han}/u

function open(folder: string, keyStore: typeof KEY_STORE | null) {
  const core = openCore(
    { dataFolder: folder, printer: null, keyStore },
    { passwordCost: { memoryKiB: 64, passes: 1 }, backups: 'daily-at-close' },
  )
  onTestFinished(() => core.close())
  return core
}

/** A closed folder with a center, its director and clerk in one person, and its key. */
async function closedCenter() {
  const folder = makeFolder()
  const core = open(folder, KEY_STORE)
  const input = {
    center: {
      fullName: '蚌山区法律援助中心',
      shortName: '蚌',
      regionCode: '340303',
      fondsName: '蚌山区司法局',
      fondsCode: 'J019',
    },
    director: { name: '陈建国', password: PASSWORD, alsoRoles: ['clerk'] },
    recoveryKey: RECOVERY_KEY,
  }
  const created = await core.invoke({ name: 'center.create', session: null, input })
  if (!created.ok) throw new Error(JSON.stringify(created.error))
  const { user } = created.value as OutputOf<'center.create'>
  const { key } = core.center.open
  await core.close()
  return { folder, userId: user.id, key }
}

/** Every file of the folder with its digest: what must not change. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return Object.fromEntries(
    files.map(entry => {
      const file = path.join(entry.parentPath, entry.name)
      return [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')] as const
    }),
  )
}

function damageDatabase(folder: string): void {
  const file = path.join(folder, DATABASE_NAME)
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, Buffer.alloc(4096, 0x5a), 0, 4096, 0)
  writeSync(descriptor, Buffer.alloc(8192, 0x5a), 0, 8192, Math.floor(statSync(file).size / 2))
  closeSync(descriptor)
}

const TROUBLES: readonly {
  readonly name: string
  readonly reason: string
  readonly sentence: RegExp
  readonly happen: (folder: string, key: Uint8Array) => void
}[] = [
  { name: 'a damaged database', reason: 'corrupt', sentence: /已损坏/, happen: damageDatabase },
  {
    name: 'a database cut short',
    reason: 'corrupt',
    sentence: /已损坏/,
    happen: folder =>
      writeFileSync(path.join(folder, DATABASE_NAME), readFileSync(path.join(folder, DATABASE_NAME)).subarray(0, 5000)),
  },
  {
    name: 'a database of a newer version',
    reason: 'newer-file',
    sentence: /更新版本/,
    happen(folder, key) {
      const connection = openRawConnection({ file: path.join(folder, DATABASE_NAME), key, isReadOnly: false })
      connection.pragma('user_version = 9999')
      connection.close()
    },
  },
  {
    name: 'a missing key file',
    reason: 'missing',
    sentence: /找不到/,
    happen: folder => rmSync(path.join(folder, KEYRING_NAME)),
  },
  {
    name: 'a missing database',
    reason: 'missing',
    sentence: /找不到/,
    happen: folder => rmSync(path.join(folder, DATABASE_NAME)),
  },
  {
    name: 'a key file that is not JSON',
    reason: 'corrupt',
    sentence: /已损坏/,
    happen: folder => writeFileSync(path.join(folder, KEYRING_NAME), '{"format":"yuanjuan-keyring/1","cent'),
  },
  {
    name: 'a key file with a stranger’s key in it',
    reason: 'corrupt',
    sentence: /已损坏/,
    happen(folder) {
      const file = path.join(folder, KEYRING_NAME)
      writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), unknown: 1 }))
    },
  },
]

describe('a data folder in trouble', () => {
  test.each(TROUBLES)(
    '$name: says so before log-in, refuses log-in, and touches nothing',
    async ({ reason, sentence, happen }) => {
      const { folder, userId, key } = await closedCenter()
      happen(folder, key)
      const before = contents(folder)
      const refused = { ok: false, error: { code: 'STORAGE', reason, message: expect.stringMatching(sentence) } }

      const quick = open(folder, KEY_STORE)
      expect(await quick.invoke({ name: 'center.status', input: {}, session: null })).toMatchObject({
        ok: true,
        value: { state: 'trouble', trouble: { reason, message: expect.stringMatching(sentence) } },
      })
      await quick.close()

      const core = open(folder, null)
      const input = { userId, password: PASSWORD }
      expect(await core.invoke({ name: 'session.login', input, session: null })).toMatchObject(refused)
      expect(await core.invoke({ name: 'users.list', input: {}, session: null })).toMatchObject({ ok: false })
      await core.close()
      expect(contents(folder)).toEqual(before)
    },
  )

  test.each(TROUBLES)('$name: no new center takes its place', async ({ happen }) => {
    const { folder, key } = await closedCenter()
    happen(folder, key)
    const before = contents(folder)
    const core = open(folder, null)
    const input = {
      center: { fullName: '别的中心', shortName: '别', regionCode: '340303', fondsName: '别的司法局', fondsCode: 'J020' },
      director: { name: '别人', password: PASSWORD },
      recoveryKey: RECOVERY_KEY,
    }
    expect(await core.invoke({ name: 'center.create', input, session: null })).toMatchObject({ ok: false })
    await core.close()
    expect(contents(folder)).toEqual(before)
  })

  test.each(TROUBLES)('$name: the headless entry says the same in JSON', async ({ name, reason, sentence, happen }) => {
    const { folder, userId, key } = await closedCenter()
    happen(folder, key)
    const before = contents(folder)
    const words = ['src-main/host/headless.ts', '--data', folder, '--as', userId, 'users.list']
    const { out, code } = await run(NODE, words, { YUANJUAN_PASSWORD: PASSWORD })
    expect(code, name).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      error: { code: 'STORAGE', reason, message: expect.stringMatching(sentence) },
    })
    expect(contents(folder)).toEqual(before)
  })
})

function run(program: string, words: readonly string[], environment: Record<string, string> = {}) {
  return new Promise<{ out: string; errors: string; code: number | null }>((resolve, reject) => {
    const child = spawn(program, [...words], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let errors = ''
    child.stdout.on('data', part => {
      out += String(part)
    })
    child.stderr.on('data', part => {
      errors += String(part)
    })
    child.once('error', reject)
    child.once('close', code => resolve({ out, errors, code }))
  })
}

type Told = {
  readonly status: { readonly ok: boolean; readonly value: OutputOf<'center.status'> }
  readonly saved: number
  readonly reply: { readonly ok: boolean; readonly error?: unknown }
}

/** Saves in a child that `held` holds back, until it is refused. @returns what the child told. */
async function saveHeld(held: readonly string[], folder: string, userId: string): Promise<Told> {
  const words = [...held, NODE, SAVER, folder, userId, PASSWORD]
  const { out, errors } = await run(words[0] ?? NODE, words.slice(1))
  if (out === '') throw new Error(`the child said nothing: ${errors}`)
  return JSON.parse(out)
}

/** Root may write anywhere; without these rights it is held to a folder's mode like anyone else. */
function withoutRootsRights(): string[] {
  if (process.getuid?.() !== 0) return []
  const given = '-dac_override,-dac_read_search,-fowner'
  return ['setpriv', `--inh-caps=${given}`, `--bounding-set=${given}`]
}

describe.runIf(process.platform === 'linux')('a folder that cannot be written', () => {
  test('read-only: log-in is refused with the reason, and nothing is changed', async () => {
    const { folder, userId } = await closedCenter()
    const before = contents(folder)
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    const places = [folder, ...entries.filter(one => one.isDirectory()).map(one => path.join(one.parentPath, one.name))]
    const files = entries.filter(one => one.isFile()).map(one => path.join(one.parentPath, one.name))
    for (const file of files) chmodSync(file, 0o444)
    for (const place of places) chmodSync(place, 0o555)
    const told = await saveHeld(withoutRootsRights(), folder, userId)
    for (const place of places) chmodSync(place, 0o755)
    expect(told).toMatchObject({
      saved: 0,
      reply: { ok: false, error: { code: 'STORAGE', reason: 'read-only', message: expect.stringMatching(/不能写入/) } },
    })
    expect(told.status.value).toMatchObject({
      state: 'trouble',
      trouble: { reason: 'read-only', message: expect.stringMatching(HAN) },
    })
    expect(contents(folder)).toEqual(before)
  })

  test('full in the middle of the work: the save is refused, and all that was saved stands', async () => {
    const { folder, userId } = await closedCenter()
    // No file may grow beyond this: the write-ahead log soon does.
    const told = await saveHeld(['prlimit', `--fsize=${900_000}`], folder, userId)
    expect(told.status.value).toMatchObject({ state: 'ready' })
    expect(told.saved).toBeGreaterThan(0)
    expect(told.reply).toMatchObject({
      ok: false,
      error: { code: 'STORAGE', reason: 'full', message: expect.stringMatching(/磁盘已满/) },
    })
    const core = open(folder, null)
    const login = await core.invoke({ name: 'session.login', input: { userId, password: PASSWORD }, session: null })
    if (!login.ok) throw new Error(JSON.stringify(login.error))
    const { session } = login.value as OutputOf<'session.login'>
    const { reader } = core.center.open.database
    expect(await reader.selectFrom('application').select('id').execute()).toHaveLength(told.saved)
    expect(await ledgerFaults(reader)).toEqual([])
    expect(await core.invoke({ name: 'audit.verify', input: {}, session })).toMatchObject({ value: { isWhole: true } })
  })

  test('full from the start: a first run leaves nothing that could be taken for a center', async () => {
    const folder = makeFolder()
    const program = path.resolve(import.meta.dirname, '../support/create-and-die.ts')
    const { out, errors } = await run('prlimit', [`--fsize=${100_000}`, NODE, program, folder, PASSWORD, RECOVERY_KEY])
    if (out === '') throw new Error(errors)
    expect(JSON.parse(out)).toMatchObject({ ok: false, error: { code: 'STORAGE', reason: 'full' } })
    const core = open(folder, null)
    expect(await core.invoke({ name: 'center.status', input: {}, session: null })).toMatchObject({
      value: { state: 'empty', trouble: null },
    })
    expect(readdirSync(folder).filter(name => !name.startsWith('.'))).toEqual([])
  })
})

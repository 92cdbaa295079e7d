import { type ChildProcess, fork } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, renameSync, watch } from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { OutputOf } from '../../src-main/contract/index.ts'
import { openCore } from '../../src-main/host/core.ts'
import { DATABASE_NAME } from '../../src-main/store/sqlite/database-file.ts'
import { openRawConnection } from '../../src-main/store/sqlite/open-connection.ts'
import { ledgerFaults } from '../support/ledger-faults.ts'
import { makeCenter, NEW_CENTER, PASSWORD, RECOVERY_KEY } from '../support/make-center.ts'
import { makeFolder } from '../support/make-folder.ts'

const INSTANT = '2026-11-20T01:30:00.000Z'
const NODE = path.resolve('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

function start(program: string, words: readonly string[]) {
  const child = fork(path.resolve(import.meta.dirname, '../support', program), [...words], {
    execPath: NODE,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let complaint = ''
  child.stderr?.on('data', part => {
    complaint += part
  })
  const said: string[] = []
  child.on('message', message => said.push(String(message)))
  return { child, said, ended: ended(child, () => complaint) }
}

async function ended(child: ChildProcess, complaint: () => string): Promise<void> {
  const signal = await new Promise(resolve => child.once('exit', (_, by) => resolve(by)))
  if (signal !== 'SIGKILL') throw new Error(`the child ended by itself: ${complaint()}`)
}

/** Opens the folder as the next start does. */
function reopen(folder: string) {
  const core = openCore(
    { dataFolder: folder, printer: null, keyStore: null },
    { now: () => new Date(INSTANT), passwordCost: { memoryKiB: 64, passes: 1 }, backups: 'daily-at-close' },
  )
  onTestFinished(() => core.close())
  const ask = async (name: string, input: unknown, session: string | null = null) => {
    const reply = await core.invoke({ name, input, session })
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
    return reply.value
  }
  return { core, ask }
}

function quickCheck(folder: string, key: Uint8Array): unknown {
  const connection = openRawConnection({ file: path.join(folder, DATABASE_NAME), key, isReadOnly: true })
  try {
    return [connection.pragma('quick_check', { simple: true }), connection.pragma('foreign_key_check')]
  } finally {
    connection.close()
  }
}

/** What the next start finds where saving was cut short: the file, the audit chain, the numbers, and what stands, with its parts. */
async function findAfter(folder: string, userId: string) {
  const { core, ask } = reopen(folder)
  const { session } = (await ask('session.login', { userId, password: PASSWORD })) as OutputOf<'session.login'>
  const { reader } = core.center.open.database
  const { attachments, key } = core.center.open
  const rows = async (table: (typeof SAVED_ROWS)[number]) =>
    (
      await reader
        .selectFrom(table)
        .select(eb => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n
  const papers = await reader.selectFrom('paper').select(['form', 'html_sha256']).execute()
  const audited = await reader.selectFrom('audit_entry').select('operation').where('operation', 'in', SAVINGS).execute()
  const found = {
    file: quickCheck(folder, key),
    chain: ((await ask('audit.verify', {}, session)) as OutputOf<'audit.verify'>).isWhole,
    numbers: await ledgerFaults(reader),
    rows: Object.fromEntries(await Promise.all(SAVED_ROWS.map(async table => [table, await rows(table)] as const))),
    papers: papers.map(paper => `${paper.form}${attachments.has(paper.html_sha256) ? '' : ' without its page'}`),
    audited: [...new Set(audited.map(one => one.operation))],
    packInForce: ((await ask('packs.current', {}, session)) as OutputOf<'packs.current'>).version,
  }
  await core.close()
  return found
}

const SAVINGS = ['applications.submit', 'decisions.decide', 'notices.accept', 'packs.enact']
const SAVED_ROWS = [
  'application',
  'application_material',
  'decision',
  'notice',
  'aid_case',
  'search_entry',
  'number_ledger',
] as const

/** What stands once the first `count` of the savings are done: each adds its rows, its paper, its entry of the trail, or the new pack. */
function standing(count: number) {
  const by = (submitted: number, decided: number, noticed: number) =>
    (count > 0 ? submitted : 0) + (count > 1 ? decided : 0) + (count > 2 ? noticed : 0)
  return {
    file: ['ok', []],
    chain: true,
    numbers: [],
    rows: {
      application: by(1, 0, 0),
      application_material: by(1, 0, 0),
      decision: by(0, 1, 0),
      notice: by(0, 0, 1),
      aid_case: by(0, 1, 1),
      // The person and the application; the case; the second person and the case.
      search_entry: by(2, 1, 2),
      number_ledger: by(1, 2, 2),
    },
    papers: count > 1 ? ['grant-decision'] : [],
    audited: SAVINGS.slice(0, count),
    packInForce: count > 3 ? '2026.9' : '2026.1',
  }
}

describe('a program killed while it saves', { timeout: 180_000 }, () => {
  test('has saved all of it or nothing, and every number stands once', async () => {
    const center = await makeCenter()
    const [chief] = (await center.call(center.director, 'users.list', {})).filter(one => one.name === '陈建国')
    const userId = chief?.id ?? ''
    await center.call(center.director, 'users.update', {
      id: userId,
      name: '陈建国',
      roles: ['director', 'clerk'],
      isActive: true,
      version: 1,
    })
    await center.core.close()
    const strike = async (operation: string, place: number | 'committed') => {
      const folder = makeFolder()
      cpSync(center.folder, folder, { recursive: true })
      const { said, ended: killed } = start('save-and-die.ts', [folder, userId, PASSWORD, INSTANT, operation, String(place)])
      await killed
      return { said, found: await findAfter(folder, userId) }
    }

    const whole = await strike('', 0)
    expect(whole.found).toEqual(standing(SAVINGS.length))
    const writes = new Map(whole.said.map(line => [line.split(' ')[0], Number(line.split(' ')[1])]))
    const commitOf = (operation: string) => writes.get(operation) ?? Number.NaN
    for (const { operation, place } of [
      { operation: 'decisions.decide', place: Math.floor(commitOf('decisions.decide') / 2) },
      { operation: 'decisions.decide', place: commitOf('decisions.decide') },
      { operation: 'decisions.decide', place: 'committed' as const },
      { operation: 'notices.accept', place: Math.floor(commitOf('notices.accept') / 2) },
      { operation: 'packs.enact', place: commitOf('packs.enact') },
      { operation: 'packs.enact', place: 'committed' as const },
    ]) {
      const before = SAVINGS.indexOf(operation)
      const { said, found } = await strike(operation, place)
      // It fell within the saving that was meant: the one before was told, this one was not.
      expect(said.length, `${operation} ${place}`).toBe(before)
      expect(found, `${operation} ${place}`).toEqual(standing(place === 'committed' ? before + 1 : before))
    }
  })
})

describe('a program killed during the first run', { timeout: 120_000 }, () => {
  test('leaves a folder where one can start afresh, or a whole center', async () => {
    const states: string[] = []
    for (const strikeAt of [1, 3, 5, 7, 9]) {
      const folder = makeFolder()
      const { child, ended: killed } = start('create-and-die.ts', [folder, PASSWORD, RECOVERY_KEY])
      let changes = 0
      const watcher = watch(folder, () => {
        changes += 1
        if (changes === strikeAt) child.kill('SIGKILL')
      })
      await killed
      watcher.close()
      const { core, ask } = reopen(folder)
      const status = (await ask('center.status', {})) as OutputOf<'center.status'>
      states.push(status.state)
      if (status.state === 'empty') {
        expect(status.staff).toEqual([])
        await ask('center.create', NEW_CENTER)
      }
      const after = (await ask('center.status', {})) as OutputOf<'center.status'>
      expect(after, `change ${strikeAt}`).toMatchObject({ state: 'ready', trouble: null, centerName: '蚌山区法律援助中心' })
      const userId = after.staff[0]?.id
      const { session } = (await ask('session.login', { userId, password: PASSWORD })) as OutputOf<'session.login'>
      expect(await ask('audit.verify', {}, session)).toMatchObject({ isWhole: true, entries: 1 })
      expect(quickCheck(folder, core.center.open.key)).toEqual(['ok', []])
      expect(existsSync(path.join(folder, '.creating'))).toBe(false)
      await core.close()
    }
    // Struck early there is nothing yet, struck late the center stands: both ends were seen.
    expect(new Set(states)).toEqual(new Set(['empty', 'ready']))
  })

  test('between the key file and the database’s name, the next start ends what was begun', async () => {
    const center = await makeCenter()
    await center.core.close()
    const staging = path.join(center.folder, '.creating')
    mkdirSync(staging)
    renameSync(path.join(center.folder, DATABASE_NAME), path.join(staging, DATABASE_NAME))
    const { ask } = reopen(center.folder)
    expect(await ask('center.status', {})).toMatchObject({ state: 'ready', trouble: null })
    expect(existsSync(staging)).toBe(false)
    expect(existsSync(path.join(center.folder, DATABASE_NAME))).toBe(true)
  })
})

import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, watch } from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { seededRandom } from '../../src-main/app/sample/seeded-random.ts'
import type { OutputOf } from '../../src-main/contract/index.ts'
import { openCore } from '../../src-main/host/core.ts'
import { DATABASE_NAME } from '../../src-main/store/sqlite/database-file.ts'
import { openRawConnection } from '../../src-main/store/sqlite/open-connection.ts'
import { ledgerFaults } from '../support/ledger-faults.ts'
import { makeCenter, PASSWORD, RECOVERY_KEY } from '../support/make-center.ts'
import { makeFolder } from '../support/make-folder.ts'

const INSTANT = '2026-11-20T01:30:00.000Z'
const NODE = path.resolve('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const KILLS = 8
const LONGEST_WAIT = 25

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

/** What the next start finds where saving was cut short: the file, the audit chain, the numbers, and whether anything stands half-made. */
async function findAfter(folder: string, userId: string) {
  const { core, ask } = reopen(folder)
  const { session } = (await ask('session.login', { userId, password: PASSWORD })) as OutputOf<'session.login'>
  const { reader } = core.center.open.database
  const rows = await reader
    .selectFrom('application as a')
    .leftJoin('decision as d', 'd.application_id', 'a.id')
    .leftJoin('aid_case as c', 'c.application_id', 'a.id')
    .leftJoin('paper as p', join => join.onRef('p.subject_id', '=', 'a.id').on('p.form', '=', 'grant-decision'))
    .leftJoin('search_entry as s', join => join.onRef('s.subject_id', '=', 'a.id').on('s.kind', '=', 'application'))
    .select(['a.number', 'a.status', 'd.number as decision', 'c.number as case', 'p.number as paper', 's.id as entry'])
    .select(eb => [
      'p.html_sha256 as page',
      eb
        .selectFrom('application_material as m')
        .select(count => count.fn.countAll<number>().as('n'))
        .whereRef('m.application_id', '=', 'a.id')
        .as('materials'),
    ])
    .execute()
  const found = {
    file: quickCheck(folder, core.center.open.key),
    chain: (await ask('audit.verify', {}, session)) as OutputOf<'audit.verify'>,
    numbers: await ledgerFaults(reader),
    // An application stands with its materials and its place in the search; a granted one with its decision, its case and its paper.
    halfMade: rows.filter(row => {
      const isGranted = row.status === 'granted'
      const parts = [row.decision, row.case, row.paper, row.page]
      if (row.entry === null || row.materials !== 1) return true
      if (isGranted) return parts.includes(null) || !core.center.open.attachments.has(row.page ?? '')
      return row.status !== 'deciding' || parts.some(part => part !== null)
    }),
    held: new Set(rows.flatMap(row => [row.number, row.decision, row.case])),
    saved: rows.length,
  }
  await core.close()
  return found
}

describe('a program killed while it saves', { timeout: 180_000 }, () => {
  test('loses nothing that it said was saved, leaves nothing half-made, and keeps every number once', async () => {
    const center = await makeCenter()
    const [chief] = (await center.call(center.director, 'users.list', {})).filter(one => one.name === '陈建国')
    const deputy = await center.call(center.director, 'users.update', {
      id: chief?.id ?? '',
      name: '陈建国',
      roles: ['director', 'clerk'],
      isActive: true,
      version: 1,
    })
    expect(deputy.version).toBe(2)
    await center.core.close()
    const random = seededRandom(20_261_120)
    let seenSaved = 0
    for (let kill = 0; kill < KILLS; kill += 1) {
      const strikeAt = 1 + random.whole(5)
      const wait = random.whole(LONGEST_WAIT)
      const {
        child,
        said,
        ended: killed,
      } = start('save-and-die.ts', [center.folder, chief?.id ?? '', PASSWORD, INSTANT, String(1 + kill * 100)])
      child.on('message', () => {
        // Somewhere within the save that has just begun, or the one after it: the seed says where.
        if (said.length === strikeAt) setTimeout(() => child.kill('SIGKILL'), wait)
      })
      await killed
      const found = await findAfter(center.folder, chief?.id ?? '')
      const told = said.flatMap(line => (line.startsWith('saved ') ? line.slice('saved '.length).split(' ') : []))
      expect(found, `kill ${kill}`).toMatchObject({ file: ['ok', []], chain: { isWhole: true }, numbers: [], halfMade: [] })
      expect(told.filter(number => !found.held.has(number))).toEqual([])
      seenSaved = Math.max(seenSaved, found.saved)
    }
    expect(seenSaved).toBeGreaterThan(KILLS)
  })
})

describe('a program killed during the first run', { timeout: 120_000 }, () => {
  test('leaves a folder where one can start afresh, or a whole center', async () => {
    const states: string[] = []
    for (let strikeAt = 1; strikeAt <= 9; strikeAt += 1) {
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
        const again = start('create-and-die.ts', [folder, PASSWORD, RECOVERY_KEY])
        await again.ended
        expect(again.said).toEqual(['created'])
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

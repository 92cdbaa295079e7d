// Makes a center's data folder for journeys, in a process of its own: node tests/e2e/prepare-center.ts FOLDER SAMPLE_CASES [newer] [desk]
// The center has a director 陈建国, a clerk 王莉, an archivist 周敏 and an administrator 赵倩, all with the password below.
import path from 'node:path'
import { z } from 'zod'
import { fillWithSample } from '../../src-main/app/sample/fill-with-sample.ts'
import type { Role } from '../../src-main/contract/operation.ts'
import { openCore } from '../../src-main/host/core.ts'
import { DATABASE_NAME } from '../../src-main/store/sqlite/database-file.ts'
import { openRawConnection } from '../../src-main/store/sqlite/open-connection.ts'
import { PASSWORD, RECOVERY_KEY } from './center-facts.ts'

/** The office's password cost takes a quarter of a second for each log-in; the same code runs here with little memory. */
const TEST_COST = { memoryKiB: 64, passes: 1 }

const STAFF: readonly (readonly [string, Role])[] = [
  ['王莉', 'clerk'],
  ['周敏', 'archivist'],
  ['赵倩', 'administrator'],
]

const [folder = '', sampleCases = '0', ...extra] = process.argv.slice(2)
const core = openCore(
  { dataFolder: folder, printer: null, keyStore: null },
  { passwordCost: TEST_COST, backups: 'daily-at-close' },
)

async function must(name: string, input: unknown, session: string | null): Promise<unknown> {
  const reply = await core.invoke({ name, input, session })
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
  return reply.value
}

const created = await must(
  'center.create',
  {
    center: {
      fullName: '蚌山区法律援助中心',
      shortName: '蚌',
      regionCode: '340303',
      fondsName: '蚌山区司法局',
      fondsCode: 'J019',
      bureauName: '蚌山区司法局',
    },
    director: { name: '陈建国', password: PASSWORD },
    recoveryKey: RECOVERY_KEY,
  },
  null,
)
const { session } = z.object({ session: z.string() }).parse(created)
if (Number(sampleCases) > 0) {
  // The practice data (练习数据) brings the same three, and accounts for them.
  const request = { cases: Number(sampleCases), seed: 1, makeScans: true, staffPassword: PASSWORD, progress: () => undefined }
  await fillWithSample(core.center, extra.includes('desk') ? { ...request, perform: core.perform } : request)
} else {
  for (const [name, role] of STAFF) await must('users.create', { name, roles: [role], password: PASSWORD }, session)
}
const key = core.center.open.key
await core.close()

if (extra.includes('newer')) {
  const connection = openRawConnection({ file: path.join(folder, DATABASE_NAME), key, isReadOnly: false })
  connection.pragma('user_version = 9999')
  connection.close()
}

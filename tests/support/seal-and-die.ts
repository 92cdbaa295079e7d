import { openCore } from '../../src-main/host/core.ts'
import { pdfScan } from './scan-files.ts'

/**
 * Seals a volume in a process of its own and kills that process, without any goodbye, when the sealing comes to a named step; with no step
 * it lives to the end. Arguments: data folder, user id, password, volume id, version, instant, step.
 */
const [folder = '', userId = '', password = '', id = '', version = '', instant = '', step = ''] = process.argv.slice(2)
const core = openCore(
  { dataFolder: folder, printer: () => pdfScan(1, 'print'), keyStore: null },
  { now: () => new Date(instant), passwordCost: { memoryKiB: 64, passes: 1 }, backups: 'daily-at-close' },
)
const login = await core.invoke({ name: 'session.login', session: null, input: { userId, password } })
if (!login.ok) throw new Error(JSON.stringify(login.error))
const { session } = login.value as { session: string }
core.onEvent(event => {
  if (event.kind !== 'progress' || event.progress.label !== step) return
  // The parent kills as well: with the last step it strikes at some point of the commit.
  process.send?.('reached')
  if (step !== '提交') process.kill(process.pid, 'SIGKILL')
})
const reply = await core.invoke({ name: 'archives.seal', session, input: { id, version: Number(version) } })
process.send?.(reply.ok ? 'sealed' : JSON.stringify(reply.error))
process.kill(process.pid, 'SIGKILL')

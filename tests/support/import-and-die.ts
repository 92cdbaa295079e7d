import { openCore } from '../../src-main/host/core.ts'

/**
 * Brings an old register in, in a process of its own, and kills that process without any goodbye when the import comes to a named step; with
 * no step it lives to the end. Arguments: data folder, user id, password, file, plan as JSON, instant, step.
 */
const [folder = '', userId = '', password = '', file = '', plan = '', instant = '', step = ''] = process.argv.slice(2)
const core = openCore(
  { dataFolder: folder, printer: null, keyStore: null },
  { now: () => new Date(instant), passwordCost: { memoryKiB: 64, passes: 1 }, backups: 'daily-at-close', mayNamePaths: true },
)
const login = await core.invoke({ name: 'session.login', session: null, input: { userId, password } })
if (!login.ok) throw new Error(JSON.stringify(login.error))
const { session } = login.value as { session: string }
core.onEvent(event => {
  if (event.kind !== 'progress' || event.progress.label !== step) return
  process.send?.('reached')
  process.kill(process.pid, 'SIGKILL')
})
const handle = `path:${file}`
const read = await core.invoke({ name: 'imports.read', session, input: { handle } })
if (!read.ok) throw new Error(JSON.stringify(read.error))
const { sha256 } = read.value as { sha256: string }
const reply = await core.invoke({ name: 'imports.commit', session, input: { handle, sha256, plan: JSON.parse(plan) } })
process.send?.(reply.ok ? 'stored' : JSON.stringify(reply.error))
process.kill(process.pid, 'SIGKILL')

import { openCore } from '../../src-main/host/core.ts'
import { applicationInput, personInput, residentId } from './desk-inputs.ts'

/**
 * Saves applications in a process of its own, which its parent may hold to a small file size or to a folder's mode, until one is refused, and
 * prints what happened as JSON: the status before log-in, how many were saved, the refusal. Arguments: data folder, user id, password.
 */
const MOST = 400
const [folder = '', userId = '', password = ''] = process.argv.slice(2)
const core = openCore(
  { dataFolder: folder, printer: null, keyStore: null },
  {
    passwordCost: { memoryKiB: 64, passes: 1 },
    backups: 'daily-at-close',
    logIncident: (_, name, error) => console.error(name, error),
  },
)
const status = await core.invoke({ name: 'center.status', input: {}, session: null })
const login = await core.invoke({ name: 'session.login', input: { userId, password }, session: null })
let reply = login
let saved = 0
if (login.ok) {
  const { session } = login.value as { session: string }
  while (reply.ok && saved < MOST) {
    const person = personInput({ name: `钱${saved}`, certificateNumber: residentId('1981-01-01', saved) })
    const input = { ...applicationInput({ person }), facts: '工资未付。'.repeat(1000) }
    reply = await core.invoke({ name: 'applications.submit', input, session })
    if (reply.ok) saved += 1
  }
}
process.stdout.write(JSON.stringify({ status, saved, reply }))
process.kill(process.pid, 'SIGKILL')

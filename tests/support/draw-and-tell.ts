import { openCore } from '../../src-main/host/core.ts'
import { consultationInput } from './desk-inputs.ts'

/**
 * A desk in a process of its own: says it is ready, waits for the word to go, then registers consultations and reserves blocks of two in
 * turn, as fast as it can, and tells its parent every number it got. Arguments: data folder, user id of a clerk, password, instant, turns.
 */
const [folder = '', userId = '', password = '', instant = '', turns = ''] = process.argv.slice(2)

const core = openCore(
  { dataFolder: folder, printer: null, keyStore: null },
  { now: () => new Date(instant), passwordCost: { memoryKiB: 64, passes: 1 }, backups: 'daily-at-close' },
)

async function must<Value>(name: string, input: unknown, session: string | null): Promise<Value> {
  const reply = await core.invoke({ name, input, session })
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
  return reply.value as Value
}

const { session } = await must<{ session: string }>('session.login', { userId, password }, null)
process.send?.('ready')
await new Promise(resolve => process.once('message', resolve))
const drawn: string[] = []
const blocks: string[] = []
for (let turn = 0; turn < Number(turns); turn += 1) {
  const visit = { ...consultationInput(userId), person: null, anonymousReason: '不愿透露' }
  drawn.push((await must<{ number: string }>('consultations.register', visit, session)).number)
  const wanted = { series: 'consultation', year: 2026, count: 2, holder: '窗口', reason: '值班' }
  const block = await must<{ first: string; last: string }>('numbering.reserve', wanted, session)
  blocks.push(block.first, block.last)
}
await core.close()
process.send?.(JSON.stringify({ drawn, blocks }))
process.disconnect?.()

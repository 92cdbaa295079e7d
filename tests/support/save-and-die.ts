import SqliteDriver from 'better-sqlite3'
import { openCore } from '../../src-main/host/core.ts'
import { shippedPackText } from '../../src-main/packs/load-pack.ts'
import { applicationInput } from './desk-inputs.ts'
import { noticeInput } from './notice-inputs.ts'

/**
 * Does the front desk's savings once each, in a process of its own, and dies without any goodbye where it is told to: at a write of one of
 * them, counted from 1, or right after its commit (`committed`). With no such place it dies at the end. Tells its parent what was saved, and
 * how many writes each took, the commit among them. Arguments: data folder, user id of a director who is a clerk too, password, instant,
 * operation, place.
 */
const [folder = '', userId = '', password = '', instant = '', operation = '', place = ''] = process.argv.slice(2)

let doing = ''
let writes = 0
const die = () => process.kill(process.pid, 'SIGKILL')

/** Every statement of the database driver passes here: the one place where a strike can be aimed between two writes of a transaction. */
function aim(): void {
  const statement = Object.getPrototypeOf(new SqliteDriver(':memory:').prepare('select 1')) as {
    run(this: { source: string }, ...values: unknown[]): unknown
  }
  const run = statement.run
  statement.run = function (...values) {
    const isCommit = /^commit/i.test(this.source)
    if (isCommit || /^(insert|update|delete)/i.test(this.source)) writes += 1
    if (doing === operation && String(writes) === place) die()
    const result = run.apply(this, values)
    if (doing === operation && place === 'committed' && isCommit) die()
    return result
  }
}

aim()
const core = openCore(
  { dataFolder: folder, printer: null, keyStore: null },
  { now: () => new Date(instant), passwordCost: { memoryKiB: 64, passes: 1 }, backups: 'daily-at-close' },
)

async function must(name: string, input: unknown, session: string | null): Promise<unknown> {
  const reply = await core.invoke({ name, input, session })
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
  return reply.value
}

const { session } = (await must('session.login', { userId, password }, null)) as { session: string }

async function save<Value>(name: string, input: unknown): Promise<Value> {
  doing = name
  writes = 0
  const value = await must(name, input, session)
  process.send?.(`${name} ${writes}`)
  return value as Value
}

const application = await save<{ id: string; version: number }>('applications.submit', applicationInput())
await save('decisions.decide', {
  outcome: 'granted',
  applicationId: application.id,
  decidedOn: '2026-11-20',
  aidForms: ['civil-litigation'],
  opinion: '同意给予法律援助',
  version: application.version,
})
await save('notices.accept', noticeInput())
const text = JSON.stringify({ ...JSON.parse(shippedPackText()), version: '2026.9' })
await save('packs.enact', { text, enactedOn: '2026-11-20', password, draftId: null })
die()

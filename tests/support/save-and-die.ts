import { openCore } from '../../src-main/host/core.ts'
import { applicationInput, personInput, residentId } from './desk-inputs.ts'

/**
 * Saves one application after another and grants each, in a process of its own, until it is killed. Tells its parent before each save and
 * after it. Arguments: data folder, user id of a director, password, instant, number of the first save.
 */
const [folder = '', userId = '', password = '', instant = '', first = '1'] = process.argv.slice(2)
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
for (let round = Number(first); ; round += 1) {
  process.send?.('saving')
  const person = personInput({ name: `赵${round}`, certificateNumber: residentId('1980-01-01', round) })
  const application = (await must('applications.submit', applicationInput({ person }), session)) as {
    id: string
    version: number
    number: string
  }
  process.send?.(`saved ${application.number}`)
  const decision = (await must(
    'decisions.decide',
    {
      outcome: 'granted',
      applicationId: application.id,
      decidedOn: '2026-11-20',
      aidForms: ['civil-litigation'],
      opinion: '同意给予法律援助',
      version: application.version,
    },
    session,
  )) as { decisionNumber: string; caseNumber: string }
  process.send?.(`saved ${decision.decisionNumber} ${decision.caseNumber}`)
}

import { spawnSync } from 'node:child_process'
import path from 'node:path'
import type { InputOf, OperationName, OutputOf } from '../../src-main/contract/index.ts'
import { addDays } from '../../src-main/domain/calendar-date.ts'
import { applicationInput } from '../support/desk-inputs.ts'
import { PASSWORD } from './fixtures.ts'

/** One call through the headless entry (npm run call) while no window is open. */
export function call<Name extends OperationName>(folder: string, as: string, name: Name, input: InputOf<Name>): OutputOf<Name> {
  const words = [path.join('src-main', 'host', 'headless.ts'), '--data', folder, '--as', as, name]
  const { stdout, stderr } = spawnSync(process.execPath, words, {
    input: JSON.stringify(input),
    encoding: 'utf8',
    env: { ...process.env, YUANJUAN_PASSWORD: PASSWORD },
  })
  const reply = JSON.parse(stdout || 'null')
  if (!reply?.ok) throw new Error(`${name}: ${stdout}${stderr}`)
  return reply.value
}

/** 王建国's application about unpaid wages, received `daysAgo` days ago, waiting for its decision. */
export function waitingApplication(folder: string, daysAgo: number) {
  const { today } = call(folder, '王莉', 'desk.today', {})
  const receivedOn = addDays(today, -daysAgo)
  return { ...call(folder, '王莉', 'applications.submit', applicationInput({ receivedOn })), today, receivedOn }
}

import { onTestFinished } from 'vitest'
import type { AppError } from '../../src-main/contract/envelope.ts'
import type { InputOf, OperationName, OutputOf } from '../../src-main/contract/index.ts'
import type { Role } from '../../src-main/contract/operation.ts'
import { openCore } from '../../src-main/host/core.ts'
import type { PaperPrinter } from '../../src-main/host/core-client.ts'
import { makeFolder } from './make-folder.ts'

export const PASSWORD = 'zhongxin-2026'
export const RECOVERY_KEY = '7F3KQM2DW8XA4HTNR6PC9VEJB5YLKG3U'
// The office cost takes a quarter of a second for each log-in; the same code runs here with little memory.
const TEST_COST = { memoryKiB: 64, passes: 1 }

/** What 首次设置 asks for, as every test fills it in. */
export const NEW_CENTER: InputOf<'center.create'> = {
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
}

export type TestCenter = Awaited<ReturnType<typeof makeCenter>>

/**
 * A center in a fresh folder with a director 陈建国, a clerk 王莉, an archivist 周敏 and an administrator 赵倩, and a clock that stands at
 * `today` 09:00 (Shanghai) until `setDay` moves it.
 */
export async function makeCenter(options: { today?: string; printer?: PaperPrinter | null } = {}) {
  const folder = makeFolder()
  let instant = new Date(`${options.today ?? '2026-11-20'}T09:00:00+08:00`)
  const incidents: unknown[] = []
  const core = openCore(
    { dataFolder: folder, printer: options.printer ?? null, keyStore: null },
    { now: () => instant, passwordCost: TEST_COST, mayNamePaths: true, logIncident: (_, __, error) => incidents.push(error) },
  )
  onTestFinished(() => core.close())
  const created = await core.invoke({ name: 'center.create', session: null, input: NEW_CENTER })
  if (!created.ok) throw new Error(JSON.stringify(created.error), { cause: incidents[0] })
  const director = (created.value as OutputOf<'center.create'>).session

  async function attempt<Name extends OperationName>(
    session: string | null,
    name: Name,
    input: InputOf<Name>,
    handles: Record<string, string> = {},
  ) {
    return core.invoke({ name, input, session, handles })
  }
  async function call<Name extends OperationName>(
    session: string | null,
    name: Name,
    input: InputOf<Name>,
    handles: Record<string, string> = {},
  ): Promise<OutputOf<Name>> {
    const reply = await attempt(session, name, input, handles)
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`, { cause: incidents.at(-1) })
    return reply.value as OutputOf<Name>
  }
  /** The error of a call that must be refused. */
  async function refusal<Name extends OperationName>(
    session: string | null,
    name: Name,
    input: unknown,
    handles: Record<string, string> = {},
  ): Promise<AppError> {
    const reply = await core.invoke({ name, input, session, handles })
    if (reply.ok) throw new Error(`${name} was expected to be refused`)
    if (reply.error.code === 'INTERNAL') throw new Error(`${name} broke`, { cause: incidents.at(-1) })
    return reply.error
  }
  async function hire(name: string, roles: Role[]): Promise<string> {
    const { id } = await call(director, 'users.create', { name, roles, password: PASSWORD })
    return (await call(null, 'session.login', { userId: id, password: PASSWORD })).session
  }
  const clerk = await hire('王莉', ['clerk'])
  const archivist = await hire('周敏', ['archivist'])
  const administrator = await hire('赵倩', ['administrator'])
  return {
    core,
    folder,
    incidents,
    director,
    clerk,
    archivist,
    administrator,
    attempt,
    call,
    refusal,
    setDay(day: string, time = '09:00:00') {
      instant = new Date(`${day}T${time}+08:00`)
    },
  }
}

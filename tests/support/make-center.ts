import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
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

const STAFF: readonly { readonly name: string; readonly roles: Role[] }[] = [
  { name: '王莉', roles: ['clerk'] },
  { name: '周敏', roles: ['archivist'] },
  { name: '赵倩', roles: ['administrator'] },
]

type Options = {
  readonly today?: string
  readonly printer?: PaperPrinter | null
  /** `office` for what tells of the backups that the office's program makes by itself. */
  readonly backups?: 'office' | 'only-asked'
}

function openAt(folder: string, now: () => Date, { printer = null, backups = 'only-asked' }: Options) {
  const incidents: unknown[] = []
  const core = openCore(
    { dataFolder: folder, printer, keyStore: null },
    { now, backups, passwordCost: TEST_COST, mayNamePaths: true, logIncident: (_, __, error) => incidents.push(error) },
  )
  async function must<Name extends OperationName>(session: string | null, name: Name, input: InputOf<Name>) {
    const reply = await core.invoke({ name, session, input })
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`, { cause: incidents.at(-1) })
    return reply.value as OutputOf<Name>
  }
  return { core, incidents, must }
}

const nineOn = (day: string) => new Date(`${day}T09:00:00+08:00`)

/** The ids of its staff, by name, and the folder of a center that was set up on a day. */
type Template = { readonly folder: string; readonly ids: ReadonlyMap<string, string> }
const templates = new Map<string, Promise<Template>>()

/** Set up once for each day in each of the runner's processes: every test gets a copy. Setting up is most of what a small test costs. */
function templateOf(day: string): Promise<Template> {
  const known = templates.get(day)
  if (known) return known
  const made = makeTemplate(day)
  templates.set(day, made)
  return made
}

async function makeTemplate(day: string): Promise<Template> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yuanjuan-template-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const { core, must } = openAt(folder, () => nineOn(day), {})
  const created = await must(null, 'center.create', NEW_CENTER)
  const ids = new Map([[created.user.name, created.user.id]])
  for (const one of STAFF) {
    const { id } = await must(created.session, 'users.create', { ...one, password: PASSWORD })
    ids.set(one.name, id)
  }
  await core.close()
  return { folder, ids }
}

/**
 * A center in a fresh folder with a director 陈建国, a clerk 王莉, an archivist 周敏 and an administrator 赵倩, all logged in, and a clock
 * that stands at `today` 09:00 (Shanghai) until `setDay` moves it.
 */
export async function makeCenter(options: Options = {}) {
  const today = options.today ?? '2026-11-20'
  const template = await templateOf(today)
  const folder = makeFolder()
  cpSync(template.folder, folder, { recursive: true })
  let instant = nineOn(today)
  const { core, incidents, must } = openAt(folder, () => instant, options)
  onTestFinished(() => core.close())
  const logIn = async (name: string) =>
    (await must(null, 'session.login', { userId: template.ids.get(name) ?? '', password: PASSWORD })).session
  const director = await logIn('陈建国')
  const clerk = await logIn('王莉')
  const archivist = await logIn('周敏')
  const administrator = await logIn('赵倩')

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

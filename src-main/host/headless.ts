import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Reply } from '../contract/envelope.ts'
import { contract } from '../contract/index.ts'
import { readKeyring } from '../store/keyring.ts'
import { openCore } from './core.ts'
import type { CoreClient } from './core-client.ts'
import { createElectronPrinter } from './electron-printer.ts'

const USAGE = `Usage: npm run -s call -- --data DIR [--as USER] OPERATION   < input.json
       npm run -s call -- --list

Reads the operation's input as JSON on standard input (nothing there means {}), prints the reply as JSON and exits 0 (ok) or 1.
--as names a staff member by name or id; the password comes from YUANJUAN_PASSWORD. Operations before log-in need no --as.
A file or folder is named by a handle "path:/absolute/path".`

/** Every operation as data: name, kind, roles, JSON Schemas of input and output. */
function listOperations() {
  return Object.entries(contract).map(([name, operation]) => ({
    name,
    kind: operation.kind,
    roles: operation.roles,
    input: z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }),
    output: z.toJSONSchema(operation.output, { io: 'output', unrepresentable: 'any' }),
  }))
}

async function readStandardInput(): Promise<unknown> {
  if (process.stdin.isTTY) return {}
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  const text = Buffer.concat(chunks).toString('utf8').trim()
  return text === '' ? {} : JSON.parse(text)
}

/** Logs in as the named member of staff. @returns the session, or the refusal. */
async function logIn(core: CoreClient, folder: string, user: string): Promise<Reply<unknown>> {
  const password = process.env.YUANJUAN_PASSWORD
  // Not a wrong try: the account must not be locked by a script that forgot its password.
  if (!password) return refused('请在环境变量 YUANJUAN_PASSWORD 中给出密码')
  return core.invoke({
    name: 'session.login',
    input: { userId: idOfStaff(folder, user), password },
    session: null,
  })
}

/** The id of the staff member of this name; the words themselves where no name fits. A key file that cannot be read is the log-in's to tell. */
function idOfStaff(folder: string, user: string): string {
  try {
    return readKeyring(folder)?.staff.find(one => one.id === user || one.name === user)?.id ?? user
  } catch {
    return user
  }
}

/** The command line, or null when it cannot be understood. */
function readCommandLine() {
  try {
    return parseArgs({
      options: { data: { type: 'string' }, as: { type: 'string' }, list: { type: 'boolean' }, help: { type: 'boolean' } },
      allowPositionals: true,
    })
  } catch {
    return null
  }
}

async function main(): Promise<number> {
  const line = readCommandLine()
  if (!line) {
    process.stderr.write(`${USAGE}\n`)
    return 1
  }
  const { values, positionals } = line
  if (values.list) {
    process.stdout.write(`${JSON.stringify(listOperations(), null, 2)}\n`)
    return 0
  }
  const operation = positionals[0]
  if (values.help || !values.data || !operation) {
    process.stderr.write(`${USAGE}\n`)
    return values.help ? 0 : 1
  }
  let input: unknown
  try {
    input = await readStandardInput()
  } catch {
    return print(refused('标准输入不是有效的 JSON'))
  }
  const printer = createElectronPrinter()
  const core = openCore({ dataFolder: values.data, printer, keyStore: null }, { backups: 'daily-at-close', mayNamePaths: true })
  try {
    let session: string | null = null
    if (values.as !== undefined) {
      const login = await logIn(core, values.data, values.as)
      if (!login.ok) return print(login)
      session = z.object({ session: z.string() }).parse(login.value).session
    }
    return print(await core.invoke({ name: operation, input, session }))
  } finally {
    await core.close()
    await printer.close()
  }
}

function refused(message: string): Reply<unknown> {
  return { ok: false, error: { code: 'VALIDATION', fields: [{ path: [], message }] } }
}

function print(reply: Reply<unknown>): number {
  process.stdout.write(`${JSON.stringify(reply, null, 2)}\n`)
  return reply.ok ? 0 : 1
}

process.exitCode = await main()

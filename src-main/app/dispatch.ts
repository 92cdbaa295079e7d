import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import { z } from 'zod'
import { zhCN } from 'zod/locales'
import type { AppError, Reply } from '../contract/envelope.ts'
import { contract, type OperationName } from '../contract/index.ts'
import { type Access, type Operation, ROLES } from '../contract/operation.ts'
import { appendAuditEntry, findLastChange } from '../store/audit-store.ts'
import type { Database } from '../store/schema.ts'
import { brokenUniqueness, classifyStorageError } from '../store/storage-error.ts'
import type { Center } from './center.ts'
import type { Actor, AnyHandler, CommandContext, FileAccess, JobContext, Perform, Printer, QueryContext } from './context.ts'
import { handlers } from './handlers.ts'
import { concealmentFor } from './privacy/concealment.ts'
import { forbidden, Refusal } from './refusal.ts'
import { shanghaiDay } from './shanghai-time.ts'

z.config(zhCN())

export type Call = {
  readonly name: string
  readonly input: unknown
  readonly session: string | null
  readonly files: FileAccess
  readonly printer: Printer
  readonly signal: AbortSignal
  readonly onProgress: (progress: { readonly done: number; readonly total: number; readonly label: string }) => void
}

/** What happened, for the caller and for the listeners: the reply, and the areas whose screens should read again. */
export type Outcome = { readonly reply: Reply<unknown>; readonly changed: readonly string[] }

/** Receives what went wrong inside, for the log: an incident number, the operation's name and the error. Never an input. */
export type IncidentLog = (incident: string, operation: string, error: unknown) => void

class Cancelled extends Error {}

/**
 * The one way into the core: parse the input (the only trusted validation), check the role, run the handler (a command in one
 * transaction), append the audit entry, reply as data. Never throws.
 */
export async function dispatch(center: Center, call: Call, logIncident: IncidentLog): Promise<Outcome> {
  try {
    if (!isOperation(call.name)) throw new Refusal({ code: 'NOT_FOUND', what: `操作 ${call.name}` })
    return await run(center, call.name, contract[call.name], call, logIncident)
  } catch (error) {
    const told = errorData(error, center, call.name, logIncident)
    return { reply: { ok: false, error: told.code === 'STALE' ? await withLastChange(center, call, told) : told }, changed: [] }
  }
}

/** Adds who changed the record meanwhile (谁在您打开之后改过), by the trail of what the input names; the refusal stands without it too. */
async function withLastChange(
  center: Center,
  { name, input }: Call,
  error: Extract<AppError, { code: 'STALE' }>,
): Promise<AppError> {
  const ids = Object.values(input ?? {}).filter(value => typeof value === 'string' && value.length <= MOST_ID_LENGTH)
  // What there is only one of (the center, the seal image) is named by its area.
  const named = [...ids, name.slice(0, name.indexOf('.'))]
  try {
    const changed = await findLastChange(center.open.database.reader, named)
    return changed ? { ...error, changed } : error
  } catch {
    return error
  }
}

/** No id is longer; other words of an input name nothing in the trail. */
const MOST_ID_LENGTH = 26

/** Operations that follow one another on behalf of one call: they share its printer and its cancelling, and tell nothing of their progress. */
export function performFor(center: Center, call: Pick<Call, 'files' | 'printer' | 'signal'>, logIncident: IncidentLog): Perform {
  const { files, printer, signal } = call
  return async inner =>
    (await dispatch(center, { files, printer, signal, onProgress: () => undefined, ...inner }, logIncident)).reply
}

function isOperation(name: string): name is OperationName {
  return Object.hasOwn(contract, name)
}

async function run(
  center: Center,
  name: OperationName,
  operation: Operation,
  call: Call,
  logIncident: IncidentLog,
): Promise<Outcome> {
  const actor = operation.roles === 'public' ? null : center.actorOfSession(call.session, STAYS_OPEN_WHEN_LOCKED.has(name))
  if (actor) checkRole(actor, operation.roles)
  const parsed = operation.input.safeParse(call.input)
  if (!parsed.success) throw new Refusal({ code: 'VALIDATION', fields: parsed.error.issues.map(problemOf) })
  const perform = performFor(center, call, logIncident)
  const value = await runHandler(center, name, handlers[name], parsed.data as never, actor, call, perform)
  const changes = operation.kind !== 'query' && !name.startsWith('drafts.') ? [name.slice(0, name.indexOf('.'))] : []
  if (changes.length > 0) center.noteChange()
  return { reply: { ok: true, value: operation.output.parse(value) }, changed: changes }
}

async function runHandler(
  center: Center,
  name: OperationName,
  handler: AnyHandler,
  input: never,
  actor: Actor | null,
  call: Call,
  perform: Perform,
): Promise<unknown> {
  const at = center.now()
  const moment = { now: at.toISOString(), today: shanghaiDay(at) }
  const steering = {
    signal: call.signal,
    printer: call.printer,
    progress(done: number, total: number, label: string) {
      if (call.signal.aborted) throw new Cancelled()
      call.onProgress({ done, total, label })
    },
  }
  if (handler.runs === 'public') return handler.run({ ...moment, ...steering, center, perform }, input)
  if (!actor || call.session === null) throw forbidden('not-logged-in', '请先登录')
  if (handler.runs === 'maintenance')
    return handler.run({ ...moment, ...steering, center, perform, actor, session: call.session }, input)
  const inForce = center.packOn(moment.today)
  const { pack } = inForce
  const calendar = center.calendarOf(pack)
  const { database, attachments } = center.open
  const concealment = await concealmentFor(actor, database.reader, pack)
  concealment.refuse(input)
  const common = { ...moment, actor, inForce, pack, calendar, attachments, center, concealment }
  if (handler.runs === 'query') {
    const context: QueryContext = { ...common, db: database.reader }
    return concealment.redact(await handler.run(context, input))
  }
  const afterCommit: (() => void | Promise<void>)[] = []
  const value = await database.writer.transaction().execute(async trx => {
    const context: CommandContext = {
      ...common,
      ...commandParts(trx, center, name, actor, moment.now, call.files),
      afterCommit: work => afterCommit.push(work),
    }
    if (handler.runs === 'command') return handler.run(context, input)
    const jobContext: JobContext = { ...context, ...steering }
    const done = await handler.run(jobContext, input)
    if (call.signal.aborted) throw new Cancelled()
    return done
  })
  for (const work of afterCommit) await work()
  return concealment.redact(value)
}

/** The parts of a command's context that belong to its transaction. */
export function commandParts(
  trx: Transaction<Database>,
  center: Center,
  operation: string,
  actor: Actor,
  now: string,
  files: FileAccess,
) {
  return {
    trx,
    // Inside a transaction reads go through it too: another connection would not see what this command has just written.
    db: trx as unknown as ReadonlyKysely<Database>,
    files,
    newId: () => center.newId(),
    audit: (note: { subjectKind: string; subjectId: string; summary: string; before?: unknown; after?: unknown }) =>
      appendAuditEntry(trx, { at: now, actorId: actor.userId, operation, before: null, after: null, ...note }),
  }
}

/** What may still be done behind a locked screen: unlock it, leave, and keep what is being typed. */
const STAYS_OPEN_WHEN_LOCKED: ReadonlySet<OperationName> = new Set<OperationName>([
  'session.unlock',
  'session.logout',
  'session.lock',
  'drafts.save',
  'drafts.list',
])

function checkRole(actor: Actor, access: Access): void {
  if (access === 'public' || access === 'staff') return
  if (!access.some(role => actor.roles.includes(role))) {
    const names = { clerk: '接待员', archivist: '档案员', director: '主任', administrator: '管理员' } as const
    throw forbidden(
      'role',
      `只有${ROLES.filter(role => access.includes(role))
        .map(role => names[role])
        .join('、')}可以这样做`,
    )
  }
}

function problemOf(issue: z.core.$ZodIssue): { path: (string | number)[]; message: string } {
  const path = issue.path.map(part => (typeof part === 'symbol' ? String(part) : part))
  return { path, message: issue.message }
}

function errorData(error: unknown, center: Center, operation: string, logIncident: IncidentLog): AppError {
  if (error instanceof Refusal) return error.error
  if (error instanceof Cancelled) return { code: 'CANCELLED' }
  const storage = classifyStorageError(error)
  if (storage) return { code: 'STORAGE', reason: storage.reason, message: storage.message }
  const unique = brokenUniqueness(error)
  if (unique !== null) return { code: 'DUPLICATE', field: unique, message: '已有相同的记录，没有重复保存' }
  const incident = center.newId()
  logIncident(incident, operation, error)
  return { code: 'INTERNAL', incident }
}

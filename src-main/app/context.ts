import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { Reply } from '../contract/envelope.ts'
import type { OperationName, OutputOf, ParsedInputOf } from '../contract/index.ts'
import type { Role } from '../contract/operation.ts'
import type { WorkingCalendar } from '../domain/clock.ts'
import type { RulePack } from '../domain/rule-pack/rule-pack.ts'
import type { AttachmentStore } from '../store/attachment-store.ts'
import type { Database } from '../store/schema.ts'
import type { Center } from './center.ts'
import type { Concealment } from './privacy/concealment.ts'

/** Who is acting. */
export type Actor = { readonly userId: string; readonly name: string; readonly roles: readonly Role[] }

/** The rule pack in force on the day of the call, with the version that results keep. */
export type PackInForce = { readonly version: string; readonly name: string; readonly enactedOn: string; readonly pack: RulePack }

type EveryContext = {
  /** UTC instant of the call, ISO. */
  readonly now: string
  /** Calendar day of the call in Asia/Shanghai. */
  readonly today: string
  readonly actor: Actor
  readonly inForce: PackInForce
  readonly pack: RulePack
  readonly calendar: WorkingCalendar
  readonly attachments: AttachmentStore
  /** Reads only; inside a command it sees the command's own writes. */
  readonly db: ReadonlyKysely<Database>
  readonly center: Center
  /** What of juvenile and secret matters is hidden from the actor. Needed only where rows become text: dispatch redacts every answer. */
  readonly concealment: Concealment
}

export type QueryContext = EveryContext

export type AuditNote = {
  readonly subjectKind: string
  readonly subjectId: string
  readonly summary: string
  readonly before?: unknown
  readonly after?: unknown
}

export type CommandContext = EveryContext & {
  /** The one transaction of this command. Everything is written through it or not at all. */
  readonly trx: Transaction<Database>
  newId(): string
  /** Appends to the audit trail (操作日志) under this operation's name. */
  audit(note: AuditNote): Promise<void>
  readonly files: FileAccess
  /** Work that must follow a successful commit and must not happen after a rollback. */
  afterCommit(work: () => void | Promise<void>): void
}

export type JobContext = CommandContext & {
  readonly signal: AbortSignal
  /** Says how far the job has come. Throws when it was cancelled, so that a job stops at its next step. */
  progress(done: number, total: number, label: string): void
  readonly printer: Printer
}

/** Turns a paper's HTML into an A4 PDF. @throws StorageError printer where there is none. */
export type Printer = (html: string, options: { readonly landscape: boolean }) => Promise<Uint8Array>

/** Files outside the data folder, reached only through handles that the user's own choice gave. */
export type FileAccess = {
  /** @throws StorageError missing, unreadable. Name and bytes of a picked file. */
  read(handle: string): { readonly name: string; readonly content: Uint8Array }
  /** Writes under a temporary name and renames. @throws StorageError full, read-only. */
  write(handle: string, content: Uint8Array): void
  /** Path of a picked folder or file, for jobs that write many files. */
  pathOf(handle: string): string
  /** Whether a picked folder holds a file or folder of this name. */
  holds(handle: string, name: string): boolean
  /** Writes a new file into a picked folder, as `write` does. @throws StorageError unreadable when the name is taken; full, read-only. */
  writeInto(handle: string, name: string, content: Uint8Array): void
  /**
   * Writes a new folder `name` of files (paths with `/`) into a picked folder, whole or not at all: under a temporary name, synced, then
   * renamed. `onFile` is awaited before each file; what it throws stops the work and nothing stays. @throws StorageError full, read-only, missing.
   */
  writeFolder(
    handle: string,
    name: string,
    files: readonly { readonly path: string; readonly content: Uint8Array }[],
    onFile: (path: string) => Promise<void>,
  ): Promise<void>
}

/** Runs another operation through the one door, as if the person behind `session` had asked for it; `files` are what its handles mean. */
export type Perform = (call: {
  readonly name: OperationName
  readonly input: unknown
  readonly session: string
  readonly files?: FileAccess
}) => Promise<Reply<unknown>>

/** Before log-in there is no actor, no database and no pack: only the center's folder. */
export type PublicContext = {
  readonly center: Center
  readonly now: string
  readonly today: string
  readonly printer: Printer
  readonly signal: AbortSignal
  progress(done: number, total: number, label: string): void
  /** Only for filling a center with practice data (练习数据). */
  readonly perform: Perform
}

/** Session and maintenance operations run on the center itself, outside any transaction. */
export type MaintenanceContext = PublicContext & { readonly actor: Actor; readonly session: string }

export type Handler<Name extends OperationName> =
  | { readonly runs: 'query'; readonly run: (ctx: QueryContext, input: ParsedInputOf<Name>) => Promise<OutputOf<Name>> }
  | { readonly runs: 'command'; readonly run: (ctx: CommandContext, input: ParsedInputOf<Name>) => Promise<OutputOf<Name>> }
  | { readonly runs: 'job'; readonly run: (ctx: JobContext, input: ParsedInputOf<Name>) => Promise<OutputOf<Name>> }
  | { readonly runs: 'public'; readonly run: (ctx: PublicContext, input: ParsedInputOf<Name>) => Promise<OutputOf<Name>> }
  | {
      readonly runs: 'maintenance'
      readonly run: (ctx: MaintenanceContext, input: ParsedInputOf<Name>) => Promise<OutputOf<Name>>
    }

/** A handler seen without its operation's types, as dispatch runs it: the input has been parsed by the operation's own schema. */
export type AnyHandler =
  | { readonly runs: 'query'; readonly run: (ctx: QueryContext, input: never) => Promise<unknown> }
  | { readonly runs: 'command'; readonly run: (ctx: CommandContext, input: never) => Promise<unknown> }
  | { readonly runs: 'job'; readonly run: (ctx: JobContext, input: never) => Promise<unknown> }
  | { readonly runs: 'public'; readonly run: (ctx: PublicContext, input: never) => Promise<unknown> }
  | { readonly runs: 'maintenance'; readonly run: (ctx: MaintenanceContext, input: never) => Promise<unknown> }

export type Handlers = { readonly [Name in OperationName]: Handler<Name> }
/** The handlers of one area: all operations whose name starts with its prefix. */
export type HandlersOf<Prefix extends string> = {
  readonly [Name in Extract<OperationName, `${Prefix}.${string}`>]: Handler<Name>
}

/** A handler that reads. */
export function query<Name extends OperationName>(
  run: (ctx: QueryContext, input: ParsedInputOf<Name>) => Promise<OutputOf<Name>>,
): Handler<Name> {
  return { runs: 'query', run }
}
/** A handler that writes, in one transaction. */
export function command<Name extends OperationName>(
  run: (ctx: CommandContext, input: ParsedInputOf<Name>) => Promise<OutputOf<Name>>,
): Handler<Name> {
  return { runs: 'command', run }
}
/** A handler that takes long, reports progress, and writes in one transaction at its end. */
export function job<Name extends OperationName>(
  run: (ctx: JobContext, input: ParsedInputOf<Name>) => Promise<OutputOf<Name>>,
): Handler<Name> {
  return { runs: 'job', run }
}
/** A handler for people who have not logged in. */
export function open<Name extends OperationName>(
  run: (ctx: PublicContext, input: ParsedInputOf<Name>) => Promise<OutputOf<Name>>,
): Handler<Name> {
  return { runs: 'public', run }
}
/** A handler on the center itself: sessions, backups. */
export function maintenance<Name extends OperationName>(
  run: (ctx: MaintenanceContext, input: ParsedInputOf<Name>) => Promise<OutputOf<Name>>,
): Handler<Name> {
  return { runs: 'maintenance', run }
}

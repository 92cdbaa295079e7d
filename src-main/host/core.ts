import { randomBytes } from 'node:crypto'
import { monotonicFactory, ulid } from 'ulid'
import { migrations } from '../../migrations/index.ts'
import { Center } from '../app/center.ts'
import type { Perform } from '../app/context.ts'
import { dispatch, type IncidentLog, performFor } from '../app/dispatch.ts'
import { OFFICE_PASSWORD_COST, type PasswordCost } from '../store/keyring.ts'
import { storageError } from '../store/storage-error.ts'
import type { CoreClient, CoreEvent, CoreOptions } from './core-client.ts'
import { fileAccess } from './file-access.ts'
import { openIncidentLog } from './incident-log.ts'

/**
 * Settings that only tests and tools change: the clock, the cost of passwords, where incidents go, and when backups are made. The office's
 * way is one each day and one on exit; a script that makes a hundred calls in a row wants the day's only; and a test none but those that
 * somebody asks for.
 */
export type CoreSettings = {
  readonly now?: () => Date
  readonly passwordCost?: PasswordCost
  readonly logIncident?: IncidentLog
  readonly backups?: 'office' | 'daily-at-close' | 'only-asked'
  /** Handles may name paths: true only where no window can call. */
  readonly mayNamePaths?: boolean
}

const DAILY_BACKUP_DELAY = 30_000
const DAILY_BACKUP_CHECK = 3_600_000

/** A core in the caller's own thread; `perform` is what fills a center with practice data (练习数据). */
export type LocalCore = CoreClient & { readonly center: Center; readonly perform: Perform }

/** Runs the core in this thread: in the app's worker, in tests, and from the command line. One dispatch for all. */
export function openCore(options: CoreOptions, settings: CoreSettings = {}): LocalCore {
  const now = settings.now ?? (() => new Date())
  // Rows of one instant keep the order in which they were made.
  const inOrder = monotonicFactory()
  const center = new Center({
    folder: options.dataFolder,
    ...(options.nativeBinding ? { nativeBinding: options.nativeBinding } : {}),
    migrations,
    passwordCost: settings.passwordCost ?? OFFICE_PASSWORD_COST,
    keyStore: options.keyStore,
    now,
    newToken: () => randomBytes(24).toString('base64url'),
    newId: () => inOrder(now().getTime()),
  })
  const logIncident = settings.logIncident ?? openIncidentLog(options.dataFolder)
  const listeners = new Set<(event: CoreEvent) => void>()
  const running = new Map<string, AbortController>()
  const pending = new Set<Promise<unknown>>()
  const announce = (event: CoreEvent) => {
    for (const listener of listeners) listener(event)
  }
  const backUpDaily = () => {
    try {
      if (center.openedOrNull && running.size === 0) center.backUpDaily()
    } catch (error) {
      logIncident(ulid(), 'backup.daily', error)
    }
  }
  const backups = settings.backups ?? 'office'
  const timers =
    backups === 'office' ? [setTimeout(backUpDaily, DAILY_BACKUP_DELAY), setInterval(backUpDaily, DAILY_BACKUP_CHECK)] : []
  for (const timer of timers) timer.unref()
  let closing: Promise<void> | null = null

  const perform = performFor(
    center,
    { files: fileAccess({}, false), printer: options.printer ?? noPrinter, signal: new AbortController().signal },
    logIncident,
  )
  return {
    center,
    perform,
    async invoke(call) {
      if (closing) return { ok: false, error: { code: 'STORAGE', reason: 'busy', message: '程序正在退出，没有保存' } }
      const request = call.request ?? ulid()
      const controller = new AbortController()
      running.set(request, controller)
      const work = dispatch(
        center,
        {
          name: call.name,
          input: call.input,
          session: call.session,
          files: fileAccess(call.handles ?? {}, settings.mayNamePaths === true),
          printer: options.printer ?? noPrinter,
          signal: controller.signal,
          onProgress: progress => announce({ kind: 'progress', request, progress }),
        },
        logIncident,
      )
      pending.add(work)
      try {
        const outcome = await work
        if (outcome.changed.length > 0) announce({ kind: 'changed', areas: outcome.changed })
        return outcome.reply
      } finally {
        running.delete(request)
        pending.delete(work)
      }
    },
    cancel: request => running.get(request)?.abort(),
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      closing ??= (async () => {
        for (const timer of timers) clearTimeout(timer)
        for (const controller of running.values()) controller.abort()
        await Promise.allSettled(pending)
        try {
          if (backups === 'daily-at-close' && center.openedOrNull) center.backUpDaily()
          await center.close({ withBackup: backups === 'office' })
        } catch (error) {
          logIncident(ulid(), 'center.close', error)
        }
      })()
      return closing
    },
  }
}

async function noPrinter(): Promise<Uint8Array> {
  throw storageError('printer')
}

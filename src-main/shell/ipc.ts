import { randomUUID } from 'node:crypto'
import type { BrowserWindow, IpcMainInvokeEvent, WebContents } from 'electron'
import { ipcMain } from 'electron'
import type { WindowEvent } from '../contract/bridge.ts'
import type { AppError, Reply } from '../contract/envelope.ts'
import { EVENT_CHANNEL, INVOKE_CHANNEL } from './channels.ts'
import { namesPath } from './handles.ts'
import { WINDOW_ORIGIN } from './security.ts'
import { answerShellOperation, isShellOperation, type ShellParts, ShellRefusal } from './shell-operations.ts'

/** Operations whose reply starts a session (会话). The token stays in this process; the window never holds it. */
const STARTS_SESSION: readonly string[] = ['session.login', 'center.create', 'center.recover']
const ENDS_SESSION = 'session.logout'

function refuse(error: AppError): Reply<unknown> {
  return { ok: false, error }
}

function comesFromWindow(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame
  return (
    event.sender === window.webContents &&
    frame === window.webContents.mainFrame &&
    frame !== null &&
    originOf(frame.url) === WINDOW_ORIGIN
  )
}

function originOf(address: string): string {
  const url = new URL(address)
  return `${url.protocol}//${url.host}`
}

/** Sends an event to the window, unless it is gone or being reloaded. */
export function tellWindow(contents: WebContents, event: WindowEvent): void {
  if (!contents.isDestroyed() && !contents.isCrashed()) contents.send(EVENT_CHANNEL, event)
}

/**
 * Opens the one door between the window and the rest: checks who asks, and that files are named by picked handles; adds
 * the session; forwards to the core, which knows its operations and checks every input, or answers `shell.*` here. Failures that
 * nobody expected become an incident number; their reason goes to the console without any input.
 */
export function answerWindow(parts: ShellParts): void {
  const { window, core, handles } = parts
  let session: string | null = null

  async function forward(name: string, input: unknown, request: string | undefined): Promise<Reply<unknown>> {
    const reply = await core.invoke({
      name,
      input,
      session,
      handles: handles.within(input),
      ...(request === undefined ? {} : { request }),
    })
    if (name === ENDS_SESSION) session = null
    if (!reply.ok || !STARTS_SESSION.includes(name)) return reply
    return { ok: true, value: keepSession(reply.value) }
  }

  function keepSession(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || !('session' in value) || typeof value.session !== 'string') return value
    const { session: token, ...rest } = value
    session = token
    return rest
  }

  async function answer(name: unknown, input: unknown, request: unknown): Promise<Reply<unknown>> {
    if (typeof name !== 'string' || !(request === undefined || (typeof request === 'string' && request.length <= 100))) {
      return refuse({ code: 'VALIDATION', fields: [{ path: [], message: '调用格式不对' }] })
    }
    if (isShellOperation(name)) return { ok: true, value: await answerShellOperation(name, parts, input) }
    if (namesPath(input)) return refuse({ code: 'VALIDATION', fields: [{ path: ['handle'], message: '请用“选择文件”选取' }] })
    return forward(name, input, request)
  }

  ipcMain.handle(INVOKE_CHANNEL, async (event, name: unknown, input: unknown, request: unknown) => {
    if (!comesFromWindow(event, window)) throw new Error('refused')
    try {
      return await answer(name, input, request)
    } catch (error) {
      if (error instanceof ShellRefusal) return refuse(error.error)
      const incident = randomUUID()
      console.error(`incident ${incident}: ${error instanceof Error ? error.name : typeof error}`)
      return refuse({ code: 'INTERNAL', incident })
    }
  })
  core.onEvent(event => tellWindow(window.webContents, event))
}

import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Session } from 'electron'
import { app } from 'electron'
import { APP_SCHEME } from './scheme.ts'

/** The one host of `app://` that the main window is loaded from. */
export const WINDOW_HOST = 'yuanjuan'
export const WINDOW_ORIGIN = `${APP_SCHEME}://${WINDOW_HOST}`

/**
 * What the window may load: its own files, inline styles (Mantine sets them), and pictures that a call's reply carried as
 * data. No connection of any kind, no frame but previews of papers (文书), which stand in the page itself (srcdoc).
 */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** The only addresses a request of the window may have; everything else would leave this machine or read its disk. */
const ALLOWED_PROTOCOLS: readonly string[] = [`${APP_SCHEME}:`, 'devtools:', 'data:', 'blob:']

function answer(status: number): Response {
  return new Response(null, { status })
}

/**
 * The file of `folder` behind an `app://` address, or null when the address leads anywhere else: another host, a folder,
 * or out of `folder` by dots, encoded or not.
 */
export function fileBehind(address: string, folder: string): string | null {
  const url = new URL(address)
  if (url.protocol !== `${APP_SCHEME}:` || url.host !== WINDOW_HOST) return null
  let asked: string
  try {
    asked = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (asked.includes('\0')) return null
  const file = path.resolve(folder, `.${asked === '/' ? '/index.html' : asked}`)
  return file.startsWith(folder + path.sep) ? file : null
}

/** Serves the built window from `folder` (absolute) as `app://yuanjuan/…`: GET only, files of known kinds only. */
export function serveWindow(session: Session, folder: string): void {
  session.protocol.handle(APP_SCHEME, async request => {
    if (request.method !== 'GET') return answer(405)
    const file = fileBehind(request.url, folder)
    const contentType = file === null ? undefined : CONTENT_TYPES[path.extname(file)]
    if (file === null || contentType === undefined) return answer(404)
    try {
      const content = new Uint8Array(await readFile(file))
      return new Response(content, {
        headers: {
          'content-type': contentType,
          'content-security-policy': CONTENT_POLICY,
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
        },
      })
    } catch {
      return answer(404)
    }
  })
}

/** Without this Electron fetches a spelling dictionary as soon as a session exists. */
function closeSpelling(session: Session): void {
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
}

/**
 * Closes a session: every permission is refused, and every request that is not the app's own is cancelled and counted.
 * The returned function tells the count so far.
 */
export function closeSession(session: Session): () => number {
  let refused = 0
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  closeSpelling(session)
  session.webRequest.onBeforeRequest((details, decide) => {
    const cancel = !ALLOWED_PROTOCOLS.includes(new URL(details.url).protocol)
    if (cancel) refused += 1
    decide({ cancel })
  })
  session.on('will-download', event => event.preventDefault())
  return () => refused
}

/** Switches for Chromium itself, before it starts: it looks no name up, does nothing in the background, and speaks Chinese. */
export function closeNetwork(): void {
  app.commandLine.appendSwitch('lang', 'zh-CN')
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('no-proxy-server')
}

/** No contents of this app ever goes to another address, opens a window or attaches a guest. Call before any window opens. */
export function closeContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', event => event.preventDefault())
    contents.on('will-frame-navigate', event => {
      if (event.url !== 'about:srcdoc') event.preventDefault()
    })
    contents.on('will-redirect', event => event.preventDefault())
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

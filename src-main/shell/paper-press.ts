import type { PrintToPDFOptions } from 'electron'
import { BrowserWindow, session } from 'electron'
import { APP_SCHEME } from './scheme.ts'

/** The press (打印): turns the HTML of papers (文书) into PDF or sends it to a printer, one paper at a time. */
export type PaperPress = {
  /** The paper as an A4 PDF, with selectable text. Page size and margins come from the paper's own `@page` rule. */
  readonly toPdf: (html: string, options: { readonly landscape: boolean }) => Promise<Uint8Array>
  /** Opens the system's print dialog. False when the person backs out; an Error when there is no printer or it fails. */
  readonly toPrinter: (html: string, options: { readonly landscape: boolean }) => Promise<boolean>
  readonly close: () => void
}

/** A paper may style itself and carry its pictures inside; it runs nothing and fetches nothing. */
const PAPER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; sandbox"

/** First Chrome that draws the feet of pages (页脚) from CSS margin boxes; older ones need them as a template. */
const FIRST_CHROME_WITH_MARGIN_BOXES = 131

const CANCELLED = /cancel/i

/** The inert foot template that papers carry for an older Chrome; null when it is not needed or not there. */
function footTemplateOf(html: string): string | null {
  if (Number.parseInt(process.versions.chrome ?? '', 10) >= FIRST_CHROME_WITH_MARGIN_BOXES) return null
  return /<template id="paper-footer">([\s\S]*?)<\/template>/.exec(html)?.[1] ?? null
}

/** The size of a paper's sheet by its own `@page` rule, in microns as the printer wants it; A4 is named, which drivers know best. */
function printerSize(html: string): 'A4' | { readonly width: number; readonly height: number } {
  const sizes = /@page\{size:(\d+)mm (\d+)mm/.exec(html)
  const [short = 0, long = 0] = [Number(sizes?.[1]), Number(sizes?.[2])].toSorted((left, right) => left - right)
  return sizes === null || (short === 210 && long === 297) ? 'A4' : { width: short * 1000, height: long * 1000 }
}

function pdfOptions(html: string, landscape: boolean): PrintToPDFOptions {
  const foot = footTemplateOf(html)
  const options: PrintToPDFOptions = { pageSize: 'A4', landscape, preferCSSPageSize: true, printBackground: true }
  return foot === null
    ? options
    : { ...options, displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: foot }
}

/**
 * Makes a press with one hidden window of its own, in a session of its own that holds nothing but the paper in hand.
 * The window opens with the first paper and stays warm. `offscreen` lets it work where there is no display at all.
 */
export function createPaperPress(settings: { readonly offscreen: boolean }): PaperPress {
  const paperSession = session.fromPartition('paper')
  let pages = 0
  let current = { path: '', html: '' }
  let window: BrowserWindow | null = null
  let last: Promise<unknown> = Promise.resolve()

  paperSession.protocol.handle(APP_SCHEME, request => {
    if (request.method !== 'GET' || new URL(request.url).pathname !== current.path) return new Response(null, { status: 404 })
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': PAPER_POLICY,
      'cache-control': 'no-store',
    }
    return new Response(current.html, { headers })
  })
  paperSession.webRequest.onBeforeRequest((details, answer) => {
    const { protocol } = new URL(details.url)
    answer({ cancel: protocol !== `${APP_SCHEME}:` && protocol !== 'data:' })
  })
  paperSession.setSpellCheckerEnabled(false)
  paperSession.setSpellCheckerLanguages([])
  paperSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  paperSession.setPermissionCheckHandler(() => false)

  function openWindow(): BrowserWindow {
    if (window && !window.isDestroyed() && !window.webContents.isCrashed()) return window
    window?.destroy()
    window = new BrowserWindow({
      show: false,
      width: 900,
      height: 1200,
      webPreferences: {
        session: paperSession,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
        spellcheck: false,
        offscreen: settings.offscreen,
      },
    })
    return window
  }

  async function load(html: string): Promise<BrowserWindow> {
    const press = openWindow()
    pages += 1
    current = { path: `/${pages}`, html }
    await press.loadURL(`${APP_SCHEME}://paper${current.path}`)
    return press
  }

  /** The window shows one paper at a time, so each waits for the one before it, however that ended. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }

  return {
    toPdf: (html, { landscape }) =>
      inTurn(async () => {
        const press = await load(html)
        const pdf = await press.webContents.printToPDF(pdfOptions(html, landscape))
        // The paper holds people's data: it does not stay behind in the window.
        current = { path: '', html: '' }
        return pdf
      }),
    toPrinter: (html, { landscape }) =>
      inTurn(async () => {
        const press = await load(html)
        const printed = await new Promise<boolean>((resolve, reject) => {
          press.webContents.print(
            { silent: false, printBackground: true, landscape, pageSize: printerSize(html) },
            (success, reason) => {
              if (success) resolve(true)
              else if (CANCELLED.test(reason)) resolve(false)
              else reject(new Error(reason))
            },
          )
        })
        current = { path: '', html: '' }
        return printed
      }),
    close: () => {
      window?.destroy()
      window = null
    },
  }
}

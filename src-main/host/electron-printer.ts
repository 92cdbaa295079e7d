import type { ChildProcess } from 'node:child_process'
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { PaperPrinter } from './core-client.ts'
import { PROFILE_PREFIX, type PrinterAnswer, type PrinterRequest } from './printer-protocol.ts'

/** Long papers on a slow office machine take seconds; a minute and a half of silence means the program hangs. */
const ANSWER_LIMIT_MILLISECONDS = 90_000

const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
const runFile = promisify(execFile)

async function lastLineOf(script: string, scriptArguments: readonly string[]): Promise<string> {
  const { stdout } = await runFile(process.execPath, [path.join(projectFolder, 'scripts', script), ...scriptArguments], {
    cwd: projectFolder,
  })
  return stdout.trim().split('\n').at(-1) ?? ''
}

function electronIn(line: string): string {
  const found: unknown = JSON.parse(line)
  if (typeof found === 'object' && found !== null && 'electron' in found && typeof found.electron === 'string')
    return found.electron
  throw new Error('no Electron runtime')
}

type Waiting = { readonly resolve: (pdf: Uint8Array) => void; readonly reject: (error: Error) => void }
type Running = { readonly child: ChildProcess; readonly waiting: Map<number, Waiting> }

function isAnswer(message: unknown): message is PrinterAnswer {
  return typeof message === 'object' && message !== null && ('ready' in message || 'id' in message)
}

/**
 * A printer for the core where no window is open: from the command line and in tests. Starts the project's Electron
 * (scripts/electron-runtime.mjs) without a display at the first paper and keeps it for the next ones; it ends by itself
 * with this process. Rejects when there is no Electron or the paper cannot be printed. Not part of the packaged app.
 */
export function createElectronPrinter(): PaperPrinter & { readonly close: () => void } {
  let starting: Promise<Running> | null = null
  let nextId = 1

  async function start(): Promise<Running> {
    const [entry, runtime] = await Promise.all([lastLineOf('build.mjs', ['printer']), lastLineOf('electron-runtime.mjs', [])])
    const profile = mkdtempSync(path.join(os.tmpdir(), PROFILE_PREFIX))
    const switches = [`--user-data-dir=${profile}`]
    if (process.platform === 'linux') switches.push('--ozone-platform=headless')
    if (process.getuid?.() === 0) switches.push('--no-sandbox')
    const child = spawn(electronIn(runtime), [...switches, entry], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    })
    const waiting = new Map<number, Waiting>()
    const removeProfile = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    const endWithThisProcess = () => {
      child.kill('SIGKILL')
      removeProfile()
    }
    process.once('exit', endWithThisProcess)
    const running = { child, waiting }
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject)
      child.on('message', message => {
        if (!isAnswer(message)) return
        if ('ready' in message) resolve()
        else settle(running, message)
      })
      child.once('exit', code => {
        starting = null
        process.off('exit', endWithThisProcess)
        removeProfile()
        const gone = new Error(`the printing program ended (${code})`)
        reject(gone)
        for (const each of waiting.values()) each.reject(gone)
      })
    })
    idle(running)
    return running
  }

  function settle({ waiting }: Running, message: Exclude<PrinterAnswer, { ready: true }>): void {
    const one = waiting.get(message.id)
    waiting.delete(message.id)
    if ('pdf' in message) one?.resolve(message.pdf)
    else one?.reject(new Error(message.problem))
  }

  /** While nothing is being printed the program must not keep this process alive. */
  function idle({ child, waiting }: Running): void {
    if (waiting.size > 0) return
    child.unref()
    child.channel?.unref()
  }

  async function print(html: string, options: { readonly landscape: boolean }): Promise<Uint8Array> {
    starting ??= start()
    const running = await starting.catch(error => {
      starting = null
      throw error
    })
    const id = nextId++
    running.child.ref()
    running.child.channel?.ref()
    const limit = setTimeout(() => running.child.kill('SIGKILL'), ANSWER_LIMIT_MILLISECONDS)
    try {
      return await new Promise<Uint8Array>((resolve, reject) => {
        running.waiting.set(id, { resolve, reject })
        const request: PrinterRequest = { id, html, landscape: options.landscape }
        running.child.send(request, error => error && reject(error))
      })
    } finally {
      clearTimeout(limit)
      idle(running)
    }
  }

  return Object.assign(print, {
    close: () => {
      starting?.then(({ child }) => child.disconnect()).catch(() => undefined)
      starting = null
    },
  })
}

// What every developer script needs to know about the project: where it is, which Node runs it, where its cache is.
// Node built-ins only: this runs before `npm ci`.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

/** The repository's top folder. */
export const projectFolder = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** The folder for things that are costly to fetch or to compile; made when missing. Always safe to delete. */
export function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache')
  const folder = path.join(base, 'yuanjuan')
  mkdirSync(folder, { recursive: true })
  return folder
}

/**
 * The Node that runs the project's TypeScript: the one npm installed (24), whatever the system's own is.
 * Falls back to the Node that runs this script, when the package is not there (before `npm ci`).
 */
export function projectNode() {
  const installed = path.join(projectFolder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(installed) ? installed : process.execPath
}

/** A package's command-line entry as a path for `projectNode()`; avoids the shell wrappers in node_modules/.bin. */
export function packageBin(packageName, fileInPackage) {
  return path.join(projectFolder, 'node_modules', packageName, fileInPackage)
}

/** Prints one line for the person at the console. */
export function say(line) {
  process.stderr.write(`[yuanjuan] ${line}\n`)
}

/** First 16 hex digits of the SHA-256 over the parts in order: names cached results. */
export function shortHash(...parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex').slice(0, 16)
}

/**
 * Runs a program to its end and resolves to { code, output }. Output is captured with `capture: true`, else shown.
 * With `limitSeconds` the program is ended after that long and the code is null. With `outlivesSignals` a Ctrl+C or a
 * request to end goes to the program, and we wait for it to end in its own way. Never rejects for a non-zero code.
 */
export function run(program, programArguments, { capture = false, limitSeconds, outlivesSignals = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArguments, {
      cwd: projectFolder,
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      ...options,
    })
    let output = ''
    child.stdout?.on('data', chunk => {
      output += chunk
    })
    child.stderr?.on('data', chunk => {
      output += chunk
    })
    const limit = limitSeconds ? setTimeout(() => child.kill('SIGKILL'), limitSeconds * 1000) : null
    // The terminal sends Ctrl+C to the program as well; the other signals reach only us.
    const stay = () => undefined
    const pass = () => child.kill('SIGTERM')
    const listeners = outlivesSignals ? { SIGINT: stay, SIGTERM: pass, SIGHUP: pass } : {}
    for (const [signal, listener] of Object.entries(listeners)) process.on(signal, listener)
    child.once('error', reject)
    child.once('close', code => {
      if (limit) clearTimeout(limit)
      for (const [signal, listener] of Object.entries(listeners)) process.off(signal, listener)
      resolve({ code, output })
    })
  })
}

/** Like `run`, but a failure becomes an Error that names the program and shows what it said. */
export async function mustRun(program, programArguments, options) {
  const { code, output } = await run(program, programArguments, options)
  if (code !== 0)
    throw new Error(
      `${path.basename(program)} ended with ${code}${output ? `:\n${stripVTControlCharacters(output).slice(-4000)}` : ''}`,
    )
  return output
}

/** Moves a finished temporary file or folder into place. Another process may have been first: then its result stays. */
export function publish(temporary, destination) {
  try {
    renameSync(temporary, destination)
  } catch (error) {
    if (!existsSync(destination)) throw error
    rmSync(temporary, { recursive: true, force: true })
  }
}

/** npm as a program and its first arguments; inside `npm run` the very npm that runs us. */
export function npmCommand() {
  const npmScript = process.env.npm_execpath
  if (npmScript && /npm-cli\.c?js$/.test(npmScript)) return { program: process.execPath, first: [npmScript], shell: false }
  return process.platform === 'win32'
    ? { program: 'npm.cmd', first: [], shell: true }
    : { program: 'npm', first: [], shell: false }
}

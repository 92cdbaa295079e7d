// Debian packages the app and its tests need. Looks first, so a machine that has them all is never asked for the network.
import { existsSync } from 'node:fs'
import { run, say } from './project.mjs'

/**
 * Every need lists the names it has in different Debian and Ubuntu releases, the newer name first: there the older name
 * is only a virtual one, which apt refuses to install.
 */
const NAMES = {
  gtk: ['libgtk-3-0t64', 'libgtk-3-0'],
  nss: ['libnss3'],
  sound: ['libasound2t64', 'libasound2'],
  gbm: ['libgbm1'],
  chineseFonts: ['fonts-noto-cjk'],
  unzip: ['unzip'],
  virtualDisplay: ['xvfb'],
  displayAuthority: ['xauth'],
  cCompiler: ['gcc'],
  cppCompiler: ['g++'],
  pdfTools: ['poppler-utils'],
  pdfCheck: ['qpdf'],
  spreadsheets: ['libreoffice-calc-nogui'],
  documents: ['libreoffice-writer-nogui'],
}

/** Needs of opening the window. */
export const START_NEEDS = ['gtk', 'nss', 'sound', 'gbm', 'chineseFonts', 'virtualDisplay', 'displayAuthority']
/** Needs of the whole test run: its checks open the papers with independent programs. */
export const TEST_NEEDS = [...START_NEEDS, 'unzip', 'pdfTools', 'pdfCheck', 'spreadsheets', 'documents']
/** Needs of unpacking the substitute Electron and compiling the SQLite addon for it. */
export const SUBSTITUTE_NEEDS = ['unzip', 'cCompiler', 'cppCompiler']

/** dpkg's own placeholders: one line of name and state for each package it knows. */
const DPKG_FORMAT = ['Package', 'db:Status-Status']
  .map(field => `\${${field}}`)
  .join(' ')
  .concat('\\n')

async function installedAmong(names) {
  const { output } = await run('dpkg-query', ['-W', '-f', DPKG_FORMAT, ...names], { capture: true })
  return new Set([...output.matchAll(/^(\S+) installed$/gm)].map(match => match[1]))
}

/** The needs that no installed package meets. An office's own LibreOffice (any build) counts for both of its parts. */
async function missingNeeds(needs) {
  const installed = await installedAmong([
    ...new Set([...needs.flatMap(need => NAMES[need]), 'libreoffice-calc', 'libreoffice-writer']),
  ])
  if (installed.has('libreoffice-calc')) installed.add('libreoffice-calc-nogui')
  if (installed.has('libreoffice-writer')) installed.add('libreoffice-writer-nogui')
  return needs.filter(need => !NAMES[need].some(name => installed.has(name)))
}

async function availableName(need) {
  for (const name of NAMES[need]) {
    const { code, output } = await run('apt-cache', ['show', name], { capture: true })
    if (code === 0 && output.includes(`Package: ${name}`)) return name
  }
  return null
}

async function chooseNames(needs) {
  const names = await Promise.all(needs.map(availableName))
  return names.includes(null) ? null : names
}

/** How to run apt here: as root directly, else by sudo when it asks for no password or there is someone to ask. */
async function administrator() {
  if (process.getuid?.() === 0) return []
  if (!existsSync('/usr/bin/sudo')) return null
  if (process.stdin.isTTY) return ['sudo']
  const { code } = await run('sudo', ['-n', 'true'], { capture: true })
  return code === 0 ? ['sudo', '-n'] : null
}

/**
 * Makes sure the packages behind `needs` (keys of NAMES) are installed; installs what is missing.
 * Does nothing outside Debian-like Linux. Throws an Error whose message tells a person what to install by hand.
 */
export async function ensureSystemPackages(needs) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query') || !existsSync('/usr/bin/apt-get')) return
  const missing = await missingNeeds(needs)
  if (missing.length === 0) return
  const byHand = `请安装系统软件包 / please install: ${missing.map(need => NAMES[need].at(-1)).join(' ')}`
  const prefix = await administrator()
  if (!prefix) throw new Error(`${byHand}\n(没有管理员权限 / no administrator rights here: sudo apt-get install …)`)

  const apt = async (...aptArguments) => {
    const [program, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...aptArguments]
    return (await run(program, rest, { stdio: ['inherit', 'ignore', 'inherit'] })).code === 0
  }
  // The package lists of a fresh machine are empty or old: look once, and only when that fails fetch them and look again.
  const install = async names => names !== null && apt('install', '-y', '-q', '--no-install-recommends', ...names)
  const names = await chooseNames(missing)
  say(`安装系统软件包 / installing system packages: ${(names ?? missing.map(need => NAMES[need].at(-1))).join(' ')}`)
  if (!(await install(names))) {
    await apt('update', '-q')
    if (!(await install(await chooseNames(missing)))) throw new Error(byHand)
  }
  const still = await missingNeeds(missing)
  if (still.length > 0) throw new Error(byHand)
}

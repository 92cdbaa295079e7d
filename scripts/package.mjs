// Makes the packaged app, unpacked, in dist/, with the Electron at hand (see electron-runtime.mjs). No download.
// Usage: npm run package              dist/<platform>-unpacked; prints the program's path on its last line
//        npm run package -- --deb     on Debian-like x64 Linux also dist/yuanjuan_<version>_amd64.deb, by Debian's own tools
// With YUANJUAN_TEST_BUILD=1 it goes to dist/test-build with the inspector allowed: Playwright cannot attach otherwise. Such
// a build is for the test only. On a machine that can download electron-builder's tools, `npx electron-builder --publish never`
// makes the installers that electron-builder.yml lists.
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from './build.mjs'
import { findElectronRuntime } from './electron-runtime.mjs'
import { mustRun, packageBin, projectFolder, projectNode, say, shortHash } from './project.mjs'

const isTestBuild = process.env.YUANJUAN_TEST_BUILD === '1'
const outputFolder = path.join(projectFolder, 'dist', isTestBuild ? 'test-build' : '')
const PROGRAM = process.platform === 'win32' ? 'yuanjuan.exe' : 'yuanjuan'
/** Where the app looks for an SQLite addon that fits an older Electron (src-main/shell/settings.ts). */
const ADDON_NAME = 'sqlite-addon.node'

function unpackedFolder() {
  const names = { linux: process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`, win32: 'win-unpacked' }
  const name = names[process.platform]
  if (!name) throw new Error('只能打包 Windows 和 Linux 版 / packages are made for Windows and Linux only')
  return path.join(outputFolder, name)
}

/** Settings on top of electron-builder.yml, as its command line takes them: what depends on this machine. */
function settingsOfThisMachine(runtime) {
  const settings = {
    'directories.output': outputFolder,
    electronDist: path.dirname(runtime.electron),
    electronVersion: runtime.version,
    ...(isTestBuild ? { 'electronFuses.enableNodeCliInspectArguments': 'true' } : {}),
    ...(runtime.nativeBinding ? { 'extraResources.from': runtime.nativeBinding, 'extraResources.to': ADDON_NAME } : {}),
  }
  return Object.entries(settings).map(([name, value]) => `-c.${name}=${value}`)
}

async function packApp(runtime) {
  const folder = unpackedFolder()
  const stamp = path.join(outputFolder, 'packed-from')
  const settings = settingsOfThisMachine(runtime)
  const inputs = ['out/built-from', 'electron-builder.yml', 'scripts/package.mjs'].map(name =>
    readFileSync(path.join(projectFolder, name)),
  )
  const hash = shortHash(...inputs, ...settings)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return folder
  say('打包应用 / packaging the app …')
  rmSync(folder, { recursive: true, force: true })
  rmSync(stamp, { force: true })
  await mustRun(projectNode(), [packageBin('electron-builder', 'cli.js'), '--dir', '--publish', 'never', ...settings], {
    capture: true,
  })
  // What stands in for Electron's default app when developing has no place in a package.
  rmSync(path.join(folder, 'resources', 'app'), { recursive: true, force: true })
  writeFileSync(stamp, hash)
  return folder
}

const DESKTOP_ENTRY = `[Desktop Entry]
Type=Application
Name=援卷
Comment=法律援助中心办案与归档
Exec=/opt/yuanjuan/yuanjuan %U
Icon=yuanjuan
Terminal=false
Categories=Office;
`

/** A Debian package of the unpacked app, by dpkg-deb: for machines where electron-builder cannot fetch its own tools. */
async function packDebian(folder) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('--deb 只能在 x64 Linux 上使用 / works on x64 Linux only')
  const { version, description } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8'))
  const tree = path.join(outputFolder, 'deb')
  rmSync(tree, { recursive: true, force: true })
  mkdirSync(path.join(tree, 'opt'), { recursive: true })
  cpSync(folder, path.join(tree, 'opt', 'yuanjuan'), { recursive: true })
  // The sandbox helper works on every distribution only when it belongs to root and says so.
  chmodSync(path.join(tree, 'opt', 'yuanjuan', 'chrome-sandbox'), 0o4755)
  const entries = path.join(tree, 'usr', 'share', 'applications')
  mkdirSync(entries, { recursive: true })
  writeFileSync(path.join(entries, 'yuanjuan.desktop'), DESKTOP_ENTRY)
  const icons = path.join(tree, 'usr', 'share', 'icons', 'hicolor', '512x512', 'apps')
  mkdirSync(icons, { recursive: true })
  cpSync(path.join(projectFolder, 'build', 'icon.png'), path.join(icons, 'yuanjuan.png'))
  const control = path.join(tree, 'DEBIAN')
  mkdirSync(control, { mode: 0o755 })
  writeFileSync(
    path.join(control, 'control'),
    [
      'Package: yuanjuan',
      `Version: ${version}`,
      'Architecture: amd64',
      'Maintainer: Yuanjuan contributors <yuanjuan@localhost>',
      'Section: misc',
      'Priority: optional',
      'Depends: libgtk-3-0 | libgtk-3-0t64, libnss3, libasound2 | libasound2t64, libgbm1',
      `Description: ${description}`,
      '',
    ].join('\n'),
  )
  const file = path.join(outputFolder, `yuanjuan_${version}_amd64.deb`)
  await mustRun('dpkg-deb', ['--root-owner-group', '-Zxz', '-z1', '--build', tree, file], { capture: true })
  rmSync(tree, { recursive: true, force: true })
  return file
}

/** Packs the app and, when asked, the Debian package; resolves to the program's path. */
export async function packageApp({ deb = false } = {}) {
  const runtime = await findElectronRuntime()
  await build()
  const folder = await packApp(runtime)
  if (deb) say(await packDebian(folder))
  return path.join(folder, PROGRAM)
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { deb: { type: 'boolean' } } })
  packageApp({ deb: values.deb }).then(
    program => console.log(program),
    error => {
      say(error.message)
      process.exitCode = 1
    },
  )
}

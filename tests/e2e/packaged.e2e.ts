import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'
import { _electron } from '@playwright/test'
import '../../src-main/contract/bridge.ts'
import { expect, test } from './fixtures.ts'

/** As @electron/fuses reads them from a program: the characters '0' and '1'. */
const OFF = 48
const ON = 49

let program = ''

test.describe('the packaged app', () => {
  // One worker for the file: the package is made once.
  test.describe.configure({ mode: 'default' })

  test.beforeAll(() => {
    test.setTimeout(240_000)
    const output = execFileSync(process.execPath, [path.join('scripts', 'package.mjs')], {
      encoding: 'utf8',
      env: { ...process.env, YUANJUAN_TEST_BUILD: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    program = output.trim().split('\n').at(-1) ?? ''
  })

  test('opens its window, finds its SQLite and closes again', async ({ workFolder, dataFolder }) => {
    const app = await _electron.launch({
      executablePath: program,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--user-data-dir=${path.join(workFolder, 'window')}`,
        '--data',
        dataFolder,
      ],
      // What the package needs it has inside: nothing of the development environment reaches it.
      env: { DISPLAY: process.env.DISPLAY ?? '', HOME: workFolder, PATH: process.env.PATH ?? '', YUANJUAN_TEST: '1' },
    })
    try {
      const page = await app.firstWindow()
      await expect(page.locator('#root > *').first()).toBeAttached()
      expect(await app.evaluate(({ app: electronApp }) => electronApp.isPackaged)).toBe(true)
      const status = await page.evaluate(() => window.yuanjuan.invoke('center.status', {}))
      expect(status).toMatchObject({ ok: true, value: { state: 'empty' } })
      const created = await page.evaluate(() =>
        window.yuanjuan.invoke('center.create', {
          center: {
            fullName: '蚌山区法律援助中心',
            shortName: '蚌',
            regionCode: '340303',
            fondsName: '蚌山区司法局',
            fondsCode: 'J019',
          },
          director: { name: '陈建国', password: 'zhongxin-2026' },
          recoveryKey: '7F3KQM2DW8XA4HTNR6PC9VEJB5YLKG3U',
        }),
      )
      expect(created).toMatchObject({ ok: true })
      expect(JSON.stringify(created)).not.toContain('session')
      expect(await page.evaluate(() => window.yuanjuan.invoke('session.current', {}))).toMatchObject({ ok: true })
    } finally {
      await app.close()
    }
  })

  test('cannot be turned into a plain Node or fed with other code', async () => {
    const wire = await getCurrentFuseWire(program)
    expect(wire.version).toBe(FuseVersion.V1)
    expect(wire[FuseV1Options.RunAsNode]).toBe(OFF)
    expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(OFF)
    expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(ON)
    expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(ON)
    expect(wire[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(OFF)
  })
})

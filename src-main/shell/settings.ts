import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { app } from 'electron'

/** How this run of the app was started. `nativeBinding` is an SQLite addon that fits an older Electron. */
export type ShellSettings = {
  readonly dataFolder: string
  readonly nativeBinding: string | undefined
  /** Set by the tests: no animations. Nothing else differs. */
  readonly reducedMotion: boolean
}

function dataArgument(): string | undefined {
  const place = process.argv.indexOf('--data')
  const inline = process.argv.find(argument => argument.startsWith('--data='))
  return inline ? inline.slice('--data='.length) : place > 0 ? process.argv[place + 1] : undefined
}

/**
 * The SQLite addon that fits an older Electron. A packaged app takes it from its own resources only: an environment
 * variable must not decide what code an office's program loads.
 */
function nativeBinding(): string | undefined {
  if (!app.isPackaged) return process.env.YUANJUAN_SQLITE_ADDON || undefined
  const shipped = path.join(process.resourcesPath, 'sqlite-addon.node')
  return existsSync(shipped) ? shipped : undefined
}

/**
 * Reads the settings of this run and gives Chromium a folder for its own files beside the data, never among them. Another
 * data folder (`--data DIR` or YUANJUAN_DATA) gets another such folder, so that each data folder has one window at a
 * time and two different ones can be open together. Call before Electron is ready.
 */
export function readSettings(): ShellSettings {
  const ownFolder = path.join(app.getPath('appData'), 'yuanjuan')
  const chosen = dataArgument() || process.env.YUANJUAN_DATA
  const dataFolder = chosen ? path.resolve(chosen) : path.join(ownFolder, 'data')
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    const mark = chosen ? `-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)}` : ''
    app.setPath('userData', path.join(ownFolder, `window${mark}`))
  }
  return {
    dataFolder,
    nativeBinding: nativeBinding(),
    reducedMotion: process.env.YUANJUAN_TEST === '1',
  }
}

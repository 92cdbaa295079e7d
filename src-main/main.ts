import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, session } from 'electron'
import type { CoreClient, CoreOptions } from './host/core-client.ts'
import { startCoreWorker } from './host/core-worker-client.ts'
import { createHandles } from './shell/handles.ts'
import { answerWindow } from './shell/ipc.ts'
import { systemKeyStore } from './shell/key-store.ts'
import { checkCore, closeWithBackup, comeForwardOnSecondStart } from './shell/life.ts'
import { createPaperPress } from './shell/paper-press.ts'
import { registerAppScheme } from './shell/scheme.ts'
import { closeContents, closeNetwork, closeSession, serveWindow } from './shell/security.ts'
import { readSettings } from './shell/settings.ts'
import { openWindow } from './shell/window.ts'

const settings = readSettings()
const builtFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

closeNetwork()
closeContents()
registerAppScheme()

function start(openCore: (options: CoreOptions) => CoreClient): void {
  const refusedRequests = closeSession(session.defaultSession)
  serveWindow(session.defaultSession, path.join(builtFolder, 'renderer'))
  const press = createPaperPress({ offscreen: false })
  const core = openCore({
    dataFolder: settings.dataFolder,
    ...(settings.nativeBinding === undefined ? {} : { nativeBinding: settings.nativeBinding }),
    printer: press.toPdf,
    keyStore: systemKeyStore(),
  })
  checkCore(core)
  const window = openWindow(builtFolder)
  answerWindow({ window, core, handles: createHandles(), press, reducedMotion: settings.reducedMotion, refusedRequests })
  closeWithBackup(window, core)
  comeForwardOnSecondStart(window)
  window.once('closed', press.close)
}

if (app.requestSingleInstanceLock()) {
  const openCore = startCoreWorker(new URL('./core-worker.mjs', import.meta.url))
  app.whenReady().then(() => start(openCore))
} else app.quit()

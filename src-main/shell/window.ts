import path from 'node:path'
import { BrowserWindow, Menu } from 'electron'
import { WINDOW_ORIGIN } from './security.ts'

const TITLE = '援卷'
/** The window's ground until the first paint, the desk's own colour, so that nothing flashes. */
const GROUND = '#FAF9F6'

/**
 * Opens the one window of the app on `app://yuanjuan/`. `builtFolder` is the folder that holds the built preload.
 * A window whose renderer dies is loaded again; what was typed is in the drafts.
 */
export function openWindow(builtFolder: string): BrowserWindow {
  Menu.setApplicationMenu(null)
  const window = new BrowserWindow({
    title: TITLE,
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: GROUND,
    autoHideMenuBar: true,
    webPreferences: {
      preload: path.join(builtFolder, 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      devTools: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  // The page's own title would replace the name of the office's program in the task bar.
  window.on('page-title-updated', event => event.preventDefault())
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    load(window)
  })
  load(window)
  return window
}

function load(window: BrowserWindow): void {
  // A load that a later one overtakes, or that the window's closing ends, is no failure.
  window.loadURL(`${WINDOW_ORIGIN}/`).catch(() => undefined)
}

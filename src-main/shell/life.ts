import type { BrowserWindow } from 'electron'
import { app, dialog } from 'electron'
import { CLOSING_REQUEST } from '../contract/bridge.ts'
import type { CoreClient } from '../host/core-client.ts'
import { tellWindow } from './ipc.ts'

const CLOSING_WORDS = '正在备份并退出，请稍候'

/**
 * Closing the window lets the core finish, make its exit backup (退出备份) and close the database, says so in the window
 * and its title, and then ends the app. A second click on the cross changes nothing.
 */
export function closeWithBackup(window: BrowserWindow, core: CoreClient): void {
  let isClosing = false
  window.on('close', event => {
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    window.setTitle(`援卷 — ${CLOSING_WORDS}…`)
    tellWindow(window.webContents, {
      kind: 'progress',
      request: CLOSING_REQUEST,
      progress: { done: 0, total: 1, label: CLOSING_WORDS },
    })
    core.close().finally(() => {
      window.destroy()
      app.quit()
    })
  })
}

/** Brings the window forward when the app is started a second time on the same data folder. */
export function comeForwardOnSecondStart(window: BrowserWindow): void {
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  })
}

/** Asks the core for its first word. When it has none, says so in a box and ends the app: a window without data is of no use. */
export async function checkCore(core: CoreClient): Promise<void> {
  const reply = await core.invoke({ name: 'center.status', input: {}, session: null })
  if (reply.ok) return
  const reason = reply.error.code === 'STORAGE' ? reply.error.message : '数据服务没有启动。'
  dialog.showErrorBox('援卷无法启动', `${reason}\n\n数据没有被改动。请重新打开援卷；如仍不行，请联系维护人员。`)
  app.exit(1)
}

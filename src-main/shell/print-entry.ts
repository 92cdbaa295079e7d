// A small Electron program of its own that only prints papers to PDF: the core uses it where no window is open (from the
// command line and in tests). It is started by src-main/host/electron-printer.ts and talks over Node's channel to it.
import { rmSync } from 'node:fs'
import path from 'node:path'
import { app } from 'electron'
import { PROFILE_PREFIX, type PrinterAnswer, type PrinterRequest } from '../host/printer-protocol.ts'
import { createPaperPress } from './paper-press.ts'
import { registerAppScheme } from './scheme.ts'

function answer(message: PrinterAnswer): void {
  process.send?.(message)
}

registerAppScheme()
// There is no screen to draw for; without this the GPU process looks for one.
app.disableHardwareAcceleration()
process.once('disconnect', () => {
  // Whoever started this may be gone without having cleaned up; only a folder it made for us is ever removed.
  const profile = app.getPath('userData')
  if (path.basename(profile).startsWith(PROFILE_PREFIX)) rmSync(profile, { recursive: true, force: true })
  app.exit(0)
})
app.on('window-all-closed', () => undefined)

app.whenReady().then(() => {
  const press = createPaperPress({ offscreen: true })
  process.on('message', (request: PrinterRequest) => {
    press.toPdf(request.html, { landscape: request.landscape }).then(
      pdf => answer({ id: request.id, pdf }),
      error => answer({ id: request.id, problem: String(error) }),
    )
  })
  answer({ ready: true })
})

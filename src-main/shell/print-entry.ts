// A small Electron program of its own that only prints papers to PDF: the core uses it where no window is open (from the
// command line and in tests). It is started by src-main/host/electron-printer.ts and talks over Node's channel to it.
import { app } from 'electron'
import type { PrinterAnswer, PrinterRequest } from '../host/electron-printer.ts'
import { createPaperPress } from './paper-press.ts'
import { registerAppScheme } from './scheme.ts'

function answer(message: PrinterAnswer): void {
  process.send?.(message)
}

registerAppScheme()
// There is no screen to draw for; without this the GPU process looks for one.
app.disableHardwareAcceleration()
process.once('disconnect', () => app.exit(0))
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

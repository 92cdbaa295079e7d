// Runs the journeys (Playwright) in the Electron at hand, on a virtual display where there is none.
// Usage: node scripts/journeys.mjs [file or Playwright option …]
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { findElectronRuntime } from './electron-runtime.mjs'
import { packageBin, projectNode, run, say } from './project.mjs'
import { hasDisplay, startVirtualDisplay } from './virtual-display.mjs'

/** Builds the app and runs the journeys; resolves to Playwright's exit code. `report` is the path of its JSON report. */
export async function runJourneys(playwrightArguments, report) {
  const runtime = await findElectronRuntime()
  await build()
  const display = hasDisplay() ? { environment: process.env, close: () => undefined } : await startVirtualDisplay()
  try {
    const { code } = await run(projectNode(), [packageBin('@playwright/test', 'cli.js'), 'test', ...playwrightArguments], {
      env: {
        ...display.environment,
        YUANJUAN_ELECTRON: runtime.electron,
        YUANJUAN_SQLITE_ADDON: runtime.nativeBinding ?? '',
        ...(report ? { PLAYWRIGHT_JSON_OUTPUT_FILE: report } : {}),
      },
    })
    return code ?? 1
  } finally {
    display.close()
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  runJourneys(process.argv.slice(2)).then(
    code => {
      process.exitCode = code
    },
    error => {
      say(error.message)
      process.exitCode = 1
    },
  )
}

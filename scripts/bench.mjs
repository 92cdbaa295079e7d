// Measures the app against floors taken in the same run, on practice centers of 20,000 and of 100,000 cases.
// Usage: npm run bench [-- --cases N,N …]      Nothing here passes or fails: a shared machine's times decide nothing.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from './build.mjs'
import { findElectronRuntime } from './electron-runtime.mjs'
import { mustRun, projectNode, say } from './project.mjs'
import { setUp } from './set-up.mjs'
import { hasDisplay, startVirtualDisplay } from './virtual-display.mjs'

const { values } = parseArgs({ options: { cases: { type: 'string', default: '20000,100000' } } })
await setUp('test')
const runtime = await findElectronRuntime()
await build()
const work = mkdtempSync(path.join(os.tmpdir(), 'yuanjuan-bench-'))
const display = hasDisplay() ? { environment: process.env, close: () => undefined } : await startVirtualDisplay()
const env = { ...display.environment, YUANJUAN_ELECTRON: runtime.electron, YUANJUAN_SQLITE_ADDON: runtime.nativeBinding ?? '' }
try {
  for (const [turn, cases] of values.cases.split(',').entries()) {
    const data = path.join(work, `data-${cases}`)
    say(`练习数据 / practice data: ${cases}`)
    const sample = ['src-main/host/sample.ts', '--data', data, '--cases', cases, '--seed', '1', '--rows-only']
    await mustRun(projectNode(), sample, { env })
    await mustRun(projectNode(), ['tests/bench/core.bench.ts', data], { env })
    // Starting and memory hang on the window, not on how much stands in the database.
    if (turn === 0) await mustRun(projectNode(), ['tests/bench/window.bench.ts', data], { env })
    rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  }
} finally {
  display.close()
  rmSync(work, { recursive: true, force: true, maxRetries: 5 })
}

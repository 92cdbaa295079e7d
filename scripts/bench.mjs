// Measures the app against floors taken in the same run, on a practice center of 20,000 cases.
// Usage: npm run bench [-- --cases N]      Nothing here passes or fails: a shared machine's times decide nothing.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from './build.mjs'
import { findElectronRuntime } from './electron-runtime.mjs'
import { mustRun, projectNode, say } from './project.mjs'
import { setUp } from './set-up.mjs'
import { hasDisplay, startVirtualDisplay } from './virtual-display.mjs'

const { values } = parseArgs({ options: { cases: { type: 'string', default: '20000' } } })
await setUp('test')
const runtime = await findElectronRuntime()
await build()
const work = mkdtempSync(path.join(os.tmpdir(), 'yuanjuan-bench-'))
const data = path.join(work, 'data')
const display = hasDisplay() ? { environment: process.env, close: () => undefined } : await startVirtualDisplay()
const env = { ...display.environment, YUANJUAN_ELECTRON: runtime.electron, YUANJUAN_SQLITE_ADDON: runtime.nativeBinding ?? '' }
try {
  say(`练习数据 / practice data: ${values.cases}`)
  await mustRun(projectNode(), ['src-main/host/sample.ts', '--data', data, '--cases', values.cases, '--seed', '1'], { env })
  await mustRun(projectNode(), ['tests/bench/core.bench.ts', data], { env })
  await mustRun(projectNode(), ['tests/bench/window.bench.ts', data], { env })
} finally {
  display.close()
  rmSync(work, { recursive: true, force: true, maxRetries: 5 })
}

// Start and memory of the app against a bare Electron window: node tests/bench/window.bench.ts DATA_FOLDER (run by scripts/bench.mjs)
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { lineOf, median } from './figures.ts'

const [dataFolder = ''] = process.argv.slice(2)
const electron = process.env.YUANJUAN_ELECTRON ?? ''
const work = mkdtempSync(path.join(os.tmpdir(), 'yuanjuan-bench-'))
const bare = path.join(work, 'bare')
const TURNS = 5
const rootArguments = process.getuid?.() === 0 ? ['--no-sandbox'] : []

mkdirSync(bare)
writeFileSync(
  path.join(bare, 'package.json'),
  JSON.stringify({ name: 'bare', version: '1.0.0', type: 'module', main: 'main.mjs' }),
)
writeFileSync(
  path.join(bare, 'main.mjs'),
  `import { app, BrowserWindow } from 'electron'
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true, contextIsolation: true } })
  .loadURL('data:text/html,<!doctype html><title>bare</title><main>bare</main>'))
app.on('window-all-closed', () => app.quit())`,
)

type Measure = { readonly milliseconds: number; readonly megabytes: number }

async function measure(target: readonly string[], selector: string, turn: number): Promise<Measure> {
  const started = performance.now()
  const app = await _electron.launch({
    executablePath: electron,
    args: [...rootArguments, `--user-data-dir=${path.join(work, `profile-${turn}-${selector}`)}`, ...target],
    env: { ...(process.env as Record<string, string>), YUANJUAN_TEST: '1' },
  })
  const page = await app.firstWindow()
  await page.waitForSelector(selector)
  // The frame after the next has surely been painted.
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  const milliseconds = performance.now() - started
  const megabytes = await memoryOf(app)
  await app.close()
  return { milliseconds, megabytes }
}

async function memoryOf(app: ElectronApplication): Promise<number> {
  const kilobytes = await app.evaluate(({ app: running }) =>
    running.getAppMetrics().reduce((sum, one) => sum + one.memory.workingSetSize, 0),
  )
  return kilobytes / 1024
}

const floors: Measure[] = []
const measured: Measure[] = []
// In turns, so that a busy minute of the machine falls on both.
for (let turn = 0; turn < TURNS; turn += 1) {
  floors.push(await measure([bare], 'main', turn))
  measured.push(await measure([process.cwd(), '--data', dataFolder], 'input[type="password"]', turn))
}
const middle = (values: readonly Measure[], field: keyof Measure) => median(values.map(value => value[field]))
console.log(
  lineOf({
    name: 'start to usable window / bare Electron window',
    measured: middle(measured, 'milliseconds'),
    floor: middle(floors, 'milliseconds'),
    unit: 'ms',
    aim: 1.5,
  }),
)
console.log(
  lineOf({
    name: 'memory of all processes / bare window',
    measured: middle(measured, 'megabytes'),
    floor: middle(floors, 'megabytes'),
    unit: 'MB',
    aim: 1.3,
  }),
)
rmSync(work, { recursive: true, force: true, maxRetries: 5 })

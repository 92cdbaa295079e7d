import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test'
import { requestsThatLeft } from './net-log.ts'

export { PASSWORD, RECOVERY_KEY } from './center-facts.ts'
export { expect }

/** What is wrong with the data folder before the app opens it. */
export type Trouble = 'none' | 'corruptDatabase' | 'newerFile' | 'readOnlyFolder'

export type JourneyOptions = {
  /**
   * The prepared center (see prepare-center.ts) with so many sample cases, and the last weeks of the practice desk where asked for; null for
   * an empty folder (first run).
   */
  readonly center: { readonly sampleCases: number; readonly hasDesk?: boolean } | null
  readonly trouble: Trouble
}

export type OpenApp = { readonly app: ElectronApplication; readonly page: Page }

export type JourneyFixtures = {
  /** A fresh folder of this test; everything of the test is inside and goes with it. */
  readonly workFolder: string
  /** The data folder, as `center` and `trouble` say. */
  readonly dataFolder: string
  /** Opens the app on the data folder; for tests that open it more than once. Closed with the test. */
  readonly openApp: () => Promise<OpenApp>
  readonly opened: OpenApp
  readonly app: ElectronApplication
  readonly page: Page
  /** Lets the file dialogs answer: files or a folder to open, a place to save. Without an answer a dialog is cancelled. */
  readonly answerDialogs: (answers: { readonly open?: readonly string[]; readonly save?: string }) => Promise<void>
  /** From now on printing goes nowhere and "succeeds"; the returned function tells how many papers were printed. */
  readonly catchPrinting: () => Promise<() => Promise<number>>
  /** Closes the app and checks Chromium's own log: no name looked up, no connection opened, no foreign address asked for. */
  readonly expectNoRequestLeft: () => Promise<void>
}

const projectFolder = process.cwd()
const isRoot = process.getuid?.() === 0
const templates = new Map<string, string>()

/** A prepared center, made once in each worker and copied for each test. */
function centerTemplate({ sampleCases, hasDesk }: NonNullable<JourneyOptions['center']>, trouble: Trouble): string {
  const extra = [...(trouble === 'newerFile' ? ['newer'] : []), ...(hasDesk ? ['desk'] : [])]
  const name = `${sampleCases} ${extra}`
  const known = templates.get(name)
  if (known) return known
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yuanjuan-template-'))
  execFileSync(process.execPath, [path.join('tests', 'e2e', 'prepare-center.ts'), folder, String(sampleCases), ...extra], {
    cwd: projectFolder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  templates.set(name, folder)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Overwrites a stretch in the middle of the database, as a failing disk would. */
function damage(file: string): void {
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, Buffer.alloc(8192, 0x5a), 0, 8192, Math.floor(statSync(file).size / 2))
  writeSync(descriptor, Buffer.alloc(4096, 0x5a), 0, 4096, 0)
  closeSync(descriptor)
}

/** Root may write anywhere; without this right it is held to a folder's mode like anyone else. */
function withoutRootsRights(electron: string, folder: string): string {
  if (!isRoot) return electron
  const wrapper = path.join(folder, 'electron-without-rights')
  const given = '-dac_override,-dac_read_search,-fowner'
  writeFileSync(wrapper, `#!/bin/sh\nexec setpriv --inh-caps=${given} --bounding-set=${given} '${electron}' "$@"\n`)
  chmodSync(wrapper, 0o755)
  return wrapper
}

function electronAtHand(): string {
  const electron = process.env.YUANJUAN_ELECTRON
  if (!electron) throw new Error('Start journeys with: node scripts/journeys.mjs')
  return electron
}

export const test = base.extend<JourneyFixtures & JourneyOptions>({
  center: [null, { option: true }],
  trouble: ['none', { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of needed fixtures from this pattern
  workFolder: async ({}, use) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'yuanjuan-journey-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },

  dataFolder: async ({ workFolder, center, trouble }, use) => {
    const folder = path.join(workFolder, 'data')
    if (center) cpSync(centerTemplate(center, trouble), folder, { recursive: true })
    else mkdirSync(folder)
    if (trouble === 'corruptDatabase') damage(path.join(folder, 'yuanjuan.db'))
    if (trouble === 'readOnlyFolder') chmodSync(folder, 0o555)
    await use(folder)
    chmodSync(folder, 0o755)
  },

  openApp: async ({ workFolder, dataFolder, trouble }, use) => {
    const open: ElectronApplication[] = []
    let starts = 0
    await use(async () => {
      starts += 1
      const electron = electronAtHand()
      const app = await _electron.launch({
        executablePath: trouble === 'readOnlyFolder' ? withoutRootsRights(electron, workFolder) : electron,
        args: [
          ...(isRoot ? ['--no-sandbox'] : []),
          `--user-data-dir=${path.join(workFolder, 'window')}`,
          `--log-net-log=${path.join(workFolder, `net-${starts}.json`)}`,
          projectFolder,
          '--data',
          dataFolder,
        ],
        env: { ...(process.env as Record<string, string>), YUANJUAN_TEST: '1' },
      })
      open.push(app)
      return { app, page: await app.firstWindow() }
    })
    for (const app of open) await app.close()
  },

  opened: async ({ openApp }, use) => use(await openApp()),
  app: async ({ opened }, use) => use(opened.app),
  page: async ({ opened }, use) => use(opened.page),

  answerDialogs: async ({ app }, use) => {
    await use(async ({ open = [], save }) => {
      await app.evaluate(
        ({ dialog }, answers) => {
          dialog.showOpenDialog = async () => ({ canceled: answers.open.length === 0, filePaths: [...answers.open] })
          dialog.showSaveDialog = async () => ({ canceled: answers.save === null, filePath: answers.save ?? '' })
        },
        { open, save: save ?? null },
      )
    })
  },

  catchPrinting: async ({ app }, use) => {
    await use(async () => {
      await app.evaluate(({ app: electronApp, webContents }) => {
        const counter = globalThis as { printedPapers?: number }
        counter.printedPapers = 0
        const pretend = (contents: Electron.WebContents) => {
          contents.print = (_options, done) => {
            counter.printedPapers = (counter.printedPapers ?? 0) + 1
            done?.(true, '')
          }
        }
        webContents.getAllWebContents().forEach(pretend)
        electronApp.on('web-contents-created', (_event, contents) => pretend(contents))
      })
      return () => app.evaluate(() => (globalThis as { printedPapers?: number }).printedPapers ?? 0)
    })
  },

  expectNoRequestLeft: async ({ app, workFolder }, use) => {
    await use(async () => {
      await app.close()
      const logs = [1, 2, 3, 4, 5].map(start => path.join(workFolder, `net-${start}.json`)).filter(existsSync)
      expect(logs.length).toBeGreaterThan(0)
      for (const log of logs) expect(requestsThatLeft(log)).toEqual([])
    })
  },
})

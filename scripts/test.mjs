// The whole test run: set-up, types, lint, unit tests, build, journeys in the real window.
// Usage: npm test            The last line is "N passed, N failed" (", N skipped" if any), counted from the runners' own reports.
import { existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder, packageBin, projectFolder, projectNode, run, say } from './project.mjs'
import { setUp } from './set-up.mjs'
import { addCounts, closingLine, journeyCounts, readReport, unitCounts } from './test-counts.mjs'

const reports = path.join(projectFolder, 'test-results')
const unitReport = path.join(reports, 'unit.json')
const journeyReport = path.join(reports, 'journeys.json')

// The tests make thousands of small databases, and every one waits for its disk: in memory they do not.
const memoryDisk = '/dev/shm'
const roomInBytes = 3 * 1024 ** 3

/** Runs the work with the tests' folders in memory, where this machine has room for them, and cleans up after it. */
async function inMemoryWhereThereIsRoom(work) {
  if (process.env.TMPDIR || !existsSync(memoryDisk)) return work()
  const { bavail, bsize } = statfsSync(memoryDisk)
  if (bavail * bsize < roomInBytes) return work()
  const folder = mkdtempSync(path.join(memoryDisk, 'yuanjuan-test-'))
  process.env.TMPDIR = folder
  try {
    return await work()
  } finally {
    delete process.env.TMPDIR
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Does one part under its own heading; resolves to whether it ended well. */
async function part(title, work) {
  say(title)
  const started = Date.now()
  const code = await work().catch(error => {
    say(error.message)
    return 1
  })
  say(`${title}: ${code === 0 ? 'ok' : '没有通过 / failed'} (${Math.round((Date.now() - started) / 1000)} s)`)
  return code === 0
}

async function onProjectNode(programArguments) {
  return (await run(projectNode(), programArguments)).code
}

async function journeys() {
  // Loaded only now: on a fresh clone the packages behind it were installed a moment ago.
  const { runJourneys } = await import('./journeys.mjs')
  return runJourneys([], journeyReport)
}

async function test() {
  await setUp('test')
  // Many tests start the program anew (killed, or called from outside): each takes its compiled modules from here.
  process.env.NODE_COMPILE_CACHE ??= path.join(cacheFolder(), 'compiled')
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const unitTests = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]
  const outcomes = [
    await part('类型检查 / types', () => onProjectNode([packageBin('typescript', 'bin/tsc'), '-p', 'tsconfig.json'])),
    await part('代码规范 / lint', () => onProjectNode([packageBin('@biomejs/biome', 'bin/biome'), 'check', '.'])),
    await part('单元测试 / unit tests', () => onProjectNode([packageBin('vitest', 'vitest.mjs'), ...unitTests])),
    await part('窗口流程 / journeys', journeys),
  ]
  return outcomes.every(Boolean)
}

const isGood = await inMemoryWhereThereIsRoom(test).catch(error => {
  say(error.message)
  return false
})
const counts = addCounts(unitCounts(readReport(unitReport)), journeyCounts(readReport(journeyReport)))
process.exitCode = isGood && counts.failed === 0 && counts.passed > 0 ? 0 : 1
if (process.exitCode !== 0) say('没有全部通过，见上文 / not everything passed, see above')
process.stdout.write(`${closingLine(counts)}\n`)

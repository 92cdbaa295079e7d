// The whole test run: set-up, types, lint, unit tests, build, journeys in the real window.
// Usage: npm test            The last line is "N passed, N failed" (", N skipped" if any), counted from the runners' own reports.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { packageBin, projectFolder, projectNode, run, say } from './project.mjs'
import { setUp } from './set-up.mjs'

const reports = path.join(projectFolder, 'test-results')
const unitReport = path.join(reports, 'unit.json')
const journeyReport = path.join(reports, 'journeys.json')

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** Counts of a Vitest report. A file that could not even be loaded holds no test, yet counts as one failure. */
function unitCounts() {
  const report = readReport(unitReport)
  if (!report) return { passed: 0, failed: 0, skipped: 0 }
  const unloaded = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0).length
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** Counts of a Playwright report. A journey that passed only at a second try is a failure. */
function journeyCounts() {
  const report = readReport(journeyReport)
  if (!report) return { passed: 0, failed: 0, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + (report.errors?.length ?? 0), skipped }
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

const isGood = await test().catch(error => {
  say(error.message)
  return false
})
const counts = [unitCounts(), journeyCounts()]
const sum = name => counts.reduce((total, each) => total + each[name], 0)
const ran = sum('passed') + sum('failed')
process.exitCode = isGood && sum('failed') === 0 && ran > 0 ? 0 : 1
if (process.exitCode !== 0) say('没有全部通过，见上文 / not everything passed, see above')
process.stdout.write(
  `${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}\n`,
)

// What a test run's closing line says, counted from the runners' own JSON reports.
import { readFileSync } from 'node:fs'

const NONE = { passed: 0, failed: 0, skipped: 0 }

/** A report file's content, or null when the runner did not get as far as writing one. */
export function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** Counts of a Vitest report. A file that could not even be loaded holds no test, yet counts as one failure. */
export function unitCounts(report) {
  if (!report) return NONE
  const unloaded = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0).length
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** Counts of a Playwright report. A journey that passed only at a second try is a failure, and so is a file that broke. */
export function journeyCounts(report) {
  if (!report) return NONE
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + (report.errors?.length ?? 0), skipped }
}

/** The sum of two counts. */
export function addCounts(left, right) {
  return { passed: left.passed + right.passed, failed: left.failed + right.failed, skipped: left.skipped + right.skipped }
}

/** The line a run closes with: “N passed, N failed”, and “, N skipped” when there are any. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

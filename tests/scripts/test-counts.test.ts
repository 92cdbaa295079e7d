import { describe, expect, test } from 'vitest'

const { addCounts, closingLine, journeyCounts, unitCounts } = await import(
  new URL('../../scripts/test-counts.mjs', import.meta.url).href
)

function unitReport(
  passed: number,
  failed: number,
  pending: number,
  files: readonly { status: string; assertionResults: readonly unknown[] }[],
) {
  return { numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, numTodoTests: 0, testResults: files }
}

describe('the closing line of a test run', () => {
  test.each([
    ['all well', { passed: 12, failed: 0, skipped: 0 }, '12 passed, 0 failed'],
    ['a failure', { passed: 11, failed: 1, skipped: 0 }, '11 passed, 1 failed'],
    ['something skipped', { passed: 10, failed: 0, skipped: 2 }, '10 passed, 0 failed, 2 skipped'],
  ])('%s', (_name, counts, line) => {
    expect(closingLine(counts)).toBe(line)
  })

  test('a test file that could not be loaded counts as a failure, one with a failed test does not count twice', () => {
    const broken = { status: 'failed', assertionResults: [] }
    const failed = { status: 'failed', assertionResults: [{}] }
    expect(unitCounts(unitReport(5, 1, 2, [broken, failed]))).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })

  test.each([
    [
      'passed only at a second try',
      { expected: 3, unexpected: 0, flaky: 1, skipped: 0 },
      [],
      { passed: 3, failed: 1, skipped: 0 },
    ],
    ['failed', { expected: 3, unexpected: 2, flaky: 0, skipped: 1 }, [], { passed: 3, failed: 2, skipped: 1 }],
    [
      'broke outside a test',
      { expected: 3, unexpected: 0, flaky: 0, skipped: 0 },
      [{ message: 'x' }],
      { passed: 3, failed: 1, skipped: 0 },
    ],
  ])('a journey that %s', (_name, stats, errors, counts) => {
    expect(journeyCounts({ stats, errors })).toEqual(counts)
  })

  test('a runner that wrote no report counts nothing', () => {
    expect(addCounts(unitCounts(null), journeyCounts(null))).toEqual({ passed: 0, failed: 0, skipped: 0 })
  })
})

import { defineConfig } from '@playwright/test'

// Started by scripts/test.mjs, which finds the Electron, builds the app and gives it a display. To run one journey by hand:
// node scripts/journeys.mjs tests/e2e/window-safety.e2e.ts
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results/journeys',
  workers: 2,
  fullyParallel: true,
  // A journey that passes only at a second try has found something: no retries.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['line'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? 'test-results/journeys.json' }]],
})

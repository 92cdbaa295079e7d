import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/{domain,contract,store,migrations,app,papers,renderer,architecture,packs,host,scripts}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Our modules keep no state between calls, so the files need not load them anew each.
    isolate: false,
  },
})

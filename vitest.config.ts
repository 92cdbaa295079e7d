import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/{domain,contract,store,migrations,app,papers,renderer,architecture,packs,host,scripts}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // What our modules keep between calls (days reckoned, packs read) changes no answer, so the files need not load them anew each.
    isolate: false,
  },
})

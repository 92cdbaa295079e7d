import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// The oldest Electron the app runs in is the substitute runtime's (scripts/electron-runtime.mjs): Node 20.18, Chrome 130.
const NODE_TARGET = 'node20.18'
const CHROME_TARGET = 'chrome130'

/** scripts/build.mjs builds beside the finished folder and swaps the two when all went well. */
const outFolder = process.env.YUANJUAN_BUILD_FOLDER ?? 'out'

export default defineConfig({
  main: {
    // The one package that stays outside is the one in "dependencies": the SQLite addon. All else is bundled.
    build: {
      target: NODE_TARGET,
      outDir: path.join(outFolder, 'main'),
      rolldownOptions: {
        input: {
          main: 'src-main/main.ts',
          'core-worker': 'src-main/host/core-worker.ts',
        },
        // Shared chunks stand beside the entries: the worker is found relative to the file that starts it.
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      outDir: path.join(outFolder, 'preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'src-main/preload.ts' },
        // A sandboxed preload must be CommonJS, in one file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    build: {
      target: CHROME_TARGET,
      outDir: path.join(outFolder, 'renderer'),
      minify: true,
      // Everything comes from a file: an inlined asset would be a data: address, which the content policy allows for images only.
      assetsInlineLimit: 0,
      rolldownOptions: { input: 'src-renderer/index.html' },
    },
  },
})

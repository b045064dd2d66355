import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { defineConfig } from 'vite'

const top = join(import.meta.dirname, '..')

/** Electron's main process, and the worker that checks stores. Native modules and Electron are not bundled. */
export default defineConfig({
  root: top,
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: join(top, 'dist', 'main'),
    emptyOutDir: true,
    target: 'node24',
    rolldownOptions: {
      input: {
        main: join(top, 'electron', 'main', 'main.ts'),
        // A file of its own, because it is started by its path.
        'check-worker': join(top, 'electron', 'service', 'checks', 'check-worker.ts'),
      },
      external: ['electron', 'better-sqlite3', 'sharp', 'libxml2-wasm', ...builtinModules, /^node:/u],
      output: { format: 'es', entryFileNames: '[name].mjs' },
    },
  },
})

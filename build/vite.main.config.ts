import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { defineConfig } from 'vite'

const top = join(import.meta.dirname, '..')

/** Electron's own half: a file for the main process, and one for the worker that checks. What is native or Electron's stays outside. */
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
        // Lies beside the bundle under its own name: it is started by its path.
        'check-worker': join(top, 'electron', 'service', 'checks', 'check-worker.ts'),
      },
      external: ['electron', 'better-sqlite3', 'sharp', 'libxml2-wasm', ...builtinModules, /^node:/u],
      output: { format: 'es', entryFileNames: '[name].mjs' },
    },
  },
})

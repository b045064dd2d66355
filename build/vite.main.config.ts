import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { defineConfig } from 'vite'

const top = join(import.meta.dirname, '..')

/** Electron's own half: a file for the main process, and one for each worker. What is native or Electron's stays outside. */
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
        // Lie beside the bundle under their own names: they are started by their paths.
        'check-worker': join(top, 'electron', 'service', 'checks', 'check-worker.ts'),
        'parse-worker': join(top, 'electron', 'service', 'parsing', 'parse-worker.ts'),
      },
      // `subset-font` finds its WebAssembly beside itself.
      external: ['electron', 'better-sqlite3', 'sharp', 'libxml2-wasm', 'subset-font', ...builtinModules, /^node:/u],
      output: { format: 'es', entryFileNames: '[name].mjs' },
    },
  },
})

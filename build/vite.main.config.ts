import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { defineConfig } from 'vite'

const top = join(import.meta.dirname, '..')

/** Electron's own half: one file for the main process. What is native or Electron's stays outside. */
export default defineConfig({
  root: top,
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: join(top, 'electron', 'main', 'main.ts'),
    outDir: join(top, 'dist', 'main'),
    emptyOutDir: true,
    target: 'node24',
    rolldownOptions: {
      external: ['electron', 'better-sqlite3', ...builtinModules, /^node:/u],
      output: { format: 'es', entryFileNames: 'main.mjs' },
    },
  },
})

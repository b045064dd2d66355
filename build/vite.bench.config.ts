import { join } from 'node:path'
import { defineConfig } from 'vite'

const top = join(import.meta.dirname, '..')

/** The bare editors of the typing bench. That of sealing builds its own page with it. */
export default defineConfig({
  root: join(top, 'tests', 'bench', 'typing', 'page'),
  base: './',
  build: {
    outDir: join(top, 'dist', 'bench'),
    emptyOutDir: true,
    target: 'chrome120',
    modulePreload: { polyfill: false },
  },
})

import { join } from 'node:path'
import { defineConfig } from 'vite'

const top = join(import.meta.dirname, '..')

/** The preload: a sandboxed window loads a single CommonJS file, which can only require Electron. */
export default defineConfig({
  root: top,
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: join(top, 'electron', 'main', 'preload', 'preload.ts'),
    outDir: join(top, 'dist', 'preload'),
    emptyOutDir: true,
    target: 'chrome120',
    rolldownOptions: {
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
})

import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const top = join(import.meta.dirname, '..')

/** The page. Scripts and fonts are separate files: its security policy allows nothing inline. */
export default defineConfig({
  root: join(top, 'renderer'),
  base: './',
  plugins: [react()],
  build: {
    outDir: join(top, 'dist', 'renderer'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'chrome120',
    chunkSizeWarningLimit: 2000,
  },
})

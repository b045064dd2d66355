import { join } from 'node:path'
import { build } from 'vite'

const top = join(import.meta.dirname, '..', '..')

// Rebuilds the page at every change; reload the window to see it. Vite's own server would need inline scripts, which the
// shell's security policy forbids.
await build({ configFile: join(top, 'build', 'vite.renderer.config.ts'), logLevel: 'warn', build: { watch: {} } })
await import('#electron/browser/main.ts')

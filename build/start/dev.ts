import { join } from 'node:path'
import { build } from 'vite'

const top = join(import.meta.dirname, '..', '..')

// The page is built again at every change; reloading the window shows it. The shell keeps its security policy,
// which Vite's own server with its inline scripts could not.
await build({ configFile: join(top, 'build', 'vite.renderer.config.ts'), logLevel: 'warn', build: { watch: {} } })
await import('#electron/browser/main.ts')

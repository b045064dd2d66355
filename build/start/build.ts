import { join } from 'node:path'
import { build } from 'vite'
import { buildIfStale, hashFiles } from './stale.ts'

const top = join(import.meta.dirname, '..', '..')
const SHARED = ['core/**/*.ts', 'package.json', 'package-lock.json', 'build/vite.*.config.ts']

async function viteBuild(config: string): Promise<void> {
  await build({ configFile: join(top, 'build', config), logLevel: 'warn' })
}

/** Builds the page when its sources have changed. */
export async function buildPage(): Promise<void> {
  const hash = hashFiles(top, [...SHARED, 'renderer/**/*.{ts,tsx,css,html,svg}'])
  await buildIfStale(join(top, 'dist', 'renderer.stamp'), hash, async () => {
    process.stderr.write('Midad: building its page.\n')
    await viteBuild('vite.renderer.config.ts')
  })
}

/** Builds Electron's main process and preload when their sources have changed. */
export async function buildMain(): Promise<void> {
  const hash = hashFiles(top, [...SHARED, 'electron/**/*.ts', 'db/**/*.ts'])
  await buildIfStale(join(top, 'dist', 'main.stamp'), hash, async () => {
    await viteBuild('vite.main.config.ts')
    await viteBuild('vite.preload.config.ts')
  })
}

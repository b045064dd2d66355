import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const top = join(import.meta.dirname, '..', '..')
const PACKAGE = join(top, 'node_modules', 'electron')
const FAILURE = join(top, '.cache', 'electron-download')
const DAY_MS = 24 * 60 * 60 * 1000
const PATIENCE_MS = 120_000

/** @returns the path of Electron's runtime, or null when it is not installed. */
export function electronRuntime(): string | null {
  const name = join(PACKAGE, 'path.txt')
  if (!existsSync(name)) return null
  const path = join(PACKAGE, 'dist', readFileSync(name, 'utf8').trim())
  return existsSync(path) ? path : null
}

/**
 * Downloads Electron's runtime with Electron's own script. It comes from GitHub, which not every newsroom can
 * reach. After a failure it is not tried again for a day, so that not every start waits for it.
 * @param now milliseconds since 1970
 * @param retry whether to try even after a recent failure
 * @returns the path of the runtime, or null when it could not be downloaded
 */
export function fetchElectron(now: number, retry: boolean): string | null {
  const version = readFileSync(join(PACKAGE, 'package.json'), 'utf8')
  const last = existsSync(FAILURE) ? Number(readFileSync(FAILURE, 'utf8')) : 0
  if (!retry && now - last < DAY_MS) return null
  process.stderr.write('Midad: looking for Electron’s runtime (once; it is downloaded from GitHub).\n')
  spawnSync(process.execPath, [join(PACKAGE, 'install.js')], { timeout: PATIENCE_MS, stdio: 'ignore' })
  const path = electronRuntime()
  if (path === null && version !== '') {
    mkdirSync(join(top, '.cache'), { recursive: true })
    writeFileSync(FAILURE, String(now))
  }
  return path
}

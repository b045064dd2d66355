import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findBrowser } from '#electron/files/find-browser.ts'
import { top } from './run.ts'

/**
 * Finds a Chromium to test in, or installs one: an installed browser, else Playwright's, else Debian's as root.
 * @returns its path, or null when none could be installed
 */
export function provideChromium(): string | null {
  const installed = findBrowser(process.env, process.platform)
  if (installed !== null) return installed
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  process.stdout.write('No Chromium is installed; installing one.\n')
  const cli = join(top, 'node_modules', 'playwright-core', 'cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit', timeout: 300_000 })
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'inherit', env })
  return findBrowser(process.env, process.platform)
}

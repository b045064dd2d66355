import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const CHROMIUM = process.env['MIDAD_CHROMIUM'] ?? '/usr/bin/chromium'

/** @returns why a test cannot look at a page as a reader does; null when it can. */
export function whyNoChromium(): string | null {
  return existsSync(CHROMIUM) ? null : 'Chromium is not installed'
}

/** Launches the installed Chromium, as a reader's browser. */
export function launchChromium(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-quic', '--disable-background-networking'],
  })
}

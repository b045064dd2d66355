import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from '#electron/files/find-browser.ts'

/** Starts the installed Chromium with nothing that would slow a window in the background. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser(process.env, process.platform)
  if (executablePath === null) throw new Error('There is no Chromium to measure in.')
  const isRoot = process.getuid?.() === 0
  return chromium.launch({
    executablePath,
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      ...['--disable-quic', '--disable-background-networking', '--disable-renderer-backgrounding'],
      ...['--disable-background-timer-throttling', '--disable-backgrounding-occluded-windows'],
      '--enable-precise-memory-info',
    ],
  })
}

import { spawn, type ChildProcess } from 'node:child_process'

/**
 * Opens an app window of an installed browser. Its own profile keeps it apart from the person's other windows, and
 * remembers its size and position.
 * @param profile a folder, which is created if need be
 * @returns the process, which exits when the window is closed.
 */
export function openWindow(browser: string, url: string, profile: string): ChildProcess {
  const isRoot = process.getuid?.() === 0
  const options = [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--window-size=1280,800',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-sync',
    '--disable-extensions',
    // The browser must not offer to translate the Arabic page.
    '--disable-features=Translate',
    // Chromium refuses to start as root with its sandbox.
    ...(isRoot ? ['--no-sandbox'] : []),
  ]
  return spawn(browser, options, { stdio: 'ignore' })
}

import { spawn, type ChildProcess } from 'node:child_process'

/**
 * Opens an app window of an installed browser, with a profile of its own: it shares nothing with the windows in
 * which the person surfs, and remembers its size and place.
 * @param profile a folder, made when it is not there.
 * @returns the process; it ends when the window is closed.
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
    // An Arabic page is no page to be translated.
    '--disable-features=Translate',
    // Chromium refuses to start as root with its sandbox.
    ...(isRoot ? ['--no-sandbox'] : []),
  ]
  return spawn(browser, options, { stdio: 'ignore' })
}

import { spawn, type ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeFileAtomic } from '#electron/files/atomic-write.ts'

/**
 * Opens an app window of an installed browser. Its own profile keeps it apart from the person's other windows, and
 * remembers its size and position.
 * @param url has a key, so it goes through a file that only this user can read: everybody can read command lines
 * @param store the folder for that file and for the profile
 * @returns the process, which exits when the window is closed.
 */
export function openWindow(browser: string, url: string, store: string): ChildProcess {
  const profile = join(store, 'window')
  const page = join(store, 'window.html')
  writeFileAtomic(page, Buffer.from(redirectPage(url)), 0o600)
  const child = spawn(browser, optionsFor(pathToFileURL(page).href, profile, new URL(url).host), { stdio: 'ignore' })
  child.once('exit', () => rmSync(page, { force: true }))
  return child
}

function optionsFor(page: string, profile: string, host: string): string[] {
  const isRoot = process.getuid?.() === 0
  return [
    `--app=${page}`,
    `--user-data-dir=${profile}`,
    '--window-size=1280,800',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-sync',
    '--disable-extensions',
    // Whatever a script in the page tried, this window reaches Midad and nothing else: no other address by a link or a
    // form, which the page's policy does not stop, and nobody by WebRTC. Nobody but root can listen on that port.
    '--proxy-server=http://127.0.0.1:9',
    `--proxy-bypass-list=<-loopback>;${host}`,
    '--webrtc-ip-handling-policy=disable_non_proxied_udp',
    // The browser must not offer to translate the Arabic page.
    '--disable-features=Translate',
    // Chromium refuses to start as root with its sandbox.
    ...(isRoot ? ['--no-sandbox'] : []),
  ]
}

/** @param url made by the server: of letters that HTML does not treat specially */
function redirectPage(url: string): string {
  return `<!doctype html><meta charset="utf-8"><title>مداد</title><meta http-equiv="refresh" content="0;url=${url}">\n`
}

import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { findBrowser } from '../find-browser.ts'
import { printedPage } from './page.ts'

const run = promisify(execFile)

/** A page of pictures takes seconds; a browser that hangs must not hold the desk up for ever. */
const TIMEOUT_MS = 120_000

function options(folder: string): string[] {
  return [
    '--headless=new',
    `--user-data-dir=${join(folder, 'profile')}`,
    `--print-to-pdf=${join(folder, 'page.pdf')}`,
    '--no-pdf-header-footer',
    '--no-first-run',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-sync',
    '--disable-extensions',
    // The page has nothing to fetch; should something slip in, it leads nowhere.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    // Chromium refuses to start as root with its sandbox.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    pathToFileURL(join(folder, 'page.html')).href,
  ]
}

/**
 * Prints a page through an installed Chromium without a window, in a profile that goes with it.
 * @returns the PDF; null where no browser is installed.
 * @throws Error when the browser ends without having printed.
 */
export async function printHeadless(html: string): Promise<Uint8Array | null> {
  const browser = findBrowser(process.env, process.platform)
  if (browser === null) return null
  const folder = mkdtempSync(join(tmpdir(), 'midad-print-'))
  try {
    writeFileSync(join(folder, 'page.html'), printedPage(html))
    await run(browser, options(folder), { timeout: TIMEOUT_MS, killSignal: 'SIGKILL' })
    return readFileSync(join(folder, 'page.pdf'))
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

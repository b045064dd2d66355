import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { findBrowser } from '../find-browser.ts'
import { printedPage } from './page.ts'
import { readRegularFile } from '#db/regular-file.ts'

const run = promisify(execFile)

/** A page with many pictures takes seconds. A browser that hangs is killed. */
const TIMEOUT_MS = 120_000

function options(folder: string): string[] {
  return [
    '--headless=new',
    `--user-data-dir=${join(folder, 'profile')}`,
    `--print-to-pdf=${join(folder, 'page.pdf')}`,
    '--no-pdf-header-footer',
    '--generate-pdf-document-outline',
    '--no-first-run',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-sync',
    '--disable-extensions',
    // The page has nothing to fetch. An address that slipped in resolves to nothing.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    // Chromium refuses to start as root with its sandbox.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    pathToFileURL(join(folder, 'page.html')).href,
  ]
}

/**
 * Prints a page with an installed Chromium, headless and with a temporary profile.
 * @returns the PDF; null if no browser is installed
 * @throws Error if the browser exits without printing
 */
export async function printHeadless(html: string): Promise<Uint8Array | null> {
  const browser = findBrowser(process.env, process.platform)
  if (browser === null) return null
  const folder = mkdtempSync(join(tmpdir(), 'midad-print-'))
  try {
    writeFileSync(join(folder, 'page.html'), await printedPage(html))
    await run(browser, options(folder), { timeout: TIMEOUT_MS, killSignal: 'SIGKILL' })
    return readRegularFile(join(folder, 'page.pdf'))
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

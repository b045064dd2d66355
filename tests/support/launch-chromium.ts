import { existsSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'

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

/** Opens a page of a site on this machine as a reader. It loads nothing from elsewhere. @returns the dialogs that scripts open */
export async function openAsReader(browser: Browser, url: string): Promise<{ page: Page; dialogs: string[] }> {
  const page = await browser.newPage()
  page.setDefaultTimeout(120_000)
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await page.route('**/*', (route) =>
    new URL(route.request().url()).hostname === '127.0.0.1' ? route.continue() : route.abort(),
  )
  await page.goto(url)
  return { page, dialogs }
}

import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { refusalWords } from '#core/locale/refusal.ts'
import { translator, type Translate } from '#core/locale/translate.ts'
import { ContractError } from '#core/contract/errors.ts'
import { defaultStoreFolder } from '#electron/service/default-folder.ts'
import { languageOf } from '#electron/service/language.ts'
import { openService } from '#electron/service/open-service.ts'
import { findBrowser, hasDisplay } from './find-browser.ts'
import { openWindow } from './open-window.ts'
import { serveService } from './server.ts'

const PAGE = join(import.meta.dirname, '..', '..', 'dist', 'renderer')

const { values } = parseArgs({
  options: {
    store: { type: 'string' },
    port: { type: 'string' },
    'no-window': { type: 'boolean', default: false },
  },
})
const t = translator(languageOf(process.env), 'latn')

try {
  await run(resolve(values.store ?? defaultStoreFolder(process.env, process.platform)), Number(values.port ?? 0), t)
} catch (error) {
  if (!(error instanceof ContractError)) throw error
  process.stderr.write(`midad: ${refusalWords(error.code, error.params, t)}\n`)
  process.exitCode = 1
}

/** Serves the store until the window is closed or the process is asked to stop. */
async function run(store: string, port: number, say: Translate): Promise<void> {
  const service = openService(store)
  try {
    const served = await serveService({ service, staticFolder: PAGE, port })
    const stopped = stopAsked()
    try {
      process.stdout.write(`Midad: ${served.url}\n`)
      const window = values['no-window'] ? null : showWindow(served.launchUrl(), join(store, 'window'), say)
      const closed = window === null ? null : once(window, 'exit')
      await Promise.race(closed === null ? [stopped] : [stopped, closed])
      if (window?.exitCode === null) window.kill()
    } finally {
      await served.close()
    }
  } finally {
    service.close()
  }
}

function showWindow(url: string, profile: string, say: Translate): ReturnType<typeof openWindow> | null {
  const browser = findBrowser(process.env, process.platform)
  const reason =
    browser === null ? 'cli.no-browser' : hasDisplay(process.env, process.platform) ? null : 'cli.no-display'
  if (browser === null || reason !== null) {
    process.stdout.write(`${say(reason ?? 'cli.no-browser')}\n`)
    return null
  }
  return openWindow(browser, url, profile)
}

/** Ctrl+C reaches this process from the terminal and once more from the launcher: the second must not cut it short. */
function stopAsked(): Promise<void> {
  const { promise, resolve: stop } = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop())
  return promise
}

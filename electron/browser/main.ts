import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { refusalWords } from '#core/locale/refusal.ts'
import { translator, type Translate } from '#core/locale/translate.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Actor } from '#core/review/states.ts'
import { defaultStoreFolder } from '#electron/service/environment/default-folder.ts'
import { namedPerson, PERSON_OPTIONS } from '#electron/service/environment/first-person.ts'
import { languageOf } from '#electron/service/environment/language.ts'
import { findBrowser, hasDisplay } from '#electron/files/find-browser.ts'
import { openWindow } from './open-window.ts'
import { superviseService } from './supervise.ts'
import { terminalText } from './terminal-text.ts'

const { values } = parseArgs({
  options: {
    store: { type: 'string' },
    port: { type: 'string' },
    ...PERSON_OPTIONS,
    'no-window': { type: 'boolean', default: false },
  },
})
const t = translator(languageOf(process.env), 'latn')

try {
  const folder = resolve(values.store ?? defaultStoreFolder(process.env, process.platform))
  await run({ store: folder, port: Number(values.port ?? 0), person: namedPerson(values) }, t)
} catch (error) {
  if (!(error instanceof ContractError)) throw error
  process.stderr.write(`midad: ${refusalWords(error.code, error.params, t)}\n`)
  process.exitCode = 1
}

/** Serves the store until the window is closed or the process is asked to stop. */
async function run(
  { store, port, person }: { store: string; port: number; person: Actor | null },
  say: Translate,
): Promise<void> {
  const signals = stopSignals()
  const service = superviseService({
    ...{ store, port, person },
    start: () => fork(join(import.meta.dirname, 'service-process.ts')),
    onAddress: (url, until) => process.stdout.write(`Midad: ${url}\n${say('cli.address-until', { until })}\n`),
    onRole({ name, role }) {
      const words = { name: terminalText(name), role: say(`common.role-${role}`) }
      process.stdout.write(`${say('cli.role-changed', words)}\n`)
    },
    onSite: (site) => process.stdout.write(`${say('cli.new-site', { site: terminalText(site) })}\n`),
    onDied: () => process.stderr.write(`${say('cli.service-died')}\n`),
    onUnsaved() {
      process.stderr.write(`${say('cli.unsaved')}\n`)
      void signals.next().then(() => service.stop(true))
    },
  })
  const { launchUrl } = await service.ready
  const window = values['no-window'] ? null : showWindow(launchUrl, store, say)
  const isClosed = window === null ? null : once(window, 'exit')
  const isGone = service.gaveUp.then(() => {
    process.stderr.write(`midad: ${say('cli.service-gave-up')}\n`)
    process.exitCode = 1
    // The unsaved text is in the window only. The window says so, and offers to save it elsewhere.
    return isClosed
  })
  await Promise.race([signals.first, isGone, ...(isClosed === null ? [] : [isClosed])])
  await service.stop()
  if (window?.exitCode === null) window.kill()
}

function showWindow(url: string, store: string, say: Translate): ReturnType<typeof openWindow> | null {
  const browser = findBrowser(process.env, process.platform)
  const reason =
    browser === null ? 'cli.no-browser' : hasDisplay(process.env, process.platform) ? null : 'cli.no-display'
  if (browser === null || reason !== null) {
    process.stdout.write(`${say(reason ?? 'cli.no-browser')}\n`)
    return null
  }
  return openWindow(browser, url, store)
}

/**
 * Ctrl+C reaches this process from the terminal and once more from the launcher. The second must not end it early, so
 * after the first signal only one that `next` waits for counts.
 */
function stopSignals(): { first: Promise<void>; next: () => Promise<void> } {
  let waiting = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => waiting.resolve())
  return {
    first: waiting.promise,
    next() {
      waiting = Promise.withResolvers<void>()
      return waiting.promise
    },
  }
}

import { join } from 'node:path'
import { ContractError } from '#core/contract/errors.ts'
import { openService } from '#electron/service/open-service.ts'
import type { FromService, ToService } from './messages.ts'
import { serveService } from './server.ts'

// The process that owns the store. It is apart from the shell, which starts it again when it dies.
const PAGE = join(import.meta.dirname, '..', '..', 'dist', 'renderer')
/** So long windows may take to save before the person is told that one could not. */
const PATIENCE_MS = 5000

const tell = (message: FromService): void => {
  // A shell that is gone has nothing to hear.
  if (process.connected) process.send?.(message, () => {})
}
const hurry = Promise.withResolvers<void>()
const asked = Promise.withResolvers<void>()

process.on('message', (message: ToService) => {
  if (message.type === 'begin') void serve(message)
  else {
    asked.resolve()
    if (message.now) hurry.resolve()
  }
})
// Without the shell nobody could end this process, and its lock would keep the next one from the store.
process.on('disconnect', () => {
  asked.resolve()
  setTimeout(hurry.resolve, PATIENCE_MS).unref()
})
// Ctrl+C reaches every process of the terminal; the shell says when it is time.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})

/** Serves the store until it is asked to stop. */
async function serve({ store, port, secret, isRestart }: Extract<ToService, { type: 'begin' }>): Promise<void> {
  try {
    const service = openService(store, { isRestart })
    try {
      const served = await serveService({ service, staticFolder: PAGE, port, secret })
      tell({ type: 'ready', port: served.port, url: served.url, launchUrl: served.launchUrl() })
      await asked.promise
      const patience = setTimeout(() => tell({ type: 'unsaved' }), PATIENCE_MS)
      await Promise.race([served.settle(), hurry.promise])
      clearTimeout(patience)
      tell({ type: 'settled' })
      await served.close()
    } finally {
      service.close()
    }
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    tell({ type: 'refused', code: error.code, params: error.params })
  }
  if (process.connected) process.disconnect()
}

// The process that owns the store. The shell is another process, which restarts this one when it dies.
import { join } from 'node:path'
import { ContractError } from '#core/contract/errors.ts'
import { openService } from '#electron/service/open-service.ts'
import type { FromService, ToService } from './messages.ts'
import { serveService } from './server.ts'

const PAGE = join(import.meta.dirname, '..', '..', 'dist', 'renderer')
/** How long windows may take to save before the person is told that one could not. */
const PATIENCE_MS = 5000

const send = (message: FromService): void => {
  // The shell may be gone.
  if (process.connected) process.send?.(message, () => {})
}
const forced = Promise.withResolvers<void>()
const asked = Promise.withResolvers<void>()

process.on('message', (message: ToService) => {
  if (message.type === 'start') void serve(message)
  else if (message.type === 'ping') send({ type: 'pong' })
  else {
    asked.resolve()
    if (message.now) forced.resolve()
  }
})
// Without the shell nobody could stop this process, and its lock would keep the next one from the store.
process.on('disconnect', () => {
  asked.resolve()
  setTimeout(forced.resolve, PATIENCE_MS).unref()
})
// Ctrl+C reaches every process of the terminal, but the shell decides when this one stops.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})

/** Serves the store until it is asked to stop. */
async function serve(start: Extract<ToService, { type: 'start' }>): Promise<void> {
  const { store, port, secret, isRestart, person } = start
  try {
    const service = openService(store, {
      ...{ isRestart, person, folderChoice: 'list' },
      // A browser cannot tell a person from a script. The shell says what was asked, where no script can prevent it.
      mayTakeRole({ name, role }) {
        send({ type: 'role', name, role })
        return true
      },
      mayReach(site) {
        send({ type: 'site', site })
        return true
      },
    })
    try {
      const served = await serveService({
        ...{ service, staticFolder: PAGE, port, secret },
        onAddress: (url, validUntil) => send({ type: 'address', url, validUntil }),
      })
      send({ type: 'ready', port: served.port, launchUrl: served.launchUrl() })
      await asked.promise
      const patience = setTimeout(() => send({ type: 'unsaved' }), PATIENCE_MS)
      await Promise.race([served.drain(), forced.promise])
      clearTimeout(patience)
      send({ type: 'drained' })
      await served.close()
    } finally {
      service.close()
    }
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    send({ type: 'refused', code: error.code, params: error.params })
  }
  if (process.connected) process.disconnect()
}

import { join } from 'node:path'
import type { Actor } from '#core/review/states.ts'
import { serveService, type ServedService } from '#electron/browser/server.ts'
import { openService } from '#electron/service/open-service.ts'
import type { Service } from '#electron/service/service.ts'

// A process that serves one store after another, as `service-process.ts` serves one: starting a process takes longer
// than most tests.
const PAGE = join(import.meta.dirname, '..', '..', 'dist', 'renderer')

export type ToHost = { type: 'serve'; store: string; home: string; person: Actor | null } | { type: 'end' }
export type FromHost = { type: 'served' } | { type: 'ended' } | { type: 'address'; url: string }

let current: { service: Service; served: ServedService } | null = null

async function serve({ store, home, person }: Extract<ToHost, { type: 'serve' }>): Promise<FromHost> {
  // Exports go home by default: not into the home of this machine.
  process.env['HOME'] = home
  const service = openService(store, { person, folderChoice: 'list', mayReach: () => true })
  const onAddress = (url: string): void => void process.send?.({ type: 'address', url } satisfies FromHost)
  const served = await serveService({ service, staticFolder: PAGE, onAddress })
  current = { service, served }
  return { type: 'served' }
}

async function end(): Promise<FromHost> {
  await current?.served.close()
  current?.service.close()
  current = null
  return { type: 'ended' }
}

// An error ends this process, which fails the test that asked.
process.on('message', (message: ToHost) => {
  const answer = message.type === 'serve' ? serve(message) : end()
  void answer.then((reply) => process.send?.(reply))
})

import type { ChildProcess } from 'node:child_process'
import { ContractError } from '#core/contract/errors.ts'
import type { FromService, ToService } from './messages.ts'
import { newSecret } from './sessions.ts'

export type Ready = Extract<FromService, { type: 'ready' }>

type Options = {
  store: string
  /** 0: any free one. It stays the same, whatever happens to the process. */
  port: number
  /** Starts a process of the service. */
  start: () => ChildProcess
  /** The process died, and another one is started. */
  onDied: () => void
  /** Asked to stop, it waits for a window that could not save. */
  onUnsaved: () => void
  /** How long to wait before each new start; after the last one it gives up. */
  delaysMs?: readonly number[]
}

export type Supervised = {
  /** The service answers. Rejects with the refusal of a store that cannot be opened. */
  readonly ready: Promise<Ready>
  /** The service died again and again, and is not started any more. */
  readonly gaveUp: Promise<void>
  /** Ends the service, once every window has saved; with `now` at once. @returns when its process is gone. */
  stop(now?: boolean): Promise<void>
}

const DELAYS_MS = [0, 250, 1000, 4000, 10_000]
/** A process that lived so long did not die of its start. */
const CALM_MS = 60_000

/**
 * Keeps a process of the service running: when it dies, another one takes its place, on the same port and with the same
 * sessions, so that the windows find it again and save what they hold.
 */
export function superviseService(options: Options): Supervised {
  const { store, start, delaysMs = DELAYS_MS } = options
  const secret = newSecret()
  const ready = Promise.withResolvers<Ready>()
  const gaveUp = Promise.withResolvers<void>()
  const gone = Promise.withResolvers<void>()
  let { port } = options
  let child: ChildProcess | null = null
  let again: NodeJS.Timeout | null = null
  let isStopping = false
  let hasAnswered = false
  let deaths = 0
  // A child that is dying cannot be told anything: its end is what counts.
  const tell = (message: ToService): void => void child?.send(message, () => {})

  function launch(): void {
    const began = Date.now()
    let refusal: ContractError | null = null
    child = start()
    child.on('message', (message: FromService) => {
      if (message.type === 'refused') refusal = new ContractError(message.code, message.params)
      if (message.type === 'unsaved') options.onUnsaved()
      if (message.type !== 'ready') return
      hasAnswered = true
      port = message.port
      ready.resolve(message)
    })
    child.once('exit', () => {
      child = null
      if (isStopping) return gone.resolve()
      // A store that cannot be opened is a person's matter; one that was open before may be so again.
      if (refusal !== null && !hasAnswered) return giveUp(refusal)
      if (Date.now() - began > CALM_MS) deaths = 0
      const delay = delaysMs[deaths]
      deaths += 1
      if (delay === undefined) return giveUp(new ContractError('internal', { reason: 'the service died' }))
      options.onDied()
      again = setTimeout(launch, delay)
    })
    tell({ type: 'begin', store, port, secret })
  }
  function giveUp(reason: ContractError): void {
    ready.reject(reason)
    gaveUp.resolve()
    gone.resolve()
  }
  launch()
  return {
    ready: ready.promise,
    gaveUp: gaveUp.promise,
    stop(now = false) {
      isStopping = true
      if (again !== null) clearTimeout(again)
      if (child === null) gone.resolve()
      else tell({ type: 'stop', now })
      return gone.promise
    },
  }
}

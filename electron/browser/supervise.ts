import type { ChildProcess } from 'node:child_process'
import { setTimeout as after } from 'node:timers/promises'
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
  /** Asked to stop, it waits for a window that could not save, or cannot ask the windows. `stop` with `now` ends it. */
  onUnsaved: () => void
  /** How long to wait before each new start; after the last one it gives up. */
  delaysMs?: readonly number[]
  /** Resolves when the windows of a process that died have had the time to find the next one. */
  windowsAreBack?: () => Promise<void>
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
/** A window looks for the service every four seconds at least. */
const BACK_MS = 6000

/**
 * Keeps a process of the service running: when it dies, another one takes its place, on the same port and with the same
 * sessions, so that the windows find it again and save what they hold.
 */
export function superviseService(options: Options): Supervised {
  const { store, start, delaysMs = DELAYS_MS } = options
  const { windowsAreBack = () => after(BACK_MS, undefined, { ref: false }) } = options
  const secret = newSecret()
  const ready = Promise.withResolvers<Ready>()
  const gaveUp = Promise.withResolvers<void>()
  const gone = Promise.withResolvers<void>()
  let { port } = options
  let child: ChildProcess | null = null
  let again: NodeJS.Timeout | null = null
  let areBack = Promise.resolve()
  let isStopping = false
  let isHurried = false
  let hasAnswered = false
  let deaths = 0
  // A child that is dying cannot be told anything: its end is what counts.
  const tell = (message: ToService): void => void child?.send(message, () => {})

  function launch(): void {
    const began = Date.now()
    const launched = start()
    const isFirst = !hasAnswered
    let refusal: ContractError | null = null
    let hasSettled = false
    again = null
    child = launched
    areBack = isFirst ? Promise.resolve() : new Promise(() => {})
    launched.on('message', (message: FromService) => {
      if (message.type === 'refused') refusal = new ContractError(message.code, message.params)
      if (message.type === 'unsaved') options.onUnsaved()
      if (message.type === 'settled') hasSettled = true
      if (message.type !== 'ready') return
      hasAnswered = true
      port = message.port
      ready.resolve(message)
      if (isFirst) return
      areBack = windowsAreBack()
      if (isStopping) stopOnceBack()
    })
    const ended = (): void => {
      child = null
      // One that died before the windows had saved did not stop: the text is in the windows only.
      if (isHurried || hasSettled || (isStopping && !hasAnswered)) return gone.resolve()
      // A store that cannot be opened is a person's matter; one that was open before may be so again.
      if (refusal !== null && !hasAnswered) return giveUp(refusal)
      if (Date.now() - began > CALM_MS) deaths = 0
      const delay = delaysMs[deaths]
      deaths += 1
      if (delay === undefined) return giveUp(new ContractError('internal', { reason: 'the service died' }))
      options.onDied()
      again = setTimeout(launch, delay)
    }
    // What it said last may still be on the way when it is gone.
    launched.once('exit', () => (launched.connected ? launched.once('disconnect', ended) : ended()))
    tell({ type: 'begin', store, port, secret, isRestart: !isFirst })
  }
  /** Asks the process that runs now to stop, once it can ask all the windows. */
  function stopOnceBack(): void {
    const asked = child
    void areBack.then(() => {
      if (child === asked && !isHurried) tell({ type: 'stop', now: false })
    })
  }
  function giveUp(reason: ContractError): void {
    ready.reject(reason)
    gaveUp.resolve()
    if (isStopping) options.onUnsaved()
    else gone.resolve()
  }
  launch()
  return {
    ready: ready.promise,
    gaveUp: gaveUp.promise,
    stop(now = false) {
      isStopping = true
      if (now) {
        isHurried = true
        if (again !== null) clearTimeout(again)
        if (child === null) gone.resolve()
        else tell({ type: 'stop', now })
      } else if (child !== null) stopOnceBack()
      else if (again === null) gone.resolve()
      return gone.promise
    },
  }
}

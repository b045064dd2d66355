import type { ChildProcess } from 'node:child_process'
import { setTimeout as after } from 'node:timers/promises'
import { ContractError } from '#core/contract/errors.ts'
import type { Actor, Role } from '#core/review/states.ts'
import { guardAgainstHang, type Pings } from './hang-guard.ts'
import type { FromService, ToService } from './messages.ts'
import { newSecret } from './sessions.ts'

export type Ready = Extract<FromService, { type: 'ready' }>

type Options = {
  store: string
  /** 0 for any free port. It stays the same for every process. */
  port: number
  /** Who works here, where nobody has given a name yet. */
  person?: Actor | null
  /** Starts a service process. */
  start: () => ChildProcess
  /** Called with every address that opens a window by hand, and when it becomes void, in milliseconds. */
  onAddress: (url: string, validUntil: number) => void
  /** Called when a window changed the role in which its person works. */
  onRole: (person: { name: string; role: Role }) => void
  /** Called when a window makes Midad reach a new site. */
  onSite: (site: string) => void
  /** Called when the process died and another will be started. */
  onDied: () => void
  /**
   * Called when a stop waits for a window that could not save, or cannot ask the windows. `stop(true)` ends the wait.
   */
  onUnsaved: () => void
  /** How long to wait before each restart. After the last one it gives up. */
  delaysMs?: readonly number[]
  /** Resolves when the windows have had time to reconnect to a restarted process. */
  windowsReconnected?: () => Promise<void>
  /** How a process that hangs is noticed. */
  pings?: Pings
}

export type Supervised = {
  /** Resolves when the service answers. Rejects with the error of a store that cannot be opened. */
  readonly ready: Promise<Ready>
  /** Resolves when the service died too often, and is no longer restarted. */
  readonly gaveUp: Promise<void>
  /** Stops the service when every window has saved; with `now`, at once. Resolves when its process is gone. */
  stop(now?: boolean): Promise<void>
}

const DELAYS_MS = [0, 250, 1000, 4000, 10_000]
/** A process that ran this long started well: its death does not count with the earlier ones. */
const STABLE_MS = 60_000
/** A window tries to reconnect every four seconds at least. */
const RECONNECT_MS = 6000

/**
 * Keeps a service process running. When it hangs, it is killed; when it dies, another one is started with the same port and sessions, so that the
 * windows reconnect and save their text.
 */
export function superviseService(options: Options): Supervised {
  const { store, person = null, start, delaysMs = DELAYS_MS } = options
  const { windowsReconnected = () => after(RECONNECT_MS, undefined, { ref: false }) } = options
  const secret = newSecret()
  const ready = Promise.withResolvers<Ready>()
  const gaveUp = Promise.withResolvers<void>()
  const gone = Promise.withResolvers<void>()
  let { port } = options
  let child: ChildProcess | null = null
  let restart: NodeJS.Timeout | null = null
  let reconnected = Promise.resolve()
  let isStopping = false
  let isForced = false
  let wasReady = false
  let deaths = 0
  // A dying child cannot receive messages. That is no error, because its exit is handled.
  const send = (message: ToService): void => void child?.send(message, () => {})

  function launch(): void {
    const began = Date.now()
    const launched = start()
    const isFirst = !wasReady
    let refusal: ContractError | null = null
    let isDrained = false
    let answered = (): void => {}
    restart = null
    child = launched
    reconnected = isFirst ? Promise.resolve() : new Promise(() => {})
    launched.on('message', (message: FromService) => {
      if (message.type === 'refused') refusal = new ContractError(message.code, message.params)
      if (message.type === 'address') options.onAddress(message.url, message.validUntil)
      if (message.type === 'role') options.onRole(message)
      if (message.type === 'site') options.onSite(message.site)
      if (message.type === 'unsaved') options.onUnsaved()
      if (message.type === 'drained') isDrained = true
      if (message.type === 'pong') answered()
      if (message.type !== 'ready') return
      wasReady = true
      // Not before: opening a large store that was damaged takes its time.
      answered = guardAgainstHang(
        launched,
        () => void launched.send({ type: 'ping' } satisfies ToService, () => {}),
        options.pings,
      )
      port = message.port
      ready.resolve(message)
      if (isFirst) return
      reconnected = windowsReconnected()
      if (isStopping) stopOnceReconnected()
    })
    const ended = (): void => {
      child = null
      // A process that died before the windows had saved counts as a crash: their text must still be saved.
      if (isForced || isDrained || (isStopping && !wasReady)) return gone.resolve()
      // A person has to look at a store that cannot be opened, unless it could be opened before.
      if (refusal !== null && !wasReady) return giveUp(refusal)
      if (Date.now() - began > STABLE_MS) deaths = 0
      const delay = delaysMs[deaths]
      deaths += 1
      if (delay === undefined) return giveUp(new ContractError('internal', { reason: 'the service died' }))
      options.onDied()
      restart = setTimeout(launch, delay)
    }
    // Its last message may arrive after its exit.
    launched.once('exit', () => (launched.connected ? launched.once('disconnect', ended) : ended()))
    send({ type: 'start', store, port, secret, isRestart: !isFirst, person })
  }
  /** Asks the current process to stop, when the windows have reconnected and it can ask them to save. */
  function stopOnceReconnected(): void {
    const asked = child
    void reconnected.then(() => {
      if (child === asked && !isForced) send({ type: 'stop', now: false })
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
        isForced = true
        if (restart !== null) clearTimeout(restart)
        if (child === null) gone.resolve()
        else send({ type: 'stop', now })
      } else if (child !== null) stopOnceReconnected()
      else if (restart === null) gone.resolve()
      return gone.promise
    },
  }
}

import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Actor } from '#core/review/states.ts'
import { LatestAddress } from './latest-address.ts'
import type { FromHost, ToHost } from './service-host.ts'

const HOST = join(import.meta.dirname, 'service-host.ts')
const node = join(import.meta.dirname, '..', '..', 'node_modules', 'node', 'bin', 'node')

/** A process that serves the stores of many tests, one at a time. */
export class SharedService {
  // Without the loaders of the test runner.
  readonly #host: ChildProcess = fork(HOST, { execPath: node, execArgv: [], env: { ...process.env, LC_ALL: 'C' } })
  readonly #exit = once(this.#host, 'exit')
  #answered: (() => void) | null = null
  /** The address of the next window of the store that is served. */
  address = new LatestAddress()

  constructor() {
    this.#host.on('message', (message: FromHost) => {
      if (message.type === 'address') this.address.put(message.url)
      else this.#answered?.()
    })
  }

  /** Serves a store. @param person who works there, where nobody has given a name yet */
  async serve(store: string, home: string, person: Actor | null): Promise<void> {
    this.address = new LatestAddress()
    await this.#ask({ type: 'serve', store, home, person })
  }

  /** Closes the store being served, if any. */
  async end(): Promise<void> {
    await this.#ask({ type: 'end' })
  }

  async close(): Promise<void> {
    this.#host.disconnect()
    await this.#exit
  }

  async #ask(question: ToHost): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#answered = resolve
    void this.#exit.then(() => reject(new Error('The process that serves the stores has ended')))
    this.#host.send(question)
    return promise
  }
}

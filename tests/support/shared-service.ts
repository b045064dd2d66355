import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { FromHost, ToHost } from './service-host.ts'

const HOST = join(import.meta.dirname, 'service-host.ts')
const node = join(import.meta.dirname, '..', '..', 'node_modules', 'node', 'bin', 'node')

/** A process that serves the stores of many tests, one at a time. */
export class SharedService {
  // Without the loaders of the test runner.
  readonly #host: ChildProcess = fork(HOST, { execPath: node, execArgv: [], env: { ...process.env, LC_ALL: 'C' } })
  readonly #exit = once(this.#host, 'exit')

  /** Serves a store. @returns the address of its window. */
  async serve(store: string, home: string): Promise<string> {
    const answer = await this.#ask({ type: 'serve', store, home })
    if (answer.type !== 'served') throw new Error('The host answered something else')
    return answer.url
  }

  /** Closes the store being served, if any. */
  async end(): Promise<void> {
    await this.#ask({ type: 'end' })
  }

  async close(): Promise<void> {
    this.#host.disconnect()
    await this.#exit
  }

  async #ask(question: ToHost): Promise<FromHost> {
    this.#host.send(question)
    const answered = once(this.#host, 'message') as Promise<[FromHost]>
    const [answer] = await Promise.race([answered, this.#exit.then(() => [null])])
    if (answer === null) throw new Error('The process that serves the stores has ended')
    return answer
  }
}

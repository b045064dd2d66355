import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test as base, type Page } from '@playwright/test'
import { App, PERSON, useApp, useWindow } from './app.ts'
import { LatestAddress } from './latest-address.ts'

const top = join(import.meta.dirname, '..', '..')
const node = join(top, 'node_modules', 'node', 'bin', 'node')

/** Midad as a person starts it: a shell, and the process of the service that it supervises. */
export class AppProcess extends App {
  /** The standard error of Midad. */
  said = ''
  #process: ChildProcess | null = null
  #address = new LatestAddress()

  protected async serve(): Promise<void> {
    const { name, role } = PERSON
    const named = ['--name', name, '--role', role]
    const args = [join(top, 'electron', 'browser', 'main.ts'), '--store', this.store, '--no-window', ...named]
    const child = spawn(node, args, {
      cwd: top,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its own process group, so that shell and service can be killed together.
      detached: true,
      // Exports go home by default: not into the home of this machine.
      env: { ...process.env, HOME: this.folder, LC_ALL: 'C' },
    })
    this.#process = child
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.said += text
    })
    const address = new LatestAddress()
    this.#address = address
    const lines = createInterface({ input: child.stdout })
    lines.on('line', (line) => {
      const url = /^Midad: (http:\S+)$/u.exec(line)?.[1]
      if (url !== undefined) address.put(url)
    })
    await Promise.race([
      once(lines, 'line'),
      once(lines, 'close').then(() => {
        throw new Error('Midad ended before it said its address')
      }),
    ])
  }

  protected address(): Promise<string> {
    return this.#address.take()
  }

  /** Kills all processes with SIGKILL. */
  async kill(): Promise<void> {
    const child = this.#process
    if (child === null) return
    this.#process = null
    process.kill(-(child.pid ?? 0), 'SIGKILL')
    // The stream closes when the last process is gone, and its lock with it.
    await once(child, 'close')
  }

  /** Kills only the process of the service, and not the shell that supervises it. */
  killService(): void {
    const parent = String(this.#process?.pid ?? 0)
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/u.test(name))) {
      // The fields after the name, which may contain anything: state, parent.
      const fields = statOf(pid).split(') ').at(-1)?.split(' ')
      if (fields?.[1] === parent) process.kill(Number(pid), 'SIGKILL')
    }
  }

  /** Ends Midad as Ctrl+C does, and waits until it is gone. */
  async stop(): Promise<void> {
    const child = this.#process
    if (child === null) return
    this.#process = null
    child.kill('SIGTERM')
    await once(child, 'close')
  }

  override async end(): Promise<void> {
    // A window that cannot save would keep the service waiting.
    await this.kill()
    await super.end()
  }
}

/** @returns `/proc/PID/stat`; empty for a process that has just ended. */
function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return ''
  }
}

/** Like `test`, with Midad in processes of its own, which the test may kill. */
export const processTest = base.extend<{ app: AppProcess; window: Page }>({
  app: async ({ context }, use) => {
    await useApp(new AppProcess(context), context, use)
  },
  window: useWindow,
})

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test as base, type Page } from '@playwright/test'
import { App, useApp, useWindow } from './app.ts'

const top = join(import.meta.dirname, '..', '..')
const node = join(top, 'node_modules', 'node', 'bin', 'node')

/** Midad as a person starts it: a shell, and the process of the service that it watches over. */
export class AppProcess extends App {
  /** What Midad printed on its standard error. */
  said = ''
  #process: ChildProcess | null = null

  protected async serve(): Promise<string> {
    const args = [join(top, 'electron', 'browser', 'main.ts'), '--store', this.store, '--no-window']
    const child = spawn(node, args, {
      cwd: top,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: the shell and the process of the service can then be ended together.
      detached: true,
      // Where exports go when nobody chose a folder: never this machine's own home.
      env: { ...process.env, HOME: this.folder, LC_ALL: 'C' },
    })
    this.#process = child
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.said += text
    })
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /^Midad: (http:\S+)$/u.exec(line)?.[1]
      if (url !== undefined) return url
    }
    throw new Error('Midad ended before it said its address')
  }

  /** Ends every process as a power cut does. */
  async kill(): Promise<void> {
    const child = this.#process
    if (child === null) return
    this.#process = null
    process.kill(-(child.pid ?? 0), 'SIGKILL')
    // The last process that held the stream is gone, and its lock with it.
    await once(child, 'close')
  }

  /** Kills the process of the service alone, and leaves the shell that watches over it. */
  killService(): void {
    const parent = String(this.#process?.pid ?? 0)
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/u.test(name))) {
      // The fields after the name, which may hold anything: state, parent.
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

/** @returns what Linux says of a process; nothing for one that has just ended. */
function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return ''
  }
}

/** A test as `test` makes one, with Midad in processes of its own, which it may kill. */
export const processTest = base.extend<{ app: AppProcess; window: Page }>({
  app: async ({ context }, use) => {
    await useApp(new AppProcess(context), context, use)
  },
  window: useWindow,
})

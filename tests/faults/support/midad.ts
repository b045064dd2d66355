import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { connect, type Client } from '#tests/support/connect.ts'
import { LatestAddress } from '#tests/support/latest-address.ts'

const MAIN = join(import.meta.dirname, '..', '..', '..', 'electron', 'browser', 'main.ts')

/** The browser shell in its own process, without a window. */
export type Midad = {
  /** @returns an address that opens one window. */
  address(): Promise<string>
  client(): Promise<Client>
  /** Kills the shell and its service with SIGKILL. */
  kill(): Promise<void>
}

/** Starts Midad over a store. @throws Error with its output, when it ends before it prints its address. */
export async function startMidad(store: string, env: Record<string, string> = {}): Promise<Midad> {
  const child = spawn(process.execPath, [MAIN, '--store', store, '--no-window', '--name', 'سعاد'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own process group, so that shell and service can be killed together.
    detached: true,
    env: { ...process.env, LANG: 'ar', HOME: store, ...env },
  })
  const closed = once(child, 'close')
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const latest = new LatestAddress()
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    const url = /^Midad: (http:\S+)$/u.exec(line)?.[1]
    if (url !== undefined) latest.put(url)
  })
  const isServed = await Promise.race([once(lines, 'line').then(() => true), once(lines, 'close').then(() => false)])
  if (isServed) {
    const address = (): Promise<string> => latest.take()
    return { address, client: async () => connect(await address()), kill: () => kill(child) }
  }
  // Its last output may still be on the way.
  const [status, signal] = (await closed) as [number | null, NodeJS.Signals | null]
  throw new Error(`Midad ended with ${signal ?? status}: ${said}`)
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  // The streams close when the last process is gone, and its lock with it.
  const closed = once(child, 'close')
  process.kill(-(child.pid ?? 0), 'SIGKILL')
  await closed
}

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { CallInput, CallName, CallResult } from '#core/contract/contract.ts'

const MAIN = join(import.meta.dirname, '..', '..', '..', 'electron', 'browser', 'main.ts')

/** A window's wire, spoken by a program: the same calls over the same HTTP. */
export type Client = {
  /** @throws what `fetch` throws when nobody answers. */
  call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallResult<N>>
}

/** The browser shell as a process of its own, without a window. */
export type Midad = {
  readonly url: string
  client(): Promise<Client>
  /** Ends the shell and its service as the power does: nothing gets to say goodbye. */
  kill(): Promise<void>
}

/** Starts Midad over a store. @throws Error with what it said, when it ended before it said its address. */
export async function startMidad(store: string, env: Record<string, string> = {}): Promise<Midad> {
  const child = spawn(process.execPath, [MAIN, '--store', store, '--no-window'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: the shell and the process of the service can then be ended together.
    detached: true,
    env: { ...process.env, LANG: 'ar', HOME: store, ...env },
  })
  const closed = once(child, 'close')
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^Midad: (http:\S+)$/u.exec(line)?.[1]
    if (url !== undefined) return { url, client: () => connect(url), kill: () => kill(child) }
  }
  // What it said last may still be on the way.
  const [status, signal] = (await closed) as [number | null, NodeJS.Signals | null]
  throw new Error(`Midad ended with ${signal ?? status}: ${said}`)
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  // The streams are closed when the last process is gone that held them, and its lock with it.
  const closed = once(child, 'close')
  process.kill(-(child.pid ?? 0), 'SIGKILL')
  await closed
}

async function connect(url: string): Promise<Client> {
  const { origin, hash } = new URL(url)
  const json = { 'content-type': 'application/json' }
  const body = JSON.stringify({ key: hash.replace('#key=', '') })
  const session = await fetch(`${origin}/session`, { method: 'POST', headers: json, body })
  const { token } = (await session.json()) as { token: string }
  const headers = { ...json, authorization: `Bearer ${token}` }
  return {
    call: async <N extends CallName>(name: N, input: CallInput<N>) => {
      const answer = await fetch(`${origin}/call/${name}`, { method: 'POST', headers, body: JSON.stringify(input) })
      return (await answer.json()) as CallResult<N>
    },
  }
}

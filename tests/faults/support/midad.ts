import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { CallInput, CallName, CallResult } from '#core/contract/contract.ts'

const MAIN = join(import.meta.dirname, '..', '..', '..', 'electron', 'browser', 'main.ts')

/** A client that uses a window's protocol: the same calls over the same HTTP. */
export type Client = {
  /** @throws what `fetch` throws when the service is down. */
  call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallResult<N>>
}

/** The browser shell in its own process, without a window. */
export type Midad = {
  readonly url: string
  client(): Promise<Client>
  /** Kills the shell and its service with SIGKILL. */
  kill(): Promise<void>
}

/** Starts Midad over a store. @throws Error with its output, when it ends before it prints its address. */
export async function startMidad(store: string, env: Record<string, string> = {}): Promise<Midad> {
  const child = spawn(process.execPath, [MAIN, '--store', store, '--no-window'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own process group, so that shell and service can be killed together.
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

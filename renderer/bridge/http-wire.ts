import type { CallName, CallResult } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { changeSchema, type Change } from '#core/contract/events.ts'
import { NoSessionError, type Session } from './session.ts'
import type { Connection, Wire } from './wire.ts'

/** A save that the closing page sends off: the browser carries it on only up to 64 KiB. */
const KEEPALIVE_CALLS: ReadonlySet<CallName> = new Set(['articles.save', 'articles.close'])
const KEEPALIVE_BYTES = 60_000

/** The server says every 15 s that it is there. */
const SILENCE_MS = 45_000
const RETRY_MS = [250, 500, 1000, 2000, 4000]

/** @returns the wire to the browser shell's server. */
export function httpWire({ token, clientId }: Session): Wire {
  const authorization = `Bearer ${token}`
  return {
    clientId,
    chooseFolder: null,
    send: (name, input) => send(name, input, authorization),
    listen: (onChange, onConnection) => void follow(authorization, onChange, onConnection),
  }
}

async function send(name: CallName, input: unknown, authorization: string): Promise<CallResult<CallName>> {
  const body = new TextEncoder().encode(JSON.stringify(input))
  const keepalive = KEEPALIVE_CALLS.has(name) && body.length <= KEEPALIVE_BYTES
  const headers = { 'content-type': 'application/json', authorization }
  try {
    const response = await fetch(`/call/${name}`, { method: 'POST', headers, body, keepalive })
    if (response.status === 401) throw new NoSessionError()
    return await response.json()
  } catch (error) {
    if (error instanceof NoSessionError) throw error
    throw new ContractError('connection-lost', {}, { cause: error })
  }
}

/** Reads the stream of changes, and opens it again for as long as the page lives. */
async function follow(
  authorization: string,
  onChange: (change: Change) => void,
  onConnection: (connection: Connection) => void,
): Promise<never> {
  let failures = 0
  for (;;) {
    try {
      // One stream after the other: each is read to its end.
      // oxlint-disable-next-line no-await-in-loop
      await readStream(authorization, onChange, () => {
        failures = 0
        onConnection('connected')
      })
    } catch {
      // What broke the stream does not matter: the connection is gone until the next one stands.
    }
    onConnection('lost')
    const delay = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)]
    failures += 1
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, delay))
  }
}

async function readStream(
  authorization: string,
  onChange: (change: Change) => void,
  onOpen: () => void,
): Promise<void> {
  const controller = new AbortController()
  let silence = setTimeout(() => controller.abort(), SILENCE_MS)
  try {
    const response = await fetch('/events', {
      headers: { authorization },
      signal: controller.signal,
      cache: 'no-store',
    })
    if (!response.ok || response.body === null) throw new Error('The server refused the stream')
    onOpen()
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    let rest = ''
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop
      const { done, value } = await reader.read()
      if (done) return
      clearTimeout(silence)
      silence = setTimeout(() => controller.abort(), SILENCE_MS)
      const lines = (rest + value).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const change = changeSchema.safeParse(JSON.parse(line))
        if (change.success) onChange(change.data)
      }
    }
  } finally {
    clearTimeout(silence)
  }
}

import { z } from 'zod'
import type { CallName, CallResult } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { changeSchema, type Change } from '#core/contract/events.ts'
import { NoSessionError, type Session } from './session.ts'
import type { Connection, Wire } from './wire.ts'

/** Calls that a closing page still sends. The browser finishes them only up to 64 KiB. */
const KEEPALIVE_CALLS: ReadonlySet<CallName> = new Set(['articles.save', 'articles.close'])
const KEEPALIVE_BYTES = 60_000

/** The server sends a line every 15 s. Without one for this long, the connection is lost. */
const SILENCE_MS = 45_000
const RETRY_MS = [250, 500, 1000, 2000, 4000]

/** @returns the wire to the browser shell's server, over HTTP. */
export function httpWire({ token, clientId }: Session): Wire {
  const authorization = `Bearer ${token}`
  return {
    clientId,
    chooseFolder: null,
    send: (name, input) => send(name, input, authorization),
    listen: (onChange, onConnection, onClosing) => void follow(authorization, onChange, onConnection, onClosing),
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

/** Reads the stream of changes, and reopens it until the page is closed. */
async function follow(
  authorization: string,
  onChange: (change: Change) => void,
  onConnection: (connection: Connection) => void,
  onClosing: () => Promise<void>,
): Promise<never> {
  let failures = 0
  for (;;) {
    try {
      // One stream at a time: each is read to its end.
      // oxlint-disable-next-line no-await-in-loop
      await readStream(authorization, {
        onChange,
        onOpen() {
          failures = 0
          onConnection('connected')
        },
        onClosing,
      })
    } catch {
      // Whatever broke the stream, the connection is lost until the next stream opens.
    }
    onConnection('lost')
    const delay = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)]
    failures += 1
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, delay))
  }
}

/** The shell sends this line when it is about to quit. It waits until every page has closed its stream. */
const closingSchema = z.object({ type: z.literal('closing') })

type StreamOptions = { onChange: (change: Change) => void; onOpen: () => void; onClosing: () => Promise<void> }

async function readStream(authorization: string, { onChange, onOpen, onClosing }: StreamOptions): Promise<void> {
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
        const json: unknown = JSON.parse(line)
        const change = changeSchema.safeParse(json)
        if (change.success) onChange(change.data)
        if (closingSchema.safeParse(json).success) void onClosing().then(() => controller.abort())
      }
    }
  } finally {
    clearTimeout(silence)
  }
}

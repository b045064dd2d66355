import { z } from 'zod'
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
    listen: (onChange, onConnection, settle) => void follow(authorization, onChange, onConnection, settle),
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
  settle: () => Promise<void>,
): Promise<never> {
  let failures = 0
  for (;;) {
    try {
      // One stream after the other: each is read to its end.
      // oxlint-disable-next-line no-await-in-loop
      await readStream(authorization, {
        onChange,
        onOpen() {
          failures = 0
          onConnection('connected')
        },
        settle,
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

/** The shell's own line: it is about to end, and waits for this page to let go of the stream. */
const closingSchema = z.object({ type: z.literal('closing') })

type StreamOptions = { onChange: (change: Change) => void; onOpen: () => void; settle: () => Promise<void> }

async function readStream(authorization: string, { onChange, onOpen, settle }: StreamOptions): Promise<void> {
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
        if (closingSchema.safeParse(json).success) void settle().then(() => controller.abort())
      }
    }
  } finally {
    clearTimeout(silence)
  }
}

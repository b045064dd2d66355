import { z } from 'zod'
import type { CallName, CallResult } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { changeSchema, type Change } from '#core/contract/events.ts'
import { MAX_BODY_BYTES, type Session } from '#core/contract/sealing.ts'
import { createChannels, type Channels } from './channel.ts'
import { bytesOf, parseJson, toBytes } from './handshake.ts'
import type { Connection, Wire } from './wire.ts'

/** Calls that a closing page still sends. The browser finishes them only up to 64 KiB. */
const KEEPALIVE_CALLS: ReadonlySet<CallName> = new Set(['articles.save', 'articles.close'])
const KEEPALIVE_BYTES = 60_000

/** The server sends a line every 15 s. Without one for this long, the connection is lost. */
const SILENCE_MS = 45_000
const RETRY_MS = [250, 500, 1000, 2000, 4000]

/**
 * @param origin the server's
 * @returns the wire to the browser shell's server, over HTTP. What it sends only the service can read, and what it
 *   returns only the service can have said.
 */
export function httpWire(session: Session, origin: string): Wire {
  const channels = createChannels(origin, session)
  return {
    clientId: session.clientId,
    chooseFolder: null,
    paste: null,
    openAddress: openInNewTab,
    send: (name, input) => send(name, input, channels),
    listen: (onChange, onConnection, onClosing) => void follow(channels, onChange, onConnection, onClosing),
  }
}

/** The page that is opened learns neither who opened it nor from where. */
function openInNewTab(url: string): void {
  const link = document.createElement('a')
  Object.assign(link, { href: url, target: '_blank', rel: 'noopener noreferrer' })
  link.click()
}

async function send(name: CallName, input: unknown, channels: Channels): Promise<CallResult<CallName>> {
  const body = toBytes(JSON.stringify(input))
  if (body.length > MAX_BODY_BYTES) throw new ContractError('invalid-input', { path: '' })
  try {
    try {
      return await ask(name, body, channels)
    } catch (error) {
      if (!(error instanceof UnprovenAnswerError)) throw error
      // Another process of the service does not know the channel. Nobody has acted on the request, unless it was ours
      // and its answer was spoiled; then the service refuses what must not happen twice.
      return await ask(name, body, channels)
    }
  } catch (error) {
    throw new ContractError('connection-lost', {}, { cause: error })
  }
}

/** @returns whether the browser must still send a call when its page is being closed. */
export function isKeptAlive(name: CallName, bytes: Uint8Array): boolean {
  return KEEPALIVE_CALLS.has(name) && bytes.length <= KEEPALIVE_BYTES
}

/** Somebody answered, but not the service. */
class UnprovenAnswerError extends Error {}

/** @throws UnprovenAnswerError; what the handshake or `fetch` throws. The channel is then given up. */
async function ask(name: CallName, bytes: Uint8Array<ArrayBuffer>, channels: Channels): Promise<CallResult<CallName>> {
  const path = `/call/${name}`
  const keepalive = isKeptAlive(name, bytes)
  // Until the request is sent, nothing may be awaited that need not be: the page may be closing.
  const channel = channels.current ?? (await channels.get())
  try {
    const { number, headers, body } = keepalive ? channel.sealNow(path, bytes) : await channel.seal(path, bytes)
    const response = await fetch(`${channels.origin}${path}`, { method: 'POST', headers, body, keepalive })
    const sealed = new Uint8Array(await response.arrayBuffer())
    const opened = await channel.openAnswer(path, number, sealed).catch((cause: unknown) => {
      throw new UnprovenAnswerError('The answer is not the service’s', { cause })
    })
    // The service sealed it, and its handlers are typed by the contract.
    return parseJson(opened) as CallResult<CallName>
  } catch (error) {
    channels.drop(channel)
    throw error
  }
}

/** Reads the stream of changes, and reopens it until the page is closed. */
async function follow(
  channels: Channels,
  onChange: (change: Change) => void,
  onConnection: (connection: Connection) => void,
  onClosing: () => Promise<void>,
): Promise<never> {
  let failures = 0
  for (;;) {
    try {
      // One stream at a time: each is read to its end.
      // oxlint-disable-next-line no-await-in-loop
      await readStream(channels, {
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

async function readStream(channels: Channels, { onChange, onOpen, onClosing }: StreamOptions): Promise<void> {
  const path = '/events'
  const channel = await channels.get()
  const controller = new AbortController()
  let silence = setTimeout(() => controller.abort(), SILENCE_MS)
  try {
    const { number, headers, body } = await channel.seal(path, new Uint8Array())
    const { signal } = controller
    const response = await fetch(`${channels.origin}${path}`, { method: 'POST', headers, body, signal })
    if (!response.ok || response.body === null) throw new Error('The server refused the stream')
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    let rest = ''
    let count = 0
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop
      const { done, value } = await reader.read()
      if (done) return
      clearTimeout(silence)
      silence = setTimeout(() => controller.abort(), SILENCE_MS)
      const lines = (rest + value).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        // oxlint-disable-next-line no-await-in-loop -- in their order
        const json = parseJson(await channel.openEvent(path, number, count, bytesOf(line)))
        // Only now is it known that the service answered.
        if (count === 0) onOpen()
        count += 1
        const change = changeSchema.safeParse(json)
        if (change.success) onChange(change.data)
        if (closingSchema.safeParse(json).success) void onClosing().then(() => controller.abort())
      }
    }
  } finally {
    clearTimeout(silence)
    // A stream that ended or was not ours: whoever has the port must prove itself again.
    controller.abort()
    channels.drop(channel)
  }
}

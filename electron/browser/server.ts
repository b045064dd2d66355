// oxlint-disable-next-line no-restricted-imports -- a file of the built page, which `findPageFile` found to be one
import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import { setImmediate, setTimeout as after } from 'node:timers/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { findPageFile } from '#electron/page/find-file.ts'
import { SECURITY_HEADERS } from '#electron/page/headers.ts'
import { aboutOf, nonceOf } from '#core/contract/sealing.ts'
import type { Service } from '#electron/service/service.ts'
import { parseJson, readJson } from './body.ts'
import { createChannels, type Channel, type Channels } from './channels.ts'
import { createEventStreams, type EventStreams } from './events.ts'
import { refusalOf } from './guard.ts'
import { checkHello } from './handshake.ts'
import { createKeys, type Keys } from './keys.ts'
import { seal, sealInTurns } from './seal.ts'
import { createSessions, newSecret, type Sessions } from './sessions.ts'
import { unsealBody } from './unseal-body.ts'

export type ServeOptions = {
  /** A browser has no dialog that could grant a folder. */
  service: Omit<Service, 'grantFolder'>
  /** The built page. */
  staticFolder: string
  /** Any free port when left out. */
  port?: number
  /** Sessions are derived from it; a new one when left out. */
  secret?: string
  heartbeatMs?: number
  goneAfterMs?: number
  /** The clock by which keys expire, in milliseconds; the machine's own when left out. */
  now?: () => number
  /**
   * Called with the address to open by hand: at once, and with another when a window has used it. Its key is in the
   * fragment, which no browser sends over the network.
   * @param validUntil when the address becomes void, in milliseconds
   */
  onAddress: (url: string, validUntil: number) => void
}

export type ServedService = {
  readonly port: number
  /** @returns an address that opens one window within 30 seconds. */
  launchUrl(): string
  /** Asks every window to save. Resolves when each has saved or is gone. */
  drain(): Promise<void>
  /** Stops listening, and closes every connection after its answer. Does not close the service. */
  close(): Promise<void>
}

/** How long open requests may still take when the server closes. */
const LAST_ANSWERS_MS = 2000

type Backend = Pick<ServeOptions, 'service' | 'staticFolder'> & {
  authority: string
  keys: Keys
  sessions: Sessions
  channels: Channels
  streams: EventStreams
  /** Called with the id of a key that opened a window. */
  onUsed: (id: string) => void
}

/**
 * Serves the page and the contract to browsers of this machine, on 127.0.0.1 only.
 * @throws what `listen` throws, such as EADDRINUSE
 */
export async function serveService(options: ServeOptions): Promise<ServedService> {
  const { service, staticFolder } = options
  const sessions = createSessions(options.secret ?? newSecret())
  const keys = createKeys(options.now ?? Date.now)
  const streams = createEventStreams({
    heartbeatMs: options.heartbeatMs ?? 15_000,
    goneAfterMs: options.goneAfterMs ?? 2000,
    onGone: (clientId) => service.releaseClient(clientId),
  })
  const server = createServer({ requestTimeout: 120_000 })
  const port = await listen(server, options.port ?? 0)
  const authority = `127.0.0.1:${port}`
  const addressOf = (key: string): string => `http://${authority}/#key=${key}`
  let printed = keys.issueForPrint()
  const announce = (): void => options.onAddress(addressOf(printed.key), printed.validUntil)
  const backend: Backend = {
    ...{ service, staticFolder, authority, keys, sessions, streams, channels: createChannels() },
    onUsed(id) {
      if (!printed.key.startsWith(`${id}.`)) return
      printed = keys.issueForPrint()
      announce()
    },
  }
  const answers = new Set<Promise<void>>()
  server.on('request', (request, response) => {
    const answering = answer(backend, request, response).finally(() => answers.delete(answering))
    answers.add(answering)
  })
  const stopListening = service.onChange((change) => streams.send(change))
  announce()
  return {
    port,
    launchUrl: () => addressOf(keys.issueForLaunch().key),
    drain: () => streams.drain(),
    async close() {
      stopListening()
      streams.close()
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      server.close((error) => (error ? reject(error) : resolve()))
      // A save that has arrived must be answered, so that its window knows that the text is stored.
      await Promise.race([Promise.allSettled(answers), after(LAST_ANSWERS_MS, null, { ref: false })])
      server.closeAllConnections()
      return promise
    },
  }
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  server.once('error', reject)
  server.listen(port, '127.0.0.1', () => {
    server.off('error', reject)
    const address = server.address()
    if (address === null || typeof address === 'string') reject(new Error('The server has no port'))
    else resolve(address.port)
  })
  return promise
}

async function answer(backend: Backend, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
  try {
    await route(backend, request, response)
  } catch (error) {
    // A client that disconnected is no error. Anything else is a fault of ours.
    if (response.destroyed || request.destroyed) return
    process.stderr.write(`midad: ${error instanceof Error ? error.name : typeof error} while answering a request\n`)
    if (response.headersSent) response.destroy()
    else sendJson(response, 500, { error: 'internal' })
  }
}

async function route(backend: Backend, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = request.method ?? ''
  const refusal = refusalOf({ method, headers: request.headers }, backend.authority)
  if (refusal !== null) return refuse(request, response, 403, refusal)
  const path = (request.url ?? '').split('?', 1)[0] ?? ''
  if (method === 'POST') {
    if (path === '/session') return openSession(backend, request, response)
    if (path === '/channel') return openChannel(backend, request, response)
    if (path === '/events') return openEvents(backend, request, response)
    if (path.startsWith('/call/')) return call(backend, path, request, response)
  }
  if (method !== 'GET' && method !== 'HEAD') return refuse(request, response, 405, 'method')
  sendFile(backend.staticFolder, path, method, response)
}

/** Gives a session to whoever has an unused key, and another one to a window that has a session: a duplicated tab. */
async function openSession(backend: Backend, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { authority, keys, sessions, onUsed } = backend
  const body = await readJson(request, 4096)
  if (!body.ok) return sendJson(response, body.status, { error: 'body' })
  const secretOf = (id: string): Uint8Array => keys.secretOf(id) ?? sessions.secretOf(id)
  const handshake = checkHello(body.value, authority, '/session', secretOf)
  if (handshake === null) return sendJson(response, 401, { error: 'key' })
  keys.use(handshake.id)
  sendJson(response, 200, handshake.welcome(sessions.open()))
  onUsed(handshake.id)
}

/** Gives a window a key to this process of the service. */
async function openChannel(backend: Backend, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { authority, sessions, channels } = backend
  const body = await readJson(request, 4096)
  if (!body.ok) return sendJson(response, body.status, { error: 'body' })
  const handshake = checkHello(body.value, authority, '/channel', (id) => sessions.secretOf(id))
  if (handshake === null) return sendJson(response, 401, { error: 'session' })
  sendJson(response, 200, handshake.welcome(channels.open(handshake.id)))
}

type Opened = { channel: Channel; number: number; text: string }

/** @returns a request that a window of ours sealed; null when it was refused. */
async function openRequest(
  { channels, authority }: Backend,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Opened | null> {
  const found = channels.find(request.headers.authorization)
  if (found === null) {
    refuse(request, response, 401, 'channel')
    return null
  }
  const { channel, number } = found
  const { key } = channel
  const body = await unsealBody(request, { key, nonce: nonceOf('request', number), about: aboutOf(authority, path) })
  if (!body.ok) {
    sendJson(response, body.status, { error: 'body' })
    return null
  }
  const text = body.value
  if (text === null || !channel.isNew(number)) {
    sendJson(response, 401, { error: 'seal' })
    return null
  }
  return { channel, number, text }
}

async function openEvents(backend: Backend, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = '/events'
  const opened = await openRequest(backend, path, request, response)
  if (opened === null) return
  const { channel, number } = opened
  const about = aboutOf(backend.authority, path)
  const reader = {
    clientId: channel.clientId,
    seal: (line: number, text: string) =>
      seal(channel.key, nonceOf('event', number, line), about, Buffer.from(text)).toString('hex'),
  }
  if (!backend.streams.open(reader, response)) refuse(request, response, 503, 'ending')
}

async function call(backend: Backend, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const opened = await openRequest(backend, path, request, response)
  if (opened === null) return
  const { channel, number, text } = opened
  // Other calls come between the steps of a large one: its reading, its parsing, its handing over to a worker, its answer.
  await setImmediate()
  const input = parseJson(text)
  await setImmediate()
  const result = await backend.service.call(path.slice('/call/'.length), input, channel.clientId)
  const said = JSON.stringify(result)
  await setImmediate()
  const answered = Buffer.from(said)
  await setImmediate()
  const sealed = await sealInTurns(channel.key, nonceOf('answer', number), aboutOf(backend.authority, path), answered)
  send(response, 200, 'application/octet-stream', sealed)
}

function sendFile(folder: string, path: string, method: string, response: ServerResponse): void {
  const file = findPageFile(folder, path)
  if (file === null) return sendJson(response, 404, { error: 'not-found' })
  response.writeHead(200, {
    'content-type': file.mediaType,
    'content-length': file.bytes,
    'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-store',
  })
  if (method === 'HEAD') return void response.end()
  createReadStream(file.path)
    .once('error', () => response.destroy())
    .pipe(response)
}

/** Refuses without keeping the body, and closes the connection, so that nobody can go on sending. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number, error: string): void {
  request.resume()
  response.setHeader('connection', 'close')
  sendJson(response, status, { error })
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json; charset=utf-8', Buffer.from(JSON.stringify(value)))
}

function send(response: ServerResponse, status: number, mediaType: string, bytes: Buffer): void {
  response.writeHead(status, {
    'content-type': mediaType,
    'content-length': bytes.length,
    'cache-control': 'no-store',
  })
  response.end(bytes)
}

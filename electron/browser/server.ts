import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import { setTimeout as after } from 'node:timers/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { findPageFile } from '#electron/page/find-file.ts'
import { SECURITY_HEADERS } from '#electron/page/headers.ts'
import type { Service } from '#electron/service/service.ts'
import { readJson } from './body.ts'
import type { EventStreams } from './events.ts'
import { createEventStreams } from './events.ts'
import { refusalOf } from './guard.ts'
import type { Sessions } from './sessions.ts'
import { createSessions, newSecret } from './sessions.ts'

export type ServeOptions = {
  service: Service
  /** The built page. */
  staticFolder: string
  /** Any free port when left out. */
  port?: number
  /** Sessions are derived from it; a new one when left out. */
  secret?: string
  heartbeatMs?: number
  goneAfterMs?: number
}

export type ServedService = {
  /** The address to open by hand. The key is in its fragment, which no browser sends over the network. */
  url: string
  readonly port: number
  /** @returns an address that opens one window, once. */
  launchUrl(): string
  /** Asks every window to save. Resolves when each has saved or is gone. */
  drain(): Promise<void>
  /** Stops listening, and closes every connection after its answer. Does not close the service. */
  close(): Promise<void>
}

/** How long open requests may still take when the server closes. */
const LAST_ANSWERS_MS = 2000

type Backend = { service: Service; sessions: Sessions; streams: EventStreams; staticFolder: string; authority: string }

/**
 * Serves the page and the contract to browsers of this machine, on 127.0.0.1 only.
 * @throws what `listen` throws, such as EADDRINUSE
 */
export async function serveService(options: ServeOptions): Promise<ServedService> {
  const { service, staticFolder } = options
  const sessions = createSessions(options.secret ?? newSecret())
  const streams = createEventStreams({
    heartbeatMs: options.heartbeatMs ?? 15_000,
    goneAfterMs: options.goneAfterMs ?? 2000,
    onGone: (clientId) => service.releaseClient(clientId),
  })
  const server = createServer({ requestTimeout: 120_000 })
  const port = await listen(server, options.port ?? 0)
  const authority = `127.0.0.1:${port}`
  const backend: Backend = { service, sessions, streams, staticFolder, authority }
  const answers = new Set<Promise<void>>()
  server.on('request', (request, response) => {
    const answering = answer(backend, request, response).finally(() => answers.delete(answering))
    answers.add(answering)
  })
  const stopListening = service.onChange((change) => streams.send(change))
  return {
    port,
    url: `http://${authority}/#key=${sessions.key}`,
    launchUrl: () => `http://${authority}/#key=${sessions.oneTimeKey()}`,
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
  if (method === 'POST' && path === '/session') return openSession(backend, request, response)
  if (method === 'POST' && path.startsWith('/call/'))
    return call(backend, path.slice('/call/'.length), request, response)
  if (method !== 'GET' && method !== 'HEAD') return refuse(request, response, 405, 'method')
  if (path !== '/events') return sendFile(backend.staticFolder, path, method, response)
  const clientId = backend.sessions.clientOf(request.headers.authorization)
  if (clientId === null) return refuse(request, response, 401, 'token')
  if (!backend.streams.open(clientId, response)) refuse(request, response, 503, 'ending')
}

async function openSession({ sessions }: Backend, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readJson(request, 4096)
  if (!body.ok) return sendJson(response, body.status, { error: 'body' })
  const { json } = body
  const key = typeof json === 'object' && json !== null && 'key' in json ? json.key : null
  // A duplicated tab has the token of the tab it was made from: it is as trusted, but it needs its own client id.
  const isKnown = sessions.clientOf(request.headers.authorization) !== null
  const session = typeof key === 'string' ? sessions.open(key) : isKnown ? sessions.fork() : null
  if (session === null) return sendJson(response, 401, { error: 'key' })
  sendJson(response, 200, session)
}

async function call(backend: Backend, name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const clientId = backend.sessions.clientOf(request.headers.authorization)
  if (clientId === null) return refuse(request, response, 401, 'token')
  const body = await readJson(request)
  if (!body.ok) return sendJson(response, body.status, { ok: false, error: { code: 'invalid-input', params: {} } })
  sendJson(response, 200, await backend.service.call(name, body.json, clientId))
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
  const bytes = Buffer.from(JSON.stringify(value))
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
    'cache-control': 'no-store',
  })
  response.end(bytes)
}

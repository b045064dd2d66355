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
  /** Left out: any free one. */
  port?: number
  /** What the sessions are made of; left out: one of its own. */
  secret?: string
  heartbeatMs?: number
  goneAfterMs?: number
}

export type ServedService = {
  /** The address to open by hand, with the key in its fragment, which no browser sends anywhere. */
  url: string
  readonly port: number
  /** @returns an address that opens one window only. */
  launchUrl(): string
  /** Tells every window that all is about to end. @returns when each has saved, or is gone. */
  settle(): Promise<void>
  /** Stops listening, and ends every connection once it has its answer. Does not close the service. */
  close(): Promise<void>
}

/** So long a question that is under way may take when all is about to end. */
const LAST_ANSWERS_MS = 2000

type Wire = { service: Service; sessions: Sessions; streams: EventStreams; staticFolder: string; authority: string }

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
  const wire: Wire = { service, sessions, streams, staticFolder, authority }
  const answers = new Set<Promise<void>>()
  server.on('request', (request, response) => {
    const answering = answer(wire, request, response).finally(() => answers.delete(answering))
    answers.add(answering)
  })
  const stopListening = service.onChange((change) => streams.send(change))
  return {
    port,
    url: `http://${authority}/#key=${sessions.key}`,
    launchUrl: () => `http://${authority}/#key=${sessions.oneTimeKey()}`,
    settle: () => streams.settle(),
    async close() {
      stopListening()
      streams.close()
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      server.close((error) => (error ? reject(error) : resolve()))
      // A save that has come in is answered: its window knows then that it is kept.
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

async function answer(wire: Wire, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
  try {
    await route(wire, request, response)
  } catch (error) {
    // A sender that went away in the middle is nothing to report; anything else is a fault of ours.
    if (response.destroyed || request.destroyed) return
    process.stderr.write(`midad: ${error instanceof Error ? error.name : typeof error} while answering a request\n`)
    if (response.headersSent) response.destroy()
    else sendJson(response, 500, { error: 'internal' })
  }
}

async function route(wire: Wire, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = request.method ?? ''
  const refusal = refusalOf({ method, headers: request.headers }, wire.authority)
  if (refusal !== null) return refuse(request, response, 403, refusal)
  const path = (request.url ?? '').split('?', 1)[0] ?? ''
  if (method === 'POST' && path === '/session') return openSession(wire, request, response)
  if (method === 'POST' && path.startsWith('/call/')) return call(wire, path.slice('/call/'.length), request, response)
  if (method !== 'GET' && method !== 'HEAD') return refuse(request, response, 405, 'method')
  if (path !== '/events') return sendFile(wire.staticFolder, path, method, response)
  const clientId = wire.sessions.clientOf(request.headers.authorization)
  if (clientId === null) return refuse(request, response, 401, 'token')
  if (!wire.streams.open(clientId, response)) refuse(request, response, 503, 'ending')
}

async function openSession({ sessions }: Wire, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readJson(request, 4096)
  if (!body.ok) return sendJson(response, body.status, { error: 'body' })
  const { json } = body
  const key = typeof json === 'object' && json !== null && 'key' in json ? json.key : null
  // A duplicated tab has its origin's token: it is as trusted, but it is another window.
  const isKnown = sessions.clientOf(request.headers.authorization) !== null
  const session = typeof key === 'string' ? sessions.open(key) : isKnown ? sessions.fork() : null
  if (session === null) return sendJson(response, 401, { error: 'key' })
  sendJson(response, 200, session)
}

async function call(wire: Wire, name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const clientId = wire.sessions.clientOf(request.headers.authorization)
  if (clientId === null) return refuse(request, response, 401, 'token')
  const body = await readJson(request)
  if (!body.ok) return sendJson(response, body.status, { ok: false, error: { code: 'invalid-input', params: {} } })
  sendJson(response, 200, await wire.service.call(name, body.json, clientId))
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

/** Refuses without reading the body; the connection ends, so that nobody can keep sending it. */
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

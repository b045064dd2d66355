import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'

/** What happens to a request; `null`: it is passed on. */
export type Mishap =
  | null
  /** The proxy answers; the request never arrives. */
  | { status: number; body: string; headers?: Record<string, string> }
  /** The connection breaks after this many bytes of the body. */
  | { breakAfter: number }
  /** The request is carried out, but its answer is lost. */
  | 'swallow-answer'
  /** No answer ever comes. */
  | 'hang'
  /** The Authorization header is removed, as Apache does by default. */
  | 'strip-authorization'

export type Seen = { method: string; path: string; hasAuthorization: boolean }

export type Proxy = {
  url: string
  /** Every request, in order. */
  readonly seen: Seen[]
  /** Decides what happens to each request. */
  misbehave: (decide: (seen: Seen, index: number) => Mishap) => void
  close: () => Promise<void>
}

/** Starts a proxy before a server on this machine. It passes requests on until `misbehave` says otherwise. */
export async function startProxy(target: string): Promise<Proxy> {
  const { hostname, port } = new URL(target)
  const seen: Seen[] = []
  let decide: (seen: Seen, index: number) => Mishap = () => null

  const pass = (from: IncomingMessage, to: ServerResponse, mishap: Mishap): void => {
    const { authorization, ...others } = from.headers
    const kept = mishap === 'strip-authorization' || authorization === undefined ? {} : { authorization }
    // The server must take the proxy's address for its own.
    const onward = request({ hostname, port, method: from.method, path: from.url, headers: { ...others, ...kept } })
    onward.on('error', () => to.destroy())
    onward.on('response', (answer) => {
      if (mishap === 'swallow-answer') {
        // Only after the request was carried out.
        answer.resume().on('end', () => to.destroy())
        return
      }
      to.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(to)
    })
    if (typeof mishap === 'object' && mishap !== null && 'breakAfter' in mishap) {
      let bytes = 0
      from.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if (bytes < mishap.breakAfter) {
          onward.write(chunk)
          return
        }
        onward.destroy()
        from.destroy()
      })
      return
    }
    from.pipe(onward)
  }

  const server = createServer((from, to) => {
    const one: Seen = {
      method: from.method ?? '',
      path: (from.url ?? '').replace(/\?.*$/u, ''),
      hasAuthorization: from.headers.authorization !== undefined,
    }
    const mishap = decide(one, seen.push(one) - 1)
    if (mishap === 'hang') return
    if (typeof mishap === 'object' && mishap !== null && 'status' in mishap) {
      from.resume()
      to.writeHead(mishap.status, { 'content-type': 'text/html; charset=utf-8', ...mishap.headers })
      to.end(mishap.body)
      return
    }
    pass(from, to, mishap)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('There is no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    misbehave(next) {
      decide = next
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { refusal, type Answer } from './fake-answer.ts'
import { fakePosts, type FakePost } from './fake-posts.ts'
import { tokenError } from './fake-token.ts'

export type FakeGhost = {
  url: string
  posts: FakePost[]
  /** Names of uploaded pictures. */
  images: string[]
  /** Every request, in order. */
  requests: string[]
  /** Moves the server's clock on, as every change does. @returns its time, for `updated_at`. */
  tick: () => string
  /** Answers the next matching request with this status. */
  failNext: (is: (line: string) => boolean, status: number) => void
  close: () => Promise<void>
}

/** The first bytes of the pictures that Ghost takes, in a form. */
const PICTURE = /\r\n\r\n(?:\u00FF\u00D8\u00FF|\u0089PNG|RIFF|GIF8)/u

/** Stores a picture under its name, or under another if that is taken. */
function upload(body: Buffer, images: string[], origin: string): Answer {
  const form = body.toString('latin1')
  const name = /name="file"; filename="([^"]+)"/u.exec(form)?.[1] ?? ''
  const [, base, extension] = /^([\w.-]+)(\.(?:jpg|png|webp|gif))$/u.exec(name) ?? []
  if (base === undefined) return refusal(415, 'UnsupportedMediaTypeError', 'Please select a valid image.')
  if (!PICTURE.test(form)) {
    const message = 'Request not understood error, cannot upload image.'
    return refusal(400, 'BadRequestError', message, 'Image processing failed Unable to manipulate image.')
  }
  let free = name
  for (let number = 1; images.includes(free); number += 1) free = `${base}-${number}${extension}`
  images.push(free)
  const ref = /name="ref"\r\n\r\n([^\r]*)/u.exec(form)?.[1] ?? null
  return { status: 201, body: { images: [{ url: `${origin}/content/images/2026/11/${free}`, ref }] } }
}

/**
 * Starts a server that answers as Ghost's Admin API does, for the requests that Midad sends. It refuses what Ghost
 * refuses. `tests/ghost/contract.test.ts` compares it with a real one.
 * @param clock the time for checking tokens, ISO 8601
 */
export async function startFakeGhost(clock: () => string): Promise<FakeGhost> {
  let changes = 0
  let url = ''
  const tick = (): string => new Date(Date.UTC(2026, 10, 24, 10, 0, (changes += 1))).toISOString()
  const site = fakePosts(() => url, tick)
  const images: string[] = []
  const requests: string[] = []
  let failing: { is: (line: string) => boolean; status: number } | null = null

  const answer = async (from: IncomingMessage, { pathname, searchParams }: URL): Promise<Answer> => {
    const path = pathname.replace('/ghost/api/admin', '')
    if (path === '/site/')
      return { status: 200, body: { site: { title: 'غوست الاختبار', url: `${url}/`, version: '6.65' } } }
    const refused = tokenError(from.headers.authorization, Math.floor(Date.parse(clock()) / 1000))
    if (refused !== null) return refused
    const body = await buffer(from)
    if (path === '/images/upload/') return upload(body, images, url)
    const given = (): Partial<FakePost> =>
      (JSON.parse(body.toString('utf8')) as { posts: Partial<FakePost>[] }).posts[0] ?? {}
    if (path === '/posts/') return from.method === 'POST' ? site.add(given()) : site.browse(searchParams)
    const id = /^\/posts\/([^/]+)\/$/u.exec(path)?.[1]
    if (id === undefined) return refusal(404, 'NotFoundError', 'Resource not found')
    return from.method === 'PUT' ? site.edit(id, given()) : site.read(id)
  }

  const respond = async (from: IncomingMessage, to: ServerResponse): Promise<void> => {
    const address = new URL(from.url ?? '', url)
    const line = `${from.method} ${address.pathname}`
    requests.push(line)
    if (failing?.is(line) === true) {
      const { status } = failing
      failing = null
      from.resume()
      to.writeHead(status, { 'content-type': 'text/html' }).end('<html></html>')
      return
    }
    const { status, body } = await answer(from, address)
    to.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }

  const server = createServer((from, to) => {
    respond(from, to).catch(() => to.writeHead(500).end())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('There is no port')
  url = `http://127.0.0.1:${address.port}`
  return {
    ...{ url, posts: site.posts, images, requests, tick },
    failNext(is, status) {
      failing = { is, status }
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

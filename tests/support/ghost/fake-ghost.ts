import { createHmac, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** A key as Ghost shows it: `id:secret`. */
export const GHOST_KEY = `${'6'.repeat(24)}:${'0a'.repeat(32)}`

export type FakePost = {
  id: string
  uuid: string
  url: string
  slug: string
  title: string
  status: string
  lexical: string
  html: string
  custom_excerpt: string | null
  feature_image: string | null
  feature_image_alt: string | null
  feature_image_caption: string | null
  meta_title: string | null
  published_at: string | null
  updated_at: string
  tags: { name: string; slug: string; visibility: string }[]
}

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

type Answer = { status: number; body: unknown }
const error = (status: number, type: string, message: string): Answer => ({
  status,
  body: { errors: [{ message, context: null, type, code: null }] },
})

const decode = (part: string | undefined): Record<string, unknown> =>
  JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8')) as Record<string, unknown>

/** Checks a token as Ghost does: HS256 by the key's secret, for `/admin/`, no older than five minutes. */
function tokenError(header: string | undefined, now: number): Answer | null {
  const token = /^Ghost (\S+)$/u.exec(header ?? '')?.[1]
  if (token === undefined) return error(403, 'NoPermissionError', 'Authorization failed')
  const [head, claims, signature = ''] = token.split('.')
  const [id, secret = ''] = GHOST_KEY.split(':')
  if (decode(head)['alg'] !== 'HS256' || decode(head)['kid'] !== id) {
    return error(401, 'UnauthorizedError', 'Unknown Admin API Key')
  }
  const expected = createHmac('sha256', Buffer.from(secret, 'hex')).update(`${head}.${claims}`).digest()
  const given = Buffer.from(signature, 'base64url')
  const { aud, iat, exp } = decode(claims)
  const isSigned = given.length === expected.length && timingSafeEqual(given, expected)
  const isTimely = Number(iat) <= now + 60 && Number(exp) > now - 60 && Number(exp) - Number(iat) <= 300
  return isSigned && aud === '/admin/' && isTimely ? null : error(401, 'UnauthorizedError', 'Invalid token')
}

/** Ghost gives private tags (`#name`) the slug `hash-name`. */
function tagOf(name: string): FakePost['tags'][number] {
  const isPrivate = name.startsWith('#')
  const slug = isPrivate ? `hash-${name.slice(1)}` : name.replaceAll(/\s+/gu, '-')
  return { name, slug, visibility: isPrivate ? 'internal' : 'public' }
}

/** Ghost renders an HTML card as it is. Any other node is left out here: Midad sends none. */
function htmlOf(lexical: string): string {
  const { root } = JSON.parse(lexical) as { root: { children: { type: string; html?: string }[] } }
  return root.children.map((node) => (node.type === 'html' ? (node.html ?? '') : '')).join('\n')
}

/**
 * Starts a server that behaves as the documented Admin API of Ghost 5.x, for the requests that Midad sends. It refuses
 * what Ghost refuses.
 * @param clock the time for checking tokens, ISO 8601
 */
export async function startFakeGhost(clock: () => string): Promise<FakeGhost> {
  let changes = 0
  const tick = (): string => new Date(Date.UTC(2026, 10, 24, 10, 0, (changes += 1))).toISOString()
  const posts: FakePost[] = []
  const images: string[] = []
  const requests: string[] = []
  let failing: { is: (line: string) => boolean; status: number } | null = null

  const write = (post: FakePost, given: Partial<FakePost> & { tags?: { name: string }[] }): Answer => {
    const { tags, lexical, ...fields } = given
    Object.assign(post, fields, { updated_at: tick() })
    if (lexical !== undefined) Object.assign(post, { lexical, html: htmlOf(lexical) })
    if (tags !== undefined) post.tags = tags.map(({ name }) => tagOf(name))
    if (post.title.length > 255) return error(422, 'ValidationError', 'Title cannot be longer than 255 characters.')
    if ((post.custom_excerpt ?? '').length > 300)
      return error(422, 'ValidationError', 'Excerpt cannot be longer than 300 characters.')
    if (post.status === 'published') post.published_at ??= post.updated_at
    return { status: 200, body: { posts: [post] } }
  }

  const browse = (query: URLSearchParams): Answer => {
    const filter = query.get('filter')
    const [, slug] = /^tag:([\w-]+)\+status:\[draft,scheduled,published,sent\]$/u.exec(filter ?? '') ?? []
    if (filter !== null && slug === undefined) return error(400, 'BadRequestError', 'Error parsing filter')
    // Without a filter by status only published posts are found.
    const found = posts.filter((post) =>
      slug === undefined ? post.status === 'published' : post.tags.some((tag) => tag.slug === slug),
    )
    return { status: 200, body: { posts: found.slice(0, Number(query.get('limit') ?? 15)) } }
  }

  const answer = async (from: IncomingMessage, url: URL): Promise<Answer> => {
    const path = url.pathname.replace('/ghost/api/admin', '')
    if (path === '/site/')
      return { status: 200, body: { site: { title: 'غوست الاختبار', url: url.origin, version: '5.96' } } }
    const refused = tokenError(from.headers.authorization, Math.floor(Date.parse(clock()) / 1000))
    if (refused !== null) return refused
    if (!String(from.headers['accept-version']).startsWith('v5'))
      return error(406, 'RequestNotAcceptableError', 'Version')
    const body = await buffer(from)
    if (path === '/images/upload/') {
      const name = /name="file"; filename="([^"]+)"/u.exec(body.toString('latin1'))?.[1] ?? ''
      if (!/^[\w.-]+\.(?:jpg|png|webp|gif)$/u.test(name))
        return error(415, 'UnsupportedMediaTypeError', 'Please select a valid image.')
      images.push(name)
      return { status: 201, body: { images: [{ url: `${url.origin}/content/images/2026/11/${name}`, ref: null }] } }
    }
    if (path === '/posts/' && from.method === 'GET') return browse(url.searchParams)
    const id = /^\/posts\/([0-9a-f]{24})\/$/u.exec(path)?.[1]
    const known = posts.find((post) => post.id === id)
    if (path === '/posts/' && from.method === 'POST') {
      const [given] = (JSON.parse(body.toString('utf8')) as { posts: FakePost[] }).posts
      const number = posts.length + 1
      const made: FakePost = {
        ...{
          id: String(number).padStart(24, '0'),
          uuid: `uuid-${number}`,
          slug: given?.slug ?? '',
          title: '',
          lexical: '',
          html: '',
        },
        ...{
          status: 'draft',
          custom_excerpt: null,
          feature_image: null,
          feature_image_alt: null,
          feature_image_caption: null,
        },
        ...{
          meta_title: null,
          published_at: null,
          updated_at: '',
          tags: [],
          url: `${url.origin}/${given?.slug ?? ''}/`,
        },
      }
      const result = write(made, given ?? {})
      if (result.status === 200) posts.push(made)
      return result.status === 200 ? { ...result, status: 201 } : result
    }
    if (known === undefined) return error(404, 'NotFoundError', 'Post not found.')
    if (from.method === 'GET') return { status: 200, body: { posts: [known] } }
    const [given] = (JSON.parse(body.toString('utf8')) as { posts: Partial<FakePost>[] }).posts
    if (given?.updated_at === undefined) return error(422, 'ValidationError', 'updated_at is required')
    if (given.updated_at !== known.updated_at) {
      return error(409, 'UpdateCollisionError', 'Saving failed! Someone else is editing this post.')
    }
    return write(known, given)
  }

  const respond = async (from: IncomingMessage, to: ServerResponse): Promise<void> => {
    const url = new URL(from.url ?? '', `http://${from.headers.host}`)
    const line = `${from.method} ${url.pathname}`
    requests.push(line)
    if (failing?.is(line) === true) {
      const { status } = failing
      failing = null
      from.resume()
      to.writeHead(status, { 'content-type': 'text/html' }).end('<html></html>')
      return
    }
    const { status, body } = await answer(from, url)
    to.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }

  const server = createServer((from, to) => {
    respond(from, to).catch(() => to.writeHead(500).end())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('There is no port')
  return {
    ...{ url: `http://127.0.0.1:${address.port}`, posts, images, requests, tick },
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

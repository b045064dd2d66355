import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ghostToken } from '#electron/service/deliver/kinds/ghost/token.ts'
import { startFakeGhost, type FakeGhost } from '#tests/support/ghost/fake-ghost.ts'
import { GHOST_KEY } from '#tests/support/ghost/fake-token.ts'
import { startGhost, whyNoGhost, type Ghost } from '#tests/support/ghost/start.ts'
import { jpeg } from '#tests/support/pictures.ts'

const reason = whyNoGhost()
if (reason !== null) process.stderr.write(`The Ghost that our tests play is not compared with a real one: ${reason}.\n`)

const TEXT = '?formats=html,lexical&include=tags'
const LIVE = encodeURIComponent('+status:[draft,scheduled,published,sent]')
const OLD = '2020-01-01T00:00:00.000Z'

type Fields = Record<string, unknown>
/** Asks one Ghost, and remembers its post from one request to the next. */
type Site = {
  ask: (method: string, path: string, body?: unknown, token?: { key?: string; age?: number } | null) => Promise<Answer>
  /** Creates a post of the title, and says its id and time. */
  made: (title: string, fields?: Fields) => Promise<{ id: string; updated_at: string }>
}
type Answer = { status: number; json: unknown }

const lexical = JSON.stringify({
  root: {
    children: [{ type: 'html', version: 1, html: '<p dir="rtl">نص</p>' }],
    ...{ direction: null, format: '', indent: 0, type: 'root', version: 1 },
  },
})

/** The fields that Midad reads or that refuse something; Ghost has many more. */
const answerSchema = z.object({
  errors: z
    .array(
      z.object({ message: z.string(), context: z.string().nullable(), type: z.string(), code: z.string().nullable() }),
    )
    .optional(),
  posts: z
    .array(
      z.object({
        ...{ title: z.string(), slug: z.string(), status: z.string(), lexical: z.string(), html: z.string() },
        ...{ custom_excerpt: z.string().nullable(), feature_image: z.string().nullable(), url: z.string() },
        ...{ feature_image_alt: z.string().nullable(), feature_image_caption: z.string().nullable() },
        ...{ meta_title: z.string().nullable(), meta_description: z.string().nullable() },
        published_at: z.string().nullable(),
        tags: z.array(z.object({ name: z.string(), slug: z.string(), visibility: z.string() })),
      }),
    )
    .optional(),
  images: z.array(z.object({ url: z.string(), ref: z.string().nullable() })).optional(),
  site: z.object({ title: z.string(), url: z.string(), version: z.string() }).optional(),
})

/** @returns the site behind an address. What differs from site to site has one name in its answers. */
function siteAt(url: string, key: string): Site {
  const raw: Site['ask'] = async (method, path, body, token = {}) => {
    const time = new Date(Date.now() - (token?.age ?? 0) * 1000).toISOString()
    const isForm = body instanceof FormData
    const response = await fetch(`${url}/ghost/api/admin/${path}`, {
      method,
      headers: {
        'accept-version': 'v5.0',
        ...(token === null ? {} : { authorization: `Ghost ${ghostToken(token.key ?? key, time)}` }),
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    })
    return { status: response.status, json: await response.json() }
  }
  const plain = (text: string): string =>
    text
      .replaceAll(url, 'SITE')
      .replaceAll(/\/p\/[0-9a-f-]{36}\//gu, '/p/UUID/')
      .replaceAll(/images\/\d{4}\/\d\d\//gu, 'images/YEAR/MONTH/')
  return {
    async ask(method, path, body, token) {
      const { status, json } = await raw(method, path, body, token)
      const { posts, ...rest } = answerSchema.parse(JSON.parse(plain(JSON.stringify(json))))
      // When a post was published is the time of the site, except for a schedule.
      const at = (post: { published_at: string | null }): string | null =>
        post.published_at?.startsWith('2031') === true ? post.published_at : post.published_at && 'NOW'
      return { status, json: { ...rest, posts: posts?.map((post) => ({ ...post, published_at: at(post) })) } }
    },
    async made(title, fields = {}) {
      const post = { title, slug: title, lexical, status: 'published', ...fields }
      const { json } = await raw('POST', `posts/${TEXT}`, { posts: [post] })
      const madeSchema = z.object({ posts: z.tuple([z.object({ id: z.string(), updated_at: z.string() })]) })
      return madeSchema.parse(json).posts[0]
    },
  }
}

function picture(name: string, bytes: Uint8Array, type = 'image/jpeg'): FormData {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), name)
  form.set('purpose', 'image')
  form.set('ref', 'ours')
  return form
}

/** @returns a request that changes a new post. */
const edited =
  (title: string, fields: Fields, before: Fields = {}) =>
  async ({ ask, made }: Site): Promise<Answer> => {
    const { id, updated_at } = await made(title, before)
    return ask('PUT', `posts/${id}/${TEXT}`, { posts: [{ updated_at, ...fields }] })
  }

const WRONG = 'ff'.repeat(32)
const REQUESTS: Record<string, (site: Site, key: string) => Promise<Answer>> = {
  'the data of the site': ({ ask }) => ask('GET', 'site/', undefined, null),
  'a request without a token': ({ ask }) => ask('GET', `posts/${TEXT}`, undefined, null),
  'a wrong secret': ({ ask }, key) => ask('GET', 'posts/', undefined, { key: `${key.split(':')[0]}:${WRONG}` }),
  'an unknown key': ({ ask }) => ask('GET', 'posts/', undefined, { key: `${'1'.repeat(24)}:${WRONG}` }),
  'a token of six minutes ago': ({ ask }) => ask('GET', 'posts/', undefined, { age: 360 }),
  'a token of the future': ({ ask }) => ask('GET', `posts/${TEXT}&filter=tag:none${LIVE}`, undefined, { age: -600 }),
  'no post with the tag': ({ ask }) => ask('GET', `posts/${TEXT}&filter=tag:hash-midad-none${LIVE}`),
  'a filter that is none': ({ ask }) => ask('GET', `posts/?filter=${encodeURIComponent('tag:[')}`),
  'a new post': ({ ask }) => {
    const tags = [{ name: 'Two Words' }, { name: '#midad-New' }]
    const none = { feature_image: null, feature_image_alt: null, feature_image_caption: null, meta_title: null }
    const post = { title: 'عنوان & <b>', slug: 'new', lexical, status: 'published', custom_excerpt: 'نبذة', tags }
    return ask('POST', `posts/${TEXT}`, { posts: [{ ...post, ...none, meta_description: null }] })
  },
  'a draft, found by its tag': async ({ ask, made }) => {
    await made('tagged', { status: 'draft', tags: [{ name: '#midad-tagged' }] })
    return ask('GET', `posts/${TEXT}&limit=1&filter=tag:hash-midad-tagged${LIVE}`)
  },
  'a post, read by its id': async ({ ask, made }) => ask('GET', `posts/${(await made('read')).id}/${TEXT}`),
  'a post with the slug of another': async ({ ask, made }) => {
    await made('same')
    return ask('POST', `posts/${TEXT}`, { posts: [{ title: 'ثان', slug: 'same', lexical, status: 'published' }] })
  },
  'a scheduled post': ({ ask }) => {
    const post = { title: 'ت', slug: 'timed', lexical, status: 'scheduled', published_at: '2031-12-01T12:00:00+03:00' }
    return ask('POST', `posts/${TEXT}`, { posts: [post] })
  },
  'a post that is gone': ({ ask }) => ask('GET', `posts/${'a'.repeat(24)}/${TEXT}`),
  'an id that is none': ({ ask }) => ask('GET', `posts/xyz/${TEXT}`),
  'a change to a post that is gone': ({ ask }) =>
    ask('PUT', `posts/${'a'.repeat(24)}/${TEXT}`, { posts: [{ status: 'draft', updated_at: OLD }] }),
  'a change': edited('changed', { title: 'آخر', custom_excerpt: 'نبذة', tags: [{ name: 'Tag' }] }),
  'a change without a time': edited('timeless', { title: 'آخر', updated_at: undefined }),
  'a change to an older copy': edited('older', { title: 'آخر', updated_at: OLD }),
  'an older copy without a change': edited('unchanged', { title: 'unchanged', updated_at: OLD }),
  'a title that is too long': edited('title', { title: 'ب'.repeat(256) }),
  'an excerpt that is too long': edited('excerpt', { custom_excerpt: 'ب'.repeat(301) }),
  'an alternative text that is too long': edited('alt', { feature_image_alt: 'ب'.repeat(192) }),
  'a title for search engines that is too long': edited('meta', { meta_title: 'ب'.repeat(301) }),
  'a description that is too long': edited('description', { meta_description: 'ب'.repeat(501) }),
  'a published post made a draft': edited('down', { status: 'draft' }),
  'a scheduled post made a draft': edited(
    'untimed',
    { status: 'draft' },
    { status: 'scheduled', published_at: '2031-12-01T09:00:00.000Z' },
  ),
  'a published post that is scheduled': edited('late', {
    status: 'scheduled',
    published_at: '2031-12-01T09:00:00.000Z',
  }),
  'a picture': ({ ask }) => ask('POST', 'images/upload/', picture('midad-a.jpg', jpeg())),
  'a picture of the same name': async ({ ask }) => {
    await ask('POST', 'images/upload/', picture('midad-b.jpg', jpeg()))
    return ask('POST', 'images/upload/', picture('midad-b.jpg', jpeg()))
  },
  'a file that is no picture by its name': ({ ask }) =>
    ask('POST', 'images/upload/', picture('midad-c.txt', jpeg(), 'text/plain')),
  'a file that is no picture by its bytes': ({ ask }) =>
    ask('POST', 'images/upload/', picture('midad-d.jpg', new Uint8Array([1, 2, 3]))),
}

describe.skipIf(reason !== null)('the Ghost that our tests play answers as a real one', () => {
  let real: Ghost
  let fake: FakeGhost
  beforeAll(async () => {
    real = await startGhost()
    fake = await startFakeGhost(() => new Date().toISOString())
  })
  afterAll(async () => {
    await fake.close()
    await real.stop()
  })

  it.each(Object.entries(REQUESTS))('%s', async (_name, request) => {
    const expected = await request(siteAt(real.url, real.key), real.key)
    expect(await request(siteAt(fake.url, GHOST_KEY), GHOST_KEY)).toEqual(expected)
  })
})

import { createServer } from 'node:http'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { newsroom, type Newsroom } from '#tests/support/newsroom.ts'
import { EDITOR, testService } from '#tests/support/service.ts'
import { whyNoWordpress } from '#tests/support/wordpress/prepare.ts'
import { startProxy, type Mishap, type Proxy, type Seen } from '#tests/support/wordpress/proxy.ts'
import { rest } from '#tests/support/wordpress/rest.ts'
import { startWordpress, type Wordpress } from '#tests/support/wordpress/start.ts'

const reason = whyNoWordpress()
if (reason !== null) process.stderr.write(`The tests against a real WordPress are skipped: ${reason}.\n`)

const PAGE = '<!DOCTYPE html><html><body>صيانة</body></html>'
const isUpload = ({ method, path }: Seen): boolean => method === 'POST' && path === '/wp-json/wp/v2/media'
const isPost = ({ method, path }: Seen): boolean => method === 'POST' && path === '/wp-json/wp/v2/posts'
const asJson = { 'content-type': 'application/json' }

describe.skipIf(reason !== null)('a WordPress behind a bad connection', () => {
  let site: Wordpress
  let proxy: Proxy
  let count = 0

  beforeAll(async () => {
    site = await startWordpress()
  })
  afterAll(() => site.stop())
  beforeEach(async () => {
    proxy = await startProxy(site.url)
  })
  afterEach(() => proxy.close())

  const room = (timeouts = { answer: 20_000, upload: 20_000 }): Promise<Newsroom> => {
    const { login, password } = site.accounts.editor
    const config = { kind: 'wordpress', address: proxy.url, account: login, sections: {} } as const
    return newsroom(config, password, { prefix: `fault${(count += 1)}n`, sending: { timeouts } })
  }

  /** Lets a mishap happen to the first matching request; all others pass. */
  const once1 = (is: (seen: Seen) => boolean, mishap: Mishap): void => {
    let isOver = false
    proxy.misbehave((seen) => {
      if (isOver || !is(seen)) return null
      isOver = true
      return mishap
    })
  }

  /** @returns the posts and pictures of this newsroom's article at the site. */
  const there = async ({ id }: Newsroom) => {
    const { posts, media } = rest(site)
    const mark = `midad-${id}`
    return {
      posts: (await posts()).filter(
        ({ content }) => content.raw.includes(`${mark}"`) || content.raw.includes(`${mark} `),
      ),
      media: (await media()).filter(({ slug }) => slug.startsWith(mark.slice(0, 14))),
    }
  }

  it.each<[string, (seen: Seen) => boolean, Mishap, string]>([
    ['breaks in the middle of a picture', isUpload, { breakAfter: 200 }, 'interrupted'],
    ['breaks after a picture arrived', isUpload, 'swallow-answer', 'interrupted'],
    ['breaks after the post arrived', isPost, 'swallow-answer', 'interrupted'],
    ['says that the server is at fault', isPost, { status: 500, body: PAGE }, 'server-error'],
    ['says that the server is out of order', isUpload, { status: 503, body: PAGE }, 'server-error'],
  ])('that %s is retried by itself, and nothing is doubled', async (_name, is, mishap, code) => {
    const news = await room()
    once1(is, mishap)
    const first = await news.push()
    expect(first).toMatchObject({ state: 'queued', attempts: 1, problem: { code } })
    expect(first.nextAttempt).not.toBeNull()
    // The test's clock has moved past the next attempt.
    await news.service.courier.run()
    const { deliveries } = await news.call('deliveries.list', { id: news.id })
    expect(deliveries).toMatchObject([{ state: 'delivered', attempts: 2, problem: null }])
    const { posts, media } = await there(news)
    expect([posts.length, media.length]).toEqual([1, 1])
    expect(posts[0]?.featured_media).toBe(media[0]?.id)
    expect((await news.call('articles.get', { id: news.id })).state).toBe('published')
  })

  it('that answers 429 is left alone as long as it asks', async () => {
    const news = await room()
    once1(isUpload, { status: 429, body: '{}', headers: { ...asJson, 'retry-after': '3600' } })
    const delivery = await news.push()
    expect(delivery).toMatchObject({ state: 'queued', problem: { code: 'too-many-requests' } })
    expect(Date.parse(delivery.nextAttempt ?? '') - Date.parse(delivery.updatedAt)).toBeGreaterThanOrEqual(3_500_000)
    await news.service.courier.run()
    expect((await news.call('deliveries.list', { id: news.id })).deliveries).toMatchObject([
      { state: 'queued', attempts: 1 },
    ])
  })

  it('that does not answer times out, and the delivery waits for a retry', async () => {
    const news = await room({ answer: 3000, upload: 3000 })
    once1(isPost, 'hang')
    expect(await news.push()).toMatchObject({ state: 'queued', problem: { code: 'timed-out' } })
    const { posts } = await there(news)
    expect(posts).toEqual([])
  })

  it.each<[string, Mishap, string, string]>([
    ['takes no picture of this size', { status: 413, body: PAGE }, 'too-large', 'midad-fault'],
    ['answers with a page', { status: 200, body: PAGE }, 'not-json', ''],
    ['refuses with a page', { status: 403, body: PAGE }, 'not-json', ''],
    ['does not know the password any more', { status: 401, body: PAGE }, 'credentials', ''],
    [
      'redirects to another host',
      { status: 302, body: '', headers: { location: 'http://evil.example/wp-json/' } },
      'redirected',
      '',
    ],
    ['strips the password', 'strip-authorization', 'credentials', ''],
  ])('that %s holds the delivery until a person retries it', async (_name, mishap, code, name) => {
    const news = await room()
    proxy.misbehave((seen) => (isUpload(seen) ? mishap : null))
    const held = await news.push()
    expect(held).toMatchObject({ state: 'held', nextAttempt: null, problem: { code } })
    expect(held.problem?.params['name'] ?? '').toContain(name)
    // Only the test of a destination asks at xmlrpc.php.
    expect(proxy.seen.filter(({ path }) => path === '/xmlrpc.php')).toEqual([])
    await news.service.courier.run()
    expect((await news.call('deliveries.list', { id: news.id })).deliveries).toMatchObject([{ attempts: 1 }])
    expect((await there(news)).posts).toEqual([])
    expect((await news.call('articles.get', { id: news.id })).state).toBe('approved')
    proxy.misbehave(() => null)
    const { delivery } = await news.call('deliveries.retry', { deliveryId: held.id, actor: EDITOR })
    expect(delivery).toMatchObject({ state: 'delivered', problem: null })
    const { posts, media } = await there(news)
    expect([posts.length, media.length]).toEqual([1, 1])
  })

  it('loses the pictures of a delivery that is cancelled before its post arrived', async () => {
    const news = await room()
    proxy.misbehave((seen) => (isPost(seen) ? { status: 401, body: PAGE } : null))
    const held = await news.push()
    expect(held).toMatchObject({ state: 'held', pictures: { done: 1, total: 1 } })
    expect((await there(news)).media).toHaveLength(1)
    await news.call('deliveries.cancel', { deliveryId: held.id, actor: EDITOR })
    await news.service.courier.run()
    expect((await news.call('deliveries.list', { id: news.id })).deliveries).toMatchObject([{ state: 'cancelled' }])
    expect(await there(news)).toEqual({ posts: [], media: [] })
  })

  it('loses those pictures also when the destination is removed', async () => {
    const news = await room()
    proxy.misbehave((seen) => (isPost(seen) ? { status: 401, body: PAGE } : null))
    await news.push()
    expect((await there(news)).media).toHaveLength(1)
    await news.call('destinations.remove', { id: news.destinationId, actor: EDITOR })
    expect((await news.call('deliveries.list', { id: news.id })).deliveries).toMatchObject([{ state: 'cancelled' }])
    expect(await there(news)).toEqual({ posts: [], media: [] })
  })

  it('has a hanging request aborted when the delivery is cancelled', async () => {
    const news = await room({ answer: 200_000, upload: 200_000 })
    const hangs = Promise.withResolvers<void>()
    proxy.misbehave((seen) => {
      if (!isUpload(seen)) return null
      hangs.resolve()
      return 'hang'
    })
    const { id, destinationId } = news
    const { deliveryId } = await news.call('deliveries.send', { id, destinationId, actor: EDITOR })
    const sending = news.service.courier.run()
    await hangs.promise
    await news.call('deliveries.cancel', { deliveryId, actor: EDITOR })
    await sending
    expect((await news.call('deliveries.list', { id })).deliveries).toMatchObject([
      { state: 'cancelled', problem: null },
    ])
    expect(await there(news)).toEqual({ posts: [], media: [] })
  })

  it('published a post whose answer was lost: it counts as delivered, even if it was cancelled', async () => {
    const news = await room()
    const { id } = news
    const newest = async () => (await news.call('deliveries.list', { id })).deliveries[0]
    let cancelling: Promise<unknown> = Promise.resolve()
    once1((seen) => {
      if (!isPost(seen)) return false
      cancelling = newest().then((delivery) =>
        news.call('deliveries.cancel', { deliveryId: delivery?.id ?? '', actor: EDITOR }),
      )
      return true
    }, 'swallow-answer')
    expect(await news.push()).toMatchObject({ state: 'rolling-back' })
    await cancelling
    await news.call('deliveries.retry', { deliveryId: (await newest())?.id ?? '', actor: EDITOR })
    const { posts } = await there(news)
    expect(posts).toMatchObject([{ status: 'publish' }])
    expect(await newest()).toMatchObject({ state: 'delivered', link: posts[0]?.link })
    expect((await news.call('articles.get', { id })).state).toBe('published')
  })

  it('has a scheduled post taken back when the delivery is cancelled', async () => {
    const news = await room()
    const embargo = '2099-01-01T12:00:00+03:00'
    await news.edit((article) => ({ ...article, metadata: { ...article.metadata, embargo } }))
    const { id, state } = await news.push()
    expect(state).toBe('scheduled')
    expect((await there(news)).posts).toMatchObject([{ status: 'future' }])
    await news.call('deliveries.cancel', { deliveryId: id, actor: EDITOR })
    await news.service.courier.run()
    expect((await news.call('deliveries.list', { id: news.id })).deliveries).toMatchObject([
      { state: 'cancelled', link: null },
    ])
    expect((await there(news)).posts).toMatchObject([{ status: 'draft' }])
  })

  it('gets the password only after it was recognised, and a redirect target never does', async () => {
    const news = await room()
    await news.push()
    expect(proxy.seen[0]).toEqual({ method: 'GET', path: '/wp-json/', hasAuthorization: false })
    const other = createServer((_from, to) => to.end('{}'))
    other.listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => void other.close())
    let asked = 0
    other.on('request', () => (asked += 1))
    const address = other.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    const location = `http://127.0.0.1:${port}/wp-json/`
    proxy.misbehave(() => ({ status: 307, body: '', headers: { location } }))
    expect(await news.push()).toMatchObject({
      state: 'held',
      problem: { code: 'redirected', params: { to: location } },
    })
    expect(asked).toBe(0)
  })
})

describe.skipIf(reason !== null)('the test of a WordPress', () => {
  let site: Wordpress
  let proxy: Proxy
  beforeAll(async () => {
    site = await startWordpress()
    proxy = await startProxy(site.url)
  })
  afterAll(async () => {
    await proxy.close()
    await site.stop()
  })
  afterEach(() => proxy.misbehave(() => null))

  const findings = async (given: { address?: string; account?: string; secret?: string } = {}) => {
    const { call } = testService(undefined, { timeouts: { answer: 10_000, upload: 10_000 } })
    const { login, password } = site.accounts.editor
    const { address = proxy.url, account = login, secret = password } = given
    const config = { kind: 'wordpress', address, account, sections: {} } as const
    return call('destinations.test', { id: null, config, secret })
  }
  const codes = async (given: Parameters<typeof findings>[0] = {}) =>
    (await findings(given)).findings.map(({ severity, code }) => `${severity} ${code}`)

  it('finds nothing wrong with an editor, and names site and account', async () => {
    expect(await findings()).toEqual({ findings: [], site: 'صحيفة الاختبار', account: 'كريم المحرر' })
  })
  it('reports what an author cannot do, and that a contributor cannot publish', async () => {
    const { author, contributor } = site.accounts
    expect(await codes({ account: author.login, secret: author.password })).toEqual(['warning no-new-categories'])
    expect(await codes({ account: contributor.login, secret: contributor.password })).toEqual(['error role-too-low'])
  })
  it('tells a wrong password or name from a server that strips it', async () => {
    expect(await codes({ secret: 'wrong' })).toEqual(['error credentials'])
    expect(await codes({ account: 'nobody' })).toEqual(['error credentials'])
    proxy.misbehave(() => 'strip-authorization')
    expect(await codes()).toEqual(['error authorization-stripped'])
  })
  it.each<[string, Mishap, string]>([
    ['a place where nothing is', { status: 404, body: PAGE }, 'wrong-address'],
    ['a page in the way', { status: 200, body: PAGE }, 'not-json'],
    ['a firewall', { status: 403, body: PAGE }, 'no-rest'],
    [
      'an interface that is closed',
      { status: 401, body: '{"code":"rest_login_required"}', headers: asJson },
      'no-rest',
    ],
    ['a server that is at fault', { status: 500, body: PAGE }, 'server-error'],
    ['a site elsewhere', { status: 301, body: '', headers: { location: 'https://www.example.org/' } }, 'redirected'],
    [
      'a site whose application passwords are off',
      { status: 200, body: '{"name":"x","namespaces":["wp/v2"],"authentication":[]}', headers: asJson },
      'passwords-off',
    ],
  ])('recognises %s', async (_name, mishap, code) => {
    proxy.misbehave(() => mishap)
    expect(await codes()).toEqual([`error ${code}`])
  })
  it('recognises a site that is no WordPress, and one that is not there', async () => {
    proxy.misbehave(({ path }) => (path === '/' ? { status: 200, body: PAGE } : { status: 404, body: PAGE }))
    expect(await codes()).toEqual(['error no-rest'])
    expect(await codes({ address: 'http://127.0.0.1:9' })).toEqual(['error unreachable'])
  })
  it('finds the REST API of a server without rewritten addresses', async () => {
    proxy.misbehave(({ path }) => (path.startsWith('/wp-json') ? { status: 404, body: PAGE } : null))
    expect(await codes()).toEqual([])
  })
})

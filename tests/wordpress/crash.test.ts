import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newsroom, SHORT, type Newsroom } from '#tests/support/newsroom.ts'
import { EDITOR, testService } from '#tests/support/service.ts'
import { whyNoWordpress } from '#tests/support/wordpress/prepare.ts'
import { rest } from '#tests/support/wordpress/rest.ts'
import { startWordpress, type Wordpress } from '#tests/support/wordpress/start.ts'

const reason = whyNoWordpress()
if (reason !== null) process.stderr.write(`The tests against a real WordPress are skipped: ${reason}.\n`)

/**
 * A `fetch` that is cut off at writing request number `at`, before or after the server carries it out. From then on no
 * request is answered. GET requests do not count: they change nothing, so dying at one is dying before the next write.
 */
function cutOff(at: number, when: 'before' | 'after') {
  const { promise: isOver, resolve } = Promise.withResolvers<void>()
  const never = new Promise<Response>(() => {})
  let count = 0
  let isCut = false
  const send: typeof fetch = async (address, request) => {
    const mine = request?.method === 'GET' ? -1 : count++
    if (!isCut && mine !== at) return fetch(address, request)
    if (mine === at && when === 'after') {
      const answer = await fetch(address, request)
      await answer.arrayBuffer()
    }
    isCut = true
    resolve()
    return never
  }
  return { fetch: send, isOver }
}

describe.skipIf(reason !== null)('a process that dies while it sends to a real WordPress', () => {
  let site: Wordpress
  beforeAll(async () => {
    site = await startWordpress()
  })
  afterAll(() => site.stop())

  const room = (prefix: string, send: typeof fetch): Promise<Newsroom> => {
    const { login, password } = site.accounts.editor
    const config = { kind: 'wordpress', address: site.url, account: login, sections: {} } as const
    return newsroom(config, password, { prefix, sending: { fetch: send } })
  }

  const there = async (id: string) => {
    const { posts, media } = rest(site)
    return {
      posts: (await posts()).filter(
        ({ content }) => content.raw.includes(`midad-${id}"`) || content.raw.includes(`midad-${id} `),
      ),
      media: (await media()).filter(({ slug }) => slug.startsWith(`midad-${id}`.slice(0, 14))),
    }
  }

  it(
    'leaves one post with one picture after the restart, at whichever request it dies',
    { timeout: 600_000 },
    async () => {
      const cut: string[] = []
      for (let at = 0, isMore = true; isMore; at += 1) {
        for (const when of ['before', 'after'] as const) {
          const prefix = `${when === 'before' ? 'b' : 'a'}${at}dies`
          const line = cutOff(at, when)
          const first = await room(prefix, line.fetch)
          // A new tag.
          await first.edit((article) => ({ ...article, metadata: { ...article.metadata, keywords: [prefix] } }))
          const { id, destinationId } = first
          const { deliveryId } = await first.call('deliveries.send', { id, destinationId, actor: EDITOR })
          // When it is cut off, this never ends.
          const whole = first.service.courier.run().then(() => false)
          isMore = await Promise.race([whole, line.isOver.then(() => true)])
          first.service.close()
          if (isMore) cut.push(prefix)
          const second = testService(first.folder, { timeouts: SHORT, random: () => 0.5 }, prefix)
          await second.service.courier.run()
          const { deliveries } = await second.call('deliveries.list', { id })
          expect(deliveries, prefix).toMatchObject([{ id: deliveryId, state: 'delivered', problem: null }])
          const { posts, media } = await there(id)
          expect([posts.length, media.length], prefix).toEqual([1, 1])
          expect(posts[0]).toMatchObject({ status: 'publish', featured_media: media[0]?.id })
          expect((await second.call('articles.get', { id })).state).toBe('published')
          second.service.close()
        }
      }
      // At least a picture, a tag and the post, each before and after.
      expect(cut.length).toBeGreaterThanOrEqual(6)
      const { ask } = rest(site)
      const names = async (kind: string, word: string): Promise<string[]> =>
        (await ask<{ name: string }[]>('GET', `${kind}?per_page=100&search=${word}`)).map(({ name }) => name)
      expect(await names('categories', encodeURIComponent('سياسة'))).toEqual(['سياسة'])
      for (const tag of cut) expect(await names('tags', tag)).toEqual([tag])
    },
  )
})

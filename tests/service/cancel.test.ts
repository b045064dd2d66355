import { expect, it, onTestFinished } from 'vitest'
import { startFakeGhost, type FakeGhost } from '#tests/support/ghost/fake-ghost.ts'
import { GHOST_KEY } from '#tests/support/ghost/fake-token.ts'
import { newsroom, rewrite, type Newsroom } from '#tests/support/newsroom.ts'
import { EDITOR } from '#tests/support/service.ts'

type Meanwhile = { ghost: FakeGhost; news: Newsroom; during: (line: string, what: () => Promise<void>) => void }

/** A newsroom, a Ghost, and a connection that can break after a request was carried out; see `during`. */
async function room(): Promise<Meanwhile> {
  let last = Date.UTC(2026, 10, 24, 8)
  const ghost = await startFakeGhost(() => new Date(last).toISOString())
  onTestFinished(() => ghost.close())
  let broken: { line: string; what: () => Promise<void> } | null = null
  const send: typeof fetch = async (address, request) => {
    const token = new Headers(request?.headers).get('authorization')?.split('.')[1]
    if (token !== undefined) {
      last = (JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as { iat: number }).iat * 1000
    }
    const answer = await fetch(address, request)
    if (broken === null || `${request?.method} ${new URL(answer.url).pathname}` !== broken.line) return answer
    const { what } = broken
    broken = null
    await what()
    throw new TypeError('fetch failed')
  }
  const config = { kind: 'ghost', address: ghost.url, sections: {} } as const
  const news = await newsroom(config, GHOST_KEY, { sending: { fetch: send } })
  const during: Meanwhile['during'] = (line, what) => {
    broken = { line, what }
  }
  return { ghost, news, during }
}

async function newest({ call, id }: Newsroom) {
  const { deliveries } = await call('deliveries.list', { id })
  const [delivery] = deliveries
  if (delivery === undefined) throw new Error('no delivery')
  return delivery
}

it('cancelling takes a scheduled post back', async () => {
  const { ghost, news } = await room()
  await news.edit((article) => ({
    ...article,
    metadata: { ...article.metadata, embargo: '2026-12-01T12:00:00+03:00' },
  }))
  const { id } = await news.push()
  expect(ghost.posts).toMatchObject([{ status: 'scheduled' }])
  await news.call('deliveries.cancel', { deliveryId: id, actor: EDITOR })
  await news.service.courier.run()
  expect(await newest(news)).toMatchObject({ state: 'cancelled', link: null })
  expect(ghost.posts).toMatchObject([{ status: 'draft' }])
})

it('an edit takes a scheduled post back, and a post that is public already stays', async () => {
  const { ghost, news } = await room()
  const embargo = '2026-12-01T12:00:00+03:00'
  await news.edit((article) => ({ ...article, metadata: { ...article.metadata, embargo } }))
  await news.push()
  expect(ghost.posts).toMatchObject([{ status: 'scheduled' }])
  await news.edit((article) => rewrite(article, 'نص آخر.'))
  await news.service.courier.run()
  expect(await newest(news)).toMatchObject({ state: 'cancelled', link: null })
  expect(ghost.posts).toMatchObject([{ status: 'draft' }])
  const { events } = await news.call('review.history', { id: news.id })
  expect(events.filter(({ action }) => action === 'cancelled')).toMatchObject([{ by: 'سعاد' }])

  await news.edit((article) => ({ ...article, metadata: { ...article.metadata, embargo: null } }))
  expect(await news.push()).toMatchObject({ state: 'delivered' })
  await news.edit((article) => rewrite(article, 'نص ثالث.'))
  await news.service.courier.run()
  expect(ghost.posts).toMatchObject([{ status: 'published' }])
})

it('an embargo is refused where readers have the article, until it was withdrawn there', async () => {
  const { ghost, news } = await room()
  await news.push()
  const embargo = '2026-12-01T12:00:00+03:00'
  await news.edit((article) => ({ ...article, metadata: { ...article.metadata, embargo } }))
  await expect(news.push()).rejects.toMatchObject({ code: 'already-public', params: { name: 'الموقع' } })
  expect(ghost.posts).toMatchObject([{ status: 'published' }])
  await news.push('withdraw')
  expect(await news.push()).toMatchObject({ state: 'scheduled', scheduledFor: '2026-12-01T09:00:00.000Z' })
  // Sent once more while the site does not answer: readers still have nothing.
  const once = { id: news.id, destinationId: news.destinationId, actor: EDITOR } as const
  await news.call('deliveries.send', once)
  expect((await news.call('review.standing', { id: news.id })).places).toMatchObject([{ isPublic: false }])
  await news.call('deliveries.send', once)

  // Somebody at the site does not wait for the embargo to end.
  Object.assign(ghost.posts[0] ?? {}, { status: 'published', updated_at: ghost.tick() })
  await news.edit((article) => rewrite(article, 'نص جديد.'))
  expect(await news.push()).toMatchObject({ state: 'held', problem: { code: 'already-public' } })
  expect(ghost.posts).toMatchObject([{ status: 'published' }])
  expect(ghost.posts[0]?.html).not.toContain('نص جديد.')
})

it('a desk that took its scheduled post back is not told that it never sent it', async () => {
  const { ghost, news } = await room()
  const embargo = '2026-12-01T12:00:00+03:00'
  await news.edit((article) => ({ ...article, metadata: { ...article.metadata, embargo } }))
  await news.push()
  Object.assign(ghost.posts[0] ?? {}, { title: 'عنوان الموقع', updated_at: ghost.tick() })
  await news.edit((article) => rewrite(article, 'نص جديد.'))
  expect(await news.push()).toMatchObject({ state: 'held', problem: { code: 'conflict' } })
})

it('a post that was published although its answer was lost counts as delivered, even if it was cancelled', async () => {
  const { ghost, news, during } = await room()
  during('POST /ghost/api/admin/posts/', async () => {
    await news.call('deliveries.cancel', { deliveryId: (await newest(news)).id, actor: EDITOR })
  })
  expect(await news.push()).toMatchObject({ state: 'rolling-back' })
  await news.call('deliveries.retry', { deliveryId: (await newest(news)).id, actor: EDITOR })
  expect(await newest(news)).toMatchObject({ state: 'delivered', link: ghost.posts[0]?.url })
  expect((await news.call('articles.get', { id: news.id })).state).toBe('published')
})

it('a delivery stays cancelled when the connection breaks', async () => {
  const { ghost, news, during } = await room()
  during('POST /ghost/api/admin/images/upload/', async () => {
    await news.call('deliveries.cancel', { deliveryId: (await newest(news)).id, actor: EDITOR })
  })
  expect(await news.push()).toMatchObject({ state: 'cancelled' })
  await news.service.courier.run()
  expect(ghost.posts).toEqual([])
})

it('a kill looks a second time before it takes a post whose answer was lost for absent', async () => {
  const { ghost, news, during } = await room()
  during('POST /ghost/api/admin/posts/', async () => {
    await news.call('review.move', { id: news.id, to: 'killed', actor: EDITOR, note: 'خبر كاذب' })
    // The server has not made the post yet.
    ghost.posts.length = 0
  })
  await news.push()
  expect(await news.push('kill')).toMatchObject({ state: 'queued', problem: { code: 'interrupted' } })
  await news.service.courier.run()
  expect(await newest(news)).toMatchObject({ action: 'kill', state: 'delivered' })
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { correction, head } from '#core/article/factories.ts'
import { newsroom, rewrite } from '#tests/support/newsroom.ts'
import { createParser } from '#electron/service/parsing/parse.ts'
import { EDITOR, testService } from '#tests/support/service.ts'
import { GHOST_KEY } from '#tests/support/ghost/fake-token.ts'
import { ghostNewsroom, sendChangedTwice } from '#tests/support/ghost/ghost-newsroom.ts'

describe('an article at Ghost', () => {
  it('is published in a card of HTML that keeps its directions, with its picture, tags and excerpt', async () => {
    const { ghost, news } = await ghostNewsroom()
    const sent = await news.push()
    expect(sent).toMatchObject({
      state: 'delivered',
      problem: null,
      action: 'publish',
      pictures: { done: 1, total: 1 },
    })
    const [post, ...others] = ghost.posts
    expect(others).toEqual([])
    expect(post).toMatchObject({
      title: 'الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة',
      ...{ status: 'published', slug: expect.stringMatching(/^article-[0-9a-f]{8}$/u) },
      custom_excerpt: 'بغداد ولندن تنسقان لانهاء الدور القتالي للتحالف في العراق',
      feature_image: `${ghost.url}/content/images/2026/11/${ghost.images[0]}`,
      ...{ feature_image_alt: 'الوزيران يتصافحان', feature_image_caption: 'الوزيران في لندن &amp; «الوفد» — رويترز' },
    })
    expect(post?.tags.map(({ name }) => name)).toEqual(['الشأن السياسي', 'العراق', 'بريطانيا', '#midad-article1'])
    expect(ghost.images).toEqual([expect.stringMatching(/^midad-article1-[0-9a-f]{12}\.jpg$/u)])
    // Without a wrapper: a theme spaces what is right under the text. The featured picture stands there only.
    expect(post?.html).toMatch(/^\n<!--kg-card-begin: html-->\n<p id="b-[^"]+" dir="rtl" lang="ar">/u)
    expect(post?.html).not.toContain(ghost.images[0])
    expect(post?.html).toContain('dir="rtl" lang="ar"')
    expect(sent.link).toBe(post?.url)
    // From then on the address of its page is known.
    const order = { id: news.id, format: 'jsonld', folder: news.folder, draft: false, actor: EDITOR } as const
    const { path } = await news.call('publish.exportFile', order)
    expect(readFileSync(path, 'utf8')).toContain(`"@id": "${post?.url}"`)
    expect((await news.call('articles.get', { id: news.id })).state).toBe('published')
  })

  it('is by the accounts of its byline, and by nobody else when it has none', async () => {
    const { ghost, news } = await ghostNewsroom(GHOST_KEY, {
      'سعاد الكاظمي': 'souad@example.org',
      'كريم ناجي': 'karim',
    })
    const signed = (name: string) => (article: Article) => ({
      ...article,
      document: [...article.document.filter(({ type }) => type !== 'byline'), head('byline', () => 'by', name)],
    })
    await news.edit(signed('سعاد الكاظمي، كريم ناجي'))
    await news.push()
    expect(ghost.posts[0]).toMatchObject({ authors: [{ email: 'souad@example.org' }, { slug: 'karim' }] })
    await news.edit(signed('زياد'))
    await news.push()
    expect(ghost.posts[0]).toMatchObject({ authors: [{ email: 'souad@example.org' }, { slug: 'karim' }] })
  })

  it('has dates in the digits of the settings', async () => {
    const { ghost, news } = await ghostNewsroom()
    await news.call('settings.set', { digits: 'arab' })
    await news.edit((article) => ({
      ...article,
      document: [...article.document, correction(() => 'c1', 'الصحيح كذا.', '2026-11-24')],
    }))
    await news.push()
    expect(ghost.posts[0]?.html).toContain('>٢٤ تشرين الثاني/نوفمبر ٢٠٢٦</time>')
  })

  it('is updated only after a change, then withdrawn, published again and killed', async () => {
    const { ghost, news } = await ghostNewsroom()
    await news.push()
    const [before] = ghost.posts.map((post) => ({ ...post }))
    expect(await news.push()).toMatchObject({ isUnchanged: true })
    expect(ghost.posts).toEqual([before])
    await news.edit((article) => rewrite(article, 'نص جديد.'))
    expect(await news.push()).toMatchObject({ state: 'delivered', action: 'update', isUnchanged: false })
    expect(ghost.posts).toMatchObject([
      { id: before?.id, slug: before?.slug, html: expect.stringContaining('نص جديد.') },
    ])
    expect(ghost.images).toHaveLength(1)
    expect(await news.push('withdraw')).toMatchObject({ state: 'delivered', link: null })
    expect(ghost.posts).toMatchObject([{ status: 'draft' }])
    await news.call('review.move', { id: news.id, to: 'draft', actor: EDITOR })
    await news.edit((article) => article)
    expect(await news.push()).toMatchObject({ state: 'delivered' })
    expect(ghost.posts).toMatchObject([{ id: before?.id, status: 'published' }])
    await news.call('review.move', { id: news.id, to: 'killed', actor: EDITOR, note: 'خبر غير صحيح' })
    expect(await news.push('kill')).toMatchObject({ state: 'delivered', action: 'kill' })
    expect(ghost.posts).toMatchObject([{ status: 'draft' }])
  })

  it('is held when it was changed at Ghost, until a person keeps that version or overwrites it', async () => {
    const { ghost, news } = await ghostNewsroom()
    const { post, held } = await sendChangedTwice(ghost, news)
    expect(held).toMatchObject({ state: 'held', problem: { code: 'conflict' } })
    const { ours, theirs } = await news.call('deliveries.compare', { deliveryId: held.id })
    expect([ours.title, theirs.title]).toEqual(['الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة', 'عنوان الموقع'])
    await news.call('deliveries.resolve', { deliveryId: held.id, choice: 'keep-theirs', actor: EDITOR })
    expect(post.title).toBe('عنوان الموقع')
    Object.assign(post, { title: 'عنوان ثان', updated_at: ghost.tick() })
    const again = await news.push()
    expect(again).toMatchObject({ state: 'held' })
    const { delivery } = await news.call('deliveries.resolve', {
      deliveryId: again.id,
      choice: 'overwrite',
      actor: EDITOR,
    })
    expect(delivery).toMatchObject({ state: 'delivered' })
    expect(post).toMatchObject({
      title: 'الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة',
      html: expect.stringContaining('نص جديد.'),
    })
  })

  it('is compared by its beginning when what stands at Ghost is too long for a window', async () => {
    const { ghost, news } = await ghostNewsroom()
    const { post } = await sendChangedTwice(ghost, news)
    Object.assign(post, { html: `<p>${'كلام '.repeat(200_000)}</p>`, updated_at: ghost.tick() })
    const held = await news.push()
    const { theirs, isCut } = await news.call('deliveries.compare', { deliveryId: held.id })
    const length = [theirs.title, theirs.excerpt, ...theirs.blocks].join('').length
    expect([theirs.title, length, isCut]).toEqual(['عنوان الموقع', 200_000, true])
  })

  it('is asked about when it was deleted at Ghost, until a person publishes it anew or leaves it deleted', async () => {
    const { ghost, news } = await ghostNewsroom()
    await news.push()
    ghost.posts.length = 0
    await news.edit((article) => rewrite(article, 'نص جديد.'))
    const held = await news.push()
    expect(held).toMatchObject({ state: 'held', problem: { code: 'deleted-there' } })
    // Another attempt asks again.
    const decision = { deliveryId: held.id, actor: EDITOR } as const
    const { delivery: again } = await news.call('deliveries.retry', decision)
    expect(again).toMatchObject({ state: 'held', problem: { code: 'deleted-there' } })
    expect(ghost.posts).toEqual([])
    const { delivery: anew } = await news.call('deliveries.resolve', { ...decision, choice: 'overwrite' })
    expect(anew).toMatchObject({ state: 'delivered', link: ghost.posts[0]?.url })
    expect(ghost.posts).toEqual([expect.objectContaining({ html: expect.stringContaining('نص جديد.') })])

    ghost.posts.length = 0
    await news.edit((article) => rewrite(article, 'نص ثالث.'))
    const asked = await news.push()
    const standing = () => news.call('review.standing', { id: news.id })
    expect((await standing()).isLive).toBe(true)
    const left = await news.call('deliveries.resolve', { deliveryId: asked.id, choice: 'keep-theirs', actor: EDITOR })
    expect(left.delivery).toMatchObject({ state: 'cancelled', problem: null, link: null })
    expect(ghost.posts).toEqual([])
    expect(await standing()).toMatchObject({ places: [], isLive: false })
    const { events } = await news.call('review.history', { id: news.id })
    expect(events.at(-1)).toMatchObject({ action: 'forgotten', by: 'كريم', from: 'approved', to: 'approved' })
    // Who sends it after that wants it there.
    expect(await news.push()).toMatchObject({ state: 'delivered' })
    expect(ghost.posts).toHaveLength(1)
  })

  it('is withdrawn when it was deleted at Ghost, stands nowhere else, and is left deleted', async () => {
    const { ghost, news } = await ghostNewsroom()
    await news.push()
    ghost.posts.length = 0
    const asked = await news.push()
    await news.call('deliveries.resolve', { deliveryId: asked.id, choice: 'keep-theirs', actor: EDITOR })
    expect((await news.call('articles.get', { id: news.id })).state).toBe('withdrawn')
    const { events } = await news.call('review.history', { id: news.id })
    expect(events.at(-1)).toMatchObject({ action: 'forgotten', from: 'published', to: 'withdrawn', by: 'كريم' })
  })

  it('is asked about again when it is deleted at Ghost after a person chose to overwrite a change', async () => {
    const { ghost, news } = await ghostNewsroom()
    const { held } = await sendChangedTwice(ghost, news)
    ghost.posts.length = 0
    const decision = { deliveryId: held.id, actor: EDITOR } as const
    const asked = { delivery: { state: 'held', problem: { code: 'deleted-there' } } }
    expect(await news.call('deliveries.resolve', { ...decision, choice: 'overwrite' })).toMatchObject(asked)
    // Trying again is no choice.
    expect(await news.call('deliveries.retry', decision)).toMatchObject(asked)
    expect(ghost.posts).toEqual([])
    const { delivery } = await news.call('deliveries.resolve', { ...decision, choice: 'overwrite' })
    expect(delivery).toMatchObject({ state: 'delivered' })
    expect(ghost.posts).toHaveLength(1)
  })

  it('is not overwritten when it is saved at Ghost at the same moment', async () => {
    const { ghost, news } = await ghostNewsroom()
    await news.push()
    const [post] = ghost.posts
    await news.edit((article) => rewrite(article, 'نص جديد.'))
    ghost.failNext((line) => {
      if (!line.startsWith('PUT ')) return false
      Object.assign(post ?? {}, { title: 'عنوان الموقع', updated_at: ghost.tick() })
      return false
    }, 0)
    expect(await news.push()).toMatchObject({ state: 'held', problem: { code: 'conflict' } })
    expect(post?.title).toBe('عنوان الموقع')
  })

  it('is scheduled by its embargo', async () => {
    const { ghost, news } = await ghostNewsroom()
    await news.edit((article) => ({
      ...article,
      metadata: { ...article.metadata, embargo: '2026-12-01T12:00:00+03:00' },
    }))
    expect(await news.push()).toMatchObject({ state: 'scheduled', nextAttempt: '2026-12-01T09:01:00.000Z' })
    expect(ghost.posts).toMatchObject([{ status: 'scheduled', published_at: '2026-12-01T09:00:00.000Z' }])
    expect((await news.call('articles.get', { id: news.id })).state).toBe('exported')
  })

  it('is held when its time was changed at Ghost', async () => {
    const { ghost, news } = await ghostNewsroom()
    const embargo = '2026-12-01T12:00:00+03:00'
    await news.edit((article) => ({ ...article, metadata: { ...article.metadata, embargo } }))
    await news.push()
    expect(await news.push()).toMatchObject({ state: 'scheduled', isUnchanged: true })
    const [post] = ghost.posts
    if (post === undefined) throw new Error('There is no post')
    Object.assign(post, { published_at: '2026-11-30T09:00:00.000Z', updated_at: ghost.tick() })
    const held = await news.push()
    expect(held).toMatchObject({ state: 'held', problem: { code: 'conflict' } })
    const { delivery } = await news.call('deliveries.resolve', {
      deliveryId: held.id,
      choice: 'overwrite',
      actor: EDITOR,
    })
    expect(delivery).toMatchObject({
      state: 'scheduled',
      // Readers are shown the time as it was set; Ghost is asked a minute later.
      scheduledFor: '2026-12-01T09:00:00.000Z',
      nextAttempt: '2026-12-01T09:01:00.000Z',
    })
    expect(post.published_at).toBe('2026-12-01T09:00:00.000Z')
    // At its time Ghost publishes the post itself: that is no conflict.
    Object.assign(post, { status: 'published', updated_at: ghost.tick() })
    expect(await news.push()).toMatchObject({ state: 'delivered', problem: null })
  })

  it('is published once after a failed upload, and recognised by its tag without our records', async () => {
    const { ghost, news } = await ghostNewsroom()
    ghost.failNext((line) => line === 'POST /ghost/api/admin/images/upload/', 503)
    expect(await news.push()).toMatchObject({ state: 'queued', problem: { code: 'server-error' } })
    await news.service.courier.run()
    expect(ghost.posts).toHaveLength(1)
    // Without our record, its private tag still marks it as ours.
    news.store.db.run("DELETE FROM deliveries WHERE state = 'delivered'")
    expect(await news.push()).toMatchObject({ state: 'delivered' })
    expect(ghost.posts).toHaveLength(1)
    // A desk that never sent it is not told that it changed since its last sending.
    news.store.db.run("DELETE FROM deliveries WHERE state = 'delivered'")
    Object.assign(ghost.posts[0] ?? {}, { title: 'عنوان مكتب آخر', updated_at: ghost.tick() })
    const held = await news.push()
    expect(held).toMatchObject({ state: 'held', problem: { code: 'conflict-unsent' } })
    const over = { deliveryId: held.id, choice: 'overwrite', actor: { name: 'هدى', role: 'editor' } } as const
    expect((await news.call('deliveries.resolve', over)).delivery).toMatchObject({ state: 'delivered', by: 'هدى' })
    const { events } = await news.call('review.history', { id: news.id })
    expect(events.at(-1)).toMatchObject({ action: 'published', by: 'هدى' })
  })
})

describe('a Ghost whose answer cannot be read in time', () => {
  it('leaves the article held, also after the next start', async () => {
    // No answer can be read in a millisecond, as none that was made for that can be in the time that there is.
    const send: typeof fetch = () => Promise.resolve(new Response('<'.repeat(300_000)))
    const sending = { fetch: send, parse: createParser({ clock: 1 }) }
    const config = { kind: 'ghost', address: 'https://ghost.example', sections: {} } as const
    const news = await newsroom(config, GHOST_KEY, { sending })
    const held = { state: 'held', problem: { code: 'unreadable-answer', params: { host: 'ghost.example' } } }
    expect(await news.push()).toMatchObject(held)
    news.service.close()
    const next = testService(news.folder, sending)
    expect(next.service.courier.nextDue()).toBeNull()
  })
})

describe('the test of a Ghost', () => {
  const codes = async (address: string, secret: string): Promise<string[]> => {
    const { call } = testService(undefined, { timeouts: { answer: 5000, upload: 5000 } })
    const config = { kind: 'ghost', address, sections: {} } as const
    const { findings } = await call('destinations.test', { id: null, config, secret })
    return findings.map(({ severity, code }) => `${severity} ${code}`)
  }

  it('tells a good key, a wrong one and a malformed one apart', async () => {
    const { ghost, news } = await ghostNewsroom()
    const config = { kind: 'ghost', address: ghost.url, sections: {} } as const
    expect(await news.call('destinations.test', { id: news.destinationId, config })).toEqual({
      ...{ findings: [], site: 'غوست الاختبار', account: '' },
    })
    expect(await codes(ghost.url, `${'7'.repeat(24)}:${'0a'.repeat(32)}`)).toEqual(['error credentials'])
    expect(await codes(ghost.url, 'my password')).toEqual(['error secret-malformed'])
  })
  it('recognises a site that is no Ghost', async () => {
    const { ghost } = await ghostNewsroom()
    expect(await codes(`${ghost.url}/elsewhere`, GHOST_KEY)).toEqual(['error no-rest'])
  })
})
